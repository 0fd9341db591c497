"""Which published incidents a record is near, in place and time.

A last contact or a finding is near an incident when it lies within some 150 km of it and from 15 days before to 45 days
after it. Both are known with a precision: where so many incidents fit that none is meant, nothing is said.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians
from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import Session

from matching.places.distance import haversine_km
from matching.places.resolved_place import resolve
from matching.record import Event, MatchRecord, PartialDate, Place, PlacePrecision
from search.models import Incident

MOST = 8
Point = tuple[float, float]
_KILOMETRES = 150.0
_BEFORE, _AFTER = datetime.timedelta(days=15), datetime.timedelta(days=45)
# An interval longer than a month says too little of when; an incident is dated within a month, too.
_LONGEST = datetime.timedelta(days=31)
# As many may fit a day and a point; fewer a whole month, and a place that is known by its words alone.
_MOST_FITTING, _MOST_FITTING_VAGUELY = 24, MOST
_A_WEEK = datetime.timedelta(days=7)
_KILOMETRES_A_DEGREE = 111.0
# A place that may be further off than this from its point says where only within a country or a sea.
_WIDEST_KILOMETRES = 60.0
_TOO_WIDE = frozenset({PlacePrecision.REGION, PlacePrecision.COUNTRY, PlacePrecision.ROUTE})


@dataclass(frozen=True, slots=True)
class KnownIncident:
    """An incident as it is stored, in the order of the columns that are read."""

    source_id: str
    first_day: datetime.date
    last_day: datetime.date
    latitude: float | None
    longitude: float | None
    place: str
    route: str
    dead: int | None
    missing: int | None
    survivors: int | None
    source: str


_COLUMNS = tuple(getattr(Incident, name) for name in KnownIncident.__dataclass_fields__)


def incident_keys(session: Session, view: MatchRecord) -> frozenset[str]:
    """`incident:<id>` for the incidents that a record is near, at most eight; plain, because incidents are public."""
    return frozenset(f"incident:{one.source_id}" for one in near_incidents(session, view.event))


class IncidentsNear:
    """The incidents that records are near, each place and time looked up once: those of one file often share one.

    For one transaction: an incident that becomes known meanwhile is not seen.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._known: dict[Event | None, frozenset[str]] = {}

    def keys(self, view: MatchRecord) -> frozenset[str]:
        """The `incident_keys` of a record."""
        if view.event not in self._known:
            self._known[view.event] = incident_keys(self._session, view)
        return self._known[view.event]


def near_incidents(session: Session, event: Event | None) -> tuple[KnownIncident, ...]:
    """The incidents that a last contact or finding is near, nearest first, at most eight; one query."""
    if event is None or event.when is None or event.place is None:
        return ()
    point = _point(event.place)
    if point is None or event.when.latest - event.when.earliest > _LONGEST:
        return ()
    rows = session.execute(_within(event.when, point))
    return nearest(event, [KnownIncident(*row) for row in rows])


def nearest(event: Event, incidents: Sequence[KnownIncident]) -> tuple[KnownIncident, ...]:
    """The incidents that the event is near, nearest first; none where too many fit to tell them apart."""
    when, place = event.when, event.place
    point = _point(place) if place else None
    if when is None or place is None or point is None or when.latest - when.earliest > _LONGEST:
        return ()
    fitting = sorted((far, one.source_id, one) for one in incidents if (far := _farness(when, point, one)) is not None)
    vague = when.latest - when.earliest > _A_WEEK or place.latitude is None
    most = _MOST_FITTING_VAGUELY if vague else _MOST_FITTING
    return tuple(one for *_, one in fitting[:MOST]) if len(fitting) <= most else ()


def _point(place: Place) -> Point | None:
    """Latitude and longitude of a place, given or known by its words; None for one that is wider than nearness."""
    if place.precision in _TOO_WIDE:
        return None
    if place.latitude is not None and place.longitude is not None:
        return place.latitude, place.longitude
    resolved = resolve(place)
    if resolved is None or resolved.latitude is None or resolved.longitude is None:
        return None
    return (resolved.latitude, resolved.longitude) if resolved.radius_km <= _WIDEST_KILOMETRES else None


def _within(when: PartialDate, point: Point) -> Select[Any]:
    """The incidents of the window of time in a box round the point, and those whose place is known by words."""
    first, last = when.earliest - _AFTER - _LONGEST, when.latest + _BEFORE
    latitude, longitude = point
    tall = _KILOMETRES / _KILOMETRES_A_DEGREE
    wide = tall / cos(radians(min(abs(latitude) + tall, 89.0)))
    boxed: ColumnElement[bool] = Incident.latitude.between(latitude - tall, latitude + tall)
    if abs(longitude) + wide < 180:
        boxed &= Incident.longitude.between(longitude - wide, longitude + wide)
    return select(*_COLUMNS).where(Incident.first_day.between(first, last), or_(boxed, Incident.latitude.is_(None)))


def _farness(when: PartialDate, point: Point, one: KnownIncident) -> float | None:
    """How far off an incident is: 0 for the same day and point, up to 2; None for one that is not near at all."""
    days = _days_apart(when, one)
    if days is None:
        return None
    there = _point(Place(one.place, (), one.latitude, one.longitude, PlacePrecision.POINT))
    kilometres = haversine_km(*point, *there) if there else _KILOMETRES + 1
    return round(days / _AFTER.days + kilometres / _KILOMETRES, 6) if kilometres <= _KILOMETRES else None


def _days_apart(when: PartialDate, one: KnownIncident) -> int | None:
    """Days between the two intervals, 0 where they overlap; None outside the window, or for a year alone."""
    if one.last_day - one.first_day > _LONGEST:
        return None
    if when.latest < one.first_day:
        return (one.first_day - when.latest).days if one.first_day - when.latest <= _BEFORE else None
    if when.earliest > one.last_day:
        return (when.earliest - one.last_day).days if when.earliest - one.last_day <= _AFTER else None
    return 0
