"""Time and place together: what the two tell beyond each alone.

A body that lies near is found soon, one that drifted is found later; the living are met far away and late. Elapsed time
and place are each weighed by themselves; this comparison corrects their sum where the two depend on each other.
"""

import numpy as np

from matching.comparisons.elapsed import days_between
from matching.comparisons.levels import BLANK_LEVEL, Family, LevelComparison, by_beginning, reason_of
from matching.comparisons.place import relations
from matching.evidence import AlignedPart
from matching.names.name_columns import Positions
from matching.pairs import Pairs
from matching.prepared_record import Has, PreparedRecord

# First day of each band after the first, counted from the last contact.
_STARTS = (-7, 15, 92, 366)
TIMES = ("before", "days", "weeks", "months", "years")
# By the relation of the places, in the order of its codes.
_PLACES = ("near", "region", "route", "elsewhere")
_PLACE_OF_RELATION = np.array([0, 1, 1, 2, 2, 2, 3, 2, 3, 3])
# An interval of days wider than this falls into no one band.
_WIDEST = 31


class TogetherComparison(LevelComparison):
    """Five bands of time by four of distance; apart for the dead and the living."""

    code = "together"
    needs = Has.WHEN
    levels = tuple(f"{kind}_{time}_{place}" for kind in ("dead", "living") for time in TIMES for place in _PLACES)
    edges = (_WIDEST, *_STARTS, *_PLACE_OF_RELATION.tolist())
    times = len(TIMES)

    @classmethod
    def families(cls) -> tuple[Family, ...]:
        """The dead and the living apart."""
        return by_beginning(cls.levels)

    def known_levels(self, pairs: Pairs) -> Positions:
        first, last = days_between(pairs)
        times = np.searchsorted(_STARTS, (first + last) // 2, side="right")
        relation = np.full(len(pairs), BLANK_LEVEL, dtype=np.int64)
        placed = pairs.both_say(Has.PLACE)
        relation[placed] = relations(pairs.chosen(placed))
        dead = pairs.found.table["dead"][pairs.j]
        numbers = (np.where(dead, 0, len(TIMES)) + times) * len(_PLACES) + _PLACE_OF_RELATION[relation]
        return np.where((relation == BLANK_LEVEL) | (last - first > _WIDEST), BLANK_LEVEL, numbers)

    def parts(self, sought: PreparedRecord, found: PreparedRecord, level: str) -> tuple[AlignedPart, ...]:
        reason = reason_of(level, self.disagreeing)
        return (AlignedPart(_shown(sought), _shown(found), reason),)


def _shown(record: PreparedRecord) -> str:
    event = record.record.event
    when, place = (event.when, event.place) if event else (None, None)
    written = (when.written or when.earliest.isoformat()) if when else ""
    return " · ".join(filter(None, (written, place.text if place else "")))
