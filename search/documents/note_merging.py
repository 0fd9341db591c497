"""What was noted under the fields of a report, with what its news notes: words are united, a value denies an answer."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from matching.record import PersonName, Phone, Trait
from search.documents.element_merging import joined_words
from search.documents.field_changes import FieldChange
from search.documents.field_notes import Answer, FieldNote, stated

_NOTHING = (None, "", ())


def merged_notes(
    kept: Any, news: Any, document: Any, places: Mapping[str, Sequence[int]], changes: list[FieldChange]
) -> tuple[FieldNote, ...]:
    """The notes of a document; `places` says of each list where the elements of the news stand in it now."""
    notes = {(note.field, note.element): _still(note, kept, document) for note in kept.notes}
    for told_now in news.notes:
        note = _moved(told_now, places)
        known = notes.get((note.field, note.element), FieldNote(field=note.field, element=note.element))
        notes[note.field, note.element] = _united(known, note, document)
    changes += _changed(kept.notes, notes.values())
    return stated(notes.values())


def held_at(document: Any, path: str, element: int | None = None) -> Any:
    """What a document holds at a path of the table of fields, of one element where it is of a list."""
    whole, _, kind = path.partition(":")
    value = document
    for name in whole.split(".")[1:]:
        if isinstance(value, tuple):
            value = value[element] if element is not None and element < len(value) else None
        value = getattr(value, name, None)
    return [one for one in value or () if kind_of(one) == kind] or None if kind else value


def kind_of(element: Any) -> str:
    """By which kind an element of a list is told from others of the same text, or has a field of its own."""
    if isinstance(element, Trait):
        return element.feature
    if isinstance(element, Phone):
        return element.role.value
    return element.kind.value if isinstance(element, PersonName) else ""


def _still(note: FieldNote, kept: Any, document: Any) -> FieldNote:
    """A kept note; its answer falls where the news brought the value that was said not to be there."""
    said = held_at(kept, note.field, note.element) in _NOTHING and _is_said(note, document)
    return replace(note, answer=None) if said else note


def _united(known: FieldNote, news: FieldNote, document: Any) -> FieldNote:
    answer = known.answer
    if not _is_said(news, document) and (answer is None or news.answer is Answer.NONE):
        answer = news.answer
    return replace(known, answer=answer, words=joined_words(known.words, news.words))


def _is_said(note: FieldNote, document: Any) -> bool:
    return held_at(document, note.field, note.element) not in _NOTHING


def _moved(note: FieldNote, places: Mapping[str, Sequence[int]]) -> FieldNote:
    now = places.get(note.field.rpartition(".")[0], ())
    if note.element is None or note.element >= len(now):
        return note
    return replace(note, element=now[note.element])


def _changed(kept: Sequence[FieldNote], notes: Any) -> list[FieldChange]:
    known = {(note.field, note.element): note for note in kept}
    found: list[FieldChange] = []
    for note in notes:
        earlier = known.get((note.field, note.element), FieldNote(field=note.field))
        for old, new in ((earlier.words, note.words), (earlier.answer, note.answer)):
            if old != new:
                found.append(FieldChange(path=note.field, old=str(old) if old else None, new=str(new) if new else None))
    return found
