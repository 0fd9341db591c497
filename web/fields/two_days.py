"""Which of two days was meant by one that two readers read differently, asked before anything is sent.

An answer is written into the field as if it had been typed there, beside the words as they came. Whoever does not know
keeps both: the field then holds everything from the earlier of the two days to the later.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from matching.record import Calendar, PartialDate
from search.fields import FieldRow
from search.fields.table import Widget
from search.values.dates.date_parts import DateStyle
from search.values.dates.two_readings import two_readings
from web.context import now
from web.fields.dates import shown_parts
from web.fields.drawing import control_name
from web.fields.typed import Typed, text
from web.fields.widget import Option
from web.locale import gettext
from web.template_filters import shown_date

_FIRST, _SECOND, _EITHER = "day_first", "month_first", "either"
_BIRTH = "description.birth"


@dataclass(frozen=True, slots=True)
class DayQuestion:
    """One question under the name of its radio buttons, with the day as it was typed."""

    name: str
    code: str
    label: str
    typed: str
    options: tuple[Option, ...]


def day_of_two(row: FieldRow, typed: Typed, label: str) -> DayQuestion | None:
    """Which of two days a field means; None where it can be read as one."""
    days = both_days(row, typed)
    if days is None:
        return None
    named = zip((_FIRST, _SECOND), days, strict=True)
    options = (*(Option(code, shown_date(day)) for code, day in named), Option(_EITHER, gettext("I do not know")))
    return DayQuestion(_name(row), "which_day", label, days[0].written, options)


def day_typed(row: FieldRow, typed: Typed, said: Mapping[str, str]) -> Typed | None:
    """A field whose two days were asked, as it is typed now; None where nobody was asked or answered."""
    days, answer = both_days(row, typed), said.get(_name(row))
    if days is None or answer not in (_FIRST, _SECOND, _EITHER):
        return None
    return _either(row, days) if answer == _EITHER else _one(row, days[answer == _SECOND])


def day_answered(row: FieldRow, typed: Typed, said: Mapping[str, str]) -> list[tuple[str, str]]:
    """The controls of a field whose two days were asked, as they are typed now; none where nobody answered."""
    name, now_typed = control_name(row.path), day_typed(row, typed, said) or {}
    return [(f"{name}-{part}" if part else name, text(now_typed, part)) for part in now_typed]


def both_days(row: FieldRow, typed: Typed) -> tuple[PartialDate, PartialDate] | None:
    """Both days of what stands in the line for words, where the boxes beside it say nothing."""
    if row.widget is Widget.DATE and any(text(typed, part) for part in ("day", "month", "year")):
        return None
    written = text(typed, "written" if row.widget is Widget.DATE else "")
    chosen = text(typed, "calendar")
    calendar = Calendar(chosen) if chosen in set(Calendar) else Calendar.GREGORIAN
    return two_readings(written, DateStyle(now().date(), calendar=calendar, past_only=row.path == _BIRTH))


def _name(row: FieldRow) -> str:
    return f"order-{control_name(row.path)}"


def _one(row: FieldRow, day: PartialDate) -> Typed:
    if row.widget is Widget.DAY:
        return {"": [day.earliest.isoformat()]}
    return {part: [said] for part, said in shown_parts(day).items() if said}


def _either(row: FieldRow, days: tuple[PartialDate, PartialDate]) -> Typed:
    """Both ends as words that are read as a range; a field for one day keeps them as words alone."""
    early, late = sorted(day.earliest for day in days)
    ends = f"{early.isoformat()} – {late.isoformat()}"
    return {"": [ends]} if row.widget is Widget.DAY else {"written": [ends], "calendar": [Calendar.GREGORIAN.value]}
