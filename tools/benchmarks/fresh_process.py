"""Seconds and memory of a process that has done nothing else, measured by that process itself.

Also run as `python -m benchmarks.fresh_process FOLDER`: the growth of a process that indexes the gallery of a folder.
"""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from matching import NameIndex
from search.evaluation.labelled_pairs import GALLERY, read_gallery

# Linux counts what a process had before its program was started, which is what its parent has: so a small process
# starts the one that is measured.
_START = "import subprocess, sys; sys.exit(subprocess.run([sys.executable, *sys.argv[1:]]).returncode)"
_STATEMENTS = """\
import json, resource, time
started = time.perf_counter()
{statements}
seconds = time.perf_counter() - started
print(json.dumps([seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds, and the most memory that the process had up to then."""

    seconds: float
    megabytes: float


@dataclass(frozen=True, slots=True)
class Growth:
    """An index: how many names, seconds to add them and for the first search after it, and what it adds in memory."""

    names: int
    adding: float
    first_search: float
    megabytes: float


def cost_of(statements: str, times: int) -> Cost:
    """What statements of ours cost in a fresh process: the median of so many, after one that is not counted."""
    code = _STATEMENTS.format(statements=statements)
    found = [_answer("-c", code) for _ in range(times + 1)][1:]
    seconds, megabytes = (sorted(values)[len(values) // 2] for values in zip(*found, strict=True))
    return Cost(seconds, megabytes)


def index_growth(folder: Path) -> Growth:
    """What an index of the gallery of a folder costs in a fresh process."""
    names, adding, first_search, megabytes = _answer("-m", __name__, str(folder))
    return Growth(int(names), adding, first_search, megabytes)


def _answer(*arguments: str) -> list[float]:
    done = subprocess.run(  # noqa: S603 - the program is this interpreter with statements of ours
        [sys.executable, "-c", _START, *arguments], capture_output=True, check=True
    )
    answer: list[float] = json.loads(done.stdout)
    return answer


def _index(folder: Path) -> Sequence[float]:
    """As `Growth`; the names as text are there before and do not count, the engine's tables do."""
    names = list(read_gallery(folder / GALLERY))
    before, started = _megabytes(), time.perf_counter()
    index = NameIndex(names)
    added = time.perf_counter()
    index.search(names[0][1])
    return len(index), added - started, time.perf_counter() - added, _megabytes() - before


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_index(Path(sys.argv[1]))))
