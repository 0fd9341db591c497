"""The order of questions: by how many reports speak of a subject, by nothing that they say."""

from hypothesis import given
from hypothesis import strategies as st

from search.asking.ordering import NO_COVERAGE, QUESTIONS, askable, in_order
from search.asking.question_pool import POOL
from search.vocabulary import Question

WORTH = {one: row.worth for one, row in POOL.items()}
COVERAGES = st.dictionaries(st.sampled_from(QUESTIONS), st.integers(0, 8))
SUBSETS = st.frozensets(st.sampled_from(QUESTIONS))


@given(COVERAGES, SUBSETS, st.integers(-(2**63), 2**63 - 1))
def test_whatever_may_be_asked_is_asked_once_and_always_in_the_same_order(
    coverage: dict[Question, int], open_now: frozenset[Question], seed: int
) -> None:
    order = in_order(coverage, WORTH, open_now, seed)
    assert sorted(order) == sorted(open_now)
    assert order == in_order(dict(reversed(coverage.items())), WORTH, open_now, seed)
    told = [coverage.get(one, 0) * WORTH[one] for one in order]
    assert told == sorted(told, reverse=True)


@given(COVERAGES, SUBSETS, SUBSETS, st.integers(0, 2**63))
def test_a_question_more_or_less_changes_nothing_in_the_order_of_the_others(
    coverage: dict[Question, int], some: frozenset[Question], more: frozenset[Question], seed: int
) -> None:
    whole = in_order(coverage, WORTH, some | more, seed)
    assert [one for one in whole if one in some] == list(in_order(coverage, WORTH, some, seed))


def test_where_no_report_speaks_each_question_is_first_about_as_often_as_any() -> None:
    first = [in_order(NO_COVERAGE, WORTH, QUESTIONS, seed)[0] for seed in range(2300)]
    assert all(60 <= first.count(one) <= 145 for one in QUESTIONS)


def test_what_was_never_asked_goes_before_what_was_not_known_and_that_of_long_ago_before_that_of_lately() -> None:
    asked = {Question.HEIGHT: 1, Question.BUILD: 3, Question.HAIR: 1}
    passes = askable(
        {Question.HEIGHT, Question.BUILD, Question.HAIR, Question.SCARS}, asked, {Question.HEIGHT, Question.BUILD}, 3
    )
    assert passes == (frozenset({Question.SCARS}), frozenset({Question.HEIGHT}), frozenset({Question.BUILD}))


def test_what_the_search_answers_is_never_asked_again() -> None:
    assert askable({Question.SCARS}, {Question.HEIGHT: 1}, {Question.HEIGHT}, 2) == (frozenset({Question.SCARS}),)
