"""What is asked about a month that can be two, that two calendars call alike, or that is one of Bengal or Nepal."""

import re

from matching.record import Calendar
from search.fields import FieldRow
from search.values.dates.date_parts import DateStyle
from search.values.dates.date_reading import read_date
from search.values.dates.doubtful_months import both_months, one_or_the_other
from search.values.dates.doubtful_months import of_another_era as told_in_another
from search.values.dates.geez_months import in_gregorian_months
from search.values.folding import fold, plain_digits
from web.fields.dates import ApproximateDate, shown_parts
from web.fields.odd_dates import as_written
from web.fields.soft_question import SoftOption, SoftQuestion
from web.fields.typed import Typed, text
from web.fields.widget import Setting
from web.locale import current_locale, pgettext
from web.template_filters import shown_date

_YEAR = re.compile(r"\d{4}")
_TIGRINYA, _CREOLE = "ti", "ht"
# Months of Haitian Creole that are other words, or another month, to everybody else.
_CREOLE_MONTHS = {"mas": ("mars",), "me": ("mai",), "out": ("août", "outubro")}


def which_month(row: FieldRow, typed: Typed, setting: Setting) -> SoftQuestion | None:
    """Which of two months was meant."""
    said = _said(typed)
    told = both_months(said) or one_or_the_other(said) or _in_creole(said)
    days = [read_date(words, DateStyle(setting.today)) for words in told]
    options = tuple(
        SoftOption(str(place), shown_date(day), {**_boxes(shown_parts(day)), "written": [f"{said}: {shown_date(day)}"]})
        for place, day in enumerate(days)
        if day is not None
    )
    return SoftQuestion(code="which_month", written=said, options=options, key=fold(said)) if options else None


def called_alike(row: FieldRow, typed: Typed, setting: Setting) -> SoftQuestion | None:
    """In which calendar a month is whose name Eritrea has for those of ours too.

    Asked of who reads Tigrinya, and of everybody where the day of the Ethiopian calendar is still to come.
    """
    said = _said(typed)
    told = "" if text(typed, "calendar") else in_gregorian_months(said)
    ours = read_date(told, DateStyle(setting.today)) if told else None
    own = ApproximateDate().read(row, typed, setting, None).value if ours is not None else None
    if ours is None or own is None or own.calendar is not Calendar.ETHIOPIAN:
        return None
    if current_locale().tag != _TIGRINYA and own.earliest <= setting.today:
        return None
    days = [day for day in (ours, own) if day.earliest <= setting.today]
    options = tuple(
        SoftOption(day.calendar.value, shown_date(day), {**_boxes(shown_parts(day)), "written": [said]}) for day in days
    )
    return SoftQuestion(code="which_calendar", written=said, options=options) if options else None


def of_another_era(row: FieldRow, typed: Typed, setting: Setting) -> SoftQuestion | None:
    """Whether a month of Bengal or Nepal is the one of ours that it begins in."""
    said = _said(typed)
    found = told_in_another(said)
    if found is None or text(typed, "around"):
        return None
    year, month = (str(part) for part in found)
    day = read_date(f"{year}-{month:0>2}", DateStyle(setting.today))
    shown = pgettext("date", "Around %(date)s", date=shown_date(day)) if day is not None else f"{year}-{month}"
    told = {"year": [year], "month": [month], "around": ["y"], "written": [said], "calendar": ["gregorian"]}
    return SoftQuestion(code="which_days", written=said, options=(SoftOption("era", shown, told),))


def _in_creole(said: str) -> tuple[str, ...]:
    """The words of who reads Creole with each month that a word of them can be; empty for everybody else."""
    words = fold(said).split() if current_locale().tag == _CREOLE else []
    month = next((word for word in words if word in _CREOLE_MONTHS), "")
    return tuple(" ".join(name if word == month else word for word in words) for name in _CREOLE_MONTHS.get(month, ()))


def _said(typed: Typed) -> str:
    """The words of a date, with the year of its box where they have none; empty where a month is told in numbers."""
    if text(typed, "month").isdecimal():
        return ""
    boxes, words = as_written(typed), text(typed, "written")
    return words if _YEAR.search(plain_digits(words)) else " ".join(filter(None, (words, boxes)))


def _boxes(parts: dict[str, str]) -> dict[str, list[str]]:
    return {part: [said] for part, said in parts.items() if said}
