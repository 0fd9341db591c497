"""Learning the weights of letters from pairs of names known to be one, by counting along best alignments.

Viterbi training (hard expectation–maximisation): with the weights of the round before, the parts of each pair of names
are put side by side and their letters aligned; what met, what was dropped and what was added is counted, and the counts
make the weights of the next round. The first round knows only what is believed beforehand. No chance is involved.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

from rapidfuzz.fuzz import ratio

from matching.errors import TrainingError
from matching.names.letter_units import CALLED
from matching.names.letter_weights import SYMMETRIC, AllWeights, Weights
from matching.names.name_parts import NamePart, Sounding, prepare_part
from matching.names.part_similarity import oriented_groups
from matching.names.readings.reading_result import Groups
from matching.names.segmentation import Segmentation, segmentations_of

Units = tuple[int, ...]
_Written = tuple[str, Groups]
# For each step of an alignment the units that met; None for a letter dropped or added.
Steps = list[tuple[int | None, int | None]]
Counts = dict[str, dict[str, dict[str, float]]]

ROUNDS = 5
_FEWEST_PAIRS = 100
_MOST_TRIED = 4
# Parts of true pairs that agree in less, in bits, answer each other by mistake; at first little is known.
_LEAST_FIRST, _LEAST = 0.5, 1.5


def learn_counts(pairs: Iterable[tuple[str, str]], rounds: int = ROUNDS) -> Counts:
    """Counts by way of writing from pairs of names of one person each; raises TrainingError for under 100 pairs."""
    known = [(segmentations_of(one), segmentations_of(other)) for one, other in pairs]
    if len(known) < _FEWEST_PAIRS:
        raise TrainingError("too few pairs of names")
    counts: Counts = {}
    for number in range(rounds):
        learner = _Learner(AllWeights(counts), _LEAST if number else _LEAST_FIRST)
        for one, other in known:
            learner.count(one, other)
        counts = learner.counts()
    return counts


class _Learner:
    """One round: aligns with the given weights and counts."""

    def __init__(self, weights: AllWeights, least: float) -> None:
        self._weights = weights
        self._least = least
        self._counted: dict[str, Counter[tuple[int | None, int | None]]] = {}
        self._known: dict[tuple[_Written, _Written], tuple[float, str, Units, Units]] = {}

    def count(self, one: Sequence[Segmentation], other: Sequence[Segmentation]) -> None:
        """Count along the best way to divide and to align two names."""
        found = max((self._paired(a, b) for a in one for b in other), key=lambda paired: sum(p[0] for p in paired))
        for bits, key, first, second in found:
            if bits >= self._least:
                steps = _steps(self._weights.of(key), first, second)
                counted = self._counted.setdefault(key, Counter())
                counted.update(steps)
                if key in SYMMETRIC:
                    counted.update((b, a) for a, b in steps)

    def counts(self) -> Counts:
        """What was counted, by what the units are called, in a fixed order."""
        return {key: _called(self._counted[key]) for key in sorted(self._counted)}

    def _paired(self, one: Segmentation, other: Segmentation) -> list[tuple[float, str, Units, Units]]:
        scored = [
            (self._best((a, one.groups), (b, other.groups)), i, j)
            for i, a in enumerate(one.parts)
            for j, b in enumerate(other.parts)
        ]
        scored.sort(key=lambda found: (-found[0][0], found[1], found[2]))
        taken_one: set[int] = set()
        taken_other: set[int] = set()
        paired = []
        for best, i, j in scored:
            if best[0] > 0.0 and i not in taken_one and j not in taken_other:
                taken_one.add(i)
                taken_other.add(j)
                paired.append(best)
        return paired

    def _best(self, one: _Written, other: _Written) -> tuple[float, str, Units, Units]:
        """The best pair of readings of two parts: bits, key of the weights, units of either side."""
        found = self._known.get((one, other))
        if found is None:
            tried = [self._aligned(a, b) for a, b in _likeliest(prepare_part(*one), prepare_part(*other))]
            found = self._known[one, other] = max(tried, key=lambda best: best[0])
        return found

    def _aligned(self, one: Sounding, other: Sounding) -> tuple[float, str, Units, Units]:
        swapped, key = oriented_groups(one.group, other.group)
        first, second = (other, one) if swapped else (one, other)
        bits = _table(self._weights.of(key), first.units, second.units)[-1][-1] - one.doubt - other.doubt
        return bits, key, first.units, second.units


def _likeliest(one: NamePart, other: NamePart) -> list[tuple[Sounding, Sounding]]:
    """The pairs of readings whose letters are most alike, at most four."""
    pairs = [(a, b) for a in one.readings for b in other.readings]
    if len(pairs) <= _MOST_TRIED:
        return pairs
    return sorted(pairs, key=lambda pair: -ratio(pair[0].text, pair[1].text))[:_MOST_TRIED]


def _table(weights: Weights, first: Units, second: Units) -> list[list[float]]:
    """Best sums for all beginnings of both sides."""
    drops, adds = weights.dropping.tolist(), weights.adding.tolist()
    table = [list(accumulate([adds[y] for y in second], initial=0.0))]
    for x in first:
        above, row = table[-1], [table[-1][0] + drops[x]]
        meeting = weights.row(x)
        for j, y in enumerate(second):
            row.append(max(above[j] + meeting[y], above[j + 1] + drops[x], row[j] + adds[y]))
        table.append(row)
    return table


def _steps(weights: Weights, first: Units, second: Units) -> Steps:
    """The steps of the best alignment; letters meet rather than drop where both are level."""
    table = _table(weights, first, second)
    drops = weights.dropping.tolist()
    steps: Steps = []
    i, j = len(first), len(second)
    while i or j:
        here = table[i][j]
        if i and j and here == table[i - 1][j - 1] + weights.row(first[i - 1])[second[j - 1]]:
            i, j = i - 1, j - 1
            steps.append((first[i], second[j]))
        elif i and here == table[i - 1][j] + drops[first[i - 1]]:
            i -= 1
            steps.append((first[i], None))
        else:
            j -= 1
            steps.append((None, second[j]))
    return steps


def _called(counted: Mapping[tuple[int | None, int | None], int]) -> dict[str, dict[str, float]]:
    named: dict[str, dict[str, float]] = {}
    for one, other in sorted(counted, key=lambda pair: (_name(pair[0]), _name(pair[1]))):
        named.setdefault(_name(one), {})[_name(other)] = counted[one, other]
    return named


def _name(unit: int | None) -> str:
    return "" if unit is None else CALLED[unit]
