"""Programs run side by side end together, in order, and outlive nobody."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

PATIENCE = 60.0
# Notes that it stands, and each signal that reaches it; ends at SIGTERM, as what we supervise does.
PROGRAM = """
import os, pathlib, signal, sys, time
notes = pathlib.Path(sys.argv[1])
def note(word):
    with notes.open("a") as file:
        file.write(word + "\\n")
def ended(number, frame):
    note(signal.Signals(number).name)
    sys.exit(0)
for number in (signal.SIGINT, signal.SIGTERM):
    signal.signal(number, ended)
note(str(os.getpid()))
time.sleep(float(sys.argv[2]))
"""
SUPERVISOR = """
import sys
from pathlib import Path
from search.cli.supervising import supervise
sys.exit(supervise([["standing", path, seconds] for path, seconds in zip(sys.argv[1::2], sys.argv[2::2])],
                   folder=Path.cwd(), environment={}))
"""


class Supervised:
    """A supervisor in a session of its own, and the notes of what it runs."""

    def __init__(self, folder: Path, *seconds: float) -> None:
        (folder / "standing.py").write_text(PROGRAM, encoding="utf-8")
        self.notes = [folder / f"notes{at}" for at, _ in enumerate(seconds)]
        arguments = [
            word for note, length in zip(self.notes, seconds, strict=True) for word in (str(note), str(length))
        ]
        paths = os.pathsep.join([str(folder), *sys.path])
        command = [sys.executable, "-c", SUPERVISOR, *arguments]
        self.process = subprocess.Popen(command, env={**os.environ, "PYTHONPATH": paths}, start_new_session=True)

    def stand(self) -> list[int]:
        """The process ids of what is supervised, once all of it stands."""
        wait_until(lambda: all(note.is_file() and note.read_text("utf-8").endswith("\n") for note in self.notes))
        return [int(note.read_text("utf-8").split()[0]) for note in self.notes]

    def signals(self) -> list[list[str]]:
        return [note.read_text("utf-8").split()[1:] for note in self.notes]


@pytest.fixture
def supervised(tmp_path: Path) -> Iterator[Supervised]:
    """Two programs that would stand for a minute."""
    running = Supervised(tmp_path, 60, 60)
    yield running
    running.process.kill()
    running.process.wait()


def wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def is_alive(pid: int) -> bool:
    """Whether a process runs; a dead one that nobody has asked after yet does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_ctrl_c_in_the_terminal_reaches_the_supervisor_alone_which_ends_the_others(supervised: Supervised) -> None:
    pids = supervised.stand()
    assert {os.getpgid(pid) for pid in pids} & {os.getpgid(supervised.process.pid)} == set()
    os.killpg(supervised.process.pid, signal.SIGINT)
    assert supervised.process.wait(PATIENCE) == 0
    assert supervised.signals() == [["SIGTERM"], ["SIGTERM"]]
    assert [pid for pid in pids if is_alive(pid)] == []


def test_a_program_that_ends_by_itself_ends_the_others_and_fails_the_whole(tmp_path: Path) -> None:
    running = Supervised(tmp_path, 60, 2)
    pids = running.stand()
    assert running.process.wait(PATIENCE) == 1
    assert running.signals() == [["SIGTERM"], []]
    assert not is_alive(pids[0])


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process that its parent died")
def test_a_supervisor_that_is_killed_leaves_nobody_behind(supervised: Supervised) -> None:
    pids = supervised.stand()
    supervised.process.kill()
    wait_until(lambda: not any(is_alive(pid) for pid in pids))
    assert supervised.signals() == [["SIGTERM"], ["SIGTERM"]]
