"""Birth dates written on both sides, with the ways in which clerks and memories alter them."""

import datetime

from matching.comparisons.levels import BLANK, LevelComparison, reason_of
from matching.evidence import AlignedPart
from matching.prepared import Days, Has, PreparedRecord


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
    disagreeing = frozenset({"few_years", "far"})

    def level(self, sought: PreparedRecord, found: PreparedRecord) -> str:
        if sought.birth is None or found.birth is None:
            return BLANK
        if sought.born and found.born:
            return _of_days(sought.born, found.born)
        return _of_intervals(sought.birth, found.birth)

    def parts(self, sought: PreparedRecord, found: PreparedRecord, level: str) -> tuple[AlignedPart, ...]:
        reason = {"same_day": "same", "one_digit": "one_digit"}.get(level, reason_of(level, self.disagreeing))
        return (AlignedPart(_shown(sought), _shown(found), reason),)


def _of_days(one: datetime.date, other: datetime.date) -> str:
    if one == other:
        return "same_year_first_january" if (one.month, one.day) == (1, 1) else "same_day"
    years = abs(one.year - other.year)
    if years == 0 and one.day == other.month and one.month == other.day:
        return "day_month_swapped"
    if (one.month, one.day) == (other.month, other.day) != (1, 1):
        return "ten_years_off" if years == 10 else "same_day_year_off" if years <= 5 else "far"
    if (1, 1) in ((one.month, one.day), (other.month, other.day)):
        return _of_years(years, "same_year_first_january", "one_year_first_january")
    if years == 0 and _one_digit_apart(one, other):
        return "one_digit"
    return _of_years(years, "same_year", "one_year")


def _of_years(years: int, same: str, next_to: str) -> str:
    if years == 0:
        return same
    if years == 1:
        return next_to
    return "few_years" if years <= 5 else "far"


def _one_digit_apart(one: datetime.date, other: datetime.date) -> bool:
    return sum(a != b for a, b in zip(one.isoformat(), other.isoformat(), strict=True)) == 1


def _of_intervals(one: Days, other: Days) -> str:
    gap = max(one.first - other.last, other.first - one.last, 0)
    if gap == 0:
        return "within"
    return "one_year" if gap <= 366 else "few_years" if gap <= 5 * 366 else "far"


def _shown(record: PreparedRecord) -> str:
    birth = record.record.birth
    return "" if birth is None else birth.written or f"{birth.earliest.isoformat()}/{birth.latest.isoformat()}"
