"""Figures about rankings and probabilities, on cases small enough to count by hand."""

import pytest

from matching.quality_measures import (
    brier_score,
    precision,
    recall_at,
    reliability,
    true_among_first,
)

RANKED = {"r1": ["a", "b", "c"], "r2": ["d", "e"], "r3": []}
TRUTH = [("r1", "a"), ("r2", "e"), ("r3", "x"), ("r4", "y")]
SCORED = [(9.0, True), (7.0, True), (5.0, False), (3.0, True), (1.0, False)]


def test_recall_counts_true_pairs_among_the_first() -> None:
    assert recall_at(RANKED, TRUTH, (1, 2, 50)) == [0.25, 0.5, 0.5]
    assert recall_at(RANKED, [], (1,)) == [0.0]


def test_precision_counts_true_pairs_among_the_proposed() -> None:
    assert precision([("r1", "a"), ("r1", "b")], TRUTH) == 0.5
    assert precision([], TRUTH) == 0.0


def test_the_heaviest_pairs_are_counted_and_ties_flatter_nobody() -> None:
    assert true_among_first(SCORED, 4) == 3
    assert true_among_first([(1.0, True), (1.0, False)], 1) == 0


def test_the_brier_score_is_the_mean_squared_distance() -> None:
    assert brier_score([(1.0, True), (0.0, False)]) == 0.0
    assert brier_score([(0.5, True), (0.5, False)]) == 0.25


def test_reliability_sets_probability_beside_what_became_of_it() -> None:
    table = reliability([(0.05, False), (0.95, True), (1.0, True), (0.91, False)])
    assert [(b.low, b.pairs) for b in table] == [(0.0, 1), (0.9, 3)]
    assert table[1].share_true == pytest.approx(2 / 3)
