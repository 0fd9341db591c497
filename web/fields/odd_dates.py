"""Dates that cannot be read as they stand: back in their boxes from the words that were kept, and what may be meant."""

import datetime
import re
from collections.abc import Iterator

from matching.record import Calendar, DatePrecision, PartialDate
from search.values.dates.calendar_days import days, month_names
from search.values.folding import fold, plain_digits
from web.fields.dates import shown_parts
from web.fields.measures import whole_number
from web.fields.typed import Typed, text

BOXES = ("day", "month", "year")
_YEAR = re.compile(r"\d{3,4}")
_YEAR_ALONE = re.compile(r"\d{2,4}")
_CENTURIES = (1900, 2000)


def boxed(typed: Typed) -> Typed:
    """The field with its boxes filled again, where what was typed there was kept in words; else as it is."""
    said = text(typed, "written").split(" · ")
    year = plain_digits(said[-1])
    if any(text(typed, part) for part in BOXES) or not (_YEAR_ALONE if len(said) == 1 else _YEAR).fullmatch(year):
        return typed
    if len(said) > len(BOXES) or not all(_fits(part) for part in said[:-1]):
        return typed
    parts = dict(zip(BOXES[-len(said) :], ([part] for part in said), strict=True))
    return {**{part: texts for part, texts in typed.items() if part != "written"}, **parts}


def as_written(typed: Typed) -> str:
    """What stands in the boxes, in one line."""
    return " ".join(filter(None, (text(typed, part) for part in BOXES)))


def month_first(typed: Typed, today: datetime.date) -> PartialDate | None:
    """The day with day and month the other way round, where it is none as it stands."""
    day, month, year = (whole_number(text(typed, part), 1, 9999) for part in BOXES)
    if day is None or month is None or year is None or not day <= 12 < month:
        return None
    span = days(year, day, month, Calendar.GREGORIAN)
    return PartialDate(*span, DatePrecision.DAY) if span is not None and span[0] <= today else None


def full_years(typed: Typed, oldest: int, today: datetime.date) -> Iterator[int]:
    """The years that two digits may stand for, the nearest first."""
    short = plain_digits(text(typed, "year"))
    if re.fullmatch(r"\d{2}", short):
        years = (century + int(short) for century in reversed(_CENTURIES))
        yield from (year for year in years if oldest <= year <= today.year)


def of_that_year(typed: Typed, year: int, calendar: Calendar) -> dict[str, list[str]] | None:
    """A month of the usual calendar beside a year of another one: the boxes of the month that lies in that year."""
    named = month_names().get(fold(text(typed, "month")))
    whole = days(year, None, None, calendar)
    if named is None or named[0] is not Calendar.GREGORIAN or whole is None:
        return None
    day = whole_number(text(typed, "day"), 1, 31)
    for usual in range(whole[0].year, whole[1].year + 1):
        span = days(usual, named[1], day, Calendar.GREGORIAN)
        if span is not None and whole[0] <= span[1] and span[0] <= whole[1]:
            date = PartialDate(*span, DatePrecision.DAY if day else DatePrecision.MONTH)
            return {part: [said] for part, said in shown_parts(date).items() if said}
    return None


def _fits(part: str) -> bool:
    return fold(part) in month_names() or whole_number(part, 1, 31) is not None
