"""A description of a person in the reader's words, field by field as the table has them, wherever it is shown."""

from dataclasses import dataclass
from functools import cache

from matching.record import PersonName, Remains, Trait
from search.documents import Description, FieldNote
from search.documents.field_notes import note_of, part_notes
from search.fields import FieldRow
from search.fields.table import catalogue, kinds_of, list_of
from search.fields.values_at_paths import value_at
from web.fields.showing import names_in_words, noted, shown
from web.labels import words
from web.labels.field_words import short_label, whole_label
from web.values_in_words import Value

_NAMES, _TRAITS, _REMAINS = "description.names", "description.traits", "description.remains"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a description with what it is called and its values; none when nothing is said.

    Names of all kinds are one field, and so are all features of the body: they are compared as a whole.
    """

    path: str
    label: str
    values: tuple[Value, ...]


def all_fields(person: Description) -> tuple[Field, ...]:
    """All fields in the order of the table, the empty ones too, so that two sides can be laid beside each other."""
    return tuple(Field(row.path, whole_label(row.path), _values(row, person)) for row in _rows())


def stated_fields(person: Description) -> tuple[Field, ...]:
    """The fields about which something is said."""
    return tuple(field for field in all_fields(person) if field.values)


@cache
def _rows() -> tuple[FieldRow, ...]:
    """The fields that are no part of an element and no kind of a list."""
    rows = [row for row in catalogue().values() if row.section == "description" and not row.kind]
    return tuple(row for row in rows if (row.widget or row.path == _TRAITS) and list_of(row.path) is None)


def _values(row: FieldRow, person: Description) -> tuple[Value, ...]:
    note = note_of(person, row.path)
    if row.path == _NAMES:
        return (*_stated_names(person.names), *noted(row, note), *_noted_of_kinds(person, row))
    if row.path == _TRAITS:
        return (*(Value(_trait(one)) for one in person.traits), *_noted_of_kinds(person, row))
    value = value_at(person, row.path)
    said = None if row.path == _REMAINS and value is Remains.UNKNOWN else value
    return shown(row, said, note, part_notes(person, row.path))


def _stated_names(names: tuple[PersonName, ...]) -> list[Value]:
    return [one for one in names_in_words(names) if one.text]


def _trait(trait: Trait) -> str:
    return words(f"{trait.feature}.{trait.value}", "feature_value")


def _noted_of_kinds(person: Description, row: FieldRow) -> list[Value]:
    """What was noted under the kinds of a list, each with what it was noted under."""
    paths = [f"{row.path}:{kind}" for kind in kinds_of(row.path)]
    found: list[tuple[str, FieldNote]] = [(path, note_of(person, path)) for path in paths]
    return [Value(one.text, short_label(path)) for path, note in found for one in noted(catalogue()[path], note)]
