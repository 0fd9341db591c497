"""Our figures and a peer's as lines of one table."""

from collections.abc import Iterator, Sequence

from benchmarks.peers.peer_figures import PeerFigures
from search.evaluation.registry_run import TruePair

RANKS = (1, 5, 10, 50)
Line = tuple[str, ...]


def beside(named: Sequence[tuple[str, PeerFigures]]) -> Iterator[Line]:
    """A column for each: recall by rank overall, named and nameless, precision, pairs, seconds, memory."""
    yield ("figure", *(name for name, _ in named))
    for label, wanted in (("overall", None), ("report with a name", True), ("report without a name", False)):
        chosen = [[pair for pair in figures.pairs if wanted in (None, pair.named)] for _, figures in named]
        yield (f"{label}: true pairs", *(str(len(pairs)) for pairs in chosen))
        for rank in RANKS:
            yield (f"{label}: recall at {rank}", *(f"{_recall(pairs, rank):.4f}" for pairs in chosen))
    yield ("precision of the heaviest 1000", *(f"{figures.precision:.4f}" for _, figures in named))
    yield ("pairs weighed", *(str(figures.weighed or "") for _, figures in named))
    yield ("seconds", *(f"{sum(figures.seconds.values()):.1f}" for _, figures in named))
    for stage in dict.fromkeys(stage for _, figures in named for stage in figures.seconds):
        yield (f"seconds: {stage}", *(_seconds(figures, stage) for _, figures in named))
    yield ("peak megabytes", *(f"{figures.peak_megabytes:.0f}" for _, figures in named))


def _recall(pairs: Sequence[TruePair], most: int) -> float:
    return sum(pair.rank is not None and pair.rank <= most for pair in pairs) / max(1, len(pairs))


def _seconds(figures: PeerFigures, stage: str) -> str:
    return f"{figures.seconds[stage]:.1f}" if stage in figures.seconds else ""
