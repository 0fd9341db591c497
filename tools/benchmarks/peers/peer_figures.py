"""What any peer answers, and how it is measured: the same definitions as for the whole way through."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from benchmarks.invented.known_registry import KnownRegistry, ReportKey
from search.evaluation.registry_run import TruePair

HEAVIEST = 1_000
_DIVIDER = "/"


@dataclass(frozen=True, slots=True)
class WeighedPair:
    """A sought and a found record by their ids, and the match weight in bits."""

    sought: str
    found: str
    weight: float


@dataclass(frozen=True, slots=True)
class Linked:
    """What came of a run: each request's best pairs, the heaviest of all, how many were weighed, seconds by stage."""

    best: list[WeighedPair] = field(default_factory=list)
    heaviest: list[WeighedPair] = field(default_factory=list)
    pairs: int = 0
    seconds: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PeerFigures:
    """A run held against the truth. `precision` is the share of true pairs among the heaviest thousand."""

    pairs: list[TruePair]
    precision: float
    weighed: int
    seconds: Mapping[str, float]
    peak_megabytes: float


def report_id(key: ReportKey) -> str:
    """The id of a report in a peer's table."""
    return _DIVIDER.join(key)


def measured(registry: KnownRegistry, linked: Linked, peak_megabytes: float) -> PeerFigures:
    """Ranks of the true pairs among each request's best, and the precision of the heaviest."""
    ranks = _ranks(linked.best)
    known = {(row.request, report_id(row.report)) for row in registry.truth}
    pairs = [
        TruePair(row.kind, _is_named(registry, row.report), ranks.get((row.request, report_id(row.report))))
        for row in registry.truth
    ]
    heaviest = linked.heaviest[:HEAVIEST]
    true = sum((pair.sought, pair.found) in known for pair in heaviest)
    return PeerFigures(pairs, true / max(1, len(heaviest)), linked.pairs, linked.seconds, peak_megabytes)


def _ranks(best: Sequence[WeighedPair]) -> dict[tuple[str, str], int]:
    """The place of each pair among its request's, heaviest first, from 1."""
    by_request: dict[str, list[WeighedPair]] = defaultdict(list)
    for pair in best:
        by_request[pair.sought].append(pair)
    return {
        (request, pair.found): place
        for request, pairs in by_request.items()
        for place, pair in enumerate(sorted(pairs, key=lambda one: (-one.weight, one.found)), start=1)
    }


def _is_named(registry: KnownRegistry, report: ReportKey) -> bool:
    return report in registry.found and bool(registry.found[report].names)
