"""Days, months and years of four calendars as intervals of Gregorian days."""

import datetime
from functools import lru_cache

from convertdate import islamic, persian
from hijridate import Hijri

from matching.record import Calendar
from search.values import lexicon
from search.values.folding import fold

_CALENDAR_NAMES = {
    "gregorian": Calendar.GREGORIAN,
    "hijri": Calendar.HIJRI,
    "solar_hijri": Calendar.SOLAR_HIJRI,
    "ethiopian": Calendar.ETHIOPIAN,
}
_ETHIOPIAN_EPOCH = 1_724_221  # Julian day of 1 Meskerem of year 1
_JULIAN_DAY_OF_ORDINAL_ZERO = 1_721_425
_FIRST_YEAR, _LAST_YEAR = 1850, 2150


@lru_cache(maxsize=16384)
def days(
    year: int, month: int | None, day: int | None, calendar: Calendar
) -> tuple[datetime.date, datetime.date] | None:
    """Return the first and last Gregorian day of a year, month or day; None where the calendar has no such one."""
    try:
        if month is None:
            first, last = _start(year, 1, 1, calendar), _start(year + 1, 1, 1, calendar) - datetime.timedelta(days=1)
        elif day is None:
            after = (year, month + 1) if month < _months_in_year(calendar) else (year + 1, 1)
            first, last = _start(year, month, 1, calendar), _start(*after, 1, calendar) - datetime.timedelta(days=1)
        else:
            first = last = _start(year, month, day, calendar)
    except (ValueError, OverflowError, IndexError):
        return None
    return (first, last) if _FIRST_YEAR <= first.year <= _LAST_YEAR else None


def _months_in_year(calendar: Calendar) -> int:
    return 13 if calendar is Calendar.ETHIOPIAN else 12


def _start(year: int, month: int, day: int, calendar: Calendar) -> datetime.date:
    if not (1 <= month <= _months_in_year(calendar) and 1 <= day <= 31 and 1 <= year <= 9998):
        raise ValueError(month)
    if calendar is Calendar.GREGORIAN:
        return datetime.date(year, month, day)
    if calendar is Calendar.HIJRI:
        return _from_hijri(year, month, day)
    if calendar is Calendar.SOLAR_HIJRI:
        if day > persian.month_length(year, month):
            raise ValueError(day)
        return datetime.date(*persian.to_gregorian(year, month, day))
    if day > 30 or (month == 13 and day > 6):
        raise ValueError(day)
    return _from_ethiopian(year, month, day)


def _from_ethiopian(year: int, month: int, day: int) -> datetime.date:
    """Twelve months of 30 days and a short thirteenth; a leap year before each Julian one (Amete Mihret era)."""
    julian_day = _ETHIOPIAN_EPOCH + 365 * (year - 1) + year // 4 + 30 * (month - 1) + day - 1
    return datetime.date.fromordinal(julian_day - _JULIAN_DAY_OF_ORDINAL_ZERO)


def _from_hijri(year: int, month: int, day: int) -> datetime.date:
    """The Umm al-Qura calendar where its tables reach (1343 to 1500), the arithmetical one elsewhere."""
    if day > 30:
        raise ValueError(day)
    if 1343 <= year <= 1500:
        length = Hijri(year, month, 1).month_length()
        converted = Hijri(year, month, min(day, length)).to_gregorian()
        return datetime.date(converted.year, converted.month, converted.day)
    return datetime.date(*islamic.to_gregorian(year, month, day))


@lru_cache(maxsize=4)
def month_names(own: Calendar = Calendar.GREGORIAN) -> dict[str, tuple[Calendar, int]]:
    """Folded month names of all languages and calendars.

    `Tir`, of two calendars, is left to the Solar Hijri one, but in a column whose `own` calendar is the other.
    """
    names: dict[str, tuple[Calendar, int]] = {}
    for calendar, number, word in sorted(_own_months(), key=lambda month: month[0] is not own):
        names.setdefault(word, (calendar, number))
    for code, _, words in lexicon.rows("cldr_months"):
        for word in words:
            folded = fold(word)
            if len(folded) > 1 and not folded.isdigit():
                names.setdefault(folded, (Calendar.GREGORIAN, int(code)))
    return names


@lru_cache(maxsize=1)
def shared_month_names() -> frozenset[str]:
    """Names that two calendars have: they tell neither."""
    found: dict[str, set[Calendar]] = {}
    for calendar, _, word in _own_months():
        found.setdefault(word, set()).add(calendar)
    return frozenset(word for word, calendars in found.items() if len(calendars) > 1)


def _own_months() -> list[tuple[Calendar, int, str]]:
    return [
        (_CALENDAR_NAMES[calendar], int(code), fold(word))
        for code, calendar, words in lexicon.rows("date_words")
        if calendar in _CALENDAR_NAMES
        for word in words
    ]
