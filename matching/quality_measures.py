"""How good the engine is: recall by rank, precision by threshold, and whether its probabilities can be believed.

Pure arithmetic over ranked lists and known truth; ids are opaque strings. Literature: Christen, Data Matching (2012),
chapter 7; Brier (1950) for the score of probabilities.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

Pair = tuple[str, str]
# A scored pair: match weight in bits, and whether it is one person.
Verdict = tuple[float, bool]
RANKS = (1, 5, 10, 50)


@dataclass(frozen=True, slots=True)
class ReliabilityBin:
    """Pairs whose probability lies in [low, high): their mean probability and the share that is true."""

    low: float
    high: float
    pairs: int
    mean_probability: float
    share_true: float


def recall_at(
    ranked: Mapping[str, Sequence[str]], truth: Collection[Pair], ranks: Sequence[int] = RANKS
) -> list[float]:
    """The share of true pairs (request, report) whose report is among the first so many; 0.0 without truth."""
    positions = [_position(ranked.get(request, ()), report) for request, report in truth]
    return [_share(sum(position <= rank for position in positions), len(positions)) for rank in ranks]


def precision(proposed: Collection[Pair], truth: Collection[Pair]) -> float:
    """The share of proposed pairs that are true; 0.0 when nothing is proposed."""
    known = set(truth)
    return _share(sum(pair in known for pair in proposed), len(proposed))


def true_among_first(scored: Sequence[Verdict], first: int) -> int:
    """How many of the heaviest so many pairs are true."""
    return sum(is_true for _, is_true in sorted(scored, key=_by_weight)[:first])


def brier_score(predictions: Sequence[tuple[float, bool]]) -> float:
    """Mean squared distance of probability from truth: 0 is perfect, 0.25 a coin."""
    return _share(sum((probability - is_true) ** 2 for probability, is_true in predictions), len(predictions))


def reliability(predictions: Sequence[tuple[float, bool]], bins: int = 10) -> list[ReliabilityBin]:
    """Equal bins of probability with what became of them; empty bins are left out."""
    table = []
    for number in range(bins):
        low, high = number / bins, (number + 1) / bins
        inside = [p for p in predictions if low <= p[0] < high or (p[0] == 1.0 == high)]
        if inside:
            mean = sum(probability for probability, _ in inside) / len(inside)
            true = sum(is_true for _, is_true in inside) / len(inside)
            table.append(ReliabilityBin(low, high, len(inside), mean, true))
    return table


def _position(reports: Sequence[str], report: str) -> float:
    return reports.index(report) + 1 if report in reports else float("inf")


def _share(part: float, whole: int) -> float:
    return part / whole if whole else 0.0


def _by_weight(verdict: Verdict) -> tuple[float, bool]:
    """Heaviest first; of equal weights the untrue first, so that ties flatter nobody."""
    return -verdict[0], verdict[1]
