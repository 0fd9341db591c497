"""The curve of names: its steps, where one ends and the next begins, and how it goes on."""

import numpy as np
import pytest

from matching.comparisons.name_curve import CURVE_STEPS, curve_of, curve_step

FLAT = np.full(len(CURVE_STEPS), 0.5)


@pytest.mark.parametrize(
    ("step", "first", "last"),
    [
        (-8.0, -30.0, -6.01),
        (-4.0, -6.0, -2.51),
        (-1.0, -2.5, -0.01),
        (1.0, 0.0, 1.99),
        (3.0, 2.0, 3.99),
        (5.0, 4.0, 5.99),
        (7.0, 6.0, 7.99),
        (9.0, 8.0, 9.99),
        (11.0, 10.0, 11.99),
        (13.0, 12.0, 14.49),
        (16.0, 14.5, 17.99),
        (20.0, 18.0, 60.0),
    ],
)
def test_each_sum_belongs_to_the_step_that_it_lies_nearest_to(step: float, first: float, last: float) -> None:
    assert [CURVE_STEPS[at] for at in curve_step(np.array([first, last])).tolist()] == [step, step]


def test_the_curve_is_the_log_of_the_odds_and_goes_on_at_seven_tenths_of_a_bit_a_bit() -> None:
    m = FLAT * np.exp2(np.arange(len(CURVE_STEPS)))
    curve = curve_of(m, FLAT)
    assert curve[:-1] == [(step, float(at)) for at, step in enumerate(CURVE_STEPS)]
    assert curve[-1] == pytest.approx((26.0, 11 + 0.7 * 6))


def test_neighbours_that_fall_share_their_mean() -> None:
    m = FLAT.copy()
    m[3:6] = FLAT[3:6] * np.exp2([4.0, 1.0, 1.0])
    m[6:] *= 2.0**9
    bits = [bits for _, bits in curve_of(m, FLAT)]
    assert bits[:7] == [0.0, 0.0, 0.0, 2.0, 2.0, 2.0, 9.0]
