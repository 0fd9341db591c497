"""Invented records for tests, each with only what a test speaks of."""

import dataclasses
import datetime
import random
from collections.abc import Mapping
from typing import Any

from matching import (
    DatePrecision,
    Engine,
    Event,
    Evidence,
    MatchRecord,
    NameKind,
    PartialDate,
    PersonName,
    Phone,
    Place,
    Remains,
    Side,
)
from matching.comparisons.levels import Comparison
from matching.model import load_model
from matching.pairs import Pairs
from matching.prepared_record import PreparedRecord, prepare
from matching.record_columns import RecordColumns

# What a record says, by the fields of MatchRecord.
Said = Mapping[str, object]
SOUGHT = MatchRecord(Side.SOUGHT)
LIVING = MatchRecord(Side.FOUND, "shelter")
BODY = MatchRecord(Side.FOUND, "mortuary", remains=Remains.UNKNOWN)


def person(record: MatchRecord, **said: Any) -> PreparedRecord:
    """One of the blank records above with what is said of the person, prepared."""
    return prepare(dataclasses.replace(record, **said))


def weighed(engine: Engine, one: PreparedRecord, *many: PreparedRecord) -> list[float]:
    """Match weight in bits of a record with each of the other side, in their order."""
    own, others = RecordColumns.of([one]), RecordColumns.of(many)
    sides = (own, others) if one.record.side is Side.SOUGHT else (others, own)
    return engine.score(Pairs.one_with_all(*sides))


def judged(kind: type[Comparison], said: Said, found: Said, report: MatchRecord = BODY) -> Evidence:
    """What one comparison alone says of a search and a report, with the shipped weights."""
    sides = person(SOUGHT, **said), person(report, **found)
    return kind.of(load_model()).evidence(*sides, Pairs.of_two(*sides))


def called(*names: str, kind: NameKind = NameKind.FULL) -> tuple[PersonName, ...]:
    return tuple(PersonName(name, kind) for name in names)


def numbers(*phones: str) -> tuple[Phone, ...]:
    return tuple(Phone(phone) for phone in phones)


def day(text: str) -> PartialDate:
    """An interval from `2022`, `2022-03` or `2022-03-14`."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        exact = datetime.date(*parts)
        return PartialDate(exact, exact, DatePrecision.DAY, written=text)
    year, first, last = parts[0], parts[1] if len(parts) == 2 else 1, parts[1] if len(parts) == 2 else 12
    following = datetime.date(year + last // 12, last % 12 + 1, 1)
    precision = DatePrecision.MONTH if len(parts) == 2 else DatePrecision.YEAR
    return PartialDate(datetime.date(year, first, 1), following - datetime.timedelta(days=1), precision, written=text)


def at(when: str = "", text: str = "", point: tuple[float, float] | None = None) -> Event:
    """An event on a day, at a place in words or a point, or both."""
    place = Place(text, latitude=point[0] if point else None, longitude=point[1] if point else None)
    return Event(day(when) if when else None, place if text or point else None)


def dice(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - the same throws in every run, and no secret
