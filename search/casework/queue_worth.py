"""What deciding a pair is worth, as one number by which a committee's list is put in order; no database is asked here.

Not the bits alone: most pairs that are proposed are likely, so that they tell little. A minor comes before everybody
else. Then counts how likely the pair is, whether it would give a name to a body that has none, how many rivals would be
left to read, and whether there is new evidence. Among pairs of the same worth the case that has waited longest is
first. All of this is what a reader is shown too: nothing that is kept back moves a pair.
"""

import bisect
import datetime
from dataclasses import dataclass

# Bits as they are told to readers, where one class ends and the next begins.
CLASSES = (2.0, 6.0, 10.0, 14.0)
_EVERYBODY_ELSE = 10**9
_MOST_POINTS, _POINT = 99, 10**6


@dataclass(frozen=True, slots=True, kw_only=True)
class Stakes:
    """What is known of a pair that matters to its place in the list.

    `weight`: the bits that readers are told. `rivals`: other likely reports for the same search. `unnamed_remains`: a
    body of which nobody knows a name. `returned`: a revision since it was ruled out brought new evidence.
    """

    minor: bool
    unnamed_remains: bool
    weight: float
    rivals: int
    returned: bool
    searched_since: datetime.date


def queue_order(stakes: Stakes) -> int:
    """The place of a pair: the smaller number is read first. It fits into 32 bits."""
    block = 0 if stakes.minor else _EVERYBODY_ELSE
    return block + (_MOST_POINTS - _points(stakes)) * _POINT + stakes.searched_since.toordinal() % _POINT


def is_of_minor(order: int | None) -> bool:
    """Whether a pair has its place because a minor is in it."""
    return order is not None and order < _EVERYBODY_ELSE


def _points(stakes: Stakes) -> int:
    alone = 2 if stakes.rivals == 0 else 1 if stakes.rivals == 1 else 0
    likely = 2 * bisect.bisect_right(CLASSES, stakes.weight)
    return likely + alone + 3 * stakes.unnamed_remains + 2 * stakes.returned
