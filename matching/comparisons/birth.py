"""Birth dates written on both sides, with the ways in which clerks and memories alter them."""

import numpy as np

from matching.comparisons.levels import LevelComparison, first_that_holds, reason_of
from matching.evidence import AlignedPart
from matching.names.name_columns import Positions
from matching.pairs import Pairs
from matching.prepared_record import Has, PreparedRecord

_LONG_YEAR = 366
_FEW_YEARS = 5
# A decade is mistaken more often than any other number of years.
_DECADE = 10


class BirthComparison(LevelComparison):
    """From the same day to decades apart. 1 January means that only the year is known."""

    code = "birth"
    needs = Has.BIRTH
    levels = (
        "same_day",
        "day_month_swapped",
        "same_day_year_off",
        "same_year_first_january",
        "within",
        "one_year_first_january",
        "same_year",
        "one_digit",
        "one_year",
        "few_years",
        "ten_years_off",
        "far",
    )
    edges = (_LONG_YEAR, _FEW_YEARS, _DECADE)

    def known_levels(self, pairs: Pairs) -> Positions:
        (born, other), (days, others) = pairs.values("born"), pairs.values("birth")
        exact = (born[:, 0] > 0) & (other[:, 0] > 0)
        gap = np.maximum(days[:, 0] - others[:, 1], others[:, 0] - days[:, 1])
        numbers = first_that_holds(
            self.levels,
            {"within": gap <= 0, "one_year": gap <= _LONG_YEAR, "few_years": gap <= _FEW_YEARS * _LONG_YEAR},
            "far",
        )
        numbers[exact] = self._of_days(born[exact].astype(np.int64), other[exact].astype(np.int64))
        return numbers

    def _of_days(self, one: Positions, other: Positions) -> Positions:
        """Levels of two exact days given as year, month, day."""
        years = np.abs(one[:, 0] - other[:, 0])
        same_day = (one[:, 1:] == other[:, 1:]).all(axis=1)
        new_years = (one[:, 1:] == 1).all(axis=1) | (other[:, 1:] == 1).all(axis=1)
        swapped = (one[:, 1] == other[:, 2]) & (one[:, 2] == other[:, 1])
        conditions = {
            "same_year_first_january": (years == 0) & (new_years | (same_day & new_years)),
            "same_day": (years == 0) & same_day,
            "day_month_swapped": (years == 0) & swapped,
            "ten_years_off": same_day & ~new_years & (years == _DECADE),
            "same_day_year_off": same_day & ~new_years & (years <= _FEW_YEARS),
            "far": same_day & ~new_years,
            "one_year_first_january": (years == 1) & new_years,
            "one_digit": (years == 0) & (_digits_apart(one, other) == 1),
            "same_year": years == 0,
            "one_year": years == 1,
            "few_years": years <= _FEW_YEARS,
        }
        return first_that_holds(self.levels, conditions, "far")

    def parts(self, sought: PreparedRecord, found: PreparedRecord, level: str) -> tuple[AlignedPart, ...]:
        reason = {"same_day": "same", "one_digit": "one_digit"}.get(level, reason_of(level, self.disagreeing))
        return (AlignedPart(_shown(sought), _shown(found), reason),)


def _digits_apart(one: Positions, other: Positions) -> Positions:
    """How many of the eight digits of two dates differ."""
    apart = np.zeros(len(one), dtype=np.int64)
    for column, digits in enumerate((4, 2, 2)):
        for power in range(digits):
            apart += one[:, column] // 10**power % 10 != other[:, column] // 10**power % 10
    return apart


def _shown(record: PreparedRecord) -> str:
    birth = record.record.birth
    return "" if birth is None else birth.written or f"{birth.earliest.isoformat()}/{birth.latest.isoformat()}"
