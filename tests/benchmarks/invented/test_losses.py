"""Losses befall one or many; bodies lie near and are found within months, the living anywhere and later."""

import math
from statistics import median

from benchmarks.invented.losses import Loss, any_spot, described, invent_loss, invent_recovery, moved
from tests.benchmarks.invented.chance import chance

ROUTE = any_spot(chance(1)).route


def losses(count: int) -> list[Loss]:
    rng = chance(2)
    return [invent_loss(ROUTE, rng) for _ in range(count)]


def test_six_of_ten_are_lost_alone_and_the_others_with_up_to_sixty() -> None:
    people = [loss.people for loss in losses(4_000)]
    assert 0.57 < people.count(1) / len(people) < 0.63
    assert 20 < max(people) <= 60


def test_those_who_were_lost_together_may_be_found_together() -> None:
    for loss in losses(200):
        assert (loss.bodies is not None) == (loss.living is not None) == (loss.people > 1)
        assert loss.spot.route == ROUTE


def test_a_body_is_found_within_months_and_hardly_ever_before_the_last_contact() -> None:
    rng, (loss, *_) = chance(3), losses(1)
    later = [(invent_recovery(loss, rng, dead=True).day - loss.day).days for _ in range(4_000)]
    assert 40 < median(later) < 70
    assert 0.005 < sum(days < 0 for days in later) / len(later) < 0.03
    assert min(later) >= -12


def test_the_living_are_met_ten_months_later_never_at_once() -> None:
    rng, (loss, *_) = chance(4), losses(1)
    later = [(invent_recovery(loss, rng, dead=False).day - loss.day).days for _ in range(4_000)]
    assert min(later) >= 3
    assert 270 < sum(later) / len(later) < 315


def test_a_finding_is_told_in_words_that_name_the_place() -> None:
    rng = chance(5)
    spot = any_spot(rng)
    words = {described(spot, rng) for _ in range(100)}
    assert spot.text in words
    assert all(one.endswith(spot.text) for one in words)
    assert len(words) > 5


def test_a_point_is_moved_as_far_as_asked_for_and_stays_on_the_map() -> None:
    rng = chance(6)
    for _ in range(200):
        latitude, longitude = moved(30.0, 10.0, 100.0, rng)
        north, east = (latitude - 30.0) * 111.2, (longitude - 10.0) * 111.2 * math.cos(math.radians(30.0))
        assert math.isclose(math.hypot(north, east), 100.0, rel_tol=0.01)
    for latitude, longitude in (moved(84.0, 179.0, 9_000.0, rng) for _ in range(200)):
        assert abs(latitude) <= 85.0
        assert abs(longitude) <= 180.0
