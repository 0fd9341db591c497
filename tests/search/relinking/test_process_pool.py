"""Processes are running when the pool is there, have begun what they were told, and end with whoever forked them."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from search.relinking.process_pool import forked_pool

_TOLD: list[object] = []
_PARENT = """
import os, sys, time
from search.relinking.process_pool import forked_pool
pool = forked_pool(2, print, ("begun",))
print(" ".join(str(pid) for pid in pool._processes), flush=True)
time.sleep(60)
"""
ROOT = Path(__file__).parents[3]


def remember(*arguments: object) -> None:
    """What each process does first."""
    _TOLD.extend(arguments)


def told(_turn: int) -> tuple[int, list[object]]:
    """Which process answers, and what it was told."""
    return os.getpid(), _TOLD


def test_every_process_has_begun_with_the_arguments_before_its_first_task() -> None:
    with forked_pool(2, remember, ("one", 2)) as pool:
        answers = list(pool.map(told, range(8)))
    assert {tuple(said) for _, said in answers} == {("one", 2)}
    assert os.getpid() not in {pid for pid, _ in answers}
    assert _TOLD == []


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="this system does not tell of processes")
def test_no_process_outlives_the_one_that_forked_it() -> None:
    with subprocess.Popen([sys.executable, "-c", _PARENT], cwd=ROOT, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        lines = iter(parent.stdout.readline, "")
        children = [int(pid) for pid in next(line for line in lines if line[:1].isdigit()).split()]
        parent.send_signal(signal.SIGKILL)
    assert len(children) == 2
    until = time.monotonic() + 120
    while any(Path(f"/proc/{pid}").exists() for pid in children):
        assert time.monotonic() < until
        time.sleep(0.05)
