"""Running a task in a child process that gets bytes, returns bytes, and is ended with all that it started.

The child is given no environment, no name of a file, no key and no open file but its two pipes; what it is told comes
over standard input. What it does to itself before it touches the bytes is in `child_process.py`.
"""

import json
import os
import pwd
import select
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from search.confined.limits import Limits
from search.confined.slots import Slots
from search.confined.tasks import TASKS
from search.errors import ConfinedFailed, Refused

_CHILD = Path(__file__).with_name("child_process.py")
_CHUNK = 1024 * 1024
# Where our packages lie, in case only an installation's own finder of modules knows that.
_ROOT = str(_CHILD.parents[2])


@dataclass(frozen=True, slots=True)
class Confinement:
    """Where children of this installation find their place, and as which user of the system they run ("" for ours)."""

    slots: Slots
    user: str = ""

    def run(self, task: str, payload: bytes, limits: Limits, *, patience: float = 0.0) -> bytes:
        """The task's answer. Waits `patience` seconds for a place.

        Raises Busy where no place became free; ConfinedFailed with `confined_too_large`, `confined_too_slow` or
        `confined_failed` where the child was stopped by a limit or ended by itself.
        """
        with self.slots.one(patience):
            return run_confined(task, payload, limits, user=self.user)


def run_confined(task: str, payload: bytes, limits: Limits, *, user: str = "") -> bytes:
    """Do a task of `tasks.TASKS` in a child of its own, without asking for a place; see `Confinement.run`."""
    if len(payload) > limits.input_bytes:
        raise ConfinedFailed("confined_too_large", limit=limits.input_bytes)
    given = _head(task, limits, user) + payload
    # Isolated: neither the environment nor this folder or the user's own files decide what is imported.
    child = subprocess.Popen(  # noqa: S603 - the program is this interpreter with our own file
        [sys.executable, "-I", "-S", "-B", str(_CHILD)],
        env={},
        cwd="/",
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        process_group=0,
    )
    try:
        return _answered(child, given, limits)
    finally:
        _end(child)


def require_user(name: str) -> None:
    """Refuse a user of the system that children could not become: unknown, or this process may not change its own."""
    if not name:
        return
    try:
        pwd.getpwnam(name)
    except KeyError as error:
        raise Refused("parser_user_unknown", name=name) from error
    if os.geteuid() != 0:
        raise Refused("parser_user_needs_root", name=name)


def _head(task: str, limits: Limits, user: str) -> bytes:
    """One line that tells the child what to do, before the bytes to do it with."""
    where = TASKS[task]
    found = pwd.getpwnam(user) if user else None
    told = {
        "module": where.module,
        "function": where.function,
        "prepare": where.prepare,
        "threads": where.threads,
        "path": [*(str(Path(entry or ".").absolute()) for entry in sys.path), _ROOT],
        "parent": os.getpid(),
        "ids": [found.pw_uid, found.pw_gid] if found else None,
        "limits": limits.plain(),
    }
    return json.dumps(told).encode() + b"\n"


def _answered(child: "subprocess.Popen[bytes]", given: bytes, limits: Limits) -> bytes:
    deadline = time.monotonic() + limits.wall_seconds
    threading.Thread(target=_give, args=(child, given), daemon=True).start()
    output = _received(child, deadline, limits.output_bytes)
    with suppress(subprocess.TimeoutExpired):
        status = child.wait(max(0.1, deadline - time.monotonic()))
        if status == 0:
            return output
        raise ConfinedFailed("confined_failed", status=status)
    raise ConfinedFailed("confined_too_slow")


def _give(child: "subprocess.Popen[bytes]", given: bytes) -> None:
    if child.stdin is None:
        return
    # A child that ends early does not read to the end.
    with suppress(OSError, ValueError), child.stdin:
        child.stdin.write(given)


def _received(child: "subprocess.Popen[bytes]", deadline: float, most: int) -> bytes:
    """What the child writes until it closes its output, within the bounds of time and size."""
    if child.stdout is None:
        return b""
    descriptor, size = child.stdout.fileno(), 0
    parts: list[bytes] = []
    waiting = select.poll()
    waiting.register(descriptor, select.POLLIN | select.POLLHUP)
    while True:
        left = deadline - time.monotonic()
        if left <= 0 or not waiting.poll(left * 1000):
            raise ConfinedFailed("confined_too_slow")
        part = os.read(descriptor, _CHUNK)
        if not part:
            return b"".join(parts)
        parts.append(part)
        size += len(part)
        if size > most:
            raise ConfinedFailed("confined_too_large", limit=most)


def _end(child: "subprocess.Popen[bytes]") -> None:
    """No process of its group outlives the task."""
    with suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)
    # And the child itself, which may have left that group.
    child.kill()
    child.wait()
    for pipe in (child.stdin, child.stdout):
        if pipe is not None:
            with suppress(OSError):
                pipe.close()
