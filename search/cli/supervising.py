"""Runs programs side by side until one of them ends or a signal comes, and leaves none of them behind."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import FrameType

_POLL_SECONDS = 0.2
_STOP_SECONDS = 20.0


def supervise(modules: Sequence[Sequence[str]], *, folder: Path, environment: Mapping[str, str]) -> int:
    """Run modules (`python -m`) until one ends or a signal comes, then end them all; 0 when that was asked for.

    Each runs in `folder`, with these variables besides its own, and has a process group of its own: Ctrl-C in a
    terminal reaches the supervisor alone, which ends them in order.
    """
    asked = threading.Event()

    def stop(_number: int, _frame: FrameType | None) -> None:
        asked.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    children: list[subprocess.Popen[bytes]] = []
    try:
        children.extend(_started(module, folder, environment) for module in modules)
        while not asked.is_set() and all(child.poll() is None for child in children):
            time.sleep(_POLL_SECONDS)
        ended_well = asked.is_set()
    finally:
        _end(children)
    return 0 if ended_well else 1


def _started(module: Sequence[str], folder: Path, more: Mapping[str, str]) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "search.cli.bound_process", str(os.getpid()), *module]
    environment = {**os.environ, **more, "PYTHONUNBUFFERED": "1"}
    return subprocess.Popen(  # noqa: S603 - our own commands
        command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, process_group=0
    )


def _end(children: Sequence["subprocess.Popen[bytes]"]) -> None:
    for child in children:
        if child.poll() is None:
            child.terminate()
    for child in children:
        try:
            child.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
