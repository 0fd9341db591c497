"""What the API takes and gives, strictly typed: unknown fields are refused, codes are those of the vocabulary."""

import datetime
import uuid
from typing import Annotated, Any, Literal, Self

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

from matching.record import Calendar, DatePrecision, NameKind, PhoneRole, PlacePrecision, Remains, Sex
from search.values.phone_numbers import phone_number
from search.vocabulary import (
    FEATURE_VALUES,
    LIVING_KINDS,
    BodyPlace,
    BodySide,
    Colour,
    ConsentPurpose,
    DocumentKind,
    EffectItem,
    Feature,
    MarkKind,
    Motif,
    ReportKind,
    WantsContact,
)

Line = Annotated[str, StringConstraints(strict=True, max_length=300)]
Words = Annotated[str, StringConstraints(strict=True, max_length=5000)]
Country = Annotated[str, StringConstraints(strict=True, pattern="^[A-Z]{2}$")]
Language = Annotated[str, StringConstraints(strict=True, pattern="^[a-z]{2,3}$")]
Nothing = Literal[""]
_MOST = 40


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


class PlaceIn(Strict):
    """A place in words; countries are ISO 3166-1 alpha-2 codes, coordinates degrees."""

    text: Line = ""
    countries: Annotated[tuple[Country, ...], Field(max_length=_MOST)] = ()
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
        """E.164 where it can be read as that, else its digits."""
        if not (read := phone_number(number)):
            raise ValueError("must be a telephone number")
        return read


class DocumentIn(Strict):
    """A document that was seen."""

    number: Annotated[Line, Field(min_length=1)]
    kind: DocumentKind | Nothing = ""
    country: Country | Nothing = ""


class DescriptionIn(Strict):
    """Who was found, as far as is known; everything is optional."""

    names: Annotated[tuple[NameIn, ...], Field(max_length=_MOST)] = ()
    sex: Sex | None = None
    birth: DateIn | None = None
    age: AgeIn | None = None
    birth_place: PlaceIn | None = None
    nationalities: Annotated[tuple[Country, ...], Field(max_length=_MOST)] = ()
    stateless: StrictBool | None = None
    community: Line = ""
    languages: Annotated[tuple[Language, ...], Field(max_length=_MOST)] = ()
    religion: Line = ""
    marital_status: Line = ""
    children: Line = ""
    occupation: Line = ""
    event: EventIn | None = None
    height: HeightIn | None = None
    traits: Annotated[tuple[TraitIn, ...], Field(max_length=_MOST)] = ()
    marks: Annotated[tuple[MarkIn, ...], Field(max_length=_MOST)] = ()
    effects: Annotated[tuple[EffectIn, ...], Field(max_length=_MOST)] = ()
    remains: Remains | None = None
    words: Words = ""


class IdentifiersIn(Strict):
    """Numbers that point at one person."""

    phones: Annotated[tuple[PhoneIn, ...], Field(max_length=_MOST)] = ()
    documents: Annotated[tuple[DocumentIn, ...], Field(max_length=_MOST)] = ()
    accounts: Annotated[tuple[Line, ...], Field(max_length=_MOST)] = ()
    transfers: Annotated[tuple[Line, ...], Field(max_length=_MOST)] = ()


class WhereaboutsIn(Strict):
    """A living person's own wish and present place; nobody reads the place without that person's consent."""

    present_place: PlaceIn | None = None
    transfers: Annotated[tuple[Line, ...], Field(max_length=_MOST)] = ()
    condition: Words = ""
    minor: StrictBool | None = None
    wants_contact: WantsContact = WantsContact.NOT_ASKED


class PostMortemIn(Strict):
    """A body's numbers and examinations."""

    body_tag: Line = ""
    mortuary_number: Line = ""
    prosecutor_number: Line = ""
    completeness: Line = ""
    interval: Line = ""
    sex_method: Line = ""
    age_method: Line = ""
    stature_method: Line = ""
    samples_taken: Words = ""
    burial_place: Line = ""
    cause: Line = ""


class ReportIn(Strict):
    """One person. A `sender_number` that was sent before makes this a newer version of that report."""

    kind: ReportKind
    sender_number: Line = ""
    found: DescriptionIn = DescriptionIn()
    identifiers: IdentifiersIn = IdentifiersIn()
    whereabouts: WhereaboutsIn | None = None
    post_mortem: PostMortemIn | None = None
    source_date: datetime.date | None = None

    @model_validator(mode="after")
    def living_or_dead(self) -> Self:
        """Whereabouts belong to the living, post-mortem data to the dead."""
        if self.kind in LIVING_KINDS and self.post_mortem is not None:
            raise ValueError("post_mortem is for the kinds mortuary and forensic")
        if self.kind not in LIVING_KINDS and self.whereabouts is not None:
            raise ValueError("whereabouts are for living persons")
        return self


class ReceiptOut(Strict):
    """`outcome` is accepted, updated or already_known."""

    report_id: uuid.UUID
    sender_number: str
    outcome: Literal["accepted", "updated", "already_known"]


class OwnReportOut(Strict):
    """One of the organisation's own reports."""

    report_id: uuid.UUID
    kind: ReportKind
    sender_number: str
    entry_date: datetime.datetime
    names: tuple[str, ...]


class OwnReportsOut(Strict):
    """One page of them, newest first, fifty a page."""

    reports: tuple[OwnReportOut, ...]
    page: int
    pages: int
    total: int


class SharedSearchOut(Strict):
    """A search that its family opened to this organisation, with what is open to it; empty fields are left out.

    `purposes`: sharing (to look for the person), forensic (to identify somebody who has died). `committee` is whom to
    write to.
    """

    case_id: uuid.UUID
    filed_at: datetime.datetime
    committee: str
    purposes: tuple[ConsentPurpose, ...]
    sought: dict[str, Any]
    identifiers: dict[str, Any]


class SharedSearchesOut(Strict):
    """One page of them, newest first, twenty a page."""

    searches: tuple[SharedSearchOut, ...]
    page: int
    pages: int
    total: int


class PageIn(Strict):
    """Which page, from 1."""

    page: Annotated[int, Field(ge=1, le=100_000)] = 1


class FailureOut(Strict):
    """Every error; `fields` names what did not fit in the body."""

    error: str
    message: str
    fields: dict[str, list[str]] = {}
