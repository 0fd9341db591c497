"""Places: words to countries and routes, points to routes, distances."""

import pytest

from matching import Place
from matching.places.distance import haversine_km
from matching.places.origins import usual_routes
from matching.places.resolved import resolve
from matching.places.routes import routes, routes_at
from matching.places.words import named_places


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
