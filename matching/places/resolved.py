"""A place resolved as far as its words and numbers go."""

from dataclasses import dataclass

from matching.places.routes import routes_at, routes_through
from matching.places.words import named_places
from matching.record import Place


@dataclass(frozen=True, slots=True)
class ResolvedPlace:
    """Coordinates where given, the countries named or coded, and the routes the place lies on."""

    latitude: float | None
    longitude: float | None
    countries: frozenset[str]
    routes: frozenset[str]


def resolve(place: Place) -> ResolvedPlace | None:
    """What a place says; None when it says nothing that can be compared."""
    named = named_places(place.text)
    countries = named.countries | frozenset(place.countries)
    on_route = named.routes or _by_point(place) or routes_through(countries)
    if not countries and not on_route and place.latitude is None:
        return None
    return ResolvedPlace(place.latitude, place.longitude, countries, on_route)


def _by_point(place: Place) -> frozenset[str]:
    if place.latitude is None or place.longitude is None:
        return frozenset()
    return routes_at(place.latitude, place.longitude)
