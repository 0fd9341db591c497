"""Sets of things: each is paired once with its best counterpart, weights add up, and every meeting teaches."""

import pytest

from matching import Mark, Remains
from matching.comparisons.coded_sets import UNLIKE, join_codes
from matching.comparisons.marks import MarksComparison
from matching.model import load_model
from matching.pairs import Pairs
from tests.matching.records import BODY, SOUGHT, judged, person

BOTH = (Mark("scar", "hand", "left"), Mark("birthmark", "neck", "right"))


def test_two_marks_in_common_weigh_the_sum_of_both() -> None:
    weights = [
        judged(MarksComparison, {"marks": marks}, {"marks": marks}).weight for marks in (BOTH[:1], BOTH[1:], BOTH)
    ]
    assert weights[2] == pytest.approx(weights[0] + weights[1], abs=0.002)


def test_a_thing_is_paired_with_its_best_counterpart_once() -> None:
    said = {"marks": (Mark("scar", "hand", "left"), Mark("scar", "hand", "right"))}
    parts = judged(MarksComparison, said, {"marks": (Mark("scar", "hand", "right"),)}).parts
    assert [(part.sought, part.found, part.reason) for part in parts] == [
        ("scar hand right", "scar hand right", "same")
    ]


def test_a_rarer_kind_weighs_more_where_it_agrees_and_not_where_it_differs() -> None:
    weights = load_model().weights("marks")
    comparison = MarksComparison(weights, {"scar": 1.5})
    scar, mole, other = (
        (Mark(kind, place),) for kind, place in (("scar", "hand"), ("mole", "hand"), ("gold_tooth", ""))
    )

    def bits(one: tuple[Mark, ...], found: tuple[Mark, ...]) -> float:
        pair = Pairs.of_two(person(SOUGHT, marks=one), person(BODY, marks=found))
        return float(comparison.weigh(pair)[0])

    assert bits(scar, scar) == pytest.approx(bits(mole, mole) + 1.5)
    assert bits(scar, other) == bits(mole, other) == weights[UNLIKE]


def test_every_meeting_is_observed_and_what_cannot_be_shown_is_not() -> None:
    found = person(BODY, marks=(BOTH[1], Mark("scar", "hand", "right")))
    bare = person(BODY, marks=(Mark("healed_fracture", "foot"),), remains=Remains.SKELETAL)
    sought = person(SOUGHT, marks=BOTH)
    observe = MarksComparison.unweighted().observed
    pair, level = observe(Pairs.of_two(sought, found))
    assert pair.tolist() == [0, 0]
    assert [MarksComparison.levels[at] for at in level.tolist()] == ["same", "side_differs"]
    assert [each.tolist() for each in observe(Pairs.of_two(sought, bare))] == [[], []]
    assert [each.tolist() for each in observe(Pairs.of_two(sought, person(BODY)))] == [[], []]


def test_codes_are_joined_without_those_that_are_not_known() -> None:
    assert join_codes("scar", "", "hand", "") == "scar hand"
