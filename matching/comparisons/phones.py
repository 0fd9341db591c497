"""Phone numbers across all roles: a number on a body may be the mother's own."""

from matching.comparisons.levels import BLANK, LevelComparison
from matching.comparisons.numbers import one_stroke_apart
from matching.evidence import AlignedPart
from matching.prepared import Has, PreparedRecord

# Digits of a number as kept without country or area code.
_LOCAL = 7
_REASONS = {"same": "same", "same_ending": "fits", "one_digit": "one_digit", "different": "contradicts"}


class PhonesComparison(LevelComparison):
    """The best of any two numbers of either side."""

    code = "phones"
    needs = Has.PHONES
    levels = ("same", "same_ending", "one_digit", "different")
    disagreeing = frozenset({"different"})

    def level(self, sought: PreparedRecord, found: PreparedRecord) -> str:
        return self._best(sought, found)[0] if sought.phones and found.phones else BLANK

    def parts(self, sought: PreparedRecord, found: PreparedRecord, level: str) -> tuple[AlignedPart, ...]:
        _, one, other = self._best(sought, found)
        return (AlignedPart(_shown(sought, one), _shown(found, other), _REASONS[level]),)

    def _best(self, sought: PreparedRecord, found: PreparedRecord) -> tuple[str, str, str]:
        best = (self.levels.index("different"), sought.phones[0], found.phones[0])
        for one in sought.phones:
            for other in found.phones:
                best = min(best, (self.levels.index(_meeting(one, other)), one, other))
        return self.levels[best[0]], best[1], best[2]


def _meeting(one: str, other: str) -> str:
    if one == other:
        return "same"
    if min(len(one), len(other)) < _LOCAL:
        return "different"
    if one[-_LOCAL:] == other[-_LOCAL:]:
        return "same_ending"
    return "one_digit" if one_stroke_apart(one, other) else "different"


def _shown(record: PreparedRecord, digits: str) -> str:
    """The number as the record has it."""
    return next((p.number for p in record.record.phones if "".join(filter(str.isdecimal, p.number)) == digits), digits)
