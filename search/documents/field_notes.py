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
    """`field` is the path of a row of the field table. `words` stand beside the value that was read, or without one.

    `element`: of a part of a list's elements, which of them is meant, counted from 0. `right`: the words of which the
    family said, when it was asked, that they are right; about these it is not asked again.
    """

    field: str
    answer: Answer | None = None
    words: str = ""
    element: int | None = None
    right: tuple[str, ...] = ()


class Noted(Protocol):
    """A document that keeps notes."""

    @property
    def notes(self) -> tuple[FieldNote, ...]: ...


NotedDocument = TypeVar("NotedDocument", bound=Noted)


def note_of(document: Noted, path: str) -> FieldNote:
    """What was noted under a field; an empty note where nothing was."""
    found = (note for note in document.notes if note.field == path and note.element is None)
    return next(found, FieldNote(field=path))


def part_notes(document: Noted, path: str) -> tuple[FieldNote, ...]:
    """What was noted under the parts of a list's elements."""
    return tuple(note for note in document.notes if note.element is not None and note.field.startswith(f"{path}."))


def with_part_notes(document: NotedDocument, path: str, notes: Iterable[FieldNote]) -> NotedDocument:
    """The document with these notes in place of all earlier ones under the parts of a list's elements."""
    earlier = part_notes(document, path)
    kept = [note for note in document.notes if note not in earlier]
    changed: NotedDocument = replace(cast(Any, document), notes=stated([*kept, *notes]))
    return changed


def with_note(document: NotedDocument, note: FieldNote) -> NotedDocument:
    """The document with this note in place of the field's earlier one; an empty note only takes that away."""
    place = (note.field, note.element)
    changed = [note if (each.field, each.element) == place else each for each in document.notes]
    if all((each.field, each.element) != place for each in document.notes):
        changed.append(note)
    noted: NotedDocument = replace(cast(Any, document), notes=stated(changed))
    return noted


def stated(notes: Iterable[FieldNote]) -> tuple[FieldNote, ...]:
    """The notes that say something."""
    return tuple(note for note in notes if note.answer is not None or note.words or note.right)
