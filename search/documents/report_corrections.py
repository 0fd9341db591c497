"""Corrections of a report: one value replaced or taken away, named by its path and by what it says now."""

import datetime
from collections.abc import Callable
from dataclasses import fields, replace
from enum import Enum
from typing import Any

from matching.record import DatePrecision, PartialDate, PersonName, Phone, Place
from search.documents.field_changes import Correction, FieldChange
from search.documents.field_notes import note_of, with_note
from search.documents.note_merging import held_at, kind_of
from search.documents.report_documents import ReportDocuments
from search.documents.told_values import ends_of, told
from search.errors import Conflict, Refused

_NOTHING = (None, "", ())


def corrected(kept: ReportDocuments, correction: Correction, changes: list[FieldChange]) -> ReportDocuments:
    """The report with one correction; Conflict where it does not say any more what the correction names."""
    section, _, rest = correction.path.partition(".")
    document = getattr(kept, section, None) if section in dict(kept.sections()) else None
    if document is None or not rest:
        raise Conflict("changed_meanwhile") if correction.old is not None else Refused("correction_not_read")
    names = rest.partition(":")[0].split(".")
    if not _is_field(document, names):
        raise Refused("correction_not_read")
    try:
        changed = _with_notes_moved(document, _replaced(document, names, correction, changes), correction.path)
    except Conflict:
        changed = _without_noted(document, correction, changes)
    if correction.old is None:
        changed = _without_notes(changed, correction.path, changes)
    return replace(kept, **{section: changed})


def _is_field(document: Any, names: list[str]) -> bool:
    for place, name in enumerate(names):
        if name not in {field.name for field in fields(document)} or name == "notes":
            return False
        document = getattr(document, name)
        if document is None or not hasattr(document, "__dataclass_fields__"):
            return place == len(names) - 1 or document is None
    return True


def _replaced(document: Any, names: list[str], correction: Correction, changes: list[FieldChange]) -> Any:
    name, *deeper = names
    value = getattr(document, name)
    if deeper:
        if value is None:
            return _nothing_there(document, correction)
        return replace(document, **{name: _replaced(value, deeper, correction, changes)})
    new = _of_list(value, correction, changes) if isinstance(value, tuple) else _scalar(value, correction, changes)
    blank = next(field for field in fields(document) if field.name == name).default
    return replace(document, **{name: blank if new is None else new})


def _nothing_there(document: Any, correction: Correction) -> Any:
    if correction.old is None and correction.new is None:
        return document
    raise Conflict("changed_meanwhile")


def _scalar(value: Any, correction: Correction, changes: list[FieldChange]) -> Any:
    if correction.old is not None and told(value) != correction.old:
        raise Conflict("changed_meanwhile")
    if correction.new is None:
        if value not in _NOTHING:
            changes.append(FieldChange(path=correction.path, old=told(value), new=None))
        return None
    if value in _NOTHING:
        raise Conflict("changed_meanwhile")
    new = _read(value, correction.new)
    changes.append(FieldChange(path=correction.path, old=told(value), new=told(new)))
    return new


def _of_list(value: tuple[Any, ...], correction: Correction, changes: list[FieldChange]) -> tuple[Any, ...]:
    kind = correction.path.partition(":")[2]
    meant = [one for one in value if (not kind or kind_of(one) == kind) and correction.old in (None, told(one))]
    if correction.old is not None and not meant:
        raise Conflict("changed_meanwhile")
    if correction.new is None:
        changes += [FieldChange(path=correction.path, old=told(one), new=None) for one in meant]
        return tuple(one for one in value if one not in meant)
    if len(meant) != 1:
        raise Refused("correction_not_read")
    new = _read(meant[0], correction.new)
    changes.append(FieldChange(path=correction.path, old=told(meant[0]), new=told(new)))
    return tuple(new if one == meant[0] else one for one in value)


def _read(value: Any, text: str) -> Any:
    """A text as a value like the one that it replaces."""
    try:
        return _typed(value, text)
    except ValueError:
        raise Refused("correction_not_read") from None


def _typed(value: Any, text: str) -> Any:
    if isinstance(value, bool):
        return text == "yes" if text in {"yes", "no"} else _not_read()
    for kind, read in _READERS:
        if isinstance(value, kind):
            return read(value, text)
    if ends_of(value) is None:
        return _not_read()
    low, _, high = text.partition("-")
    return type(value)(int(low), int(high or low))


def _days(_value: Any, text: str) -> PartialDate:
    first, _, last = text.partition("/")
    earliest, latest = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last or first)
    precision = DatePrecision.DAY if earliest == latest else DatePrecision.RANGE
    return PartialDate(earliest, latest, precision) if earliest <= latest else _not_read()


_READERS: tuple[tuple[type, Callable[[Any, str], Any]], ...] = (
    (Enum, lambda value, text: type(value)(text)),
    (PersonName, lambda value, text: replace(value, text=text)),
    (Phone, lambda value, text: replace(value, number=text)),
    (Place, lambda _value, text: Place(text=text)),
    (PartialDate, _days),
    (int, lambda _value, text: int(text)),
    (str, lambda _value, text: text),
)


def _not_read() -> Any:
    raise ValueError


def _without_noted(document: Any, correction: Correction, changes: list[FieldChange]) -> Any:
    """The document without the words, or the answer, that a correction names of those noted under its field."""
    note = note_of(document, correction.path)
    if correction.old is None or correction.new is not None:
        raise Conflict("changed_meanwhile")
    lines = note.words.splitlines()
    if correction.old in lines or correction.old == note.words:
        left = "" if correction.old == note.words else "\n".join(line for line in lines if line != correction.old)
        changed = replace(note, words=left)
    elif note.answer is not None and correction.old == note.answer:
        changed = replace(note, answer=None)
    else:
        raise Conflict("changed_meanwhile")
    changes.append(FieldChange(path=correction.path, old=correction.old, new=None))
    return with_note(document, changed)


def _with_notes_moved(document: Any, changed: Any, path: str) -> Any:
    """Notes of the elements of a list stay with their elements when others are taken away."""
    path = path.partition(":")[0]
    before, after = held_at(document, path), held_at(changed, path)
    if not isinstance(before, tuple) or len(after or ()) == len(before):
        return changed
    standing = {old: new for new, old in enumerate(place for place, one in enumerate(before) if one in (after or ()))}
    notes = []
    for note in changed.notes:
        if note.element is None or note.field.rpartition(".")[0] != path:
            notes.append(note)
        elif note.element in standing:
            notes.append(replace(note, element=standing[note.element]))
    return replace(changed, notes=tuple(notes))


def _without_notes(document: Any, path: str, changes: list[FieldChange]) -> Any:
    """A field that is taken away as a whole goes with what was noted under it."""
    gone = [note for note in document.notes if note.field == path or note.field.startswith(f"{path}.")]
    changes += [FieldChange(path=note.field, old=note.words, new=None) for note in gone if note.words]
    return replace(document, notes=tuple(note for note in document.notes if note not in gone)) if gone else document
