"""A record made ready once, so that comparing it costs little: parsed names, day numbers, resolved places."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from matching.names.name_comparison import PreparedName
from matching.names.name_comparison import prepare as prepare_name
from matching.names.part_rarity import SHIPPED_RARITIES, PartRarities
from matching.names.whole_names import whole_names
from matching.places.resolved_place import ResolvedPlace, resolve
from matching.record import (
    AgeRange,
    Effect,
    Mark,
    MatchRecord,
    NameKind,
    PartialDate,
    PersonName,
    Place,
    Remains,
    Sex,
    Side,
)

DEAD_KINDS = frozenset({"mortuary", "forensic"})
_DAYS_A_YEAR = 365.25
_TEETH = frozenset({"missing_tooth", "gold_tooth", "broken_tooth", "denture", "braces", "tooth_gap"})
_MOST_NAMES = 8
# A range this wide was estimated from a body or a look, not stated by anybody.
_STATED_WIDTH = 1


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
    PARENTS = 1 << 16
    HOME = 1 << 17
    COMMUNITY = 1 << 18


class NameRole(IntEnum):
    """Whose name it is, or what else is compared as a name."""

    OWN = 0
    COMPANION = 1
    FATHER = 2
    MOTHER = 3
    COMMUNITY = 4


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
    """What the comparisons read. `dead` says that the report is of a body; ages are in years at the event's date.

    `assessed` says that the age was estimated by somebody; `relatives` are the parents and the community. A parent's
    name that is a part of the person's own name is not told twice.
    """

    record: MatchRecord
    rarities: PartRarities
    has: int
    dead: bool
    names: tuple[RecordName, ...]
    companions: tuple[RecordName, ...]
    relatives: tuple[tuple[NameRole, RecordName], ...]
    sex: Sex | None
    birth: Days | None
    born: datetime.date | None
    birth_from_age: Days | None
    assessed: bool
    nationalities: frozenset[str]
    languages: frozenset[str]
    when: Days | None
    place: ResolvedPlace | None
    home: ResolvedPlace | None
    phones: tuple[str, ...]
    documents: tuple[str, ...]
    height: tuple[int, int] | None
    marks: tuple[Mark, ...]
    effects: tuple[Effect, ...]
    traits: dict[str, str]
    remains: Remains | None

    @property
    def every_name(self) -> tuple[tuple[NameRole, RecordName], ...]:
        """All names with their roles: one's own first."""
        own = [(NameRole.OWN, name) for name in self.names]
        return (*own, *((NameRole.COMPANION, name) for name in self.companions), *self.relatives)


def prepare(record: MatchRecord, rarities: PartRarities = SHIPPED_RARITIES) -> PreparedRecord:
    """Everything derived from one record; the record itself stays inside for the reviewer's card."""
    event, age = record.event, record.age
    when = _days(event.when) if event else None
    names = _names(record.names, rarities)
    prepared = PreparedRecord(
        record=record,
        rarities=rarities,
        has=0,
        dead=record.kind in DEAD_KINDS or record.remains is not None,
        names=names,
        companions=_names(record.companions, rarities),
        relatives=_relatives(record, names, rarities),
        sex=record.sex,
        birth=_days(record.birth),
        born=_exact(record.birth),
        birth_from_age=_birth_from_age(age, when),
        assessed=record.birth is None and age is not None and age.high - age.low > _STATED_WIDTH,
        nationalities=frozenset(filter(None, record.nationalities)),
        languages=frozenset(filter(None, record.languages)),
        when=when,
        place=_resolved(event.place if event else None),
        home=_resolved(record.birth_place),
        phones=tuple(dict.fromkeys(filter(None, (_digits(phone.number) for phone in record.phones)))),
        documents=tuple(dict.fromkeys(filter(None, (_document(one.number) for one in record.documents)))),
        height=(record.height.low_cm, record.height.high_cm) if record.height else None,
        marks=tuple(dict.fromkeys(_comparable_mark(mark) for mark in record.marks if mark.kind)),
        effects=tuple(dict.fromkeys(Effect(one.item, one.colour) for one in record.effects if one.item)),
        traits={trait.feature: trait.value for trait in record.traits if trait.feature and trait.value},
        remains=record.remains,
    )
    return replace(prepared, has=_has(prepared))


def _has(prepared: PreparedRecord) -> int:
    roles = {role for role, _ in prepared.relatives}
    sought = prepared.record.side is Side.SOUGHT
    known = {
        Has.NAMES: prepared.names,
        Has.BIRTH: prepared.birth,
        Has.AGE: prepared.birth or prepared.birth_from_age,
        Has.SEX: prepared.sex,
        Has.NATIONALITY: prepared.nationalities,
        Has.LANGUAGES: prepared.languages,
        Has.WHEN: prepared.when,
        Has.PLACE: prepared.place,
        Has.ORIGIN: prepared.place is None and prepared.nationalities if sought else prepared.place,
        Has.PHONES: prepared.phones,
        Has.DOCUMENTS: prepared.documents,
        Has.HEIGHT: prepared.height,
        Has.MARKS: prepared.marks,
        Has.EFFECTS: prepared.effects,
        Has.TRAITS: prepared.traits,
        Has.COMPANIONS: prepared.companions,
        Has.PARENTS: roles & {NameRole.FATHER, NameRole.MOTHER},
        Has.HOME: prepared.home,
        Has.COMMUNITY: NameRole.COMMUNITY in roles,
    }
    return sum(bit for bit, value in known.items() if value)


def _resolved(place: Place | None) -> ResolvedPlace | None:
    return resolve(place) if place else None


def _relatives(
    record: MatchRecord, own: Sequence[RecordName], rarities: PartRarities
) -> tuple[tuple[NameRole, RecordName], ...]:
    """Parents whose names are not parts of the person's own, and the community, as names to compare."""
    natives = {part.native for name in own for part in name.name.every_part}
    told = [(role, one.text) for kind, role in _PARENTS for one in record.names if one.kind is kind]
    told.append((NameRole.COMMUNITY, record.community))
    found = []
    for role, text in told:
        name = prepare_name(text, rarities)
        if name.parts and (role is NameRole.COMMUNITY or any(part.native not in natives for part in name.parts)):
            found.append((role, RecordName(name, short=False)))
    return tuple(found[:_MOST_NAMES])


_PARENTS = (
    (NameKind.FATHER, NameRole.FATHER),
    (NameKind.MOTHER, NameRole.MOTHER),
)


def _names(names: tuple[PersonName, ...], rarities: PartRarities) -> tuple[RecordName, ...]:
    """The names that have a part at all."""
    whole = whole_names(names[:_MOST_NAMES])
    prepared = (RecordName(prepare_name(text, rarities), short) for text, short in whole[:_MOST_NAMES])
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
