"""Many alignments at once give what one by one gives."""

import numpy as np
import pytest

from matching.names.alignment_arrays import PAD, Kernel
from matching.names.letter_units import HOW_MANY, units_of
from matching.names.letter_weights import Weights
from matching.names.shipped_weights import shipped_weights


def column(*units: int) -> np.ndarray[tuple[int, int], np.dtype[np.intp]]:
    return np.array(units, dtype=np.intp)[:, None]


@pytest.fixture(scope="module")
def kernel() -> Kernel:
    """Two units that meet for 4 bits, and 7 of another pair; dropping costs 1, adding 2; usual are 10 and 20."""
    square = np.full((HOW_MANY, HOW_MANY), -9.0)
    square[0, 1], square[2, 3] = 4.0, 7.0
    weights = Weights(square, np.full(HOW_MANY, -1.0), np.full(HOW_MANY, -2.0), None)
    return Kernel(weights)


def test_letters_meet_where_that_is_worth_most(kernel: Kernel) -> None:
    assert kernel.align(column(0), column(1)).tolist() == [4.0]
    assert kernel.align(column(0, 2), column(1, 3)).tolist() == [11.0]


def test_letters_are_dropped_on_one_side_and_added_on_the_other(kernel: Kernel) -> None:
    assert kernel.align(column(5), column(6)).tolist() == [-3.0]
    assert kernel.align(column(0, 5, 2), column(1, 3)).tolist() == [10.0]
    assert kernel.align(column(0, 2), column(1, 6, 3)).tolist() == [9.0]
    assert kernel.align(column(5, 0, 2), column(1, 3)).tolist() == [10.0]
    assert kernel.align(column(0, 2), column(1, 3, 6)).tolist() == [9.0]


def test_padding_meets_nothing_and_costs_nothing(kernel: Kernel) -> None:
    assert kernel.align(column(0, 2, PAD), column(1, 3)).tolist() == [11.0]
    assert kernel.align(column(0, 2), column(1, 3, PAD, PAD)).tolist() == [11.0]
    assert kernel.align(column(PAD), column(PAD)).tolist() == [0.0]
    assert kernel.usual(column(0, PAD), column(1, PAD)).tolist() == [3.0]


def test_each_column_is_a_pair_of_its_own(kernel: Kernel) -> None:
    first, second = np.hstack([column(0, 2), column(5, PAD)]), np.hstack([column(1, 3), column(6, PAD)])
    assert kernel.align(first, second).tolist() == [11.0, -3.0]


def test_the_usual_is_the_mean_of_both_sides() -> None:
    weights = shipped_weights().of("arabic")
    one, other = units_of("krym"), units_of("karim")
    found = Kernel(weights).usual(column(*one), column(*other))
    usual = (weights.usual_first[list(one)].sum() + weights.usual_second[list(other)].sum()) / 2
    assert found.tolist() == pytest.approx([usual], abs=1e-4)
