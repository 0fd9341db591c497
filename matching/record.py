"""What the engine sees of a person: one frozen record for either side of a comparison.

A record never says who filed it or why. Everything is optional: an empty tuple or None means "not known", which is
neither agreement nor contradiction. Dates, ages, heights and places are intervals with a precision.
"""

import datetime
from dataclasses import dataclass
from enum import StrEnum


class Side(StrEnum):
    """Which of the two reports a description comes from."""

    SOUGHT = "sought"
    FOUND = "found"


class Sex(StrEnum):
    FEMALE = "female"
    MALE = "male"
    OTHER = "other"


class NameKind(StrEnum):
    """What a name is to its bearer.

    `FULL` is whatever was written as the whole name, `SPELLING` another way to write it.
    """

    FULL = "full"
    GIVEN = "given"
    FATHER = "father"
    GRANDFATHER = "grandfather"
    MOTHER = "mother"
    FAMILY = "family"
    SECOND_FAMILY = "second_family"
    MAIDEN = "maiden"
    NICKNAME = "nickname"
    RELIGIOUS = "religious"
    CLAN = "clan"
    ROAD = "road"
    SPELLING = "spelling"
    SPELLING_ON_PAPERS = "spelling_on_papers"
    AS_HEARD = "as_heard"
    ON_PAPERS_FOUND = "on_papers_found"


class DatePrecision(StrEnum):
    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    ABOUT = "about"
    RANGE = "range"


class Calendar(StrEnum):
    GREGORIAN = "gregorian"
    HIJRI = "hijri"
    SOLAR_HIJRI = "solar_hijri"
    ETHIOPIAN = "ethiopian"


class PlacePrecision(StrEnum):
    POINT = "point"
    MUNICIPALITY = "municipality"
    REGION = "region"
    COUNTRY = "country"
    ROUTE = "route"
    UNKNOWN = "unknown"


class PhoneRole(StrEnum):
    """Whose number it is said to be; evidence across all roles."""

    SOUGHT = "sought"
    ENQUIRER = "enquirer"
    COMPANION = "companion"
    CALLED_FROM = "called_from"
    CARRIED = "carried"
    CONTACT_GIVEN = "contact_given"
    UNKNOWN = "unknown"


class Remains(StrEnum):
    """Condition of a body: some features cannot be compared on some remains. None on a record: a living person."""

    FRESH = "fresh"
    DECOMPOSED = "decomposed"
    SKELETAL = "skeletal"
    PARTIAL = "partial"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name exactly as it was written, in its own script."""

    text: str
    kind: NameKind = NameKind.FULL
    language: str = ""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """An interval of days, both ends included, with what was written beside it."""

    earliest: datetime.date
    latest: datetime.date
    precision: DatePrecision = DatePrecision.DAY
    calendar: Calendar = Calendar.GREGORIAN
    written: str = ""


@dataclass(frozen=True, slots=True)
class AgeRange:
    """Completed years, both ends included, as of the record's event date."""

    low: int
    high: int
    estimated: bool = False
    written: str = ""


@dataclass(frozen=True, slots=True)
class HeightRange:
    """Centimetres, both ends included."""

    low_cm: int
    high_cm: int
    estimated: bool = False
    written: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Words for a place, and what is known of where it lies. `countries` are ISO 3166-1 alpha-2 codes."""

    text: str = ""
    countries: tuple[str, ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    precision: PlacePrecision = PlacePrecision.UNKNOWN


@dataclass(frozen=True, slots=True)
class Event:
    """Where and when: the last contact with the sought, or the finding of the found."""

    when: PartialDate | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Phone:
    """A number as E.164 (`+` and digits) where it could be read as one, else its digits alone."""

    number: str
    role: PhoneRole = PhoneRole.UNKNOWN


@dataclass(frozen=True, slots=True)
class IdentityDocument:
    """`kind` is a code of the vocabulary or empty; `number` is kept as written."""

    number: str
    kind: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A bodily mark, dental or medical feature as codes of the vocabulary; `side` is left, right or empty."""

    kind: str
    place: str = ""
    side: str = ""
    motif: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Effect:
    """Something worn or carried, as codes of the vocabulary."""

    item: str
    colour: str = ""
    brand: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Trait:
    """One stable feature and its value as codes: `eyes` is `brown`, `build` is `slim`."""

    feature: str
    value: str


@dataclass(frozen=True, slots=True)
class MatchRecord:
    """All that the engine ever sees of one report. `kind` is the report's kind, empty for a search.

    `community` is a word for a people or clan, as written.
    """

    side: Side
    kind: str = ""
    names: tuple[PersonName, ...] = ()
    sex: Sex | None = None
    birth: PartialDate | None = None
    age: AgeRange | None = None
    nationalities: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    event: Event | None = None
    phones: tuple[Phone, ...] = ()
    documents: tuple[IdentityDocument, ...] = ()
    height: HeightRange | None = None
    marks: tuple[Mark, ...] = ()
    effects: tuple[Effect, ...] = ()
    traits: tuple[Trait, ...] = ()
    companions: tuple[PersonName, ...] = ()
    remains: Remains | None = None
    birth_place: Place | None = None
    community: str = ""
