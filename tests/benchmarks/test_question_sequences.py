"""No observer of a whole sequence, with its answers, tells cases with candidates from those without."""

import random

import pytest

from benchmarks.question_sequences import by_our_rule, guesses, invented_cases, sequences
from search.vocabulary import Question


def test_observers_of_our_sequences_are_at_chance_and_find_a_chooser_that_divides_candidates() -> None:
    """A smaller sample than that of `make measure`; what it would find, the second chooser shows."""
    found = {(one.chooser, one.observer): one.area for one in guesses(500, 5, ("ours", "dividing"))}
    assert all(found["ours", observer].low <= 0.5 for observer in ("logistic", "trees", "neighbours"))
    assert found["dividing", "logistic"].low > 0.8
    assert found["dividing", "trees"].low > 0.8


@pytest.mark.measurement
@pytest.mark.parametrize("late", [0.0, 0.3], ids=["from the beginning", "some of them late"])
def test_two_thousand_cases_are_at_chance(late: float) -> None:
    assert [one for one in guesses(2_000, 1, ("ours",), late) if one.area.low > 0.5] == []


def test_every_case_is_asked_as_much_as_any_other_that_leaves_the_same_open() -> None:
    cases = invented_cases(60, random.Random(3))  # noqa: S311 - invented people
    told = sequences(cases, by_our_rule, random.Random(4))  # noqa: S311 - as above
    for case, slots in zip(cases, told, strict=True):
        asked = [question for slot in slots for question, _ in slot]
        assert len(set(asked)) == len(asked) == min(12, len(case.open_now))
        assert set(asked) <= case.open_now <= set(Question)
