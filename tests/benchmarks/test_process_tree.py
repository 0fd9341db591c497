"""A command is measured with all that it starts, and can be killed half-way."""

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import process_tree
from benchmarks.process_tree import Cost, cost_of
from search.errors import Refused

CHILD = (
    "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import time; x = b\"a\" * {size}; time.sleep(1)'])"
)


@pytest.fixture
def ours(monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs the words as statements of Python instead of as a command of ours."""

    def started(command: list[str], env: object) -> "subprocess.Popen[bytes]":
        assert (command[1:3], env is None) == (["-m", "search"], False)
        return POPEN([sys.executable, "-c", command[3]])

    monkeypatch.setattr(subprocess, "Popen", started)
    monkeypatch.setattr(process_tree, "_SECONDS", 0.02)


POPEN = subprocess.Popen


@pytest.mark.usefixtures("ours")
@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="this system does not tell of processes")
def test_memory_is_that_of_the_whole_tree() -> None:
    small, big = (cost_of([CHILD.format(size=size)], {}).megabytes for size in (1, 80_000_000))
    assert big - small > 60


@pytest.mark.usefixtures("ours")
def test_a_command_that_fails_is_refused_by_its_name() -> None:
    with pytest.raises(Refused, match="command_failed command=export status=3"):
        cost_of(["raise SystemExit(3)", "export"], {})


@pytest.mark.usefixtures("ours")
def test_it_is_killed_as_soon_as_that_is_asked_for() -> None:
    asked = iter([False, True, True, True, True, True])
    cost = cost_of(["import time; time.sleep(60)"], {}, lambda: next(asked))
    assert isinstance(cost, Cost)
    assert cost.killed
    assert cost.seconds < 30
