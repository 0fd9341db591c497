"""What all questions make of a choice and of lines."""

import pytest

from search.vocabulary import Network
from web.family.steps.step import choice, lines_of


@pytest.mark.parametrize(("value", "chosen"), [("shelters", "shelters"), ("police", ""), ("", ""), (None, "")])
def test_a_code_that_no_page_offers_is_no_answer(value: object, chosen: str) -> None:
    assert choice(value, Network) == chosen


def test_every_line_is_a_value_and_blank_lines_are_none() -> None:
    assert lines_of(" one \n\n  two\n   ") == ("one", "two")
    assert lines_of("") == ()
