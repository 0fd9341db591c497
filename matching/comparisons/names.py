"""Names: the best of all pairs of names of either side, part by part, in bits of rarity.

What two names are worth together (`names/structure.py`) is calibrated against labelled pairs of people (`curve`),
because the names of one person depend on each other and on where the person comes from.
"""

from bisect import bisect_right
from itertools import product

from matching.comparisons.levels import BLANK, outcome_of
from matching.evidence import Evidence
from matching.names.comparison import compare_prepared, prepared_bits
from matching.prepared import Has, PreparedRecord, RecordName

# A nickname alone identifies nobody.
_MOST_OF_A_SHORT_NAME = 3.0
_NO_SHORT_NAME = -0.5
_LEVELS = ((14.0, "very_strong"), (8.0, "strong"), (4.0, "fair"), (0.5, "weak"))
Curve = tuple[tuple[float, float], ...]


class NamesComparison:
    """`curve` maps the sum over parts to match weight: points (sum, bits) in ascending order, straight between them."""

    code = "names"
    needs = Has.NAMES
    levels = ("very_strong", "strong", "fair", "weak", "unlike")
    disagreeing = frozenset({"unlike"})

    def __init__(self, curve: Curve) -> None:
        self._sums = [point[0] for point in curve]
        self._bits = [point[1] for point in curve]

    def weigh(self, sought: PreparedRecord, found: PreparedRecord) -> float:
        """Match weight in bits."""
        if not sought.names or not found.names:
            return 0.0
        return self.calibrated(best_sum(sought.names, found.names))

    def calibrated(self, total: float) -> float:
        """Bits for a sum over parts; constant beyond the ends of the curve."""
        above = bisect_right(self._sums, total)
        if above == 0:
            return self._bits[0]
        if above == len(self._sums):
            return self._bits[-1]
        low, high = self._sums[above - 1], self._sums[above]
        share = (total - low) / (high - low)
        return self._bits[above - 1] * (1 - share) + self._bits[above] * share

    def evidence(self, sought: PreparedRecord, found: PreparedRecord) -> Evidence:
        """The best pair of names with its parts aligned."""
        pair = best_pair(sought.names, found.names)
        if pair is None:
            return Evidence(self.code, BLANK, outcome_of(BLANK, self.disagreeing), 0.0)
        weight = self.weigh(sought, found)
        level = next((code for least, code in _LEVELS if weight >= least), "unlike")
        parts = compare_prepared(pair[0].name, pair[1].name).parts
        return Evidence(self.code, level, outcome_of(level, self.disagreeing), round(weight, 3), parts)


def best_sum(sought: tuple[RecordName, ...], found: tuple[RecordName, ...]) -> float:
    """The best sum over parts of any pair of names; there must be one on either side."""
    return max([name_sum(one, other) for one in sought for other in found])


def name_sum(one: RecordName, other: RecordName) -> float:
    """Bits that two names share, before calibration; symmetric."""
    total = prepared_bits(one.name, other.name)
    if one.short or other.short:
        return min(total, _MOST_OF_A_SHORT_NAME) if total > 0 else _NO_SHORT_NAME
    return total


def best_pair(sought: tuple[RecordName, ...], found: tuple[RecordName, ...]) -> tuple[RecordName, RecordName] | None:
    """The two names that agree best, None when a side has none; of equal ones those in the same letters."""
    return max(product(sought, found), key=_agreement, default=None)


def _agreement(pair: tuple[RecordName, RecordName]) -> tuple[float, bool]:
    one, other = pair
    return round(name_sum(one, other), 1), not one.name.natives.isdisjoint(other.name.natives)
