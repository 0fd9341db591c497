"""The two things that cannot both be so: "none" or "I do not know" as the answer of a field, and a value of that field.

Both are kept, because nobody but whoever said them knows which is meant. Every door asks back: forms by showing the
field again with a sentence, the API by naming it, sheets by a warning.
"""

from typing import Any

from search.documents import Answer, FieldNote
from search.documents.field_notes import Noted
from search.fields.table import catalogue, list_of
from search.fields.values_at_paths import value_at

_NO_VALUE = (None, "", ())


def contradicts(value: Any, note: FieldNote) -> bool:
    """Whether a field has an answer that its value denies; with "none" also words that no type could take."""
    if note.answer is None:
        return False
    return value not in _NO_VALUE or (note.answer is Answer.NONE and bool(note.words))


def contradictions(document: Noted) -> tuple[str, ...]:
    """The paths of the fields of a document that are answered in two ways."""
    asked = [note for note in document.notes if _is_asked(note.field)]
    return tuple(note.field for note in asked if contradicts(value_at(document, note.field), note))


def _is_asked(path: str) -> bool:
    """Whether a path is a field by itself, and not a part of each element of a list."""
    row = catalogue().get(path)
    return row is not None and row.widget is not None and list_of(path) is None
