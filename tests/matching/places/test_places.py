"""Places: words to countries and routes, points to routes, distances."""

import pytest

from matching import Place, PlacePrecision
from matching.places.distance import haversine_km
from matching.places.named_places import named_places
from matching.places.resolved_place import resolve
from matching.places.routes import routes, routes_at
from matching.places.usual_routes import usual_routes


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Off Kelibia, Nabeul, Tunisia", "TN"),
        ("México", "MX"),
        ("ETATS-UNIS", "US"),
        ("Pima County, Arizona, USA", "US"),
        ("Bosnia and Herzegovina", "BA"),
        ("ليبيا", "LY"),
        ("ኢትዮጵያ", "ET"),
        ("Украина", "UA"),
        ("افغانستان", "AF"),
        ("Côte d’Ivoire", "CI"),
    ],
)
def test_countries_are_read_in_many_languages(text: str, country: str) -> None:
    assert country in named_places(text).countries


@pytest.mark.parametrize(
    ("text", "route"),
    [
        ("US-Mexico border crossing", "us_mexico"),
        ("Central Mediterranean", "central_mediterranean"),
        ("Tapón del Darién", "darien"),
        ("Türkiye-Europe land route", "turkey_europe_land"),
        ("Western Africa / Atlantic route to the Canary Islands", "western_africa_atlantic"),
    ],
)
def test_routes_are_read_by_name(text: str, route: str) -> None:
    assert route in named_places(text).routes


def test_a_point_lies_on_its_routes() -> None:
    assert "us_mexico" in routes_at(31.5, -111.0)
    assert "central_mediterranean" in routes_at(33.9, 12.5)
    assert routes_at(-60.0, 0.0) == frozenset()


def test_a_place_that_says_nothing_is_none() -> None:
    assert resolve(Place("somewhere")) is None
    assert resolve(Place()) is None
    assert resolve(Place(latitude=31.5, longitude=-111.0)) is not None


def test_words_give_coordinates_where_the_record_gives_none() -> None:
    resolved = resolve(Place("Agadez, Niger"))
    assert resolved is not None
    assert (resolved.latitude, resolved.longitude) == pytest.approx((16.97, 7.99), abs=0.05)
    assert resolved.radius_km > 0
    assert resolved.countries == {"NE"}
    assert "sahara" in resolved.routes


def test_a_given_point_is_kept() -> None:
    resolved = resolve(Place("Agadez, Niger", latitude=20.0, longitude=9.0))
    assert resolved is not None
    assert (resolved.latitude, resolved.longitude, resolved.radius_km) == (20.0, 9.0, 0.0)


def test_a_located_place_tells_its_country_and_route() -> None:
    resolved = resolve(Place("কক্সবাজার"))
    assert resolved is not None
    assert resolved.countries == {"BD"}
    assert "southeast_asia" in resolved.routes


@pytest.mark.parametrize("text", ["Libya", "", "somewhere in Libya"])
def test_a_country_alone_has_no_coordinates(text: str) -> None:
    resolved = resolve(Place(text, countries=("LY",)))
    assert resolved is not None
    assert (resolved.latitude, resolved.longitude, resolved.radius_km) == (None, None, 0.0)


def test_what_a_record_says_of_its_precision_is_the_least_radius() -> None:
    radii = [
        resolved.radius_km
        for precision in (PlacePrecision.POINT, PlacePrecision.MUNICIPALITY, PlacePrecision.REGION)
        if (resolved := resolve(Place(latitude=31.5, longitude=-111.0, precision=precision))) is not None
    ]
    assert radii == [0.0, 10.0, 80.0]
    coarse = resolve(Place("Obock, Djibouti", precision=PlacePrecision.REGION))
    assert coarse is not None
    assert coarse.radius_km == 80.0


def test_every_route_has_a_box_within_the_globe() -> None:
    for route in routes():
        for south, west, north, east in route.boxes:
            assert -90 <= south < north <= 90
            assert -180 <= west < east <= 180


def test_every_usual_route_is_a_route() -> None:
    known = {route.code for route in routes()}
    assert usual_routes(frozenset({"HN", "ER", "AF", "UA", "MM"})) <= known
    assert usual_routes(frozenset({"XX"})) == frozenset()


def test_distances_are_those_of_the_globe() -> None:
    assert haversine_km(0, 0, 0, 0) == 0
    assert 110 < haversine_km(0, 0, 1, 0) < 112
    assert 20000 < haversine_km(0, 0, 0, 180) < 20030
