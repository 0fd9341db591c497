"""What deciding a pair is worth, as a place in a list."""

import datetime
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.casework.queue_worth import CLASSES, Stakes, is_of_minor, queue_order

PLAIN = Stakes(
    minor=False,
    unnamed_remains=False,
    weight=8.0,
    rivals=3,
    returned=False,
    searched_since=datetime.date(2025, 6, 1),
)
DAYS = st.dates(datetime.date(1990, 1, 1), datetime.date(2090, 1, 1))
STAKES = st.builds(
    Stakes,
    minor=st.booleans(),
    unnamed_remains=st.booleans(),
    weight=st.floats(-30, 80),
    rivals=st.integers(0, 40),
    returned=st.booleans(),
    searched_since=DAYS,
)


@pytest.mark.parametrize(
    "better",
    [{"unnamed_remains": True}, {"weight": 11.0}, {"rivals": 0}, {"rivals": 1}, {"returned": True}, {"minor": True}],
    ids=str,
)
def test_whatever_makes_a_decision_worth_more_brings_a_pair_forward(better: dict[str, Any]) -> None:
    assert queue_order(replace(PLAIN, **better)) < queue_order(PLAIN)


@given(STAKES, STAKES)
def test_a_minor_comes_before_everybody_else(one: Stakes, other: Stakes) -> None:
    assert queue_order(replace(one, minor=True)) < queue_order(replace(other, minor=False))


@given(STAKES)
def test_a_place_fits_into_32_bits_and_tells_a_minor(stakes: Stakes) -> None:
    assert 0 <= queue_order(stakes) < 2**31
    assert is_of_minor(queue_order(stakes)) is stakes.minor


def test_of_the_same_worth_the_case_that_has_waited_longest_is_first() -> None:
    older = replace(PLAIN, searched_since=datetime.date(2019, 1, 1))
    assert queue_order(older) < queue_order(PLAIN)


def test_a_bit_more_within_a_class_moves_nothing() -> None:
    low, high = CLASSES[1], CLASSES[2]
    assert queue_order(replace(PLAIN, weight=low)) == queue_order(replace(PLAIN, weight=high - 0.01))


def test_a_pair_without_a_place_is_of_no_known_minor() -> None:
    assert not is_of_minor(None)
