"""A place resolved as far as its words and numbers go."""

from dataclasses import dataclass

from matching.places.locating import Located, locate
from matching.places.named_places import named_places
from matching.places.routes import routes_at, routes_through
from matching.record import Place, PlacePrecision

# What a record says of how precise it is, as a radius in kilometres; a country or a route is no point at all.
_RADIUS_KM = {PlacePrecision.POINT: 0.0, PlacePrecision.MUNICIPALITY: 10.0, PlacePrecision.REGION: 80.0}


@dataclass(frozen=True, slots=True)
class ResolvedPlace:
    """Coordinates as given or as the words tell, the countries named or coded, and the routes the place lies on.

    `radius_km` is how far from the coordinates the place may be: 0 for a given point, and where there are none.
    """

    latitude: float | None
    longitude: float | None
    radius_km: float
    countries: frozenset[str]
    routes: frozenset[str]


def resolve(place: Place) -> ResolvedPlace | None:
    """What a place says; None when it says nothing that can be compared."""
    named = named_places(place.text)
    countries = named.countries | frozenset(place.countries)
    given = _given(place)
    located = given or locate(place.text, frozenset(place.countries))
    if located is None:
        on_route = named.routes or routes_through(countries)
        return ResolvedPlace(None, None, 0.0, countries, on_route) if countries or on_route else None
    on_route = named.routes or routes_at(located.latitude, located.longitude) or routes_through(countries)
    radius = located.radius_km if given else max(located.radius_km, _RADIUS_KM.get(place.precision, 0.0))
    return ResolvedPlace(located.latitude, located.longitude, radius, countries | located.countries, on_route)


def _given(place: Place) -> Located | None:
    if place.latitude is None or place.longitude is None:
        return None
    return Located(place.latitude, place.longitude, _RADIUS_KM.get(place.precision, 0.0), frozenset(), "")
