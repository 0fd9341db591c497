"""A confined child gets bytes and returns bytes: no environment, network, file or process, no more memory or time."""

import json
import os
import pwd
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from search.confined.confinement import Confinement, require_user, run_confined
from search.confined.limits import Limits
from search.confined.slots import Slots
from search.confined.tasks import TASKS, Task
from search.errors import Busy, ConfinedFailed, Refused
from tests.search.confined.hostile_tasks import ATTEMPTS

linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux confines to this degree")
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root becomes another user")
MEGABYTE = 1024 * 1024
SHORT = Limits(wall_seconds=60.0, cpu_seconds=10, memory_bytes=256 * MEGABYTE)
HOSTILE = "tests.search.confined.hostile_tasks"
# A process that has a child, which says its number and stays.
PARENT = """
import sys
from search.confined.confinement import run_confined
from search.confined.limits import Limits
from search.confined.tasks import TASKS, Task
TASKS["stay"] = Task("tests.search.confined.hostile_tasks", "report_pid")
run_confined("stay", b"Fatima Testova", Limits(output_bytes=1 << 20))
"""


@pytest.fixture(autouse=True)
def hostile(monkeypatch: pytest.MonkeyPatch) -> None:
    """The hostile tasks, by the names of their functions."""
    for name in ("echo", "sleep", "spin", "take_memory", "talk", "who_am_i", "attempt", "start_a_thread"):
        monkeypatch.setitem(TASKS, name, Task(HOSTILE, name))


def failed(task: str, payload: bytes = b"", limits: Limits = SHORT) -> ConfinedFailed:
    with pytest.raises(ConfinedFailed) as caught:
        run_confined(task, payload, limits)
    return caught.value


def children_of(pid: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()]


def wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 120
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_a_task_answers_with_bytes_for_bytes() -> None:
    payload = bytes(range(256)) * 4096
    assert run_confined("echo", payload, SHORT) == payload


@linux
@pytest.mark.parametrize("what", sorted(ATTEMPTS))
def test_a_child_may_do_nothing_but_its_task(what: str) -> None:
    assert run_confined("attempt", what.encode(), SHORT) in {b"PermissionError", b"OSError", b"ValueError"}


@linux
@pytest.mark.parametrize("what", sorted(ATTEMPTS))
def test_a_child_that_may_have_threads_may_do_nothing_else(what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(TASKS, "attempt", Task(HOSTILE, "attempt", threads=True))
    assert run_confined("attempt", what.encode(), SHORT) in {b"PermissionError", b"OSError", b"ValueError"}


@linux
def test_a_thread_is_had_only_by_a_task_that_needs_one(monkeypatch: pytest.MonkeyPatch) -> None:
    assert run_confined("start_a_thread", b"", SHORT) == b"RuntimeError"
    monkeypatch.setitem(TASKS, "start_a_thread", Task(HOSTILE, "start_a_thread", threads=True))
    assert run_confined("start_a_thread", b"", SHORT) == b"done"


@linux
def test_a_child_is_alone_on_a_network_of_its_own_where_the_system_allows_one() -> None:
    ours = Path("/proc/self/ns/net").stat().st_ino
    with running_parent() as parent:
        (child,) = children_of(parent.pid)
        assert Path(f"/proc/{child}/ns/net").stat().st_ino != ours


@linux
def test_neither_environment_nor_command_line_of_a_child_holds_anything_of_ours(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("OVILLO_MASTER_KEY", "a key that nobody else may know")
    with running_parent() as parent:
        (child,) = children_of(parent.pid)
        assert Path(f"/proc/{child}/environ").read_bytes().replace(b"\x00", b"") == b""
        command = Path(f"/proc/{child}/cmdline").read_bytes().split(b"\x00")[:-1]
        assert command[1:-1] == [b"-I", b"-S", b"-B"]
        assert command[-1].endswith(b"/search/confined/child_process.py")
        # Its two pipes and where errors are dropped; no database, no key.
        targets = {str(one.readlink()).partition(":")[0] for one in Path(f"/proc/{child}/fd").iterdir()}
        assert targets == {"pipe", "/dev/null"}


@linux
def test_no_child_outlives_a_parent_that_is_killed() -> None:
    with running_parent() as parent:
        (child,) = children_of(parent.pid)
        parent.kill()
        parent.wait()
        wait_until(lambda: not is_alive(child))


def test_memory_beyond_the_limit_is_not_to_be_had() -> None:
    assert run_confined("take_memory", str(64 * MEGABYTE).encode(), SHORT) == str(64 * MEGABYTE).encode()
    assert failed("take_memory", str(512 * MEGABYTE).encode()).code == "confined_failed"


def test_a_child_that_keeps_the_processor_busy_is_ended_by_the_system() -> None:
    error = failed("spin", limits=Limits(cpu_seconds=1, wall_seconds=60.0))
    assert error.code == "confined_failed"
    assert error.params["status"] in {-signal.SIGXCPU, -signal.SIGKILL}


def test_a_child_that_takes_too_long_is_killed() -> None:
    begun = time.monotonic()
    assert failed("sleep", limits=Limits(wall_seconds=0.5)).code == "confined_too_slow"
    assert time.monotonic() - begun < 60


def test_neither_a_payload_nor_an_answer_may_be_larger_than_agreed() -> None:
    assert failed("echo", b"123456", Limits(input_bytes=5)).code == "confined_too_large"
    assert failed("talk", b"100000", Limits(output_bytes=1000)).code == "confined_too_large"


def test_a_task_that_is_not_in_the_table_is_none() -> None:
    with pytest.raises(KeyError):
        run_confined("no such task", b"", SHORT)


@as_root
@linux
def test_a_child_becomes_the_user_that_it_is_told() -> None:
    answer = json.loads(run_confined("who_am_i", b"", SHORT, user="nobody"))
    assert answer["user"] == pwd.getpwnam("nobody").pw_uid
    assert answer["groups"] == []


def test_a_user_that_nobody_has_is_refused_before_anything_starts() -> None:
    require_user("")
    with pytest.raises(Refused, match="parser_user_unknown"):
        require_user("nobody-has-this-name")


def test_no_more_children_than_there_are_places_and_a_place_becomes_free_again(tmp_path: Path) -> None:
    confinement = Confinement(Slots(tmp_path / "places", at_once=1))
    with confinement.slots.one():
        with pytest.raises(Busy):
            confinement.run("echo", b"x", SHORT)
        later = threading.Timer(0.3, lambda: None)
        later.start()
    assert confinement.run("echo", b"x", SHORT, patience=1.0) == b"x"
    later.join()


class running_parent:  # noqa: N801 - read as a `with` statement
    """A process with a confined child that stays."""

    def __enter__(self) -> "subprocess.Popen[bytes]":
        self.process = subprocess.Popen([sys.executable, "-c", PARENT], env={**os.environ})
        wait_until(lambda: bool(children_of(self.process.pid)) and self._stands())
        return self.process

    def _stands(self) -> bool:
        """Whether the child has moved to where it stays: asleep, with its code loaded."""
        (child,) = children_of(self.process.pid)
        words = Path(f"/proc/{child}/wchan").read_text("ascii") if Path(f"/proc/{child}/wchan").exists() else ""
        return "nanosleep" in words or self._waited_long_enough()

    def _waited_long_enough(self) -> bool:
        self.begun = getattr(self, "begun", time.monotonic())
        return time.monotonic() - self.begun > 1.5

    def __exit__(self, *_error: object) -> None:
        self.process.kill()
        self.process.wait()
