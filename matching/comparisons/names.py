"""Names: the best of all pairs of names of either side, part by part, in bits of rarity.

What two names are worth together (`names/name_evidence.py`) is calibrated against labelled pairs of people (`curve`),
because the names of one person depend on each other and on where the person comes from.
"""

from itertools import product
from typing import Self

import numpy as np

from matching.comparisons.levels import BLANK, Bits, Comparison, Family, bounded, outcome_of
from matching.comparisons.name_curve import CURVE_STEPS, Curve, curve_step
from matching.evidence import Evidence, Outcome
from matching.model import Model
from matching.names.batch_comparison import segmentation_scores
from matching.names.name_columns import NO_PART, Positions, starts_of, stretches
from matching.names.name_comparison import compare_prepared, prepared_bits
from matching.pairs import Pairs
from matching.prepared_record import Has, NameRole, PreparedRecord, RecordName
from matching.record_columns import RecordColumns

# A nickname alone identifies nobody.
_MOST_OF_A_SHORT_NAME = 3.0
_NO_SHORT_NAME = -0.5
_LEVELS = ((14.0, "very_strong"), (8.0, "strong"), (4.0, "fair"), (0.0, "weak"))


class NamesComparison(Comparison):
    """`curve` maps the sum over parts to match weight; the levels are for a card and have no weight of their own."""

    code = "names"
    needs = Has.NAMES
    levels = ("very_strong", "strong", "fair", "weak", "unlike")
    edges = (_MOST_OF_A_SHORT_NAME, _NO_SHORT_NAME, *CURVE_STEPS)

    def __init__(self, curve: Curve) -> None:
        self._sums = [point[0] for point in curve]
        self._bits = [point[1] for point in curve]

    @classmethod
    def of(cls, model: Model) -> Self:
        """Names with a model's curve."""
        return cls(model.curve_bits(cls.code))

    @classmethod
    def unweighted(cls) -> Self:
        """Names without a curve, for whoever only asks what pairs show."""
        return cls(())

    @classmethod
    def families(cls) -> tuple[Family, ...]:
        """The steps of the curve, of which a pair lies nearest to one."""
        return (tuple(map(str, CURVE_STEPS)),)

    def observed(self, pairs: Pairs) -> tuple[Positions, Positions]:
        """The pairs that are named on both sides, and the step of the curve that each lies nearest to."""
        named = pairs.both_say(self.needs)
        return named, curve_step(best_sums(pairs.chosen(named), NameRole.OWN))

    def weigh(self, pairs: Pairs) -> Bits:
        """Match weights in bits; constant beyond the ends of the curve."""
        weights = np.zeros(len(pairs))
        known = pairs.both_say(self.needs)
        if len(known):
            weights[known] = np.interp(best_sums(pairs.chosen(known), NameRole.OWN), self._sums, self._bits)
        return weights

    def at_most(self, pairs: Pairs) -> Bits:
        """The greatest weight of the curve, where both sides have a name."""
        return bounded(pairs, pairs.both_say(self.needs), np.array(self._bits))

    def evidence(self, sought: PreparedRecord, found: PreparedRecord, pair: Pairs) -> Evidence:
        """The best pair of names with its parts aligned."""
        best = best_pair(sought.names, found.names)
        if best is None:
            return Evidence(self.code, BLANK, Outcome.BLANK, 0.0)
        weight = float(self.weigh(pair)[0])
        level = next((code for threshold, code in _LEVELS if weight >= threshold), "unlike")
        parts = compare_prepared(best[0].name, best[1].name).parts
        return Evidence(self.code, level, outcome_of(level, weight), round(weight, 3), parts)


def best_sums(pairs: Pairs, role: NameRole, other: NameRole | None = None) -> Bits:
    """For each pair the most bits that a name of the sought side in one role shares with one of the found side.

    Before calibration; -inf where a side has none. `other` is the role on the found side: the sought side's own, unless
    given.
    """
    other = role if other is None else other
    sums = np.full(len(pairs), -np.inf)
    if len(np.unique(pairs.i)) <= len(np.unique(pairs.j)):
        for at in _grouped(pairs.i):
            sums[at] = _one_with_many(pairs.sought, int(pairs.i[at[0]]), role, pairs.found, pairs.j[at], other)
    else:
        for at in _grouped(pairs.j):
            sums[at] = _one_with_many(pairs.found, int(pairs.j[at[0]]), other, pairs.sought, pairs.i[at], role)
    return sums


def _grouped(numbers: Positions) -> list[Positions]:
    """The positions of equal numbers together."""
    order = np.argsort(numbers, kind="stable")
    return np.split(order, np.flatnonzero(np.diff(numbers[order])) + 1) if len(order) else []


def _one_with_many(
    own: RecordColumns, one: int, role: NameRole, many: RecordColumns, others: Positions, other_role: NameRole
) -> Bits:
    """The best sums of one record's names with those of others, of shape (others)."""
    mine, _ = _names_in_role(own, np.array([one]), role)
    theirs, whose = _names_in_role(many, others, other_role)
    best = np.full(len(others), -np.inf)
    if not len(mine) or not len(theirs):
        return best
    my_rows = own.names.rows[stretches(own.names.segmentation_starts, mine)]
    met = np.unique(my_rows[my_rows != NO_PART])
    segmentations = [np.searchsorted(met, row[row != NO_PART]) for row in my_rows]
    rows = many.names.rows[stretches(many.names.segmentation_starts, theirs)]
    scores = segmentation_scores(own.parts.taken(met), segmentations, many.parts, rows)
    by_name = np.maximum.reduceat(scores, starts_of(own.names.table["segmentations"][mine])[:-1], axis=0)
    by_name = np.maximum.reduceat(by_name, starts_of(many.names.table["segmentations"][theirs])[:-1], axis=1)
    short = own.names.table["short"][mine][:, None] | many.names.table["short"][theirs]
    little = np.where(by_name > 0, np.minimum(by_name, _MOST_OF_A_SHORT_NAME), _NO_SHORT_NAME)
    np.maximum.at(best, whose, np.where(short, little, by_name).max(axis=0))
    return best


def _names_in_role(records: RecordColumns, chosen: Positions, role: NameRole) -> tuple[Positions, Positions]:
    """The names of some records in one role, and the position in `chosen` of whose each is."""
    names = stretches(records.names.name_starts, chosen)
    whose = np.repeat(np.arange(len(chosen)), np.diff(records.names.name_starts)[chosen])
    wanted = (records.names.table["role"][names] == role) & (records.names.table["segmentations"][names] > 0)
    return names[wanted], whose[wanted]


def best_pair(sought: tuple[RecordName, ...], found: tuple[RecordName, ...]) -> tuple[RecordName, RecordName] | None:
    """The two names that agree best, None when a side has none; of equal ones those in the same letters."""
    return max(product(sought, found), key=_agreement, default=None)


def name_sum(one: RecordName, other: RecordName) -> float:
    """Bits that two names share, before calibration; symmetric."""
    total = prepared_bits(one.name, other.name)
    if one.short or other.short:
        return min(total, _MOST_OF_A_SHORT_NAME) if total > 0 else _NO_SHORT_NAME
    return total


def _agreement(pair: tuple[RecordName, RecordName]) -> tuple[float, bool]:
    one, other = pair
    return round(name_sum(one, other), 1), not one.name.natives.isdisjoint(other.name.natives)
