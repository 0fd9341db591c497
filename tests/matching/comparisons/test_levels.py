"""What levels are to a weight and a card, and what all comparisons with levels have in common."""

import numpy as np
import pytest

from matching import Outcome, Sex
from matching.comparisons.levels import (
    BLANK,
    BLANK_LEVEL,
    NOT_COMPARABLE,
    NOT_COMPARABLE_LEVEL,
    bounded,
    by_beginning,
    disagreeing,
    first_that_holds,
    level_name,
    outcome_of,
    reason_of,
)
from matching.comparisons.sex import SexComparison
from matching.model import load_model
from matching.pairs import Pairs
from matching.record_columns import RecordColumns
from tests.matching.records import LIVING, SOUGHT, person


@pytest.mark.parametrize(
    ("level", "weight", "outcome"),
    [
        ("same", 0.001, Outcome.AGREES),
        ("same", 0.0, Outcome.AGREES),
        ("same", -0.001, Outcome.DISAGREES),
        (BLANK, 0.0, Outcome.BLANK),
        (NOT_COMPARABLE, 0.0, Outcome.NOT_COMPARABLE),
    ],
)
def test_the_weight_says_whether_a_level_agrees(level: str, weight: float, outcome: Outcome) -> None:
    assert outcome_of(level, weight) is outcome


def test_what_weighs_against_a_pair_contradicts() -> None:
    against = disagreeing({"same": 1.0, "other": -0.1, "open": 0.0})
    assert against == {"other"}
    assert (reason_of("other", against), reason_of("open", against)) == ("contradicts", "fits")


def test_positions_have_names_and_the_two_without_a_level_too() -> None:
    levels = ("same", "other")
    named = [level_name(levels, at) for at in (0, 1, BLANK_LEVEL, NOT_COMPARABLE_LEVEL)]
    assert named == ["same", "other", BLANK, NOT_COMPARABLE]


def test_the_first_condition_that_holds_gives_the_level() -> None:
    conditions = {"b": np.array([False, True, True]), "a": np.array([False, True, False])}
    assert first_that_holds(("a", "b", "c"), conditions, "c").tolist() == [2, 1, 1]


def test_levels_fall_into_families_by_their_first_word() -> None:
    assert by_beginning(("dead_a_b", "dead_b", "living_a_b")) == (("dead_a_b", "dead_b"), ("living_a_b",))


def test_the_most_that_can_be_is_never_less_than_nothing_and_of_those_who_say_something_only() -> None:
    pairs = Pairs.one_with_all(RecordColumns.of([person(SOUGHT)]), RecordColumns.of([person(LIVING)] * 3))
    assert bounded(pairs, np.array([1]), np.array([-1.0, 2.5])).tolist() == [0.0, 2.5, 0.0]
    assert bounded(pairs, np.array([1]), np.array([-1.0])).tolist() == [0.0, 0.0, 0.0]


def test_pairs_that_say_nothing_are_not_observed_and_weigh_nothing() -> None:
    found = [person(LIVING, sex=sex) if sex else person(LIVING) for sex in (Sex.MALE, None, Sex.FEMALE)]
    pairs = Pairs.one_with_all(RecordColumns.of([person(SOUGHT, sex=Sex.MALE)]), RecordColumns.of(found))
    comparison = SexComparison.of(load_model())
    assert [each.tolist() for each in comparison.observed(pairs)] == [[0, 2], [0, 1]]
    assert comparison.level_numbers(pairs).tolist() == [0, BLANK_LEVEL, 1]
    weights = load_model().weights("sex")
    assert comparison.weigh(pairs).tolist() == [weights["same"], 0.0, weights["different"]]
    assert comparison.at_most(pairs).tolist() == [weights["same"], 0.0, weights["same"]]


def test_a_level_that_the_model_lacks_is_missed_by_its_code() -> None:
    class Other(SexComparison):
        levels = ("same", "third")

    with pytest.raises(KeyError, match="third"):
        Other.of(load_model())
