"""Ranges, spreads, and numbers that are only about right."""

import pytest

from search.values.number_ranges import PLUS_MINUS, RANGE, is_about, real


@pytest.mark.parametrize("text", ["20-30", "20 a 30", "20 – 30", "20 bis 30", "20 до 30", "20 و 30"])
def test_two_numbers_with_a_word_or_a_dash_between_are_a_range(text: str) -> None:
    found = RANGE.search(text)
    assert found is not None
    assert (found[1], found[2]) == ("20", "30")


def test_a_spread_is_a_number_and_how_far_round_it() -> None:
    found = PLUS_MINUS.search("25 +/- 5")
    assert found is not None
    assert (real(found[1]), real(found[2])) == (25, 5)


@pytest.mark.parametrize(
    ("text", "about"), [("~25", True), ("25?", True), ("ca. 25", True), ("c. 25", True), ("25", False)]
)
def test_signs_and_words_say_that_a_number_is_about_right(text: str, *, about: bool) -> None:
    assert is_about(text) is about
