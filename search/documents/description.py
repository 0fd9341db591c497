"""B to F of the core dataset: who a person is, how they travelled, what their body and belongings show.

Both sides of a comparison, what a family remembers and what a clerk or a pathologist saw, are described by the same
document. Everything is optional; words stay beside the codes.
"""

from dataclasses import dataclass

from matching.record import (
    AgeRange,
    Effect,
    Event,
    HeightRange,
    Mark,
    PartialDate,
    PersonName,
    Place,
    Remains,
    Sex,
    Trait,
)
from search.documents.field_notes import FieldNote
from search.vocabulary import Relationship


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneyLeg:
    """One stretch of the road. `means` are words: on foot, bus, boat."""

    origin: Place | None = None
    destination: Place | None = None
    departed: PartialDate | None = None
    means: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """C. `aboard` is the number of people on the vessel as told, None when unknown."""

    departure: Event | None = None
    destination: Place | None = None
    legs: tuple[JourneyLeg, ...] = ()
    vessel: str = ""
    aboard: int | None = None
    companions: tuple[PersonName, ...] = ()
    channel: str = ""
    what_was_said: str = ""
    earlier_detention: str = ""
    news_since: str = ""
    extortion: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Medical:
    """E. Which samples and records exist and where; never the profile itself."""

    illnesses: str = ""
    operations: str = ""
    medicines: str = ""
    pregnancy: str = ""
    implant_numbers: str = ""
    records_held_at: str = ""
    fingerprints_held_at: str = ""
    dental_chart_held_at: str = ""
    family_dna_kits: str = ""


@dataclass(frozen=True, slots=True)
class WeightRange:
    """Kilograms, both ends included. The engine does not compare them: weight changes on the road and after death."""

    low_kg: int
    high_kg: int
    estimated: bool = False
    written: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedRelative:
    """Somebody for whom a found person asks: the name, who it is to them, and where they were last."""

    name: str = ""
    relation: Relationship | None = None
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """One person as one report describes them. `event` is the last contact (sought) or the finding (found).

    `residence` is where somebody lived who has died; that of a living person is among their whereabouts. `asks_for` are
    relatives for whom somebody who was found asks.
    """

    names: tuple[PersonName, ...] = ()
    sex: Sex | None = None
    gender: str = ""
    birth: PartialDate | None = None
    age: AgeRange | None = None
    birth_place: Place | None = None
    residence: Place | None = None
    nationalities: tuple[str, ...] = ()
    stateless: bool | None = None
    community: str = ""
    languages: tuple[str, ...] = ()
    religion: str = ""
    marital_status: str = ""
    children: str = ""
    occupation: str = ""
    asks_for: tuple[AskedRelative, ...] = ()
    event: Event | None = None
    journey: Journey | None = None
    height: HeightRange | None = None
    weight: WeightRange | None = None
    traits: tuple[Trait, ...] = ()
    marks: tuple[Mark, ...] = ()
    effects: tuple[Effect, ...] = ()
    medical: Medical | None = None
    remains: Remains | None = None
    words: str = ""
    notes: tuple[FieldNote, ...] = ()
