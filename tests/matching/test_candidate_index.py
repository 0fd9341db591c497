"""Candidates in memory: who shares the rarest keys comes first."""

import pytest

from matching.candidate_index import CANDIDATES, MOST_HOLDERS, CandidateIndex


def test_who_shares_a_rare_key_comes_before_those_who_share_a_common_one() -> None:
    kept = [{"common"}, {"common"}, {"common", "rare"}, {"common"}, {"rare"}, {"other"}]
    assert CandidateIndex(kept).candidates({"common", "rare"}) == [2, 4, 0, 1, 3]


def test_several_common_keys_can_outweigh_a_rare_one() -> None:
    kept = [{"rare"}, {"a", "b", "c"}, {"a"}, {"b"}, {"c"}]
    assert CandidateIndex(kept).candidates({"rare", "a", "b", "c"})[:2] == [1, 0]


def test_of_equal_candidates_the_one_told_first_comes_first() -> None:
    index = CandidateIndex([{"a"}, {"b"}, {"a"}, {"b"}])
    assert index.candidates({"b", "a"}) == index.candidates(["a", "b"]) == [0, 1, 2, 3]
    assert index.candidates({"a", "b"}, limit=3) == [0, 1, 2]


@pytest.mark.parametrize(("holders", "followed"), [(MOST_HOLDERS, True), (MOST_HOLDERS + 1, False)])
def test_a_key_that_too_many_hold_is_not_followed(holders: int, followed: bool) -> None:  # noqa: FBT001 - a case
    index = CandidateIndex([{"many"}] * holders)
    assert bool(index.candidates({"many"})) is followed


def test_whoever_shares_only_a_key_of_too_many_is_still_found_by_another() -> None:
    index = CandidateIndex([{"many"}] * MOST_HOLDERS + [{"many", "few"}])
    assert index.candidates({"many", "few"}) == [MOST_HOLDERS]


def test_no_more_are_compared_than_the_limit() -> None:
    index = CandidateIndex([{f"of {number % 7}"} for number in range(2 * CANDIDATES)])
    assert len(index.candidates({f"of {number}" for number in range(7)})) == CANDIDATES


def test_unknown_keys_no_keys_and_no_records_find_nobody() -> None:
    assert CandidateIndex([{"a"}]).candidates({"b"}) == []
    assert CandidateIndex([{"a"}]).candidates(set()) == []
    assert CandidateIndex([]).candidates({"a"}) == []
