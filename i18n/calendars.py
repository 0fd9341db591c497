"""The calendars in which families know their dates, and the words for their months.

Conversions: Hijri by the Umm al-Qura tables (hijridate, 1343 to 1500 AH); Solar Hijri by convertdate; Ethiopian through
the Coptic calendar, with which it shares days and months and from which its years differ by 276.
"""

import datetime
from collections.abc import Callable
from typing import NamedTuple

from convertdate import coptic, persian
from hijridate import Gregorian

from i18n.translate import pgettext, pgettext_noop

GREGORIAN = "gregorian"
_ETHIOPIAN_YEARS_AHEAD_OF_COPTIC = 276


class CalendarDay(NamedTuple):
    """A day as its calendar counts it; `month` begins with 1."""

    year: int
    month: int
    day: int


def in_calendar(day: datetime.date, calendar: str) -> CalendarDay | None:
    """A Gregorian day in another calendar; None outside the years for which the conversion is known.

    Raises KeyError for a calendar without a conversion.
    """
    try:
        return _CONVERSIONS[calendar](day)
    except (ValueError, OverflowError):
        return None


def knows(calendar: str) -> bool:
    """Whether dates can be shown in a calendar."""
    return calendar == GREGORIAN or calendar in _CONVERSIONS


def month_name(tag: str, calendar: str, month: int) -> str:
    """The name of a month of one of the other calendars."""
    return pgettext(tag, *_MONTHS[calendar][month - 1])


def with_calendar_name(tag: str, calendar: str, date: str) -> str:
    """The date with the name of its calendar beside it: "28 Rajab 1442 Hijri"."""
    return pgettext(tag, *_DATE_IN[calendar], date=date)


def _hijri(day: datetime.date) -> CalendarDay:
    hijri = Gregorian.fromdate(day).to_hijri()
    return CalendarDay(hijri.year, hijri.month, hijri.day)


def _solar_hijri(day: datetime.date) -> CalendarDay:
    return CalendarDay(*persian.from_gregorian(day.year, day.month, day.day))


def _ethiopian(day: datetime.date) -> CalendarDay:
    year, month, day_of_month = coptic.from_gregorian(day.year, day.month, day.day)
    return CalendarDay(year + _ETHIOPIAN_YEARS_AHEAD_OF_COPTIC, month, day_of_month)


_CONVERSIONS: dict[str, Callable[[datetime.date], CalendarDay]] = {
    "hijri": _hijri,
    "solar_hijri": _solar_hijri,
    "ethiopian": _ethiopian,
}

_DATE_IN = {
    "hijri": pgettext_noop("calendar", "%(date)s Hijri"),
    "solar_hijri": pgettext_noop("calendar", "%(date)s Solar Hijri"),
    "ethiopian": pgettext_noop("calendar", "%(date)s Ethiopian"),
}

# Afghanistan and Iran share the Solar Hijri calendar and name its months differently: both names are shown.
_MONTHS = {
    "hijri": (
        pgettext_noop("Hijri month", "Muharram"),
        pgettext_noop("Hijri month", "Safar"),
        pgettext_noop("Hijri month", "Rabi al-Awwal"),
        pgettext_noop("Hijri month", "Rabi al-Thani"),
        pgettext_noop("Hijri month", "Jumada al-Ula"),
        pgettext_noop("Hijri month", "Jumada al-Thaniyah"),
        pgettext_noop("Hijri month", "Rajab"),
        pgettext_noop("Hijri month", "Shaban"),
        pgettext_noop("Hijri month", "Ramadan"),
        pgettext_noop("Hijri month", "Shawwal"),
        pgettext_noop("Hijri month", "Dhu al-Qadah"),
        pgettext_noop("Hijri month", "Dhu al-Hijjah"),
    ),
    "solar_hijri": (
        pgettext_noop("Solar Hijri month", "Hamal/Farvardin"),
        pgettext_noop("Solar Hijri month", "Sawr/Ordibehesht"),
        pgettext_noop("Solar Hijri month", "Jawza/Khordad"),
        pgettext_noop("Solar Hijri month", "Saratan/Tir"),
        pgettext_noop("Solar Hijri month", "Asad/Mordad"),
        pgettext_noop("Solar Hijri month", "Sunbula/Shahrivar"),
        pgettext_noop("Solar Hijri month", "Mizan/Mehr"),
        pgettext_noop("Solar Hijri month", "Aqrab/Aban"),
        pgettext_noop("Solar Hijri month", "Qaws/Azar"),
        pgettext_noop("Solar Hijri month", "Jadi/Dey"),
        pgettext_noop("Solar Hijri month", "Dalw/Bahman"),
        pgettext_noop("Solar Hijri month", "Hut/Esfand"),
    ),
    "ethiopian": (
        pgettext_noop("Ethiopian month", "Meskerem"),
        pgettext_noop("Ethiopian month", "Tikimt"),
        pgettext_noop("Ethiopian month", "Hidar"),
        pgettext_noop("Ethiopian month", "Tahsas"),
        pgettext_noop("Ethiopian month", "Tir"),
        pgettext_noop("Ethiopian month", "Yekatit"),
        pgettext_noop("Ethiopian month", "Megabit"),
        pgettext_noop("Ethiopian month", "Miyazya"),
        pgettext_noop("Ethiopian month", "Ginbot"),
        pgettext_noop("Ethiopian month", "Sene"),
        pgettext_noop("Ethiopian month", "Hamle"),
        pgettext_noop("Ethiopian month", "Nehase"),
        pgettext_noop("Ethiopian month", "Pagumen"),
    ),
}
