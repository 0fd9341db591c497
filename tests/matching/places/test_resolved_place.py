"""A place resolved as far as its words and numbers go."""

import pytest

from matching import Place, PlacePrecision
from matching.places.resolved_place import resolve


def test_a_place_that_says_nothing_is_none() -> None:
    assert resolve(Place("somewhere")) is None
    assert resolve(Place()) is None
    assert resolve(Place(latitude=31.5)) is None
    assert resolve(Place(longitude=-111.0)) is None
    assert resolve(Place(latitude=31.5, longitude=-111.0)) is not None


def test_words_give_coordinates_where_the_record_gives_none() -> None:
    resolved = resolve(Place("Agadez, Niger"))
    assert resolved is not None
    assert (resolved.latitude, resolved.longitude) == pytest.approx((16.97, 7.99), abs=0.05)
    assert resolved.radius_km > 0
    assert resolved.countries == {"NE"}
    assert "sahara" in resolved.routes


def test_a_given_point_is_kept_and_its_countries_are_those_named_and_coded() -> None:
    resolved = resolve(Place("Agadez, Niger", ("DZ",), 20.0, 9.0))
    assert resolved is not None
    assert (resolved.latitude, resolved.longitude, resolved.radius_km) == (20.0, 9.0, 0.0)
    assert resolved.countries == {"NE", "DZ"}


def test_a_located_place_tells_its_country_and_route() -> None:
    resolved = resolve(Place("কক্সবাজার"))
    assert resolved is not None
    assert resolved.countries == {"BD"}
    assert "southeast_asia" in resolved.routes


@pytest.mark.parametrize("text", ["Libya", "", "somewhere in Libya"])
def test_a_country_alone_has_no_coordinates_but_routes(text: str) -> None:
    resolved = resolve(Place(text, countries=("LY",)))
    assert resolved is not None
    assert (resolved.latitude, resolved.longitude, resolved.radius_km) == (None, None, 0.0)
    assert "central_mediterranean" in resolved.routes


def test_a_named_route_counts_before_those_of_the_point_and_of_the_country() -> None:
    resolved = resolve(Place("Tapón del Darién", countries=("US",)))
    assert resolved is not None
    assert resolved.routes == {"darien"}
    point = resolve(Place("Central Mediterranean", latitude=31.5, longitude=-111.0))
    assert point is not None
    assert point.routes == {"central_mediterranean"}


def test_far_from_every_route_those_of_the_country_count() -> None:
    resolved = resolve(Place("", ("PA",), -60.0, 0.0))
    assert resolved is not None
    assert "darien" in resolved.routes


def test_what_a_record_says_of_its_precision_is_the_least_radius() -> None:
    radii = {
        precision: resolved.radius_km
        for precision in PlacePrecision
        if (resolved := resolve(Place(latitude=31.5, longitude=-111.0, precision=precision))) is not None
    }
    assert radii[PlacePrecision.POINT] == 0.0
    assert radii[PlacePrecision.MUNICIPALITY] == 10.0
    assert radii[PlacePrecision.REGION] == 80.0
    rough, fine = (
        resolve(Place("Obock, Djibouti", precision=one)) for one in (PlacePrecision.REGION, PlacePrecision.POINT)
    )
    assert rough is not None
    assert fine is not None
    assert rough.radius_km == 80.0
    assert 0.0 < fine.radius_km < 80.0
