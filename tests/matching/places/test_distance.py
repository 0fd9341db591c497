"""Distance and moves on the globe."""

import pytest

from matching.places.distance import haversine_km, moved


def test_distances_are_those_of_the_globe() -> None:
    assert haversine_km(0, 0, 0, 0) == 0
    assert haversine_km(0, 0, 1, 0) == pytest.approx(111.2, abs=0.1)
    assert haversine_km(0, 0, 0, 180) == pytest.approx(20015, abs=1)
    assert haversine_km(60, 0, 60, 1) == pytest.approx(55.6, abs=0.1)
    # Tripoli and Sfax, by the map.
    assert haversine_km(32.89, 13.19, 34.74, 10.76) == pytest.approx(306, abs=2)
    assert haversine_km(34.74, 10.76, 32.89, 13.19) == haversine_km(32.89, 13.19, 34.74, 10.76)


@pytest.mark.parametrize("bearing", [0.0, 45.0, 90.0, 180.0, 300.0])
def test_a_move_is_as_long_as_it_should_be(bearing: float) -> None:
    latitude, longitude = moved(33.0, 12.0, 250.0, bearing)
    assert haversine_km(33.0, 12.0, latitude, longitude) == pytest.approx(250.0, abs=0.01)


def test_bearings_run_clockwise_from_north() -> None:
    assert moved(0.0, 0.0, 111.2, 0.0) == pytest.approx((1.0, 0.0), abs=0.001)
    assert moved(0.0, 0.0, 111.2, 90.0) == pytest.approx((0.0, 1.0), abs=0.001)
    assert moved(0.0, 0.0, 111.2, 180.0) == pytest.approx((-1.0, 0.0), abs=0.001)
    assert moved(0.0, 0.0, 111.2, 270.0) == pytest.approx((0.0, -1.0), abs=0.001)


def test_a_move_across_the_date_line_stays_on_the_globe() -> None:
    assert moved(0.0, 179.9, 50.0, 90.0)[1] == pytest.approx(-179.65, abs=0.01)
    assert moved(0.0, -179.9, 50.0, 270.0)[1] == pytest.approx(179.65, abs=0.01)
