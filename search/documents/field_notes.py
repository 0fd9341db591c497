"""What was answered under a field beside its value: "none", "I do not know", and words that no type could take."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Protocol, TypeVar, cast


class Answer(StrEnum):
    """An answer that is no value: there is none of it, or the one who was asked does not know."""

    NONE = "none"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldNote:
    """`field` is the path of a row of the field table. `words` stand beside the value that was read, or without one."""

    field: str
    answer: Answer | None = None
    words: str = ""


class Noted(Protocol):
    """A document that keeps notes."""

    @property
    def notes(self) -> tuple[FieldNote, ...]: ...


NotedDocument = TypeVar("NotedDocument", bound=Noted)


def note_of(document: Noted, path: str) -> FieldNote:
    """What was noted under a field; an empty note where nothing was."""
    return next((note for note in document.notes if note.field == path), FieldNote(field=path))


def with_note(document: NotedDocument, note: FieldNote) -> NotedDocument:
    """The document with this note in place of the field's earlier one; an empty note only takes that away."""
    changed = [note if each.field == note.field else each for each in document.notes]
    if all(each.field != note.field for each in document.notes):
        changed.append(note)
    noted: NotedDocument = replace(cast(Any, document), notes=stated(changed))
    return noted


def stated(notes: Iterable[FieldNote]) -> tuple[FieldNote, ...]:
    """The notes that say something."""
    return tuple(note for note in notes if note.answer is not None or note.words)
