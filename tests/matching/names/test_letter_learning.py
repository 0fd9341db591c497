"""Learning which letters stand for each other from pairs of names of one person."""

import pytest

from matching.errors import TrainingError
from matching.names.letter_learning import ROUNDS, learn_counts

# Invented names in which one clerk writes q for every k of the other.
PAIRS = [(f"{start}karim {end}", f"{start}qarim {end}") for start in ("", "a") for end in ("zelko", "moro", "haddan")]
MANY = PAIRS * 17


def test_letters_that_stand_for_each_other_are_counted_both_ways_where_no_side_is_first() -> None:
    counts = learn_counts(MANY)["latin"]
    assert counts["^k"]["^q"] == counts["^q"]["^k"] == 51
    assert counts["a"]["a"] > 0
    assert "" not in counts["^k"]


def test_what_one_side_leaves_out_is_counted_as_dropped_and_added() -> None:
    counts = learn_counts([("Haddat Moro", "Hadat Moro")] * 100)["latin"]
    dropped = {letter: others[""] for letter, others in counts.items() if letter and "" in others}
    assert sum(dropped.values()) == sum(counts[""].values()) == 100


def test_names_of_a_script_are_counted_by_its_way_of_writing() -> None:
    counts = learn_counts([("Иванов", "Ivanov")] * 100)
    assert set(counts) == {"cyrillic"}
    assert counts["cyrillic"]["v"]["v"] == 100
    assert counts["cyrillic"]["v$"]["v$"] == 100


def test_under_a_hundred_pairs_are_too_few() -> None:
    with pytest.raises(TrainingError):
        learn_counts([("Karim", "Qarim")] * 99)
    assert learn_counts([("Karim", "Qarim")] * 100, rounds=1) != {}


def test_parts_that_have_nothing_in_common_are_not_counted() -> None:
    assert learn_counts([("Zelko", "Amira")] * 100) == {}


def test_each_part_is_counted_with_its_best_answer_only() -> None:
    counts = learn_counts([("Moro Moro Zelko", "Zelko Moro")] * 100)["latin"]
    assert counts["^m"]["^m"] == 2 * 100
    assert counts["^z"]["^z"] == 2 * 100


def test_no_round_counts_nothing_and_five_are_usual() -> None:
    assert learn_counts(MANY, rounds=0) == {}
    assert ROUNDS == 5
    assert learn_counts(MANY) == learn_counts(MANY, rounds=5)
