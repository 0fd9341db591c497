"""What is no name and no telephone stays in words, whichever door it came through: a form, a family's form, the API.

A sheet's cells are read by the same lists before (`search.values.no_names`, `search.values.dummy_numbers`).
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from matching.record import PersonName
from search.commands import AmendSearch, RegisterSearch, ReportFound
from search.documents import Description, FieldNote, Identifiers, Journey
from search.documents.field_notes import NotedDocument, note_of, with_note
from search.fields.table import catalogue
from search.values.dummy_numbers import is_dummy
from search.values.no_names import is_no_name, without_placeholders

_Search = TypeVar("_Search", RegisterSearch, AmendSearch)
_NAMES, _COMPANIONS, _PHONES = "description.names", "description.journey.companions", "identifiers.phones"


def taken_report(report: ReportFound) -> ReportFound:
    """The report with what is no name, or no telephone, among the words of its field."""
    found = _without_no_names(report.found, lambda _name: _NAMES)
    return replace(report, found=found, identifiers=_without_dummies(report.identifiers))


def taken_search(search: _Search) -> _Search:
    """The search likewise; of a family each kind of name is asked for by itself, and its words stay there."""
    sought = _without_no_names(search.sought, _path_of)
    return replace(search, sought=sought, identifiers=_without_dummies(search.identifiers))


def _path_of(name: PersonName) -> str:
    path = f"{_NAMES}:{name.kind.value}"
    return path if path in catalogue() else _NAMES


def _without_no_names(person: Description, path_of: Callable[[PersonName], str]) -> Description:
    known = [_known(name) for name in person.names]
    for name, kept in zip(person.names, known, strict=True):
        if kept != name:
            person = _with_words(person, path_of(name), name.text)
    person = _with_elements(person, _NAMES, known)
    person = replace(person, names=tuple(dict.fromkeys(name for name in known if name)))
    journey = person.journey
    if journey is None or all(_known(name) == name for name in journey.companions):
        return person
    for name in journey.companions:
        if _known(name) != name:
            person = _with_words(person, _COMPANIONS, name.text)
    left = replace(journey, companions=tuple(filter(None, map(_known, journey.companions))))
    return replace(person, journey=None if left == Journey() else left)


def _known(name: PersonName) -> PersonName | None:
    """The name without the words for a part that is not known; None for what is no name."""
    if is_no_name(name.text):
        return None
    text = without_placeholders(name.text)
    return None if is_no_name(text) else name if text == name.text else replace(name, text=text)


def _without_dummies(identifiers: Identifiers) -> Identifiers:
    known = [None if is_dummy(phone.number) else phone for phone in identifiers.phones]
    for phone, kept in zip(identifiers.phones, known, strict=True):
        if kept is None:
            identifiers = _with_words(identifiers, _PHONES, phone.number)
    identifiers = _with_elements(identifiers, _PHONES, known)
    return replace(identifiers, phones=tuple(phone for phone in known if phone))


def _with_words(document: NotedDocument, path: str, words: str) -> NotedDocument:
    note = note_of(document, path)
    lines = dict.fromkeys([*note.words.splitlines(), words])
    return with_note(document, replace(note, words="\n".join(lines)))


def _with_elements(document: Any, path: str, kept: Sequence[Any]) -> Any:
    """The document whose notes of elements still mean theirs; those of one that is gone stay with the list."""
    if None not in kept:
        return document
    place_of = {old: new for new, old in enumerate(at for at, one in enumerate(kept) if one is not None)}
    notes: list[FieldNote] = []
    lost: list[str] = []
    for note in document.notes:
        if note.element is None or not note.field.startswith(f"{path}."):
            notes.append(note)
        elif note.element in place_of:
            notes.append(replace(note, element=place_of[note.element]))
        elif note.words:
            lost.append(note.words)
    document = replace(document, notes=tuple(notes))
    for words in lost:
        document = _with_words(document, path, words)
    return document
