"""Approximate dates: as much of a day as is remembered, in the calendar in which it is remembered, or words alone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from i18n.calendars import in_calendar
from i18n.translate import gettext_noop as _
from i18n.translate import pgettext_noop as p_
from matching.record import Calendar, DatePrecision, PartialDate
from search.fields import FieldRow
from search.values.dates.calendar_days import days, month_names
from search.values.dates.date_alone import is_date_alone
from search.values.dates.date_reading import DateStyle, birth_as_known, read_birth_date, read_date
from search.values.dates.doubtful_months import is_doubtful
from search.values.folding import fold, plain_digits
from web.fields.measures import whole_number
from web.fields.typed import Typed, text
from web.fields.widget import Control, Option, Reading, Setting
from web.labels import words as label
from web.locale import current_locale, pgettext

DAY = _("Please write the day as a number from 1 to 31. You can also leave your words as they are.")
MONTH = _("Please write the month as a number or by its name. You can also leave your words as they are.")
YEAR = _("Please write a year, for example 1998. You can also leave your words as they are.")
NO_YEAR = _("Please write the year too, even if you are not sure. You can also leave your words as they are.")
NO_DATE = _(
    "There is no such date as it is written here. Please look at the day, the month, the year and the calendar. "
    "You can also leave your words as they are."
)
LABELS = {
    "day": p_("date", "Day"),
    "month": p_("date", "Month"),
    "year": p_("date", "Year"),
    "around": p_("date", "I am not sure, it was around then"),
    "calendar": p_("date", "Calendar"),
    "written": p_("date", "Or in your own words"),
}
_CHOOSE = p_("date", "Choose a calendar")
_LONGEST_MONTH = 31
_BIRTH = "description.birth"


class ApproximateDate:
    """Day, month and year in a row, "around", a calendar, and words."""

    def controls(self, row: FieldRow, typed: Typed) -> Sequence[Control]:
        chosen = text(typed, "calendar")
        # The reader's own is named first; none is chosen for them.
        known = sorted(Calendar, key=lambda one: one != current_locale().calendar)
        calendars = [Option("", pgettext(*_CHOOSE)), *(Option(one, label(one), one == chosen) for one in known)]
        keyboards = {"day": "numeric", "month": "", "year": "numeric"}
        return [
            *(_line(part, typed, keyboard) for part, keyboard in keyboards.items()),
            Control(kind="tick", part="around", label=pgettext(*LABELS["around"]), values=(text(typed, "around"),)),
            Control(kind="select", part="calendar", label=pgettext(*LABELS["calendar"]), options=tuple(calendars)),
            Control(kind="line", part="written", label=pgettext(*LABELS["written"]), values=(text(typed, "written"),)),
        ]

    def fill(self, row: FieldRow, value: Any, words: str) -> Typed:
        shown = shown_parts(value) if value else {}
        written = " · ".join(filter(None, (shown.pop("written", ""), words)))
        parts = {**shown, "written": written}
        return {part: [said] for part, said in parts.items() if said}

    def read(self, row: FieldRow, typed: Typed, setting: Setting, old: Any) -> Reading:
        parts = _Parts.of(typed)
        if parts.year is None:
            return _without_year(row, parts, typed, setting)
        if (season := _within_year(parts, typed, setting)) is not None:
            # A calendar in which the year was not read stays in words.
            unused = [
                *(["around"] if parts.around else []),
                *([] if season.calendar is parts.calendar else ["calendar"]),
            ]
            return Reading(season, words_of(typed, *unused) if unused else "")
        span = days(parts.year, parts.month, parts.day if parts.month else None, parts.calendar)
        if span is None or parts.contradict:
            return Reading(None, words_of(typed), NO_DATE, "year")
        precision = DatePrecision.YEAR
        if parts.month:
            precision = DatePrecision.DAY if parts.day else DatePrecision.MONTH
        if parts.around:
            precision = DatePrecision.ABOUT
        said = PartialDate(*span, precision, parts.calendar, parts.written)
        value = birth_as_known(said) if _is_clerks_birth(row, setting) else said
        kept = bool(parts.problem) or bool(parts.day and not parts.month) or value != said
        return Reading(value, words_of(typed, *_NUMBERS) if kept else "", parts.problem, _PART.get(parts.problem, ""))


class Day:
    """One day in ISO 8601, as a program or an office writes it."""

    def controls(self, row: FieldRow, typed: Typed) -> Sequence[Control]:
        return [Control(kind="line", values=(text(typed),), width="medium", left_to_right=True)]

    def fill(self, row: FieldRow, value: Any, words: str) -> Typed:
        said = value.isoformat() if value else words
        return {"": [said]} if said else {}

    def read(self, row: FieldRow, typed: Typed, setting: Setting, old: Any) -> Reading:
        written = text(typed)
        found = read_date(written, DateStyle(setting.today)) if written else None
        if found is None or found.precision is not DatePrecision.DAY:
            return Reading(None, written, NO_DATE if written else "")
        # A day that was written in another way is a reading, beside which the words stay.
        as_written = plain_digits(written) == found.earliest.isoformat()
        return Reading(found.earliest, "" if as_written else written)


_NUMBERS = ("day", "month", "year")
_PART = {DAY: "day", MONTH: "month", YEAR: "year", NO_YEAR: "year"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    """The parts of a date that can be read, and the first thing to look at again."""

    day: int | None
    month: int | None
    year: int | None
    calendar: Calendar
    around: bool
    written: str
    problem: str
    contradict: bool

    @classmethod
    def of(cls, typed: Typed) -> "_Parts":
        """Reads each part by itself; a month by its name says its calendar where none was chosen."""
        day, month, year = (text(typed, part) for part in _NUMBERS)
        named = month_names().get(fold(month))
        chosen = text(typed, "calendar")
        calendar = Calendar(chosen) if chosen in set(Calendar) else named[0] if named else Calendar.GREGORIAN
        read = {
            "day": whole_number(day, 1, 31),
            "month": named[1] if named else whole_number(month, 1, 13),
            "year": whole_number(year, 1200, 2200),
        }
        return cls(
            **read,
            calendar=calendar,
            around=bool(text(typed, "around")),
            written=text(typed, "written"),
            problem=_problem({"day": day, "month": month, "year": year}, read),
            contradict=named is not None and named[0] is not calendar,
        )


def _problem(said: dict[str, str], read: dict[str, int | None]) -> str:
    messages = {"day": DAY, "month": MONTH, "year": YEAR}
    return next((messages[part] for part in _NUMBERS if said[part] and read[part] is None), "")


def _within_year(parts: _Parts, typed: Typed, setting: Setting) -> PartialDate | None:
    """A feast, a season or a day in words beside the box of the year; both then stand in one line of words."""
    if not parts.written or parts.problem or text(typed, "day") or text(typed, "month"):
        return None
    style = DateStyle(setting.today, calendar=parts.calendar)
    said = plain_digits(parts.written)
    whole = parts.written if str(parts.year) in said else f"{parts.written} {text(typed, 'year')}"
    found = read_date(whole, style)
    if found is None or found.precision is DatePrecision.YEAR:
        return None
    told_so = found.precision in (DatePrecision.RANGE, DatePrecision.SEASON)
    return found if told_so or is_date_alone(parts.written) else None


def _without_year(row: FieldRow, parts: _Parts, typed: Typed, setting: Setting) -> Reading:
    """Without a year the words alone may say a date; whatever was typed stays in words where they do not say it."""
    read = read_birth_date if _is_clerks_birth(row, setting) else read_date
    style = DateStyle(setting.today, calendar=parts.calendar)
    may_be_read = parts.written and (setting.by_office or not is_doubtful(parts.written))
    found = read(parts.written, style) if may_be_read else None
    problem = parts.problem or (NO_YEAR if any(text(typed, part) for part in _NUMBERS) else "")
    if found is None:
        return Reading(None, words_of(typed), problem, _PART.get(problem, ""))
    value = replace(found, precision=DatePrecision.ABOUT) if parts.around else found
    unused = _NUMBERS if value.calendar is parts.calendar else (*_NUMBERS, "calendar")
    return Reading(value, words_of(typed, *unused), problem, _PART.get(problem, ""))


def _is_clerks_birth(row: FieldRow, setting: Setting) -> bool:
    return setting.by_office and row.path == _BIRTH


def words_of(typed: Typed, *parts: str) -> str:
    """What was typed and chosen, in one line; all parts where none are named."""
    shown = {part: text(typed, part) for part in LABELS}
    if shown["around"]:
        shown["around"] = pgettext(*LABELS["around"])
    if shown["calendar"]:
        shown["calendar"] = label(shown["calendar"], "calendar")
    return " · ".join(shown[part] for part in parts or LABELS if shown[part])


def shown_parts(date: PartialDate) -> dict[str, str]:
    """The parts of a date in its own calendar, as a page shows them; its words alone where it has no such parts."""
    grain = _grain(date)
    if grain is None:
        return {"written": date.written or _ends(date), "calendar": date.calendar.value}
    own = None if date.calendar is Calendar.GREGORIAN else in_calendar(date.earliest, date.calendar)
    year, month, day = own or (date.earliest.year, date.earliest.month, date.earliest.day)
    return {
        "year": str(year),
        "month": "" if grain is DatePrecision.YEAR else str(month),
        "day": str(day) if grain is DatePrecision.DAY else "",
        "around": "y" if date.precision is DatePrecision.ABOUT else "",
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


def _line(part: str, typed: Typed, keyboard: str) -> Control:
    return Control(
        kind="line", part=part, label=pgettext(*LABELS[part]), values=(text(typed, part),), width="short",
        keyboard=keyboard,
    )  # fmt: skip
