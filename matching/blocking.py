"""Blocking keys: short strings that are equal on both sides where two records deserve to be compared.

No key is necessary and none suffices: whoever holds the index adds up how rare the shared keys are. Reports without a
name meet through numbers, marks, things worn, and time and place.
"""

from collections.abc import Iterator
from itertools import combinations

from matching.names.keys import part_keys
from matching.names.parts import NamePart
from matching.names.phonetic import skeleton_of
from matching.places.origins import usual_routes
from matching.places.resolved import ResolvedPlace
from matching.prepared import PreparedRecord
from matching.record import Side

_MOST_KEYS = 96
_LOCAL_PHONE = 7
# A body is found within these days of the last contact, hardly ever later.
_BODY_BEFORE, _BODY_AFTER = 15, 190
_QUARTER_DAYS = 91
_MOST_QUARTERS = 8
_CELL_DEGREES = 3.0
_MOST_ROUTES = 4
# Years of birth are put in bands; an assessed age is widened by this many years on either side.
_BAND_YEARS = 5
_MARGIN_YEARS = 1
_MOST_BANDS = 8
_DAYS_A_YEAR = 365.25


def keys(record: PreparedRecord) -> frozenset[str]:
    """The keys of one record, at most 96 (the strongest kinds first)."""
    found: dict[str, None] = {}
    for family in (_phone_keys, _document_keys, _name_keys, _birth_keys, _mark_keys, _effect_keys, _body_keys):
        for key in family(record):
            found[key] = None
    return frozenset(list(found)[:_MOST_KEYS])


def _phone_keys(record: PreparedRecord) -> Iterator[str]:
    for number in record.phones:
        yield f"phone:{number[-12:]}"
        if len(number) > _LOCAL_PHONE:
            yield f"phone7:{number[-_LOCAL_PHONE:]}"


def _document_keys(record: PreparedRecord) -> Iterator[str]:
    for number in record.documents:
        yield f"document:{number}"


def _name_keys(record: PreparedRecord) -> Iterator[str]:
    for named in record.names:
        for part in named.name.every_part:
            yield from _part_keys(part)
        skeletons = sorted({part.readings[0].skeleton for part in named.name.parts})
        for one, other in combinations(skeletons, 2):
            yield f"names2:{one}+{other}"
        for skeleton in skeletons:
            yield from (f"name-born:{skeleton}:{band}" for band in _bands(record))
            yield from (f"name-nation:{skeleton}:{nation}" for nation in sorted(record.nationalities))


def _part_keys(part: NamePart) -> Iterator[str]:
    yield from (f"name:{key}" for key in part_keys(part))
    for formal in sorted(part.formal):
        yield f"name:sk:{skeleton_of(formal)}"


def _mark_keys(record: PreparedRecord) -> Iterator[str]:
    for mark in record.marks:
        yield f"mark:{mark.kind}:{mark.place}"
        if mark.place:
            yield f"mark:{mark.kind}:{mark.place}:{mark.side or '-'}"
        if mark.motif:
            yield f"mark:{mark.kind}:{mark.motif}"


def _effect_keys(record: PreparedRecord) -> Iterator[str]:
    for effect in record.effects:
        if effect.colour:
            yield f"effect:{effect.item}:{effect.colour}"


def _birth_keys(record: PreparedRecord) -> Iterator[str]:
    if record.born:
        yield f"born:{record.born.isoformat()}"
        yield f"born:{record.born.year}:{record.sex or '-'}"


def _body_keys(record: PreparedRecord) -> Iterator[str]:
    """Time, place, age and sex together, by which a body without a name meets those lost there and then."""
    if record.when is None or (record.record.side is Side.FOUND and record.names and not record.dead):
        return
    bands, sexes = _bands(record), _sexes(record)
    routes = _routes(record)
    for quarter in _quarters(record):
        for cell in _cells(record.place, record.record.side):
            yield f"when-where:{quarter}:{cell}"
        for route in routes:
            yield from (f"when-route:{quarter}:{route}:{sex}" for sex in sexes)
            yield from (f"when-route-born:{quarter}:{route}:{band}" for band in bands)
        yield from (f"when-born:{quarter}:{band}:{sex}" for band in bands for sex in sexes)
        yield from (f"when-mark:{quarter}:{mark.kind}" for mark in record.marks)


def _routes(record: PreparedRecord) -> list[str]:
    """The routes of the place; for a sought person without one, those usual for the nationality."""
    if record.place is not None:
        return sorted(record.place.routes)[:_MOST_ROUTES]
    return sorted(usual_routes(record.nationalities))[:_MOST_ROUTES] if record.record.side is Side.SOUGHT else []


def _sexes(record: PreparedRecord) -> tuple[str, ...]:
    return (record.sex.value,) if record.sex else ()


def _bands(record: PreparedRecord) -> list[int]:
    """Bands of five years of birth in which the person may have been born."""
    born = record.birth or record.birth_from_age
    if born is None:
        return []
    margin = 0 if record.birth else _MARGIN_YEARS
    first = int(born.first / _DAYS_A_YEAR) - margin
    last = int(born.last / _DAYS_A_YEAR) + margin
    return list(range(first // _BAND_YEARS, last // _BAND_YEARS + 1))[:_MOST_BANDS]


def _quarters(record: PreparedRecord) -> range:
    """Quarters of the finding; of a sought person all in which the body would be found."""
    if record.when is None:
        return range(0)
    if record.record.side is Side.FOUND:
        first, last = record.when.first, record.when.last
    else:
        first, last = record.when.first - _BODY_BEFORE, record.when.last + _BODY_AFTER
    start = first // _QUARTER_DAYS
    return range(start, min(last // _QUARTER_DAYS, start + _MOST_QUARTERS - 1) + 1)


def _cells(place: ResolvedPlace | None, side: Side) -> Iterator[str]:
    """The cell of a found place; the four cells nearest to a sought one, so that no border divides a pair."""
    if place is None or place.latitude is None or place.longitude is None:
        return
    row, column = place.latitude / _CELL_DEGREES, place.longitude / _CELL_DEGREES
    offsets = (0.0,) if side is Side.FOUND else (-0.5, 0.5)
    for up in offsets:
        for right in offsets:
            yield f"{int((row + up) // 1)}:{int((column + right) // 1)}"
