"""Elements of a list, such as one mark or one paper: from the parts that were typed to the element, and back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Any, NamedTuple

from matching.record import NameKind
from search.documents import FieldNote
from search.documents.field_notes import stated
from search.fields import FieldRow
from search.fields.document_types import nested_document, type_at, without_none
from search.fields.table import AskedOf, Widget, asked_parts
from search.values.dummy_numbers import is_dummy
from search.values.no_names import is_no_name
from search.vocabulary import EffectItem, MarkKind
from search.vocabulary.code_sets import CODE_SETS
from web.fields.answers import Answered, answer_in
from web.fields.answers import filled as filled_field
from web.fields.choices import code_words, offered_codes
from web.fields.dates import words_of
from web.fields.typed import ANSWER, RIGHT, Typed, settled, texts
from web.fields.widget import Setting
from web.fields.widgets import widget_of
from web.fields.worded_choices import WRITTEN
from web.labels import words as label
from web.labels.field_words import short_label

Parts = Mapping[str, Typed]
"""What was typed for one element, by the path of the part."""

# What a part is when other parts were said and it was not: the widest word, never a claim.
_OTHERWISE: Mapping[str, str] = {
    "description.marks.kind": MarkKind.OTHER,
    "description.effects.item": EffectItem.OTHER,
    "description.names.kind": NameKind.SPELLING,
    "identifiers.phones.role": "unknown",
}
# Of names the widest word depends on who was asked: a family writes a spelling, an organisation what it heard.
_OTHERWISE_OF_ORGANISATIONS: Mapping[str, str] = {**_OTHERWISE, "description.names.kind": NameKind.AS_HEARD}
# Nobody hears a name from somebody who has died.
_OTHERWISE_OF_THE_DEAD: Mapping[str, str] = {**_OTHERWISE, "description.names.kind": NameKind.ON_PAPERS_FOUND}
# A part without which there is no element; what else was said of it stays in words.
_NEEDED: Mapping[str, str] = {
    "description.names": "description.names.text",
    "identifiers.phones": "identifiers.phones.number",
    "description.asks_for": "description.asks_for.name",
}
# What every door takes for no name and no telephone: with all that was said beside it, it stays in words.
_STANDS_FOR_NOTHING: Mapping[str, Callable[[str], bool]] = {
    "description.names.text": is_no_name,
    "identifiers.phones.number": is_dummy,
}
# Where words that make no element are shown again.
_SHOWN_IN: Mapping[str, str] = {
    "description.names": "description.names.text",
    "description.marks": "description.marks.words",
    "description.effects": "description.effects.words",
    "identifiers.phones": "identifiers.phones.number",
    "identifiers.documents": "identifiers.documents.number",
    "filing.contacts": "filing.contacts.value",
    "filing.control_questions": "filing.control_questions.answer",
    "description.asks_for": "description.asks_for.name",
    "post_mortem.samples": "post_mortem.samples.number",
    "post_mortem.parts": "post_mortem.parts.what",
}


class Element(NamedTuple):
    """One element that was read; None with the words alone where there is none. `notes` are those of its parts."""

    value: Any
    words: str = ""
    notes: tuple[FieldNote, ...] = ()


def filled(row: FieldRow, elements: Sequence[Any], note: FieldNote, notes: Sequence[FieldNote] = ()) -> list[Parts]:
    """What the pages of a list show of its elements with the notes of their parts, and of words that make none."""
    shown = [_filled(row, element, _of_element(notes, place)) for place, element in enumerate(elements)]
    return [*shown, *_filled_words(row, note)]


def read_all(row: FieldRow, typed: Sequence[Parts], old: Answered, setting: Setting) -> Element:
    """All elements and the words that are left; an element that was left as it was keeps its value.

    What no part can take stays with its element: a note says of which of them it was written.
    """
    elements, note, notes = old
    known = [
        (_settled(_filled(row, element, of)), Element(element, notes=of))
        for element, of in ((element, _of_element(notes, place)) for place, element in enumerate(elements))
    ]
    known += [
        (_settled(parts), Element(None, line))
        for parts, line in zip(_filled_words(row, note), note.words.splitlines(), strict=True)
    ]
    found = [_taken(_settled(parts), known) or read(row, parts, setting) for parts in typed]
    standing = [one for one in found if one.value is not None]
    noted = tuple(replace(note, element=place) for place, one in enumerate(standing) for note in one.notes)
    return Element(tuple(one.value for one in standing), "\n".join(one.words for one in found if one.words), noted)


def read(row: FieldRow, parts: Parts, setting: Setting) -> Element:
    """The element that the parts make, and what of them no type could take."""
    readings = {part: widget_of(part).read(part, parts.get(part.path, {}), setting, None) for part in asked_parts(row)}
    notes = stated(
        FieldNote(
            field=part.path,
            answer=answer_in(part, parts.get(part.path, {})),
            words=reading.words,
            element=0,
            right=tuple(texts(parts.get(part.path, {}), RIGHT)),
        )
        for part, reading in readings.items()
    )
    values = {part.path: reading.value for part, reading in readings.items()}
    if not _settled(parts):
        return Element(None)
    needed = _NEEDED.get(row.path)
    if not any(values.values()) and not any(value is False for value in values.values()):
        return Element(None, _all_words(row, parts))
    if needed and (not values[needed] or _STANDS_FOR_NOTHING.get(needed, _never)(values[needed])):
        return Element(None, _all_words(row, parts))
    return Element(_built(row, values), notes=notes)


def problems(row: FieldRow, parts: Parts, setting: Setting) -> dict[str, str]:
    """What is to be looked at again, by the path of the part."""
    readings = {
        part.path: widget_of(part).read(part, parts.get(part.path, {}), setting, None) for part in asked_parts(row)
    }
    return {path: reading.problem for path, reading in readings.items() if reading.problem}


def _never(_text: str) -> bool:
    return False


def _built(row: FieldRow, values: Mapping[str, Any]) -> Any:
    kind = nested_document(type_at(row.path))
    if kind is None:
        raise KeyError(row.path)
    otherwise = _otherwise(row)
    said = {path: value or otherwise.get(path, value) for path, value in values.items()}
    return kind(**{path.rpartition(".")[2]: _of_type(path, value) for path, value in said.items()})


def _otherwise(row: FieldRow) -> Mapping[str, str]:
    if AskedOf.SOUGHT in row.asked_of:
        return _OTHERWISE
    return _OTHERWISE_OF_THE_DEAD if row.asked_of == {AskedOf.DEAD} else _OTHERWISE_OF_ORGANISATIONS


def _of_type(path: str, value: Any) -> Any:
    kind = without_none(type_at(path))
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(value) if value else None
    return value


def _filled(row: FieldRow, element: Any, notes: Sequence[FieldNote]) -> Parts:
    of = {note.field: note for note in notes}
    return {
        part.path: filled_field(
            part, getattr(element, part.path.rpartition(".")[2]), of.get(part.path, FieldNote(field=part.path))
        )
        for part in asked_parts(row)
    }


def _of_element(notes: Sequence[FieldNote], place: int) -> tuple[FieldNote, ...]:
    return tuple(note for note in notes if note.element == place)


def right_words(row: FieldRow, typed: Sequence[Parts], setting: Setting) -> tuple[str, ...]:
    """Of what makes no element and stands in words, the lines of which somebody said that they are right."""
    said = [parts for parts in typed if texts(parts.get(_SHOWN_IN.get(row.path, ""), {}), RIGHT)]
    read_so = (read(row, parts, setting) for parts in said)
    return tuple(one.words for one in read_so if one.value is None and one.words)


def _filled_words(row: FieldRow, note: FieldNote) -> list[Parts]:
    return [{_SHOWN_IN[row.path]: _right_line(line, note)} for line in note.words.splitlines()]


def _right_line(line: str, note: FieldNote) -> dict[str, list[str]]:
    return {"": [line], RIGHT: [line]} if line in note.right else {"": [line]}


def _settled(parts: Parts) -> dict[str, dict[str, list[str]]]:
    kept = {path: settled(typed) for path, typed in parts.items()}
    return {path: typed for path, typed in kept.items() if typed}


def _taken(parts: dict[str, dict[str, list[str]]], known: list[tuple[dict[str, Any], Element]]) -> Element | None:
    """The first known element that is shown like this, which is then known no more: two may look alike."""
    place = next((place for place, (shown, _) in enumerate(known) if shown == parts), None)
    return None if place is None else known.pop(place)[1]


def _all_words(row: FieldRow, parts: Parts) -> str:
    """Everything that was typed and chosen for an element, in one line."""
    return " · ".join(filter(None, (_words(part, parts.get(part.path, {})) for part in asked_parts(row))))


def _words(row: FieldRow, typed: Typed) -> str:
    if row.widget is Widget.DATE:
        return words_of(typed)
    said = [text for part in typed if part not in (ANSWER, RIGHT) for text in texts(typed, part)]
    if row.widget is Widget.CHOICE:
        chosen = [code_words(CODE_SETS[row.codes], code) for code in said if code in offered_codes(row)]
        said = [*chosen, *texts(typed, WRITTEN)]
    unsure = [f"{short_label(row.path)}: {label('do_not_know', 'no_answer')}"] if answer_in(row, typed) else []
    return " · ".join([*said, *unsure])
