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

PATIENCE = 180.0
# Notes that it stands, and each signal that reaches it; ends at SIGTERM, as what we supervise does.
PROGRAM = """
import os, pathlib, signal, sys, time
notes = pathlib.Path(sys.argv[1])
if float(sys.argv[2]) < 0:
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
def note(word):
    with notes.open("a") as file:
        file.write(word + "\\n")
def ended(number, frame):
    note(signal.Signals(number).name)
    sys.exit(0)
for number in (signal.SIGINT, signal.SIGTERM):
    if float(sys.argv[2]) >= 0:
        signal.signal(number, ended)
note(str(os.getpid()))
time.sleep(abs(float(sys.argv[2])))
"""
SUPERVISOR = """
import sys
from pathlib import Path
from search.cli import supervising
from search.cli.supervising import Program, supervise
supervising._FIRST_PAUSE, supervising._STOP_SECONDS = 0.1, 3.0
essential = sys.argv[1] == "essential"
programs = [Program(name=path.rpartition("/")[2], module=["standing", path, seconds], essential=essential)
            for path, seconds in zip(sys.argv[2::2], sys.argv[3::2])]
sys.exit(supervise(programs, folder=Path.cwd(), environment={}, say=lambda line: print(line, file=sys.stderr)))
"""


class Supervised:
    """A supervisor in a session of its own, and the notes of what it runs."""

    def __init__(self, folder: Path, *seconds: float, essential: bool = False) -> None:
        (folder / "standing.py").write_text(PROGRAM, encoding="utf-8")
        self.notes = [folder / f"notes{at}" for at, _ in enumerate(seconds)]
        arguments = [
            word for note, length in zip(self.notes, seconds, strict=True) for word in (str(note), str(length))
        ]
        paths = os.pathsep.join([str(folder), *sys.path])
        command = [sys.executable, "-c", SUPERVISOR, "essential" if essential else "-", *arguments]
        self.process = subprocess.Popen(
            command,
            env={**os.environ, "PYTHONPATH": paths},
            start_new_session=True,
            stderr=subprocess.PIPE,
            text=True,
        )

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
    running.process.communicate()


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


def test_a_program_that_ends_by_itself_is_started_again_while_the_others_stay(tmp_path: Path) -> None:
    running = Supervised(tmp_path, 60, 0.2)
    lasting, _ = running.stand()
    wait_until(lambda: len(running.notes[1].read_text("utf-8").split()) >= 3)
    assert is_alive(lasting)
    running.process.terminate()
    _, said = running.process.communicate(timeout=PATIENCE)
    assert running.process.returncode == 0
    assert "notes1 ended by itself with status 0; it is started again in" in said
    assert "notes0" not in said


def test_an_essential_program_that_cannot_stand_ends_the_others_and_fails_the_whole(tmp_path: Path) -> None:
    running = Supervised(tmp_path, 60, 0.2, essential=True)
    lasting, _ = running.stand()
    _, said = running.process.communicate(timeout=PATIENCE)
    assert running.process.returncode == 1
    assert "notes1 cannot stand" in said
    assert not is_alive(lasting)


def test_a_program_that_does_not_listen_is_ended_by_force(tmp_path: Path) -> None:
    running = Supervised(tmp_path, -60)
    pids = running.stand()
    running.process.terminate()
    running.process.communicate(timeout=PATIENCE)
    assert running.process.returncode == 0
    assert not is_alive(pids[0])


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process that its parent died")
def test_a_supervisor_that_is_killed_leaves_nobody_behind(supervised: Supervised) -> None:
    pids = supervised.stand()
    supervised.process.kill()
    wait_until(lambda: not any(is_alive(pid) for pid in pids))
    assert supervised.signals() == [["SIGTERM"], ["SIGTERM"]]
