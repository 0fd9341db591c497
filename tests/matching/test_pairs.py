"""Pairs as positions: who is compared with whom, and what both say."""

import numpy as np
import pytest

from matching import Sex
from matching.pairs import Pairs
from matching.prepared_record import Has
from matching.record_columns import RecordColumns
from tests.matching.records import BODY, LIVING, SOUGHT, called, numbers, person

SOUGHT_SIDE = RecordColumns.of(
    [
        person(SOUGHT, sex=Sex.FEMALE, names=called("Rosa Quispe")),
        person(SOUGHT, sex=Sex.MALE),
        person(SOUGHT, phones=numbers("+50499990001")),
    ]
)
FOUND_SIDE = RecordColumns.of([person(LIVING, sex=Sex.MALE), person(BODY, phones=numbers("+50499990001"))])
PAIRS = Pairs(SOUGHT_SIDE, FOUND_SIDE, np.array([2, 0, 1, 2]), np.array([1, 0, 0, 0]))


def _positions(pairs: Pairs) -> list[tuple[int, int]]:
    return list(zip(pairs.i.tolist(), pairs.j.tolist(), strict=True))


def test_there_are_as_many_pairs_as_positions() -> None:
    assert len(PAIRS) == 4
    assert len(Pairs.of_two(person(SOUGHT), person(BODY))) == 1


def test_only_pairs_of_which_both_sides_say_it_are_those_that_both_say() -> None:
    assert PAIRS.both_say(Has.SEX).tolist() == [1, 2]
    assert PAIRS.both_say(Has.PHONES).tolist() == [0]
    assert PAIRS.both_say(Has.NAMES).tolist() == []
    assert PAIRS.both_say(Has.SEX | Has.PHONES).tolist() == [0, 1, 2]


def test_chosen_pairs_keep_the_order_in_which_they_were_chosen() -> None:
    assert _positions(PAIRS.chosen(np.array([3, 0]))) == [(2, 0), (2, 1)]
    assert _positions(PAIRS.chosen(PAIRS.both_say(Has.NAMES))) == []


def test_values_stand_pair_by_pair() -> None:
    sought, found = PAIRS.values("sex")
    assert sought.tolist() == [0, 1, 2, 0]
    assert found.tolist() == [0, 2, 2, 2]


@pytest.mark.parametrize(("ours", "theirs"), [([0], [0, 1]), ([0, 1, 2], [1]), ([1], [0]), ([], [0]), ([0], [])])
def test_the_only_record_of_one_side_is_compared_with_every_one_of_the_other(
    ours: list[int], theirs: list[int]
) -> None:
    sought = RecordColumns.of([person(SOUGHT)] * len(ours))
    found = RecordColumns.of([person(LIVING)] * len(theirs))
    pairs = Pairs.one_with_all(sought, found)
    assert _positions(pairs) == [(i, j) for i in range(len(ours)) for j in range(len(theirs))]
