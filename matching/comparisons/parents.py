"""Father's and mother's names: with each other, and with the parts of the other side's own name.

A patronymic stands where others have a family name, and a mother's name where others have a second one; a clerk writes
either beside the person's own. A name that is part of the person's own on its own side is weighed there, not here.
"""

import numpy as np

from matching.comparisons.levels import BLANK_LEVEL, Bits, LevelComparison, bounded
from matching.comparisons.names import best_sums, name_sum
from matching.evidence import AlignedPart
from matching.names.name_columns import Positions
from matching.names.name_comparison import compare_prepared
from matching.pairs import Pairs
from matching.prepared_record import Has, NameRole, PreparedRecord, RecordName

_PARENTS = (NameRole.FATHER, NameRole.MOTHER)
_SAME, _PERHAPS = 6.0, 2.0
# What a whole name has beside the parent's costs little each; parents' names alone are short.
_AMONG_PARTS = 4.0


class ParentsComparison(LevelComparison):
    """The best of: both mothers, both fathers, a parent on one side among the name parts of the other."""

    code = "parents"
    needs = Has.PARENTS | Has.NAMES
    levels = ("same", "perhaps", "among_name_parts", "different")
    edges = (_SAME, _PERHAPS, _AMONG_PARTS)

    def at_most(self, pairs: Pairs) -> Bits:
        return bounded(pairs, _told(pairs), self._weights)

    def known_levels(self, pairs: Pairs) -> Positions:
        numbers = np.full(len(pairs), BLANK_LEVEL, dtype=np.int64)
        told = _told(pairs)
        if len(told):
            numbers[told] = self._of_told(pairs.chosen(told))
        return numbers

    def _of_told(self, pairs: Pairs) -> Positions:
        both = np.max([best_sums(pairs, role) for role in _PARENTS], axis=0)
        among = np.max(
            [best_sums(pairs, role, NameRole.OWN) for role in _PARENTS]
            + [best_sums(pairs, NameRole.OWN, role) for role in _PARENTS],
            axis=0,
        )
        conditions = [both >= _SAME, both >= _PERHAPS, among >= _AMONG_PARTS, np.isfinite(both)]
        return np.select(conditions, [0, 1, 2, 3], BLANK_LEVEL)

    def parts(self, sought: PreparedRecord, found: PreparedRecord, level: str) -> tuple[AlignedPart, ...]:
        pairs = [(one, other) for role in _PARENTS for one in named(sought, role) for other in named(found, role)]
        if level == "among_name_parts":
            pairs = [(one, other) for role in _PARENTS for one in named(sought, role) for other in found.names]
            pairs += [(one, other) for role in _PARENTS for one in sought.names for other in named(found, role)]
        one, other = max(pairs, key=lambda pair: name_sum(*pair))
        return compare_prepared(one.name, other.name).parts


def _told(pairs: Pairs) -> Positions:
    """The pairs of which a side names a parent."""
    one, other = pairs.values("has")
    return np.flatnonzero((one | other) & Has.PARENTS)


def named(record: PreparedRecord, role: NameRole) -> tuple[RecordName, ...]:
    """A record's names in one role of its relatives."""
    return tuple(name for known, name in record.relatives if known is role)
