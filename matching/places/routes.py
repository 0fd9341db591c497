"""Routes on which people are lost: the countries they touch and the boxes they lie in."""

from dataclasses import dataclass
from functools import lru_cache

from matching.places.tables import read_rows

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Route:
    """`boxes` are (south, west, north, east) in degrees."""

    code: str
    countries: frozenset[str]
    boxes: tuple[Box, ...]


@lru_cache(maxsize=1)
def routes() -> tuple[Route, ...]:
    """All routes of the shipped table."""
    return tuple(
        Route(code, frozenset(countries.split()), tuple(_box(box) for box in boxes.split("|")))
        for code, countries, boxes, _phrases in read_rows("routes.tsv")
    )


def routes_at(latitude: float, longitude: float) -> frozenset[str]:
    """The routes whose boxes hold a point; empty far from all of them."""
    return frozenset(
        route.code
        for route in routes()
        if any(s <= latitude <= n and w <= longitude <= e for s, w, n, e in route.boxes)
    )


def routes_through(countries: frozenset[str]) -> frozenset[str]:
    """The routes that touch one of these countries."""
    return frozenset(route.code for route in routes() if not countries.isdisjoint(route.countries))


def _box(text: str) -> Box:
    south, west, north, east = (float(number) for number in text.split(","))
    return south, west, north, east
