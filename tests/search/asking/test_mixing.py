"""Numbers that look like chance and are always the same."""

import numpy as np

from search.asking.mixing import mixed

SEEDS = np.arange(1, 20_001, dtype=np.uint64)


def test_the_same_seeds_give_the_same_numbers_and_others_give_others() -> None:
    assert mixed(7, SEEDS).tolist() == mixed(7, SEEDS).tolist()
    assert not np.any(mixed(7, SEEDS) == mixed(8, SEEDS))
    assert mixed(-1, SEEDS).tolist() == mixed(2**64 - 1, SEEDS).tolist()


def test_they_lie_evenly_between_0_and_1_and_neighbours_have_nothing_in_common() -> None:
    numbers, others = mixed(7, SEEDS), mixed(8, SEEDS)
    assert numbers.min() > 0
    assert numbers.max() < 1
    counts = np.bincount((numbers * 10).astype(int), minlength=10)
    assert counts.min() > 1_850
    assert abs(float(np.corrcoef(numbers[1:], numbers[:-1])[0, 1])) < 0.03
    assert abs(float(np.corrcoef(numbers, others)[0, 1])) < 0.03
