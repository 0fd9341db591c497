"""The page where a family asks: in every language, each error said, what was typed kept."""

import pytest

from tests.fixtures.languages import english_left, walked
from tests.fixtures.visitor import Visitor
from tests.web.family.asking import files_search

TAGS = [row.tag for row in walked()]


@pytest.fixture
def engine_name() -> str:
    """What a page shows is the same on both databases."""
    return "sqlite"


@pytest.mark.parametrize("tag", TAGS)
def test_a_letter_is_kept_with_the_day_by_which_it_is_answered(visitor: Visitor, tag: str) -> None:
    files_search(visitor)
    visitor.goes_to(f"/case/inbox?lang={tag}")
    assert english_left(visitor.page, tag) == []
    visitor.sends("/case/inbox", {"words": "¿Leyó alguien lo que escribí?"})
    assert "¿Leyó alguien lo que escribí?" in visitor.page
    assert english_left(visitor.page, tag) == []
    if tag == "en":
        assert "This should be answered by 8 December 2026" in visitor.page


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("words", ["  ", "a" * 2001], ids=["empty", "too long"])
def test_an_error_is_said_and_what_was_typed_is_kept(visitor: Visitor, tag: str, words: str) -> None:
    files_search(visitor)
    visitor.goes_to(f"/case/inbox?lang={tag}")
    answer = visitor.sends("/case/inbox", {"words": words})
    assert answer.status_code == 400
    assert english_left(answer.text, tag) == []
    assert words.strip() in answer.text


@pytest.mark.parametrize("tag", TAGS)
def test_whoever_asks_very_often_is_told_to_wait(visitor: Visitor, tag: str) -> None:
    files_search(visitor)
    visitor.goes_to(f"/case/inbox?lang={tag}")
    for number in range(10):
        visitor.sends("/case/inbox", {"words": f"Hello {number}?"})
    answer = visitor.sends("/case/inbox", {"words": "Hello?"})
    assert answer.status_code == 400
    assert english_left(answer.text, tag) == []
