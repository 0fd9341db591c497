"""Places: the first and the last kilometre of each band, and what routes and countries say."""

import math

import numpy as np
import pytest

from matching import MatchRecord
from matching.comparisons.place import PlaceComparison, kilometres_apart
from matching.record_packing import RECORD
from tests.matching.records import BODY, LIVING, at, judged

# Nobody's route leads here.
OCEAN = (-40.0, -120.0)
A_DEGREE = math.pi * 12742.0 / 360.0


def _level(kilometres: float, report: MatchRecord = BODY, start: tuple[float, float] = OCEAN) -> str:
    there = (start[0] + kilometres / A_DEGREE, start[1])
    return judged(PlaceComparison, {"event": at(point=start)}, {"event": at(point=there)}, report).level


@pytest.mark.parametrize(
    ("first", "last", "band"),
    [
        (0.0, 59.99, "within_60_km"),
        (60.01, 149.99, "within_150_km"),
        (150.01, 299.99, "within_300_km"),
        (300.01, 599.99, "within_600_km"),
        (600.01, 1499.99, "within_1500_km"),
        (1500.01, 5000.0, "beyond"),
    ],
)
def test_each_band_ends_at_its_kilometre_for_the_dead_and_the_living(first: float, last: float, band: str) -> None:
    for report, kind in ((BODY, "dead"), (LIVING, "living")):
        assert [_level(kilometres, report) for kilometres in (first, last)] == [f"{kind}_{band}"] * 2


def test_beyond_the_last_band_a_route_in_common_still_counts() -> None:
    said, found = {"event": at(point=(20.0, 0.0))}, {"event": at(point=(20.0, 30.0))}
    assert judged(PlaceComparison, said, found).level == "dead_beyond_same_route"


@pytest.mark.parametrize(("radius", "known"), [(199.0, True), (200.0, True), (200.5, False)])
def test_a_circle_too_wide_says_nothing_of_distance(radius: float, known: bool) -> None:  # noqa: FBT001 - a case
    one = np.zeros(1, dtype=RECORD["place"])
    other = one.copy()
    other["radius"] = radius
    for apart in (kilometres_apart(one, other), kilometres_apart(other, one)):
        assert np.isnan(apart).tolist() == [not known]
        assert not known or apart.tolist() == [radius]


def test_radii_count_like_distances_at_right_angles() -> None:
    one = np.zeros(1, dtype=RECORD["place"])
    other = one.copy()
    one["radius"], other["radius"], other["latitude"] = 30.0, 40.0, 120.0 / A_DEGREE
    assert kilometres_apart(one, other).tolist() == [pytest.approx(130.0, abs=0.01)]


@pytest.mark.parametrize(
    ("found", "level"),
    [
        (at(point=(27.6, -99.5)), "dead_within_60_km"),
        (at(point=(29.3, -99.5)), "dead_within_300_km"),
        (at(point=(35.0, 14.0)), "dead_beyond"),
        (at(text="Rio Bravo, Piedras Negras, Coahuila, Mexico"), "dead_within_300_km"),
        (at(text="Sfax, Tunisia"), "dead_beyond"),
        (at(text="US-Mexico border crossing"), "dead_same_route"),
        (at(text="Tunisia"), "dead_elsewhere"),
        (at(text="nowhere that anybody knows"), "blank"),
    ],
)
def test_places_are_compared_by_what_is_known_of_them(found: object, level: str) -> None:
    assert judged(PlaceComparison, {"event": at(point=(27.5, -99.5))}, {"event": found}).level == level


def test_a_route_named_by_the_family_meets_a_place_named_by_the_mortuary() -> None:
    said = {"event": at(text="US-Mexico border crossing")}
    assert judged(PlaceComparison, said, {"event": at(text="near Eagle Pass, Texas")}).level == "dead_same_route"
    assert judged(PlaceComparison, said, {"event": at(point=(28.5, -100.3))}).level == "dead_same_route"


def test_a_country_is_known_in_the_reporters_language() -> None:
    said = {"event": at(text="Libya")}
    for text in ("ليبيا", "Libye", "Ливия", "ሊቢያ"):
        assert judged(PlaceComparison, said, {"event": at(text=text)}).level == "dead_same_route"


def test_the_living_are_found_far_away_and_the_dead_are_not() -> None:
    said, found = {"event": at(point=(27.5, -99.5))}, {"event": at(point=(35.0, 14.0))}
    living, dead = (judged(PlaceComparison, said, found, report).weight for report in (LIVING, BODY))
    assert living > dead + 1
