"""Age where one side has no birth date: stated or assessed ages against birth dates or other ages."""

import numpy as np

from matching.comparisons.levels import BLANK_LEVEL, Family, LevelComparison, by_beginning, reason_of
from matching.evidence import AlignedPart
from matching.names.name_columns import Positions
from matching.pairs import Pairs
from matching.prepared_record import Has, PreparedRecord

_YEAR = 365.25
# Years apart up to which each band goes; beyond the last is far.
_LIMITS = (0, 1, 2, 4, 7, 12)


class AgeComparison(LevelComparison):
    """How many years lie between the two spans of possible births; assessed ranges are apart from stated ages."""

    code = "age"
    needs = Has.AGE
    levels = tuple(
        f"{how}_{far}"
        for how in ("stated", "assessed")
        for far in ("within", "one_year", "two_years", "four_years", "seven_years", "twelve_years", "far")
    )
    edges = _LIMITS

    @classmethod
    def families(cls) -> tuple[Family, ...]:
        """Stated and assessed ages apart."""
        return by_beginning(cls.levels)

    def known_levels(self, pairs: Pairs) -> Positions:
        sought, found = pairs.values("births")
        apart = np.maximum(sought[:, 0] - found[:, 1], found[:, 0] - sought[:, 1]) / _YEAR
        assessed = np.logical_or(*pairs.values("assessed"))
        numbers: Positions = np.searchsorted(_LIMITS, apart) + np.where(assessed, len(_LIMITS) + 1, 0)
        both = pairs.both_say(Has.BIRTH)
        numbers[both] = BLANK_LEVEL  # said already by the birth dates
        return numbers

    def parts(self, sought: PreparedRecord, found: PreparedRecord, level: str) -> tuple[AlignedPart, ...]:
        return (AlignedPart(_shown(sought), _shown(found), reason_of(level, self.disagreeing)),)


def _shown(record: PreparedRecord) -> str:
    birth, age = record.record.birth, record.record.age
    if birth is not None:
        return birth.written or str(birth.earliest.year)
    if age is None:
        return ""
    return age.written or (str(age.low) if age.low == age.high else f"{age.low}-{age.high}")
