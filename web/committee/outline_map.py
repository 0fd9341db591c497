"""The last contact and the finding of somebody who has died, on the outlines of the countries.

The drawing is `static/world.svg` in tenths of a degree, cut to what the two places need; nothing comes from elsewhere.
"""

from dataclasses import dataclass
from math import cos, radians

from matching.places.resolved_place import resolve
from matching.record import Event, Place
from search.summaries import ProposalCard
from search.vocabulary import LIVING_KINDS

# Tenths of a degree: the least that is shown across, and the room about the places, as a share of what they span.
_NARROWEST, _ROOM = 140.0, 0.35
_KILOMETRES_A_TENTH = 11.1
# A place known no nearer than this is a country or a sea, and no point.
_WIDEST_KILOMETRES = 200.0
_MARKER = 0.016


@dataclass(frozen=True, slots=True)
class Point:
    """Where a place lies, in degrees, and how far off it may be."""

    latitude: float
    longitude: float
    radius_km: float


@dataclass(frozen=True, slots=True)
class Marker:
    """One side's place on the drawing; `around` is the radius in which it lies, both in tenths of a degree."""

    side: str
    x: float
    y: float
    around: float


@dataclass(frozen=True, slots=True)
class OutlineMap:
    """What part of the drawing is shown, how large a marker is there, and the markers."""

    view: str
    size: float
    markers: tuple[Marker, ...]


def point_of(place: Place | None) -> Point | None:
    """Where a place lies as given or as its words tell; None where that is no nearer than a country."""
    known = resolve(place) if place is not None else None
    if known is None or known.latitude is None or known.longitude is None or known.radius_km > _WIDEST_KILOMETRES:
        return None
    return Point(known.latitude, known.longitude, known.radius_km)


def outline_map(card: ProposalCard) -> OutlineMap | None:
    """The map of a pair; None of somebody living, and where no place is known."""
    if card.report_kind in LIVING_KINDS:
        return None
    places = {"sought": _place(card.sought.event), "found": _place(card.found.event)}
    points = {side: point for side, place in places.items() if (point := point_of(place))}
    if not points:
        return None
    markers = tuple(_marker(side, point) for side, point in points.items())
    left, top, wide = _cut(markers)
    return OutlineMap(f"{left:.0f} {top:.0f} {wide:.0f} {wide * 0.6:.0f}", round(wide * _MARKER, 1), markers)


def _place(event: Event | None) -> Place | None:
    return event.place if event else None


def _marker(side: str, point: Point) -> Marker:
    wider = 1 / max(0.2, cos(radians(point.latitude)))
    return Marker(
        side,
        round(point.longitude * 10, 1),
        round(-point.latitude * 10, 1),
        round(point.radius_km / _KILOMETRES_A_TENTH * wider, 1),
    )


def _cut(markers: tuple[Marker, ...]) -> tuple[float, float, float]:
    """Left and upper edge and the width of what is shown: five wide, three high."""
    xs, ys = [one.x for one in markers], [one.y for one in markers]
    across = max(max(xs) - min(xs), (max(ys) - min(ys)) / 0.6)
    wide = max(_NARROWEST, across * (1 + 2 * _ROOM), *(4 * one.around for one in markers))
    return (min(xs) + max(xs) - wide) / 2, (min(ys) + max(ys) - wide * 0.6) / 2, wide
