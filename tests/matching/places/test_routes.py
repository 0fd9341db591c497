"""Routes on which people are lost."""

import itertools

from matching.places.routes import routes, routes_at, routes_through


def test_a_point_lies_on_its_routes() -> None:
    assert "us_mexico" in routes_at(31.5, -111.0)
    assert "central_mediterranean" in routes_at(33.9, 12.5)
    assert routes_at(-60.0, 0.0) == frozenset()


def test_the_edges_of_a_box_belong_to_it() -> None:
    for route in routes():
        for south, west, north, east in route.boxes:
            corners = itertools.product((south, north), (west, east))
            assert all(route.code in routes_at(*corner) for corner in corners)
    (box,) = next(route.boxes for route in routes() if route.code == "mexico_south")
    south, west, north, east = box
    outside = [(south - 0.1, west), (north + 0.1, east), (south, west - 0.1), (north, east + 0.1)]
    assert not any("mexico_south" in routes_at(*point) for point in outside)


def test_countries_have_the_routes_that_touch_them() -> None:
    assert routes_through(frozenset({"PA"})) >= {"darien"}
    assert "darien" not in routes_through(frozenset({"LY", "US"}))
    assert routes_through(frozenset()) == frozenset()


def test_every_route_has_a_box_within_the_globe_and_a_country() -> None:
    for route in routes():
        assert route.boxes
        assert all(len(country) == 2 for country in route.countries)
        for south, west, north, east in route.boxes:
            assert -90 <= south < north <= 90
            assert -180 <= west < east <= 180
