"""A reason says something in any script; keys held down say nothing."""

import pytest

from search.accounts.reason_words import says_why


@pytest.mark.parametrize(
    "text", ["to call her mother", "compare the passport", "identification", "لأسأل العائلة عن الوشم", "ስለ ንቅሳቱ ለመጠየቅ"]
)
def test_a_few_words_or_one_long_one_say_why(text: str) -> None:
    assert says_why(text)


@pytest.mark.parametrize(
    "text", ["", "        ", "because", "aaaaaaaa", "a" * 40, "x x x", "ababababababab", "123 456 789 012"]
)
def test_keys_held_down_and_digits_say_nothing(text: str) -> None:
    assert not says_why(text)
