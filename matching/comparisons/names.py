"""Names: the best of all pairs of names of either side, part by part, in bits of rarity.

Agreement on a part is worth the part's rarity, less the looser the agreement; a part that contradicts costs, a part
that is merely missing hardly. The sum is then calibrated against labelled pairs (`curve`), because the parts of one
name depend on each other.
"""

from bisect import bisect_right
from itertools import product

from matching.comparisons.levels import BLANK, outcome_of
from matching.evidence import AlignedPart, Evidence
from matching.names.alignment import Alignment, Parts, align, pair_parts
from matching.names.similarity import Likeness
from matching.prepared import Has, PreparedName, PreparedRecord

# Share of the part's rarity and constant, in bits, by degree of likeness.
_WORTH: dict[Likeness, tuple[float, float]] = {
    Likeness.SAME: (1.0, 0.0),
    Likeness.SAME_SOUND: (1.0, -0.7),
    Likeness.NEAR: (0.85, -1.8),
    Likeness.NICKNAME: (0.6, -2.0),
    Likeness.SIMILAR: (0.45, -2.2),
    Likeness.INITIAL: (0.0, 1.2),
}
_RAREST = 13.0
_CONTRADICTS = -4.0
_MISSING = -0.35
# A nickname alone identifies nobody.
_MOST_OF_A_SHORT_NAME = 3.0
_NO_SHORT_NAME = -0.5
# Brothers and sisters share all parts but one, however rare: where a part contradicts, or is only similar, the rest
# says that it is the family, not that it is the person.
_MOST_OF_A_FAMILY = 12.0
_MOST_IN_DOUBT = 13.0
_LEAST_WORTH = 0.3
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
        parts = shown_parts(align(pair[0].parts, pair[1].parts))
        return Evidence(self.code, level, outcome_of(level, self.disagreeing), round(weight, 3), parts)


def best_sum(sought: tuple[PreparedName, ...], found: tuple[PreparedName, ...]) -> float:
    """The best sum over parts of any pair of names; there must be one on either side."""
    return max([name_sum(one, other) for one in sought for other in found])


def name_sum(one: PreparedName, other: PreparedName) -> float:
    """Bits of rarity shared by two names, before calibration; symmetric."""
    pairings, left, right = pair_parts(one.parts, other.parts)
    total, doubtful = 0.0, False
    for level, left_at, right_at in pairings:
        total += _worth(level, one.parts, left_at, other.parts, right_at)
        doubtful = doubtful or level is Likeness.SIMILAR
    if one.short or other.short:
        return min(total, _MOST_OF_A_SHORT_NAME) if total > 0 else _NO_SHORT_NAME
    contradicting = min(len(left), len(right))
    if contradicting:
        total = min(total, _MOST_OF_A_FAMILY)
    elif doubtful:
        total = min(total, _MOST_IN_DOUBT)
    return total + _CONTRADICTS * contradicting + _MISSING * abs(len(left) - len(right))


def _worth(level: Likeness, one: Parts, left_at: tuple[int, ...], other: Parts, right_at: tuple[int, ...]) -> float:
    share, constant = _WORTH[level]
    rarity = min(_RAREST, sum([one[i].rarity for i in left_at]), sum([other[j].rarity for j in right_at]))
    return max(_LEAST_WORTH, share * rarity + constant)


def best_pair(
    sought: tuple[PreparedName, ...], found: tuple[PreparedName, ...]
) -> tuple[PreparedName, PreparedName] | None:
    """The two names that agree best, None when a side has none."""
    return max(product(sought, found), key=lambda pair: name_sum(*pair), default=None)


def shown_parts(alignment: Alignment) -> tuple[AlignedPart, ...]:
    """The aligned parts with the reason of each; leftovers contradict each other as long as both sides have one."""
    parts = [
        AlignedPart(_written(match.one), _written(match.other), _reason(match.likeness, match.one, match.other))
        for match in alignment.matches
    ]
    both = min(len(alignment.left), len(alignment.right))
    parts += [
        AlignedPart(a.written, b.written, "contradicts") for a, b in zip(alignment.left, alignment.right, strict=False)
    ]
    parts += [AlignedPart(part.written, "", "missing") for part in alignment.left[both:]]
    parts += [AlignedPart("", part.written, "missing") for part in alignment.right[both:]]
    return tuple(parts)


def _written(parts: Parts) -> str:
    return " ".join(part.written for part in parts)


def _reason(level: Likeness, one: Parts, other: Parts) -> str:
    if level in (Likeness.SAME_SOUND, Likeness.NEAR) and one[0].script is not other[0].script:
        return "other_script"
    return {
        Likeness.SAME: "same",
        Likeness.SAME_SOUND: "same_sound",
        Likeness.NEAR: "spelling",
        Likeness.NICKNAME: "nickname",
        Likeness.SIMILAR: "spelling",
        Likeness.INITIAL: "initial",
    }[level]
