"""Blocking keys: short strings that are equal on both sides where two records deserve to be compared.

A record is kept under few keys and looked for under more (`sought_keys`): for what may be a little off, such as time
and place of a finding after a last contact, the neighbouring ones too. No key is necessary and none suffices:
whoever holds the index adds up how rare the shared keys are. Keys come in several widths, so that in a small registry
the wide ones bring somebody together and in a large one, where those are common and are not followed, the narrow ones.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations, islice

from matching.names.ear_codes import wide_ear_code
from matching.names.name_parts import NamePart
from matching.names.part_keys import part_keys
from matching.names.phonetic import skeleton_of
from matching.places.resolved_place import ResolvedPlace
from matching.places.usual_routes import usual_routes
from matching.prepared_record import PreparedRecord
from matching.record import Effect, Mark, Side

_MOST_KEYS = 110
_MOST_SOUGHT_KEYS = 240
_LOCAL_PHONE = 7
_HALF_PHONE = 5
_SHORTEST_DOCUMENT = 6
# A body is found within these days of the last contact, hardly ever later.
_BODY_BEFORE, _BODY_AFTER = 15, 190
_QUARTER_DAYS, _MONTH_DAYS = 91, 30
_MOST_QUARTERS, _MOST_MONTHS = 8, 9
# Sides of cells in degrees, and how wide a place may be to lie in one.
_CELL_DEGREES, _CELL_KM = 3.0, 200.0
_NARROW_DEGREES, _NARROW_KM = 0.75, 50.0
_MOST_ROUTES = 4
# Years of birth are put in bands; an assessed age is widened by this many years on either side.
_BAND_YEARS = 5
_MARGIN_YEARS = 1
_MOST_BANDS = 8
_DAYS_A_YEAR = 365.25
_MOST_MARKS, _MOST_EFFECTS = 5, 5
_MOST_HEARD = 20


def keys(record: PreparedRecord) -> frozenset[str]:
    """The keys that a record is kept under, at most 110 (the strongest kinds first)."""
    return _first(_MOST_KEYS, *_kept_keys(record))


def sought_keys(record: PreparedRecord) -> frozenset[str]:
    """The keys under which the other side is looked for, at most 240; all that the record is kept under among them."""
    return _first(_MOST_SOUGHT_KEYS, *_kept_keys(record), _neighbouring_births(record), _when_keys(record, around=True))


def _kept_keys(record: PreparedRecord) -> tuple[Iterator[str], ...]:
    """What was heard comes last: where there is no room for all keys, it takes that of none that says more."""
    heard = (key for named in record.names for key in _heard_keys(record, named.name.parts))
    return _said_keys(record), _when_keys(record, around=False), islice(heard, _MOST_HEARD)


def _first(most: int, *families: Iterator[str]) -> frozenset[str]:
    found: dict[str, None] = {}
    for family in families:
        for key in family:
            found[key] = None
            if len(found) == most:
                return frozenset(found)
    return frozenset(found)


def _said_keys(record: PreparedRecord) -> Iterator[str]:
    for family in (_phone_keys, _document_keys, _name_keys, _birth_keys, _mark_keys, _effect_keys):
        yield from family(record)


def _phone_keys(record: PreparedRecord) -> Iterator[str]:
    for number in record.phones:
        yield f"phone:{number[-12:]}"
        if len(number) > _LOCAL_PHONE:
            yield f"phone7:{number[-_LOCAL_PHONE:]}"
        # A digit that is off leaves one of the halves.
        if len(number) >= 2 * _HALF_PHONE:
            yield f"phone-end:{number[-_HALF_PHONE:]}"
            yield f"phone-middle:{number[-2 * _HALF_PHONE : -_HALF_PHONE]}"


def _document_keys(record: PreparedRecord) -> Iterator[str]:
    for number in record.documents:
        yield f"document:{number}"
        if len(number) >= _SHORTEST_DOCUMENT:
            half = len(number) // 2
            yield f"document-head:{number[:half]}"
            yield f"document-tail:{number[half:]}"


def _name_keys(record: PreparedRecord) -> Iterator[str]:
    bands = _bands(record)
    for named in record.names:
        for part in named.name.every_part:
            yield from _part_keys(part)
        skeletons = sorted({part.readings[0].skeleton for part in named.name.parts if part.readings[0].skeleton})
        for one, other in combinations(skeletons, 2):
            yield f"names2:{one}+{other}"
            yield from (f"names2-born:{one}+{other}:{band}" for band in bands)
        for skeleton in skeletons:
            yield from (f"name-born:{skeleton}:{band}" for band in bands)
            yield from (f"name-nation:{skeleton}:{nation}" for nation in sorted(record.nationalities))


def _heard_keys(record: PreparedRecord, parts: Iterable[NamePart]) -> Iterator[str]:
    """Names written by ear; a code that forgives so much finds too many by itself."""
    for code in sorted({wide_ear_code(part.readings[0].text) for part in parts if not part.initial} - {""}):
        for nation in sorted(record.nationalities):
            yield from (f"heard-nation:{code}:{nation}:{sex}" for sex in _sexes(record))


def _part_keys(part: NamePart) -> Iterator[str]:
    yield from (f"name:{key}" for key in part_keys(part))
    for formal in sorted(part.formal):
        yield f"name:sk:{skeleton_of(formal)}"


def _mark_keys(record: PreparedRecord) -> Iterator[str]:
    told = [_told(mark) for mark in record.marks[:_MOST_MARKS]]
    for mark in record.marks:
        yield f"mark:{mark.kind}:{mark.place}"
        if mark.place:
            yield f"mark:{mark.kind}:{mark.place}:{mark.side or '-'}"
        if mark.motif:
            yield f"mark:{mark.kind}:{mark.motif}"
            yield f"mark:{mark.kind}:{mark.motif}:{mark.place}"
    for one, other in combinations(sorted(set(told)), 2):
        yield f"marks2:{one}+{other}"
    for effect in record.effects[:_MOST_EFFECTS]:
        yield from (f"mark-effect:{mark}:{_worn(effect)}" for mark in told)
    yield from (f"mark-born:{mark}:{band}:{sex}" for mark in told for band in _bands(record) for sex in _sexes(record))


def _effect_keys(record: PreparedRecord) -> Iterator[str]:
    worn = sorted({_worn(effect) for effect in record.effects[:_MOST_EFFECTS]})
    yield from (f"effect:{one}" for one in worn)
    for one, other in combinations(worn, 2):
        yield f"effects2:{one}+{other}"


def _birth_keys(record: PreparedRecord) -> Iterator[str]:
    if record.born:
        yield f"born:{record.born.isoformat()}"
        yield f"born:{record.born.year}:{record.sex or '-'}"


def _neighbouring_births(record: PreparedRecord) -> Iterator[str]:
    """A birth date a year earlier or later, and with day and month exchanged."""
    born = record.born
    if born is None or (born.month, born.day) == (1, 1):
        return
    yield from (f"born:{born.year + years:04}-{born.month:02}-{born.day:02}" for years in (-1, 1))
    yield f"born:{born.year:04}-{born.day:02}-{born.month:02}"


def _when_keys(record: PreparedRecord, *, around: bool) -> Iterator[str]:
    """Time, place, age and sex together, by which a body without a name meets those lost there and then.

    `around` asks for the times and places that the other side may be kept under.
    """
    if record.when is None or (record.record.side is Side.FOUND and record.names and not record.dead):
        return
    bands, sexes = _bands(record), _sexes(record)
    cells = list(_cells(record.place, _CELL_DEGREES, _CELL_KM, around=around))
    narrow = list(_cells(record.place, _NARROW_DEGREES, _NARROW_KM, around=around))
    marks = [_told(mark) for mark in record.marks[:_MOST_MARKS]]
    for month in _periods(record, _MONTH_DAYS, _MOST_MONTHS, around=around):
        yield from (f"month-where:{month}:{cell}" for cell in narrow)
    for quarter in _periods(record, _QUARTER_DAYS, _MOST_QUARTERS, around=around):
        for cell in cells:
            yield f"when-where:{quarter}:{cell}"
            yield from (f"when-where-mark:{quarter}:{cell}:{mark}" for mark in marks)
        yield from (
            f"when-where-born:{quarter}:{cell}:{band}:{sex}" for cell in narrow for band in bands for sex in sexes
        )
        for route in _routes(record):
            yield from (f"when-route:{quarter}:{route}:{sex}" for sex in sexes)
            yield from (f"when-route-born:{quarter}:{route}:{band}" for band in bands)
            yield from (f"when-route-mark:{quarter}:{route}:{mark}" for mark in marks)
        yield from (f"when-born:{quarter}:{band}:{sex}" for band in bands for sex in sexes)
        yield from (f"when-mark:{quarter}:{mark.kind}" for mark in record.marks)


def _told(mark: Mark) -> str:
    return f"{mark.kind}:{mark.place}"


def _worn(effect: Effect) -> str:
    return f"{effect.item}:{effect.colour}"


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


def _periods(record: PreparedRecord, days: int, most: int, *, around: bool) -> Iterable[int]:
    """The periods of the record's own time; around it those in which the other side's may be."""
    if record.when is None:
        return ()
    first, last = record.when.first, record.when.last
    if around and record.record.side is Side.FOUND:
        first, last = first - _BODY_AFTER, last + _BODY_BEFORE
    elif around:
        first, last = first - _BODY_BEFORE, last + _BODY_AFTER
    start = first // days
    return range(start, min(last // days, start + most - 1) + 1)


def _cells(place: ResolvedPlace | None, degrees: float, widest_km: float, *, around: bool) -> Iterator[str]:
    """The cell of a place; around it the four nearest, so that no border divides a pair. None for a wide place."""
    if place is None or place.latitude is None or place.longitude is None or place.radius_km > widest_km:
        return
    row, column = place.latitude / degrees, place.longitude / degrees
    offsets = (-0.5, 0.5) if around else (0.0,)
    for up in offsets:
        for right in offsets:
            yield f"{int((row + up) // 1)}:{int((column + right) // 1)}"
