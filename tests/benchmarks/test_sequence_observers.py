"""The observers of sequences: they find what is there, and nothing where there is nothing."""

import numpy as np
import pytest

from benchmarks.sequence_observers import OBSERVERS, Features, auc_of, held_out_scores

RNG = np.random.default_rng(3)
LABELS = [bool(one) for one in RNG.integers(0, 2, 600)]


def features(told: float) -> Features:
    """Twelve facts of each case by chance, the first of which tells so much."""
    values = RNG.normal(size=(600, 12))
    values[:, 0] += told * np.array(LABELS)
    return Features(values, values)


@pytest.mark.parametrize("observer", OBSERVERS)
def test_an_observer_finds_what_is_there_and_nothing_else(observer: str) -> None:
    seen = auc_of(held_out_scores(features(2.5), LABELS, OBSERVERS[observer], 1), LABELS)
    nothing = auc_of(held_out_scores(features(0.0), LABELS, OBSERVERS[observer], 1), LABELS)
    assert seen.low > 0.6
    assert nothing.low <= 0.5 + 0.02
    assert abs(nothing.value - 0.5) < 0.09


def test_the_area_is_what_it_is_called() -> None:
    labels = [True, True, False, False]
    assert auc_of(np.array([2.0, 3.0, 0.0, 1.0]), labels).value == 1.0
    assert auc_of(np.array([1.0, 1.0, 1.0, 1.0]), labels).value == 0.5
    assert auc_of(np.array([0.0, 1.0, 2.0, 3.0]), labels).value == 0.0
