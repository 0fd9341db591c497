"""One field answered: from what was typed to the value and the note that a document keeps, and back."""

from dataclasses import replace
from typing import Any, NamedTuple

from i18n.translate import gettext_noop as _
from search.documents import Answer, FieldNote
from search.fields import FieldRow
from search.fields.contradictions import contradicts
from search.fields.table import Widget
from web.fields.typed import ANSWER, DO_NOT_KNOW, RIGHT, Typed, settled, text, texts
from web.fields.widget import Reading, Setting
from web.fields.widgets import widget_of

BOTH = _(
    "Two answers stand here that do not fit together. Please take one of them away. If you cannot say which one is "
    "right, leave both: both are kept."
)
# Not to know is one of the choices here, not a tick beside them.
_AMONG_CODES = (Widget.CHOICE, Widget.YES_NO)


class Answered(NamedTuple):
    """A field's value and what was noted beside it; of a list, `parts` is what was noted of parts of its elements."""

    value: Any
    note: FieldNote
    parts: tuple[FieldNote, ...] = ()


def filled(row: FieldRow, value: Any, note: FieldNote) -> dict[str, list[str]]:
    """What the page shows of what was said."""
    typed = dict(widget_of(row).fill(row, value, note.words))
    if note.answer is not None:
        typed[_part(row)] = [DO_NOT_KNOW if row.widget in _AMONG_CODES else note.answer.value]
    if note.right:
        typed[RIGHT] = list(note.right)
    return typed


def answered(row: FieldRow, typed: Typed, setting: Setting, old: Answered) -> Answered:
    """What the field says now: as before where the page was left as it was, so that a form takes nothing away."""
    if settled(typed) == settled(filled(row, old.value, old.note)):
        return old
    reading = widget_of(row).read(row, typed, setting, old.value)
    right = tuple(texts(typed, RIGHT))
    note = FieldNote(field=row.path, answer=answer_in(row, typed), words=reading.words, right=right)
    return Answered(reading.value, note)


def reading(row: FieldRow, typed: Typed, setting: Setting, old: Any) -> Reading:
    """What can be read, and what is to be looked at again: also an answer that the value denies."""
    found = widget_of(row).read(row, typed, setting, old)
    note = FieldNote(field=row.path, answer=answer_in(row, typed), words=found.words)
    return replace(found, problem=BOTH, part="") if not found.problem and contradicts(found.value, note) else found


def answer_in(row: FieldRow, typed: Typed) -> Answer | None:
    """Which answer was given besides a value: none, or not to know."""
    if row.widget in _AMONG_CODES:
        return Answer.UNKNOWN if "unknown" in row.answers and text(typed) == DO_NOT_KNOW else None
    given = texts(typed, ANSWER)
    return next((Answer(answer) for answer in row.answers if answer in given), None)


def _part(row: FieldRow) -> str:
    return "" if row.widget in _AMONG_CODES else ANSWER
