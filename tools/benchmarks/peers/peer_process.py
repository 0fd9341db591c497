"""A peer in a process of its own, so that its memory is its own.

Also run as `python -m benchmarks.peers.peer_process FOLDER DAY`: that process writes its figures as a line of JSON.
"""

import datetime
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import msgspec

from benchmarks.invented.known_registry import read_registry
from benchmarks.peers.flat_rows import flat
from benchmarks.peers.peer_figures import PeerFigures, measured, report_id
from search.errors import Refused

_LIBRARIES = ("splink", "duckdb")
_MODULE = "benchmarks.peers.peer_process"
_STATUS = Path("/proc/self/status")


def figures_of_splink(folder: Path, today: datetime.date) -> PeerFigures:
    """Splink on a folder; Refused where it is not installed (`pip install .[peers]`) or fails."""
    check_installed()
    done = subprocess.run(  # noqa: S603 - the program is this interpreter with a module of ours
        [sys.executable, "-m", _MODULE, str(folder), today.isoformat()], stdout=subprocess.PIPE, check=False
    )
    if done.returncode:
        raise Refused("peer_failed", status=done.returncode)
    return msgspec.json.decode(done.stdout.splitlines()[-1], type=PeerFigures)


def check_installed() -> None:
    """Refused, before anything is measured, where Splink cannot be imported."""
    for library in _LIBRARIES:
        if find_spec(library) is None:
            raise Refused("peer_not_installed", library=library)


def run(folder: Path, today: datetime.date) -> PeerFigures:
    """Read, flatten, link and measure, in this process."""
    from benchmarks.peers.splink_linkage import link_with_splink  # noqa: PLC0415 - an extra, wanted here only

    registry = read_registry(folder, today)
    sought = [flat(reference, record) for reference, record in registry.sought.items()]
    found = [flat(report_id(key), record) for key, record in registry.found.items()]
    return measured(registry, link_with_splink(sought, found), _peak_megabytes())


def _peak_megabytes() -> float:
    """The most memory this program held; what its parent held before does not count. 0.0 where nobody says."""
    if not _STATUS.is_file():
        return 0.0
    lines = _STATUS.read_text(encoding="ascii", errors="replace").splitlines()
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM:")), 0.0)


if __name__ == "__main__":
    answer = run(Path(sys.argv[1]), datetime.date.fromisoformat(sys.argv[2]))
    sys.stdout.write("\n" + msgspec.json.encode(answer).decode() + "\n")
