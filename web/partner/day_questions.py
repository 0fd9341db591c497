"""What is asked about the days of a report before it is sent: which of two days was meant, and whether one to come is.

An answer is written into the field as if it had been typed there, beside the words as they came.
"""

from collections.abc import Iterator

from werkzeug.datastructures import MultiDict

from matching.record import PartialDate
from search.fields import FieldRow
from search.fields.table import Widget
from web.context import now
from web.fields.drawing import control_name
from web.fields.two_days import DayQuestion, both_days, day_answered, day_of_two
from web.fields.typed import Typed
from web.fields.widget import Option
from web.fields.widgets import widget_of
from web.labels.field_words import reported_label
from web.locale import gettext
from web.partner.report_fields import SentReport, setting
from web.template_filters import shown_date

_TO_COME, _BEFORE = "to-come", "before-birth"
_RIGHT = "right"
_BIRTH = "description.birth"
_FINDINGS = frozenset({"whereabouts.found.when", "description.event.when"})


def open_questions(sent: SentReport, form: MultiDict[str, str]) -> list[DayQuestion]:
    """What has to be answered before the report is sent; `form` holds the answers so far."""
    return [one for one in _asked(sent) if not _is_answered(one, form)]


def given_answers(sent: SentReport, form: MultiDict[str, str]) -> list[tuple[str, str]]:
    """Answers that were given and are sent along when something else is asked."""
    return [(one.name, form[one.name]) for one in _asked(sent) if _is_answered(one, form)]


def settled_days(sent: SentReport, form: MultiDict[str, str]) -> list[tuple[str, str]]:
    """The controls of the days that were answered, as they are typed now."""
    found: list[tuple[str, str]] = []
    for row in _dated(sent):
        found += day_answered(row, sent.fields[row.path], form)
    return found


def _asked(sent: SentReport) -> list[DayQuestion]:
    return [*_of_two_days(sent), *_to_come(sent), *_before_birth(sent)]


def _is_answered(question: DayQuestion, form: MultiDict[str, str]) -> bool:
    return form.get(question.name, "") in {option.value for option in question.options}


def _of_two_days(sent: SentReport) -> Iterator[DayQuestion]:
    for row in _dated(sent):
        question = day_of_two(row, sent.fields[row.path], reported_label(row.path, sent.which))
        if question is not None:
            yield question


def _to_come(sent: SentReport) -> Iterator[DayQuestion]:
    """Days that have not come yet; of a birth such a day is no date at all and stays in words."""
    for row in _dated(sent):
        typed = sent.fields[row.path]
        day = _day(row, typed) if both_days(row, typed) is None else None
        if row.path != _BIRTH and day is not None and day.earliest > now().date():
            right = Option(_RIGHT, gettext("It is right. Send it so."))
            yield _question(_TO_COME, "day_to_come", sent, row, shown_date(day), (right,))


def _before_birth(sent: SentReport) -> Iterator[DayQuestion]:
    """A finding before the birth; where either day is asked about already, that comes first."""
    if any(both_days(row, sent.fields[row.path]) for row in _dated(sent)):
        return
    days = {row: _day(row, sent.fields[row.path]) for row in _dated(sent)}
    birth = next((day for row, day in days.items() if row.path == _BIRTH and day is not None), None)
    for row, day in days.items():
        if birth is not None and day is not None and row.path in _FINDINGS and day.latest < birth.earliest:
            right = Option(_RIGHT, gettext("It is right. Send it so."))
            yield _question(_BEFORE, "before_birth", sent, row, f"{shown_date(day)} · {shown_date(birth)}", (right,))


def _question(
    kind: str, code: str, sent: SentReport, row: FieldRow, typed: str, options: tuple[Option, ...]
) -> DayQuestion:
    return DayQuestion(f"{kind}-{control_name(row.path)}", code, reported_label(row.path, sent.which), typed, options)


def _dated(sent: SentReport) -> Iterator[FieldRow]:
    return (row for row in sent.rows if row.widget in (Widget.DATE, Widget.DAY))


def _day(row: FieldRow, typed: Typed) -> PartialDate | None:
    value = widget_of(row).read(row, typed, setting(), None).value
    return value if value is None or isinstance(value, PartialDate) else PartialDate(value, value)
