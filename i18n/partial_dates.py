"""Words for a date that is known only in part: "March 2021", "around 2021", "between 2019 and 2021".

A partial date is an interval of Gregorian days with a precision and the calendar in which it was said. A date said in
another calendar is shown in that calendar first, with the Gregorian days behind it.
"""

import calendar as months
import datetime

from i18n.calendars import GREGORIAN, in_calendar, knows, month_name, with_calendar_name
from i18n.digits import in_digits
from i18n.errors import UnknownCode
from i18n.locales import locale
from i18n.translate import gettext, pgettext
from i18n.written_forms import gregorian_day, gregorian_month, gregorian_year

PRECISIONS = frozenset({"day", "month", "season", "year", "about", "range"})

# An approximate date is named by its middle, no finer than half the width of its interval allows.
_ABOUT_A_DAY = 12
_ABOUT_A_MONTH = 120


def partial_date(
    tag: str, earliest: datetime.date, latest: datetime.date, precision: str, calendar: str = GREGORIAN
) -> str:
    """The words for an interval of days, both ends included.

    `precision` is one of PRECISIONS; `calendar` is gregorian, hijri, solar_hijri or ethiopian. `date.min` and
    `date.max` stand for an open end. Raises UnknownCode.
    """
    if precision not in PRECISIONS or not knows(calendar):
        raise UnknownCode(f"{precision}/{calendar}")
    gregorian = _gregorian(tag, earliest, latest, precision)
    own = _in_own_calendar(tag, earliest, latest, precision, calendar)
    if own is None:
        return gregorian
    # Translators: a date in the calendar in which it was said, and the same in the Gregorian calendar.
    return pgettext(tag, "date", "%(date)s (%(gregorian)s)", date=own, gregorian=gregorian)


def full_date(tag: str, day: datetime.date) -> str:
    """A day in words, "12 March 2021"; in the calendar of the language, with the Gregorian day of papers beside it."""
    row, gregorian = locale(tag), gregorian_day(tag, day)
    own = in_calendar(day, row.calendar) if row.calendar != GREGORIAN else None
    if own is None:
        return gregorian
    named = {"day": own.day, "month": month_name(tag, row.calendar, own.month), "year": own.year}
    words = in_digits(tag, pgettext(tag, "date", "%(day)s %(month)s %(year)s", **named))
    return pgettext(tag, "date", "%(date)s (%(gregorian)s)", date=words, gregorian=gregorian)


def _gregorian(tag: str, earliest: datetime.date, latest: datetime.date, precision: str) -> str:
    if earliest == datetime.date.min or latest == datetime.date.max:
        return _open_interval(tag, earliest, latest)
    if precision == "about":
        return pgettext(tag, "date", "around %(date)s", date=_middle_in_words(tag, earliest, latest))
    return _interval(tag, earliest, latest)


def _open_interval(tag: str, earliest: datetime.date, latest: datetime.date) -> str:
    if earliest > datetime.date.min:
        return pgettext(tag, "date", "%(date)s or later", date=gregorian_day(tag, earliest))
    if latest < datetime.date.max:
        return pgettext(tag, "date", "%(date)s or earlier", date=gregorian_day(tag, latest))
    return gettext(tag, "date not known")


def _interval(tag: str, earliest: datetime.date, latest: datetime.date) -> str:
    """Whole years and months by their names, anything else by its first and last day."""
    start, end = _ends_in_words(tag, earliest, latest)
    if start == end:
        return start
    return pgettext(tag, "date", "between %(start)s and %(end)s", start=start, end=end)


def _ends_in_words(tag: str, earliest: datetime.date, latest: datetime.date) -> tuple[str, str]:
    if (earliest.month, earliest.day, latest.month, latest.day) == (1, 1, 12, 31):
        return gregorian_year(tag, earliest), gregorian_year(tag, latest)
    if earliest.day == 1 and latest.day == months.monthrange(latest.year, latest.month)[1]:
        return gregorian_month(tag, earliest), gregorian_month(tag, latest)
    return gregorian_day(tag, earliest), gregorian_day(tag, latest)


def _middle_in_words(tag: str, earliest: datetime.date, latest: datetime.date) -> str:
    middle = _middle(earliest, latest)
    match _grain(earliest, latest):
        case "day":
            return gregorian_day(tag, middle)
        case "month":
            return gregorian_month(tag, middle)
    return gregorian_year(tag, middle)


def _in_own_calendar(
    tag: str, earliest: datetime.date, latest: datetime.date, precision: str, calendar: str
) -> str | None:
    """The date in the calendar in which it was said; None where only the Gregorian days can tell it."""
    if calendar == GREGORIAN or precision in {"range", "season"}:
        return None
    middle = in_calendar(_middle(earliest, latest), calendar)
    if middle is None:
        return None
    grain = _grain(earliest, latest) if precision == "about" else precision
    words = str(middle.year)
    if grain != "year":
        named = {"month": month_name(tag, calendar, middle.month), "year": middle.year}
        if grain == "day":
            words = pgettext(tag, "date", "%(day)s %(month)s %(year)s", day=middle.day, **named)
        else:
            words = pgettext(tag, "date", "%(month)s %(year)s", **named)
    if precision == "about":
        words = pgettext(tag, "date", "around %(date)s", date=words)
    return with_calendar_name(tag, calendar, in_digits(tag, words))


def _middle(earliest: datetime.date, latest: datetime.date) -> datetime.date:
    return earliest + (latest - earliest) // 2


def _grain(earliest: datetime.date, latest: datetime.date) -> str:
    width = (latest - earliest).days
    if width <= _ABOUT_A_DAY:
        return "day"
    return "month" if width <= _ABOUT_A_MONTH else "year"
