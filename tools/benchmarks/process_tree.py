"""A command of ours with all processes that it starts: seconds, and the most memory that they held together.

Memory is the sum of what is resident for each, looked at twice a second; what processes share is counted for each of
them, so the sum is rather too much than too little.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from search.errors import Refused

_SECONDS = 0.5
_PROCESSES = Path("/proc")
_PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of the wall; megabytes at the most, 0.0 where the system does not tell; whether it was killed."""

    seconds: float
    megabytes: float
    killed: bool = False


def cost_of(
    words: Sequence[str], environment: Mapping[str, str], kill_when: Callable[[], bool] = lambda: False
) -> Cost:
    """What `ovillo` with these words costs. Killed as soon as that is asked for; Refused where it fails."""
    started = time.monotonic()
    command = [sys.executable, "-m", "search", *words]
    most, killed = 0.0, False
    with subprocess.Popen(command, env={**os.environ, **environment}) as process:  # noqa: S603 - a command of ours
        while process.poll() is None:
            most = max(most, sum(_resident(one) for one in _tree(process.pid)) / 1024 / 1024)
            if kill_when():
                process.kill()
                killed = True
            time.sleep(_SECONDS)
    if process.returncode and not killed:
        raise Refused("command_failed", command=words[1], status=process.returncode)
    return Cost(time.monotonic() - started, most, killed)


def _tree(process: int) -> Iterator[int]:
    yield process
    try:
        children = (_PROCESSES / str(process) / "task" / str(process) / "children").read_text("ascii").split()
    except OSError:
        return
    for child in children:
        yield from _tree(int(child))


def _resident(process: int) -> int:
    """Bytes; 0 for a process that has ended."""
    try:
        return int((_PROCESSES / str(process) / "statm").read_text("ascii").split()[1]) * _PAGE
    except (OSError, IndexError):
        return 0
