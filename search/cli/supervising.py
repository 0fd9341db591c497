"""Runs programs side by side until a signal comes, starts again what ends by itself, and leaves none of them behind."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

_POLL_SECONDS = 0.2
_STOP_SECONDS = 20.0
# A program that ends sooner than this has not stood; each time, the pause before the next start is twice as long.
_STOOD_SECONDS = 10.0
_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 60.0
_NEVER_STOOD = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """A module with its arguments (`python -m`). Where an `essential` one cannot stand at all, everything ends.

    `files` are the numbers of open files that it inherits.
    """

    name: str
    module: Sequence[str]
    essential: bool = False
    files: tuple[int, ...] = ()


@dataclass(slots=True)
class _Running:
    """A program, its process, and what is known of how it stands."""

    program: Program
    process: "subprocess.Popen[bytes]"
    since: float
    short: int = 0
    stood: bool = False
    again_at: float = field(default=0.0)


def supervise(
    programs: Sequence[Program],
    *,
    folder: Path,
    environment: Mapping[str, str],
    say: Callable[[str], object],
) -> int:
    """Run programs until a signal comes, then end them all; 0 when that was asked for.

    Each runs in `folder`, with these variables besides its own, and has a process group of its own: Ctrl-C in a
    terminal reaches the supervisor alone, which ends them in order. One that ends by itself is started again after a
    pause, and that is said.
    """
    asked = threading.Event()

    def stop(_number: int, _frame: FrameType | None) -> None:
        asked.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    running: list[_Running] = []
    try:
        running.extend(_begun(program, folder, environment) for program in programs)
        while not asked.is_set() and all(_looked_after(one, folder, environment, say) for one in running):
            time.sleep(_POLL_SECONDS)
        ended_well = asked.is_set()
    finally:
        _end([one.process for one in running])
    return 0 if ended_well else 1


def _begun(program: Program, folder: Path, environment: Mapping[str, str]) -> _Running:
    return _Running(program, _started(program, folder, environment), time.monotonic())


def _looked_after(one: _Running, folder: Path, environment: Mapping[str, str], say: Callable[[str], object]) -> bool:
    """Whether all is well with a program, or can be again."""
    now, status = time.monotonic(), one.process.poll()
    if status is None:
        one.stood = one.stood or now - one.since > _STOOD_SECONDS
        return True
    if not one.again_at:
        one.short = 1 if now - one.since > _STOOD_SECONDS else one.short + 1
        if one.program.essential and not one.stood and one.short >= _NEVER_STOOD:
            say(f"{one.program.name} cannot stand: it ended with status {status}, {one.short} times at once")
            return False
        pause = min(_LONGEST_PAUSE, _FIRST_PAUSE * 2 ** (one.short - 1))
        one.again_at = now + pause
        say(f"{one.program.name} ended by itself with status {status}; it is started again in {pause:.0f} s")
    elif now >= one.again_at:
        _sweep(one.process)
        one.process, one.since, one.again_at = _started(one.program, folder, environment), now, 0.0
    return True


def _started(program: Program, folder: Path, more: Mapping[str, str]) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "search.cli.bound_process", str(os.getpid()), *program.module]
    environment = {**os.environ, **more, "PYTHONUNBUFFERED": "1"}
    return subprocess.Popen(  # noqa: S603 - our own commands
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        process_group=0,
        pass_fds=program.files,
    )


def _end(children: Sequence["subprocess.Popen[bytes]"]) -> None:
    """Ask all to end, wait for them together, and end by force what is left of any of them."""
    deadline = time.monotonic() + _STOP_SECONDS
    for child in children:
        if child.poll() is None:
            child.terminate()
    for child in children:
        with suppress(subprocess.TimeoutExpired):
            child.wait(max(0.0, deadline - time.monotonic()))
        _sweep(child)
        child.wait()


def _sweep(child: "subprocess.Popen[bytes]") -> None:
    """Whatever is left of its group, itself included."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, signal.SIGKILL)
