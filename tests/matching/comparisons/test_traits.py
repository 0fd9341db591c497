"""Features: how many of those known on both sides are the same, and which are lost with the remains."""

import pytest

from matching import Outcome, Remains, Trait
from matching.comparisons.traits import TraitsComparison
from tests.matching.records import judged

FEATURES = ("eyes", "skin", "build", "hair_colour", "hair_form", "facial_hair", "glasses", "handedness")
LOST = {
    Remains.SKELETAL: {"eyes", "skin", "build", "hair_colour", "hair_form", "facial_hair", "glasses"},
    Remains.DECOMPOSED: {"eyes", "skin", "build", "facial_hair"},
    Remains.PARTIAL: {"eyes", "skin", "build", "hair_colour", "hair_form", "facial_hair"},
}


def _traits(values: str) -> tuple[Trait, ...]:
    return tuple(Trait(feature, value) for feature, value in zip(FEATURES, values, strict=False))


@pytest.mark.parametrize(
    ("found", "level"),
    [
        ("aaaa", "all_same"),
        ("aaab", "most_same"),
        ("aabb", "half_same"),
        ("abbb", "few_same"),
        ("bbbb", "none_same"),
        ("a", "all_same"),
        ("ab", "half_same"),
        ("aab", "most_same"),
        ("abb", "few_same"),
        ("b", "none_same"),
    ],
)
def test_the_level_is_how_many_are_the_same_of_those_known_on_both_sides(found: str, level: str) -> None:
    assert judged(TraitsComparison, {"traits": _traits("aaaa")}, {"traits": _traits(found)}).level == level


def test_features_of_which_no_two_are_the_same_kind_say_nothing() -> None:
    found = {"traits": (Trait("glasses", "a"),)}
    assert judged(TraitsComparison, {"traits": _traits("aaaa")}, found).outcome is Outcome.BLANK


@pytest.mark.parametrize("remains", list(Remains))
@pytest.mark.parametrize("feature", FEATURES)
def test_what_the_remains_have_lost_cannot_be_compared(remains: Remains, feature: str) -> None:
    said, found = {"traits": (Trait(feature, "a"),)}, {"traits": (Trait(feature, "b"),), "remains": remains}
    outcome = judged(TraitsComparison, said, found).outcome
    assert (outcome is Outcome.NOT_COMPARABLE) is (feature in LOST.get(remains, set()))
