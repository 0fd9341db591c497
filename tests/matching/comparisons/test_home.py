"""Birth places: the first and the last kilometre of each band, and countries where there is no distance."""

import math

import pytest

from matching import Place
from matching.comparisons.home import HomeComparison
from tests.matching.records import judged

A_DEGREE = math.pi * 12742.0 / 360.0


def _level(one: Place, other: Place) -> str:
    return judged(HomeComparison, {"birth_place": one}, {"birth_place": other}).level


@pytest.mark.parametrize(
    ("first", "last", "level"),
    [(0.0, 59.99, "within_60_km"), (60.01, 299.99, "within_300_km"), (300.01, 9000.0, "beyond")],
)
def test_each_band_ends_at_its_kilometre(first: float, last: float, level: str) -> None:
    here = Place(latitude=-40.0, longitude=-120.0)
    for kilometres in (first, last):
        assert _level(here, Place(latitude=-40.0 + kilometres / A_DEGREE, longitude=-120.0)) == level


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        (("ER",), ("ER", "ET"), "same_country"),
        (("ER",), ("HN",), "elsewhere"),
        (("ER",), (), "blank"),
    ],
)
def test_without_a_distance_countries_are_compared(one: tuple[str, ...], other: tuple[str, ...], level: str) -> None:
    assert _level(Place(countries=one), Place(countries=other)) == level
