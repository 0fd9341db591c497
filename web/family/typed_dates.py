"""What a family typed in separate fields, read into intervals, and back again for a change."""

import datetime
from typing import Any

from i18n.calendars import in_calendar
from matching.record import Calendar, DatePrecision, PartialDate
from search.values.dates.calendar_days import days
from search.values.dates.date_reading import DateStyle, read_date

_LONGEST_MONTH = 31


class NotADate(ValueError):
    """The parts are no date of their calendar, or one that nobody alive can mean."""


def read_parts(typed: dict[str, Any], today: datetime.date) -> PartialDate | None:
    """The interval behind day, month, year and calendar; without a year, what can be read in the words, else None.

    "Around" keeps the interval and says that it is not sure. Raises NotADate.
    """
    calendar = Calendar(typed["calendar"]) if typed["calendar"] in set(Calendar) else Calendar.GREGORIAN
    if not typed["year"]:
        return read_date(typed["written"], DateStyle(today, calendar=calendar)) if typed["written"] else None
    month = typed["month"]
    day = typed["day"] if month else None
    span = days(typed["year"], month, day, calendar)
    if span is None:
        raise NotADate
    precision = DatePrecision.DAY if day else DatePrecision.MONTH if month else DatePrecision.YEAR
    return PartialDate(*span, DatePrecision.ABOUT if typed["around"] else precision, calendar, typed["written"])


def shown_parts(date: PartialDate) -> dict[str, Any]:
    """The parts of a date in its own calendar, as a form shows them; its words alone where it has no such parts."""
    grain = _grain(date)
    if grain is None:
        return {"written": date.written or _ends(date), "calendar": date.calendar.value}
    own = None if date.calendar is Calendar.GREGORIAN else in_calendar(date.earliest, date.calendar)
    year, month, day = own or (date.earliest.year, date.earliest.month, date.earliest.day)
    return {
        "year": year,
        "month": None if grain is DatePrecision.YEAR else month,
        "day": day if grain is DatePrecision.DAY else None,
        "around": date.precision is DatePrecision.ABOUT,
        "calendar": date.calendar.value,
        "written": date.written,
    }


def _ends(date: PartialDate) -> str:
    return f"{date.earliest.isoformat()} – {date.latest.isoformat()}"


def _grain(date: PartialDate) -> DatePrecision | None:
    """Whether a day, a month or a year was said; None for a season or a range."""
    if date.precision in (DatePrecision.DAY, DatePrecision.MONTH, DatePrecision.YEAR):
        return date.precision
    if date.precision is not DatePrecision.ABOUT:
        return None
    width = (date.latest - date.earliest).days + 1
    if width == 1:
        return DatePrecision.DAY
    return DatePrecision.MONTH if width <= _LONGEST_MONTH else DatePrecision.YEAR
