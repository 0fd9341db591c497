"""Whose candidates order an ordinary search: each other search's as often as another's, and always the same."""

from collections import Counter

from search.asking.donors import Donor, Donors, Profile
from search.asking.ordering import NO_COVERAGE, QUESTIONS
from search.vocabulary import Question

EVERY = frozenset(QUESTIONS)


def donor(seed: int, sex: str = "", open_now: frozenset[Question] = EVERY) -> Donor:
    return Donor(Profile(seed, sex, open_now), {Question.HEIGHT: seed})


def drawn(donors: Donors, sex: str = "", open_now: frozenset[Question] = EVERY) -> Counter[int]:
    """How often each donor is drawn, over many searches."""
    lent = (donors.coverage_for(Profile(7919 * seed, sex, open_now)) for seed in range(4000))
    return Counter(one[Question.HEIGHT] for one in lent)


def test_every_search_with_candidates_is_a_donor_about_as_often_as_another() -> None:
    found = drawn(Donors([donor(seed) for seed in range(1, 11)]))
    assert len(found) == 10
    assert all(320 <= number <= 480 for number in found.values())


def test_a_search_keeps_its_donor_when_others_come_and_go() -> None:
    few, more = [donor(seed) for seed in range(1, 11)], [donor(seed) for seed in range(1, 12)]
    profiles = [Profile(31 * seed, "", EVERY) for seed in range(500)]
    before = [Donors(few).coverage_for(one)[Question.HEIGHT] for one in profiles]
    after = [Donors(more[::-1]).coverage_for(one)[Question.HEIGHT] for one in profiles]
    assert all(new in (old, 11) for old, new in zip(before, after, strict=True))
    assert 20 <= after.count(11) <= 75


def test_a_donor_that_is_as_open_and_of_the_same_sex_is_drawn_more_often() -> None:
    other = donor(2, "male", EVERY - {Question.SCARS, Question.HAIR})
    found = drawn(Donors([donor(1, "female"), other]), "female")
    assert found[1] > 12 * found[2] > 0


def test_where_nobody_has_candidates_nobody_lends_any() -> None:
    assert Donors([]).coverage_for(Profile(1, "", EVERY)) == NO_COVERAGE
