"""A record as one flat row, as whoever links tables would prepare it: names in Latin letters, arrays, a few dates.

What the engine derives of places (routes) and of names (words in Latin letters, their sounds by double metaphone) is
given to the peer too: the comparison is of linking, not of preparing.
"""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from anyascii import anyascii
from doublemetaphone import doublemetaphone

from matching.places.resolved_place import ResolvedPlace, resolve
from matching.record import MatchRecord, NameKind, PartialDate, Side

_WORD = re.compile(r"[a-z]+")
_PARTICLES = frozenset({"al", "el", "bin", "ben", "ibn", "abu", "bint", "de", "del", "la", "da", "dos", "van"})
_SHORT_NAMES = frozenset({NameKind.NICKNAME, NameKind.ROAD, NameKind.CLAN})
_DAYS_A_QUARTER, _CELL_DEGREES = 91, 3.0
_BODY_BEFORE, _BODY_AFTER = 15, 190
_MOST_QUARTERS, _LOCAL_PHONE = 8, 7
_DEAD = "mortuary"
# DuckDB's types of the columns, in their order.
COLUMNS = {
    "unique_id": "VARCHAR",
    "given": "VARCHAR",
    "surname": "VARCHAR",
    "full_name": "VARCHAR",
    "words": "VARCHAR[]",
    "sounds": "VARCHAR[]",
    "sound_pairs": "VARCHAR[]",
    "birth_date": "VARCHAR",
    "birth_year": "INTEGER",
    "age_known": "VARCHAR",
    "sex": "VARCHAR",
    "nationality": "VARCHAR",
    "languages": "VARCHAR[]",
    "phones": "VARCHAR[]",
    "phone_endings": "VARCHAR[]",
    "document": "VARCHAR",
    "first_day": "INTEGER",
    "last_day": "INTEGER",
    "quarters": "VARCHAR[]",
    "latitude": "DOUBLE",
    "longitude": "DOUBLE",
    "routes": "VARCHAR[]",
    "cells": "VARCHAR[]",
    "height": "INTEGER",
    "marks": "VARCHAR[]",
    "mark_kinds": "VARCHAR[]",
    "clothing": "VARCHAR[]",
    "dead": "BOOLEAN",
}


@dataclass(frozen=True, slots=True)
class FlatRow:
    """One record. Arrays are None where nothing is known, never empty; days are proleptic ordinals."""

    unique_id: str
    given: str | None
    surname: str | None
    full_name: str | None
    words: list[str] | None
    sounds: list[str] | None
    sound_pairs: list[str] | None
    birth_date: str | None
    birth_year: int | None
    age_known: str | None
    sex: str | None
    nationality: str | None
    languages: list[str] | None
    phones: list[str] | None
    phone_endings: list[str] | None
    document: str | None
    first_day: int | None
    last_day: int | None
    quarters: list[str] | None
    latitude: float | None
    longitude: float | None
    routes: list[str] | None
    cells: list[str] | None
    height: int | None
    marks: list[str] | None
    mark_kinds: list[str] | None
    clothing: list[str] | None
    dead: bool

    def as_json(self) -> dict[str, Any]:
        """By column."""
        return asdict(self)


def flat(unique_id: str, record: MatchRecord) -> FlatRow:
    """The row of one record."""
    words = _words(record)
    sounds = [sorted({sound for sound in doublemetaphone(word) if sound}) for word in words]
    when = record.event.when if record.event else None
    place = resolve(record.event.place) if record.event and record.event.place else None
    born, known = _birth_year(record, when)
    dead = record.kind == _DEAD
    return FlatRow(
        unique_id=unique_id,
        given=words[0] if words else None,
        surname=words[-1] if len(words) > 1 else None,
        full_name=" ".join(sorted(words)) or None,
        words=_array(words),
        sounds=_array(itertools.chain.from_iterable(sounds)),
        sound_pairs=_array(_pairs(sounds)),
        birth_date=_exact(record.birth),
        birth_year=born,
        age_known=known,
        sex=record.sex.value if record.sex else None,
        nationality=record.nationalities[0] if record.nationalities else None,
        languages=_array(record.languages),
        phones=_array(phone.number for phone in record.phones),
        phone_endings=_array(phone.number[-_LOCAL_PHONE:] for phone in record.phones),
        document=record.documents[0].number if record.documents else None,
        first_day=when.earliest.toordinal() if when else None,
        last_day=when.latest.toordinal() if when else None,
        quarters=_array(_quarters(when, record.side)) if dead or record.side is Side.SOUGHT else None,
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        routes=_array(sorted(place.routes)) if place else None,
        cells=_array(_cells(place, record.side)) if place else None,
        height=(record.height.low_cm + record.height.high_cm) // 2 if record.height else None,
        marks=_array(f"{mark.kind}:{mark.place}" for mark in record.marks),
        mark_kinds=_array(mark.kind for mark in record.marks),
        clothing=_array(f"{effect.item}:{effect.colour}" for effect in record.effects),
        dead=dead,
    )


def _array(values: Iterable[str]) -> list[str] | None:
    return list(dict.fromkeys(values)) or None


def _words(record: MatchRecord) -> list[str]:
    """The words of the name in Latin letters; of the spelling on papers where there is one, as others saw that."""
    whole = [name for name in record.names if name.kind not in _SHORT_NAMES]
    papers = [name for name in whole if name.kind is NameKind.SPELLING_ON_PAPERS]
    for name in (*papers, *whole):
        words = _WORD.findall(anyascii(name.text).lower().replace("'", "").replace("-", " "))
        return [word for word in words if word not in _PARTICLES] or words
    return []


def _pairs(sounds: Sequence[Sequence[str]]) -> Iterator[str]:
    """Sounds of any two words together, in no order of the words."""
    for one, other in itertools.combinations(sounds, 2):
        yield from ("+".join(sorted(pair)) for pair in itertools.product(one, other))


def _exact(birth: PartialDate | None) -> str | None:
    return birth.earliest.isoformat() if birth and birth.earliest == birth.latest else None


def _birth_year(record: MatchRecord, when: PartialDate | None) -> tuple[int | None, str | None]:
    """The year of birth, and whether it was told, reckoned from a told age, or from an assessed range."""
    if record.birth:
        return record.birth.earliest.year, "told"
    if record.age and when:
        middle = (record.age.low + record.age.high) // 2
        return when.earliest.year - middle, "told age" if record.age.low == record.age.high else "assessed"
    return None, None


def _quarters(when: PartialDate | None, side: Side) -> Iterator[str]:
    """The quarter of a finding; of a sought person all those in which a body would be found."""
    if when is None:
        return
    before, after = (_BODY_BEFORE, _BODY_AFTER) if side is Side.SOUGHT else (0, 0)
    first = (when.earliest.toordinal() - before) // _DAYS_A_QUARTER
    last = (when.latest.toordinal() + after) // _DAYS_A_QUARTER
    yield from (str(quarter) for quarter in range(first, min(last, first + _MOST_QUARTERS - 1) + 1))


def _cells(place: ResolvedPlace, side: Side) -> Iterator[str]:
    """The cell of three degrees of a found place; the four nearest ones of a sought place."""
    if place.latitude is None or place.longitude is None:
        return
    offsets = (0.0,) if side is Side.FOUND else (-0.5, 0.5)
    for up, right in itertools.product(offsets, offsets):
        yield f"{int((place.latitude / _CELL_DEGREES + up) // 1)}:{int((place.longitude / _CELL_DEGREES + right) // 1)}"
