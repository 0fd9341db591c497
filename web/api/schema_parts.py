"""What the documents that the API takes are made of: names, dates, places, marks, each strictly typed."""

import datetime
from typing import Annotated, Literal, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StrictBool,
    StrictInt,
    StringConstraints,
    field_validator,
    model_validator,
)

from matching.record import Calendar, DatePrecision, NameKind, PhoneRole, PlacePrecision
from search.documents import Answer
from search.fields.table import catalogue
from search.values.dummy_numbers import is_dummy
from search.values.phone_numbers import phone_number
from search.vocabulary import (
    FEATURE_VALUES,
    BodyPlace,
    BodySide,
    Colour,
    DocumentKind,
    EffectItem,
    Feature,
    MarkKind,
    Motif,
    Relationship,
    SampleKind,
    SampleStatus,
)

Line = Annotated[str, StringConstraints(strict=True, max_length=300)]
Words = Annotated[str, StringConstraints(strict=True, max_length=5000)]
Country = Annotated[str, StringConstraints(strict=True, pattern="^[A-Z]{2}$")]
Language = Annotated[str, StringConstraints(strict=True, pattern="^[a-z]{2,3}$")]
Nothing = Literal[""]
MOST = 40


class Strict(BaseModel):
    """A part of a body: what is not listed in it is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class NameIn(Strict):
    """A name exactly as it was heard or read, in its own script."""

    text: Annotated[Line, Field(min_length=1)]
    kind: NameKind = NameKind.AS_HEARD
    language: Language | Nothing = ""


class DateIn(Strict):
    """An interval of days, both ends included; one day when `latest` is the same as `earliest`."""

    earliest: datetime.date
    latest: datetime.date
    precision: DatePrecision = DatePrecision.DAY
    calendar: Calendar = Calendar.GREGORIAN
    written: Line = ""

    @model_validator(mode="after")
    def in_order(self) -> Self:
        """The interval does not end before it begins."""
        if self.latest < self.earliest:
            raise ValueError("latest must not be before earliest")
        return self


class AgeIn(Strict):
    """Completed years, both ends included, on the day of the finding."""

    low: Annotated[StrictInt, Field(ge=0, le=130)]
    high: Annotated[StrictInt, Field(ge=0, le=130)]
    estimated: StrictBool = False
    written: Line = ""

    @model_validator(mode="after")
    def in_order(self) -> Self:
        """The highest age is not below the lowest."""
        if self.high < self.low:
            raise ValueError("high must not be below low")
        return self


class HeightIn(Strict):
    """Centimetres, both ends included."""

    low_cm: Annotated[StrictInt, Field(ge=20, le=260)]
    high_cm: Annotated[StrictInt, Field(ge=20, le=260)]
    estimated: StrictBool = False
    written: Line = ""

    @model_validator(mode="after")
    def in_order(self) -> Self:
        """The greatest height is not below the lowest."""
        if self.high_cm < self.low_cm:
            raise ValueError("high_cm must not be below low_cm")
        return self


class WeightIn(Strict):
    """Kilograms, both ends included."""

    low_kg: Annotated[StrictInt, Field(ge=0, le=400)]
    high_kg: Annotated[StrictInt, Field(ge=0, le=400)]
    estimated: StrictBool = False
    written: Line = ""

    @model_validator(mode="after")
    def in_order(self) -> Self:
        """The greatest weight is not below the lowest."""
        if self.high_kg < self.low_kg:
            raise ValueError("high_kg must not be below low_kg")
        return self


class PlaceIn(Strict):
    """A place in words; countries are ISO 3166-1 alpha-2 codes, coordinates degrees."""

    text: Line = ""
    countries: Annotated[tuple[Country, ...], Field(max_length=MOST)] = ()
    latitude: Annotated[float, Field(ge=-90, le=90)] | None = None
    longitude: Annotated[float, Field(ge=-180, le=180)] | None = None
    precision: PlacePrecision = PlacePrecision.UNKNOWN


class EventIn(Strict):
    """When and where somebody was found. For a living person reviewers see the place coarsely only."""

    when: DateIn | None = None
    place: PlaceIn | None = None


class MarkIn(Strict):
    """A mark, tooth or medical feature in codes, with the words beside."""

    kind: MarkKind
    place: BodyPlace | Nothing = ""
    side: BodySide | Nothing = ""
    motif: Motif | Nothing = ""
    words: Line = ""


class EffectIn(Strict):
    """Something worn or carried."""

    item: EffectItem
    colour: Colour | Nothing = ""
    brand: Line = ""
    words: Line = ""


class TraitIn(Strict):
    """A stable feature and its value."""

    feature: Feature
    value: Line

    @model_validator(mode="after")
    def known(self) -> Self:
        """Each feature has its own values."""
        if self.value not in FEATURE_VALUES[self.feature]:
            raise ValueError(f"value must be one of {', '.join(FEATURE_VALUES[self.feature])}")
        return self


class PhoneIn(Strict):
    """A number as it was found."""

    number: Line
    role: PhoneRole = PhoneRole.UNKNOWN

    @field_validator("number")
    @classmethod
    def readable(cls, number: str) -> str:
        """E.164 where it can be read as that, else its digits; what only fills the field is kept in words by filing."""
        if is_dummy(number):
            return number
        if not (read := phone_number(number)):
            raise ValueError("must be a telephone number")
        return read


class DocumentIn(Strict):
    """A document that was seen."""

    number: Annotated[Line, Field(min_length=1)]
    kind: DocumentKind | Nothing = ""
    country: Country | Nothing = ""


class AskedRelativeIn(Strict):
    """Somebody for whom a found person asks."""

    name: Annotated[Line, Field(min_length=1)]
    relation: Relationship | None = None
    where: Line = ""


class SampleIn(Strict):
    """One sample or record taken of a body: its number, who holds it, how far it is. Never the profile itself."""

    kind: SampleKind | None = None
    number: Line = ""
    held_at: Line = ""
    status: SampleStatus | None = None


class BodyPartIn(Strict):
    """A part of remains with a tag of its own; `found_with` is the tag of the body that it lay with."""

    tag: Line = ""
    what: Line = ""
    found_with: Line = ""


class NoteIn(Strict):
    """What was said under a field beside its value: that there is none, that nobody knows, or words that do not fit.

    `field` is the field's path, such as `description.birth`.
    """

    field: Line
    answer: Answer | None = None
    words: Words = ""

    @model_validator(mode="after")
    def known(self) -> Self:
        """The field is one that the registry has, and can be answered in this way."""
        row = catalogue().get(self.field)
        if row is None or row.widget is None:
            raise ValueError("field must be the path of a field")
        if self.answer is not None and self.answer not in row.answers:
            raise ValueError(f"answer must be one of {', '.join(row.answers) or 'none: only words are taken here'}")
        return self


def in_one_document(section: str, notes: tuple[NoteIn, ...]) -> tuple[NoteIn, ...]:
    """The notes, where each is of a field of the document that holds it, and no field has two."""
    named = [note.field for note in notes]
    if any(field.partition(".")[0] != section for field in named):
        raise ValueError(f"field must be one of {section}")
    if len(named) != len(set(named)):
        raise ValueError("a field has one note")
    return notes
