"""What a family tells of the person sought: most of a name, a birth, the last contact, some of the body."""

import datetime
import random

from benchmarks.invented.losses import moved
from benchmarks.invented.people import InventedPerson
from benchmarks.invented.slips import day, month, remembered_year, year
from matching.record import (
    AgeRange,
    Event,
    HeightRange,
    Mark,
    MatchRecord,
    NameKind,
    PartialDate,
    PersonName,
    Place,
    PlacePrecision,
    Side,
)

# Shares of requests that say a thing; see docs/benchmarks.md.
_SEX, _NATIONALITY, _HEIGHT, _DOCUMENT = 0.95, 0.913, 0.547, 0.288
_BIRTH_DAY, _BIRTH_FIRST_JANUARY, _BIRTH_YEAR, _AGE_INSTEAD = 0.502, 0.152, 0.197, 0.66
_LAST_DAY, _LAST_MONTH = 0.564, 0.293
_WORDS, _COORDINATES = 0.593, 0.359
_MARKS, _EACH_MARK, _EFFECTS, _EACH_EFFECT = 0.85, 0.88, 0.64, 0.86
_PAPERS, _COMPANIONS = 0.25, 0.5
_MEAN_LOG_KM, _SPREAD_LOG_KM, _FAR, _FAR_KM = 5.56, 0.95, 0.05, 9_000.0
_DAYS_A_YEAR = 365.25


def told(person: InventedPerson, rng: random.Random) -> MatchRecord:
    """The record of a search for a person."""
    birth, age = _birth(person, rng)
    return MatchRecord(
        side=Side.SOUGHT,
        names=_names(person, rng),
        sex=person.sex if rng.random() < _SEX else None,
        birth=birth,
        age=age,
        nationalities=(person.nationality,) if rng.random() < _NATIONALITY else (),
        event=_last_contact(person, rng),
        phones=person.phones,
        documents=(person.document,) if rng.random() < _DOCUMENT else (),
        height=_height(person, rng),
        marks=_marks(person, rng),
        effects=tuple(one for one in person.effects if rng.random() < _EACH_EFFECT) if rng.random() < _EFFECTS else (),
        companions=_companions(person, rng),
    )


def _names(person: InventedPerson, rng: random.Random) -> tuple[PersonName, ...]:
    names = [PersonName(person.name.native)]
    if not person.culture.latin and rng.random() < _PAPERS:
        names.append(PersonName(" ".join(person.papers), NameKind.SPELLING_ON_PAPERS))
    if person.name.nickname:
        names.append(PersonName(person.name.nickname, NameKind.NICKNAME))
    return tuple(names)


def _birth(person: InventedPerson, rng: random.Random) -> tuple[PartialDate | None, AgeRange | None]:
    chance = rng.random()
    if chance < _BIRTH_DAY:
        return day(person.born), None
    if chance < _BIRTH_DAY + _BIRTH_FIRST_JANUARY:
        return day(datetime.date(remembered_year(person.born, rng), 1, 1)), None
    if chance < _BIRTH_DAY + _BIRTH_FIRST_JANUARY + _BIRTH_YEAR:
        return year(remembered_year(person.born, rng)), None
    if rng.random() < _AGE_INSTEAD:
        age = int((person.loss.day - person.born).days / _DAYS_A_YEAR)
        return None, AgeRange(age, age)
    return None, None


def _last_contact(person: InventedPerson, rng: random.Random) -> Event:
    chance = rng.random()
    if chance < _LAST_DAY:
        when = day(person.loss.day)
    elif chance < _LAST_DAY + _LAST_MONTH:
        when = month(person.loss.day)
    else:
        when = year(person.loss.day.year)
    return Event(when, _place(person, rng))


def _place(person: InventedPerson, rng: random.Random) -> Place | None:
    """Words for the stretch, a point that the telephone gave, both or neither; a family is far off."""
    spot = person.loss.spot
    text = spot.called if rng.random() < _WORDS else ""
    if rng.random() < _COORDINATES:
        distance = rng.random() * _FAR_KM if rng.random() < _FAR else rng.lognormvariate(_MEAN_LOG_KM, _SPREAD_LOG_KM)
        latitude, longitude = moved(spot.latitude, spot.longitude, distance, rng)
        return Place(text, (), round(latitude, 3), round(longitude, 3), PlacePrecision.POINT)
    return Place(text) if text else None


def _height(person: InventedPerson, rng: random.Random) -> HeightRange | None:
    if rng.random() >= _HEIGHT:
        return None
    height = round(person.height_cm + rng.gauss(0, 5.0))
    return HeightRange(height, height)


def _marks(person: InventedPerson, rng: random.Random) -> tuple[Mark, ...]:
    if rng.random() >= _MARKS:
        return ()
    return tuple(mark for mark in person.marks if rng.random() < _EACH_MARK)


def _companions(person: InventedPerson, rng: random.Random) -> tuple[PersonName, ...]:
    if person.companions and rng.random() < _COMPANIONS:
        return tuple(PersonName(name.native) for name in person.companions)
    return ()
