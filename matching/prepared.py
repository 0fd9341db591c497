"""A record made ready once, so that comparing it costs little: parsed names, day numbers, resolved places."""

import datetime
from dataclasses import dataclass

from matching.names.comparison import PreparedName
from matching.names.comparison import prepare as prepare_name
from matching.names.whole import whole_names
from matching.places.resolved import ResolvedPlace, resolve
from matching.record import AgeRange, Effect, Mark, MatchRecord, PartialDate, PersonName, Remains, Sex, Side

DEAD_KINDS = frozenset({"mortuary", "forensic"})
_DAYS_A_YEAR = 365.25
_TEETH = frozenset({"missing_tooth", "gold_tooth", "broken_tooth", "denture", "braces", "tooth_gap"})
_MOST_NAMES = 8


class Has:
    """Bits for what a record says; a comparison is tried only where both sides have what it needs."""

    NAMES = 1 << 0
    BIRTH = 1 << 1
    AGE = 1 << 2
    SEX = 1 << 3
    NATIONALITY = 1 << 4
    LANGUAGES = 1 << 5
    WHEN = 1 << 6
    PLACE = 1 << 7
    ORIGIN = 1 << 8
    PHONES = 1 << 9
    DOCUMENTS = 1 << 10
    HEIGHT = 1 << 11
    MARKS = 1 << 12
    EFFECTS = 1 << 13
    TRAITS = 1 << 14
    COMPANIONS = 1 << 15


@dataclass(frozen=True, slots=True)
class RecordName:
    """One name of a record; `short` for nicknames and the like, which identify nobody."""

    name: PreparedName
    short: bool


@dataclass(frozen=True, slots=True)
class Days:
    """An interval of days as proleptic ordinals, both ends included."""

    first: int
    last: int


@dataclass(frozen=True, slots=True, eq=False)
class PreparedRecord:
    """What the comparisons read. `dead` says that the report is of a body; ages are in years at the event's date."""

    record: MatchRecord
    has: int
    dead: bool
    names: tuple[RecordName, ...]
    companions: tuple[RecordName, ...]
    sex: Sex | None
    birth: Days | None
    born: datetime.date | None
    birth_from_age: Days | None
    stated_age: AgeRange | None
    nationalities: frozenset[str]
    languages: frozenset[str]
    when: Days | None
    place: ResolvedPlace | None
    phones: tuple[str, ...]
    documents: tuple[str, ...]
    height: tuple[int, int] | None
    marks: tuple[Mark, ...]
    effects: tuple[Effect, ...]
    traits: dict[str, str]
    remains: Remains | None


def prepare(record: MatchRecord) -> PreparedRecord:
    """Everything derived from one record; the record itself stays inside for the reviewer's card."""
    event = record.event
    when = _days(event.when) if event else None
    names = _names(record.names)
    companions = _names(record.companions)
    place = resolve(event.place) if event and event.place else None
    phones = tuple(dict.fromkeys(filter(None, (_digits(phone.number) for phone in record.phones))))
    documents = tuple(dict.fromkeys(filter(None, (_document(one.number) for one in record.documents))))
    return PreparedRecord(
        record=record,
        has=_has(record, names, companions, place, phones, documents),
        dead=record.kind in DEAD_KINDS or record.remains is not None,
        names=names,
        companions=companions,
        sex=record.sex,
        birth=_days(record.birth),
        born=_exact(record.birth),
        birth_from_age=_birth_from_age(record.age, when),
        stated_age=record.age,
        nationalities=frozenset(record.nationalities),
        languages=frozenset(record.languages),
        when=when,
        place=place,
        phones=phones,
        documents=documents,
        height=(record.height.low_cm, record.height.high_cm) if record.height else None,
        marks=tuple(dict.fromkeys(_comparable_mark(mark) for mark in record.marks)),
        effects=tuple(dict.fromkeys(Effect(one.item, one.colour) for one in record.effects)),
        traits={trait.feature: trait.value for trait in record.traits},
        remains=record.remains,
    )


def _has(
    record: MatchRecord,
    names: tuple[RecordName, ...],
    companions: tuple[RecordName, ...],
    place: ResolvedPlace | None,
    phones: tuple[str, ...],
    documents: tuple[str, ...],
) -> int:
    when = record.event is not None and record.event.when is not None
    known = {
        Has.NAMES: names,
        Has.BIRTH: record.birth,
        Has.AGE: record.birth is not None or (record.age is not None and when),
        Has.SEX: record.sex,
        Has.NATIONALITY: record.nationalities,
        Has.LANGUAGES: record.languages,
        Has.WHEN: when,
        Has.PLACE: place,
        Has.ORIGIN: place if record.side is Side.FOUND else place is None and record.nationalities,
        Has.PHONES: phones,
        Has.DOCUMENTS: documents,
        Has.HEIGHT: record.height,
        Has.MARKS: record.marks,
        Has.EFFECTS: record.effects,
        Has.TRAITS: record.traits,
        Has.COMPANIONS: companions,
    }
    return sum(bit for bit, value in known.items() if value)


def _names(names: tuple[PersonName, ...]) -> tuple[RecordName, ...]:
    """The names that have a part at all."""
    whole = whole_names(names[:_MOST_NAMES])
    prepared = (RecordName(prepare_name(text), short) for text, short in whole[:_MOST_NAMES])
    return tuple(one for one in prepared if one.name.parts)


def _birth_from_age(age: AgeRange | None, when: Days | None) -> Days | None:
    """The days on which somebody of the stated age at the event could have been born."""
    if age is None or when is None:
        return None
    return Days(when.first - int((age.high + 1) * _DAYS_A_YEAR) + 1, when.last - int(age.low * _DAYS_A_YEAR))


def _days(date: PartialDate | None) -> Days | None:
    if date is None:
        return None
    first, last = sorted((date.earliest.toordinal(), date.latest.toordinal()))
    return Days(first, last)


def _exact(date: PartialDate | None) -> datetime.date | None:
    return date.earliest if date is not None and date.earliest == date.latest else None


def _digits(number: str) -> str:
    return "".join(digit for digit in number if digit.isdecimal() and digit.isascii())


def _document(number: str) -> str:
    """Letters and digits only, upper case; zeros and o, ones and i are one, because clerks read them so."""
    return "".join(c for c in number.upper() if c.isalnum()).replace("O", "0").replace("I", "1")


def _comparable_mark(mark: Mark) -> Mark:
    """A mark's codes; where a tooth sits is told so variously that only its kind counts."""
    return Mark(mark.kind) if mark.kind in _TEETH else Mark(mark.kind, mark.place, mark.side, mark.motif)
