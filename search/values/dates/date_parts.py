"""Days, months and years as numbers, in a column's order and calendar, as intervals of days."""

import datetime
from dataclasses import dataclass

from matching.record import Calendar, DatePrecision, PartialDate
from search.values.dates.calendar_days import days

DAY_FIRST, MONTH_FIRST, YEAR_FIRST = "dmy", "mdy", "ymd"
# Two zeros for a year.
_TURN_OF_CENTURY = 2000
# A date that is no birth may lie this far ahead.
_YEARS_AHEAD = 5
_BUDDHIST_ERA = 543
_EXCEL_EPOCH = datetime.date(1899, 12, 30)


@dataclass(frozen=True, slots=True)
class DateStyle:
    """How a column or a form writes dates. `today` says which century two digits mean and what lies in the future.

    `past_only`: a date of birth, where `31` is 1931. `buddhist`: years of two figures are of that era, `69` is 2569.
    `language`: in which the months are, where it is known: *out* is August in Creole, October in Portuguese.
    """

    today: datetime.date
    order: str = DAY_FIRST
    calendar: Calendar = Calendar.GREGORIAN
    past_only: bool = False
    buddhist: bool = False
    language: str = ""


def number(text: str | None) -> int | None:
    """A part of a date; None for 0, `xx`, `??` and nothing, which all say that it is not known."""
    return int(text) if text and text.isdigit() and int(text) > 0 else None


def from_one_number(plain: str, style: DateStyle) -> PartialDate | None:
    """A year, eight digits in a row, or the number of days that spreadsheets count from 1900."""
    whole = plain.split(".", maxsplit=1)[0]
    if len(whole) == 4 and plain.removesuffix(".0") == whole:
        return build(year_of(whole), None, None, style)
    if len(whole) == 8:
        year_first = build(int(whole[:4]), int(whole[4:6]) or None, int(whole[6:]) or None, style)
        return (
            year_first
            if year_first and 1850 < int(whole[:4]) < 2200
            else from_three(whole[:2], whole[2:4], whole[4:], style)
        )
    if len(whole) == 5 and 10_000 <= int(whole) <= 60_000:
        day = _EXCEL_EPOCH + datetime.timedelta(days=int(whole))
        return PartialDate(day, day)
    return None


def from_three(first: str, second: str, third: str, style: DateStyle) -> PartialDate | None:
    """Three numbers: the year is the one of four digits; between day and month the column's order decides."""
    a, b, c = number(first), number(second), number(third)
    if _is_no_year(first) or _is_no_year(third):
        return None
    if len(first) >= 3 or (style.order == YEAR_FIRST and len(third) <= 2):
        year, month, day = a, b, c
    elif style.order == MONTH_FIRST:
        month, day, year = a, b, c
    else:
        day, month, year = a, b, c
    if year is None and third == "00" and len(first) <= 2 and month and day:
        year = _TURN_OF_CENTURY
    if year is None:
        return None
    year = _full_year(year, style)
    return build(year, month, day, style) or (build(year, day, month, style) if day and month else None)


def year_of(text: str) -> int | None:
    """A written year, if it is one."""
    return None if _is_no_year(text) else number(text)


def _is_no_year(text: str) -> bool:
    """`0001` and `0098`: in four figures no short year, but what programs write where they know no day."""
    return len(text) > 2 and text.startswith("0")


def build(year: int | None, month: int | None, day: int | None, style: DateStyle) -> PartialDate | None:
    """Return the interval of a year, month or day in the style's calendar; None where there is no such one."""
    if year is None:
        return None
    year = _full_year(year, style)
    calendar = _calendar_of(year, style)
    year = year - _BUDDHIST_ERA if calendar is Calendar.GREGORIAN and 2400 <= year <= 2650 else year
    span = days(year, month, day if month else None, calendar)
    if span is None and day and 28 < day < 32:
        # The thirtieth of February: somebody's slip, but the month was meant.
        day, span = None, days(year, month, None, calendar)
    if span is None:
        return None
    precision = DatePrecision.YEAR if not month else DatePrecision.DAY if day else DatePrecision.MONTH
    return PartialDate(*span, precision, calendar)


def _full_year(year: int, style: DateStyle) -> int:
    if year > 99:
        return year
    if style.calendar is not Calendar.GREGORIAN:
        century = {Calendar.HIJRI: 1400, Calendar.SOLAR_HIJRI: 1300, Calendar.ETHIOPIAN: 2000}[style.calendar]
        return century + year
    if style.buddhist:
        latest = style.today.year + _BUDDHIST_ERA + (0 if style.past_only else _YEARS_AHEAD)
        return latest - (latest - year) % 100
    limit = style.today.year % 100 + (0 if style.past_only else _YEARS_AHEAD)
    return 2000 + year if year <= limit else 1900 + year


def _calendar_of(year: int, style: DateStyle) -> Calendar:
    """A year of the 1300s or 1400s is no Gregorian one: Solar Hijri up to the present year of it, Hijri after."""
    if style.calendar is not Calendar.GREGORIAN:
        # A Gregorian year in a column of another calendar shows itself by its number.
        return Calendar.GREGORIAN if style.calendar is not Calendar.ETHIOPIAN and year >= 1850 else style.calendar
    if 1250 <= year <= style.today.year - 621:
        return Calendar.SOLAR_HIJRI
    return Calendar.HIJRI if style.today.year - 621 < year <= 1500 else Calendar.GREGORIAN
