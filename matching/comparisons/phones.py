"""Phone numbers across all roles: a number on a body may be the mother's own."""

import numpy as np

from matching.comparisons.levels import LevelComparison
from matching.comparisons.one_stroke import one_stroke_apart
from matching.evidence import AlignedPart
from matching.names.name_columns import Flags, Positions
from matching.pairs import Pairs
from matching.prepared_record import Has, PreparedRecord

# Digits of a number as kept without country or area code.
_LOCAL = 7
_LONG = 10**_LOCAL
_REASONS = {"same": "same", "same_ending": "fits", "one_digit": "one_digit", "different": "contradicts"}


class PhonesComparison(LevelComparison):
    """The best of any two numbers of either side."""

    code = "phones"
    needs = Has.PHONES
    levels = ("same", "same_ending", "one_digit", "different")
    edges = (_LOCAL,)

    def known_levels(self, pairs: Pairs) -> Positions:
        sought, found = pairs.sought.phones(pairs.i)[:, :, None], pairs.found.phones(pairs.j)[:, None, :]
        given = (sought > 0) & (found > 0)
        ending = (sought >= _LONG) & (found >= _LONG) & (sought % _LONG == found % _LONG)
        levels = np.full(given.shape, self.levels.index("different"))
        levels[given & ending] = self.levels.index("same_ending")
        levels[given & (sought == found)] = self.levels.index("same")
        # Whatever is one stroke apart is equal before the last five digits or in the last four.
        near = (
            given
            & (levels == self.levels.index("different"))
            & (_like_in_front(sought, found) | _like_behind(sought, found))
        )
        for at in zip(*np.nonzero(near), strict=True):
            if one_stroke_apart(str(sought[at[0], at[1], 0])[1:], str(found[at[0], 0, at[2]])[1:]):
                levels[at] = self.levels.index("one_digit")
        best: Positions = levels.min(axis=(1, 2))
        return best

    def parts(self, sought: PreparedRecord, found: PreparedRecord, level: str) -> tuple[AlignedPart, ...]:
        one, other = self._best(sought, found)
        return (AlignedPart(_shown(sought, one), _shown(found, other), _REASONS[level]),)

    def _best(self, sought: PreparedRecord, found: PreparedRecord) -> tuple[str, str]:
        met = [(self.levels.index(_meeting(one, other)), one, other) for one in sought.phones for other in found.phones]
        _, one, other = min(met)
        return one, other


def _meeting(one: str, other: str) -> str:
    if one == other:
        return "same"
    if min(len(one), len(other)) < _LOCAL:
        return "different"
    if one[-_LOCAL:] == other[-_LOCAL:]:
        return "same_ending"
    return "one_digit" if one_stroke_apart(one, other) else "different"


def _like_in_front(one: Positions, other: Positions) -> Flags:
    """Equal but for the last five digits, one digit more or less allowed for."""
    front, other_front = one // 10**5, other // 10**5
    equal: Flags = (front == other_front) | (front == other // 10**6) | (one // 10**6 == other_front)
    return equal


def _like_behind(one: Positions, other: Positions) -> Flags:
    """Equal in the last four digits, and of about the same length."""
    equal: Flags = (one % 10**4 == other % 10**4) & (one < other * 100) & (other < one * 100)
    return equal


def _shown(record: PreparedRecord, digits: str) -> str:
    """The number as the record has it."""
    return next((p.number for p in record.record.phones if "".join(filter(str.isdecimal, p.number)) == digits), digits)
