"""Answers until the right candidate leads: half of what a fixed order needs."""

import pytest

from benchmarks.question_speed import RULES, speeds

TWO = list(RULES)[:2]


def test_our_order_needs_half_the_answers_of_a_fixed_one() -> None:
    fixed, ours = speeds(40, 4, TWO)
    assert fixed.median >= 4
    assert ours.mean <= fixed.mean / 2
    assert abs(ours.led - fixed.led) < 0.15


@pytest.mark.measurement
def test_it_does_so_among_many_and_no_choice_does_better_than_the_perfect_one() -> None:
    fixed, ours, perfect = speeds(300, 1)
    assert perfect.mean <= ours.mean <= fixed.mean / 2
