"""Routes that people of a country usually take."""

from matching.places.routes import routes
from matching.places.usual_routes import usual_routes


def test_a_country_in_several_rows_has_the_routes_of_all() -> None:
    assert usual_routes(frozenset({"NP"})) >= {"us_mexico", "darien", "western_balkans", "south_asia"}
    assert usual_routes(frozenset({"HN"})) >= {"us_mexico", "mexico_south", "central_america"}


def test_several_countries_have_the_routes_of_each() -> None:
    both = usual_routes(frozenset({"HN", "EG"}))
    assert both == usual_routes(frozenset({"HN"})) | usual_routes(frozenset({"EG"}))


def test_every_usual_route_is_a_route() -> None:
    known = {route.code for route in routes()}
    assert usual_routes(frozenset({"HN", "ER", "AF", "UA", "MM", "EG", "MA", "IN"})) <= known


def test_of_an_unknown_country_nothing_is_usual() -> None:
    assert usual_routes(frozenset({"XX"})) == usual_routes(frozenset()) == frozenset()
