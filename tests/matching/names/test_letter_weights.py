"""Learned weights of letters: what was counted, drawn towards what was believed."""

import numpy as np
import pytest

from matching.names.letter_units import HOW_MANY, UNIT_OF
from matching.names.letter_weights import SAME_WRITING, TWO_WRITINGS, AllWeights, Tally, Weights

NOTHING_COUNTED = AllWeights({})
K, Q, A, B, H = (UNIT_OF[letter] for letter in "kqabh")


def believed(one: str, other: str) -> float:
    return float(NOTHING_COUNTED.of("arabic").substitution[UNIT_OF[one], UNIT_OF[other]])


def test_before_any_data_letters_are_the_same_kin_vowels_or_strangers() -> None:
    ratios = {("k", "k"): 12.0, ("k", "q"): 1.5, ("a", "e"): 2.5, ("a", "k"): 0.03, ("k", "m"): 0.06, ("q", "k"): 1.5}
    assert {pair: believed(*pair) for pair in ratios} == pytest.approx(
        {pair: np.log2(ratio) for pair, ratio in ratios.items()}, abs=0.006
    )


def test_an_own_letter_of_a_group_is_its_plain_letter_before_any_data() -> None:
    assert believed("N", "n") == believed("n", "n")
    assert believed("@", "a") == believed("e", "a")


def test_before_any_data_a_vowel_and_an_h_are_dropped_oftener_than_a_consonant() -> None:
    weights = NOTHING_COUNTED.of("arabic")
    for bits in (weights.dropping, weights.adding):
        assert bits[[A, H, UNIT_OF["^a"]]].tolist() == pytest.approx([np.log2(0.3)] * 3, abs=0.006)
        assert bits[[K, B]].tolist() == pytest.approx([np.log2(0.05)] * 2, abs=0.006)


def test_where_nothing_was_counted_three_bits_a_letter_are_usual() -> None:
    weights = NOTHING_COUNTED.of("arabic")
    assert weights.usual_first.tolist() == weights.usual_second.tolist() == [3.0] * HOW_MANY


def test_counts_are_kept_by_who_met_who_was_dropped_and_who_was_added() -> None:
    tally = Tally.of({"k": {"q": 3, "": 2}, "": {"a": 5}})
    assert tally.met[K, Q] == 3
    assert tally.dropped[K] == 2
    assert tally.added[A] == 5
    assert (tally.first[K], tally.second[Q], tally.second[A], tally.steps) == (5, 3, 5, 10)


def test_two_tallies_add_up_and_letters_in_context_to_plain_ones() -> None:
    tally = Tally.of({"k": {"q": 3}, "^k": {"q$": 4, "": 1}}) + Tally.of({"": {"^a": 2, "a": 1}})
    plain = tally.plain()
    assert (plain.met.sum(), plain.met.max(), plain.dropped.sum(), plain.added.max()) == (7, 7, 1, 3)


def test_a_unit_that_is_not_known_is_an_error() -> None:
    with pytest.raises(KeyError):
        Tally.of({"?": {"k": 1}})


def test_letters_that_met_often_weigh_more_than_was_believed_and_are_less_for_others() -> None:
    counted = AllWeights({"arabic": {"k": {"q": 500.0, "k": 500.0}, "m": {"m": 5000.0}, "a": {"": 400, "a": 100}}})
    arabic = counted.of("arabic")
    assert arabic.substitution[K, Q] > believed("k", "q")
    assert arabic.substitution[K, UNIT_OF["m"]] < believed("k", "m")
    assert arabic.dropping[A] == pytest.approx(np.log2((400 + 4 * 0.8) / 504), abs=0.02)
    assert arabic.dropping[A] > arabic.dropping[K]


def test_a_ratio_is_drawn_towards_the_coarser_one_as_by_one_expected_meeting() -> None:
    tally = {"k": {"q": 1.0}, "m": {"m": 1.0}}
    weights = AllWeights({"arabic": tally}).of("arabic")
    of_all = (1 + 1.5) / (0.5 + 1)
    plain = (1 + of_all) / (0.5 + 1)
    assert weights.substitution[K, Q] == pytest.approx(np.log2((1 + plain) / (0.5 + 1)), abs=0.006)


def test_what_was_counted_in_one_way_of_writing_is_believed_a_little_in_others() -> None:
    counted = AllWeights({"arabic": {"k": {"q": 500.0}, "m": {"m": 5000.0}}})
    assert believed("k", "q") < counted.of("greek").substitution[K, Q] < counted.of("arabic").substitution[K, Q]


def test_where_neither_side_is_first_by_nature_weights_are_symmetric() -> None:
    counted = AllWeights({"arabic": {"k": {"q": 500.0, "": 900}, "m": {"m": 5000.0}}})
    for key in ("latin", SAME_WRITING, TWO_WRITINGS):
        weights = counted.of(key)
        assert np.array_equal(weights.substitution, weights.substitution.T)
        assert np.array_equal(weights.dropping, weights.adding)
    assert not np.array_equal(counted.of("greek").substitution, counted.of("greek").substitution.T)


def test_what_is_usual_is_the_mean_of_what_was_counted_drawn_towards_three_bits() -> None:
    zeros, square = np.zeros(HOW_MANY), np.zeros((HOW_MANY, HOW_MANY))
    square[K, Q] = 6.0
    dropping = np.full(HOW_MANY, -2.0)
    tally = Tally.of({"k": {"q": 3, "": 1}})
    weights = Weights(square, dropping, zeros, tally)
    assert weights.usual_first[K] == pytest.approx((3 * 6 - 2 + 2 * 3) / (3 + 1 + 2))
    assert weights.usual_second[Q] == pytest.approx((3 * 6 + 2 * 3) / (3 + 2))
    assert weights.usual_first[A] == 3.0


def test_a_row_holds_the_weights_of_one_unit_to_two_decimals() -> None:
    square = np.zeros((HOW_MANY, HOW_MANY))
    square[K, Q], square[K, A], square[K, B] = 1.234, -7.777, -29.996
    weights = Weights(square, np.zeros(HOW_MANY), np.zeros(HOW_MANY), None)
    row = weights.row(K)
    assert (row[Q], row[A], row[B], len(row)) == (1.23, -7.78, -30.0, HOW_MANY)
    assert weights.row(K) is row
