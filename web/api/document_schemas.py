"""The documents that the API takes, made of their types and the table of fields: a new field is taken at once."""

import dataclasses
import typing
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import AfterValidator, Field, StrictBool, create_model

from matching.record import (
    AgeRange,
    Effect,
    Event,
    HeightRange,
    IdentityDocument,
    Mark,
    PartialDate,
    PersonName,
    Phone,
    Place,
    Trait,
)
from search.documents import (
    AskedRelative,
    BodyPart,
    Description,
    Identifiers,
    PostMortem,
    Sample,
    WeightRange,
    Whereabouts,
)
from search.fields.document_types import SECTIONS, without_none
from search.fields.table import Widget, catalogue
from web.api.schema_parts import (
    MOST,
    AgeIn,
    AskedRelativeIn,
    BodyPartIn,
    Country,
    DateIn,
    DocumentIn,
    EffectIn,
    EventIn,
    HeightIn,
    Language,
    Line,
    MarkIn,
    NameIn,
    NoteIn,
    PhoneIn,
    PlaceIn,
    SampleIn,
    Strict,
    TraitIn,
    WeightIn,
    Words,
    in_one_document,
)

# Fields of these documents that no program sends, each with why.
NOT_TAKEN: Mapping[str, str] = {
    "description.gender": "asked of nobody until somebody knows how to ask it",
    "description.journey": "told by families alone",
    "description.medical": "told by families alone; what a report says of health are marks",
    "whereabouts.found": "made of the description's event, whose place is kept coarsely there",
}
_MOST_NOTES = 200
# Lines into which programs may put a longer text.
_LONGER = frozenset({"whereabouts.condition", "post_mortem.samples_taken"})
_PARTS: Mapping[type[Any], type[Strict]] = {
    PersonName: NameIn,
    PartialDate: DateIn,
    AgeRange: AgeIn,
    HeightRange: HeightIn,
    WeightRange: WeightIn,
    Place: PlaceIn,
    Event: EventIn,
    Trait: TraitIn,
    Mark: MarkIn,
    Effect: EffectIn,
    Phone: PhoneIn,
    IdentityDocument: DocumentIn,
    AskedRelative: AskedRelativeIn,
    Sample: SampleIn,
    BodyPart: BodyPartIn,
}
_CODES: Mapping[Widget | None, Any] = {Widget.COUNTRIES: Country, Widget.LANGUAGES: Language}


def notes_of(section: str) -> Any:
    """The notes of one document."""
    return Annotated[
        tuple[NoteIn, ...], Field(max_length=_MOST_NOTES), AfterValidator(partial(in_one_document, section))
    ]


def schema_of(document: type[Any], name: str, says: str) -> Any:
    """A body for a document: each of its fields that is taken, as its type and its widget have it, and its notes."""
    section = SECTIONS[document]
    hints = typing.get_type_hints(document)
    fields: dict[str, Any] = {}
    for field in dataclasses.fields(document):
        path = f"{section}.{field.name}"
        if path in NOT_TAKEN:
            continue
        taken = notes_of(section) if field.name == "notes" else _taken(path, hints[field.name])
        fields[field.name] = (taken, field.default)
    return create_model(name, __base__=Strict, __doc__=says, __module__=__name__, **fields)


def _taken(path: str, kind: Any) -> Any:
    """What is accepted for a field: the part for its type, or its plain type in its bounds."""
    plain = without_none(kind)
    if typing.get_origin(plain) is tuple:
        several: Any = tuple.__class_getitem__((_one(path, typing.get_args(plain)[0]), ...))
        return Annotated[several, Field(max_length=MOST)]
    one = _one(path, plain)
    return one | None if plain is not kind else one


def _one(path: str, kind: Any) -> Any:
    row = catalogue().get(path)
    if row is not None and (codes := _CODES.get(row.widget)) is not None:
        return codes
    if kind is str:
        return Words if path in _LONGER or (row is not None and row.widget is Widget.TEXT) else Line
    return StrictBool if kind is bool else _PARTS.get(kind, kind)


ProvenanceNotes = Annotated[
    tuple[NoteIn, ...], Field(max_length=_MOST_NOTES), AfterValidator(partial(in_one_document, "provenance"))
]
if TYPE_CHECKING:
    # To the type checker they are strict bodies; which fields they have, the table says.
    class DescriptionIn(Strict): ...

    class IdentifiersIn(Strict): ...

    class WhereaboutsIn(Strict): ...

    class PostMortemIn(Strict): ...

else:
    DescriptionIn = schema_of(
        Description, "DescriptionIn", "Who was found, as far as is known; everything is optional."
    )
    IdentifiersIn = schema_of(Identifiers, "IdentifiersIn", "Numbers that point at one person.")
    WhereaboutsIn = schema_of(
        Whereabouts,
        "WhereaboutsIn",
        "A living person's own wish and present place; nobody reads the place without that person's consent.",
    )
    PostMortemIn = schema_of(PostMortem, "PostMortemIn", "A body's numbers and examinations.")
