"""The rank test itself: against counts by hand, and against rows that are drawn alike and not alike."""

import random

import pytest

from tests.security.rank_test import chance, deviation


def test_every_pair_is_counted_and_a_tie_counts_half() -> None:
    # Of nine pairs the second is larger in 2 and equal in 3: 3.5, where chance gives 4.5.
    first, second = [1.0, 3.0, 5.0], [1.0, 3.0, 3.0]
    ties = (2**3 - 2) + (3**3 - 3)
    variance = 9 / 12 * (7 - ties / 30)
    assert deviation([(first, second)]) == pytest.approx((0.5 + 1.5 + 1.5 - 4.5) / variance**0.5)


def test_what_is_always_later_is_found_and_the_other_way_round_is_its_mirror() -> None:
    early, late = [1.0, 2.0, 3.0, 4.0], [5.0, 6.0, 7.0, 8.0]
    assert deviation([(early, late)]) == -deviation([(late, early)]) > 2
    assert deviation([]) == deviation([([1.0], [])]) == 0.0


def test_a_page_that_is_slow_for_everybody_is_no_difference() -> None:
    draw = random.Random(3)  # noqa: S311 - a sample, not a secret
    quick, slow = ([draw.gauss(middle, 1) for _ in range(200)] for middle in (10, 30))
    mixed = deviation([(quick[:100], quick[100:]), (slow[:100], slow[100:])])
    assert chance(mixed) > 0.01


def test_chance_is_what_tables_say() -> None:
    assert (chance(0.0), round(chance(1.96), 3), round(chance(-3.29), 3)) == (1.0, 0.05, 0.001)


def test_under_chance_alone_one_in_twenty_is_found_at_one_in_twenty() -> None:
    draw = random.Random(7)  # noqa: S311 - as above
    rows = [([draw.expovariate(1) for _ in range(40)], [draw.expovariate(1) for _ in range(40)]) for _ in range(600)]
    found = sum(chance(deviation([row])) < 0.05 for row in rows)
    assert 15 < found < 48
