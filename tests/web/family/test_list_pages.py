"""Lists: one element after the other, added, changed, taken out and put back."""

import pytest

from tests.fixtures.visitor import Visitor


@pytest.fixture
def marked(visitor: Visitor) -> Visitor:
    """Somebody who told of a tattoo and of a scar."""
    visitor.goes_to("/search/mark/1")
    visitor.sends("/search/mark/1", {"marks-kind": "tattoo", "marks-words": "blue"})
    assert visitor.place == "/search/mark-place/1"
    visitor.sends("/search/mark-place/1", {"marks-place": "wrist", "marks-side": "left"})
    assert visitor.place == "/search/mark-picture/1"
    visitor.sends("/search/mark-picture/1", {"marks-motif": "cross"})
    visitor.sends("/search/mark/2", {"marks-kind": "scar"})
    visitor.sends("/search/mark-place/2", {"marks-place": "knee"})
    return visitor


def test_an_element_is_asked_for_page_by_page_and_stands_in_the_list(marked: Visitor) -> None:
    assert marked.place == "/search/marks"
    assert "Tattoo · Wrist · On their left · A cross · \u2068blue\u2069" in marked.page
    assert "Scar · Knee" in marked.page
    assert "Add another mark" in marked.page
    assert "They have no marks" not in marked.page


def test_a_picture_is_not_asked_for_of_a_scar(marked: Visitor) -> None:
    marked.goes_to("/search/mark-picture/2")
    assert marked.place == "/search/marks"


def test_a_part_that_is_changed_leaves_the_others_alone(marked: Visitor) -> None:
    marked.goes_to("/search/mark-place/1")
    marked.sends("/search/mark-place/1", {"marks-place": "hand", "marks-side": "right"})
    marked.goes_to("/search/marks")
    assert "Tattoo · Hand · On their right · A cross · \u2068blue\u2069" in marked.page


def test_what_was_removed_is_out_and_can_be_put_back(marked: Visitor) -> None:
    marked.sends("/search/marks", {"remove": "1"})
    assert "Removed: <bdi>Tattoo" in marked.page
    marked.goes_to("/search/review")
    assert "Tattoo" not in marked.page
    assert "Scar" in marked.page
    marked.goes_to("/search/marks")
    marked.sends("/search/marks", {"restore": "1"})
    assert "Removed:" not in marked.page
    assert "Tattoo" in marked.page


def test_an_element_can_be_removed_on_its_own_page(marked: Visitor) -> None:
    marked.goes_to("/search/mark/2")
    assert "Remove this mark" in marked.page
    marked.sends("/search/mark/2", {"remove": "2"})
    assert marked.place == "/search/marks"
    assert "Removed: <bdi>Scar" in marked.page
    marked.goes_to("/search/mark/2")
    assert marked.place == "/search/marks"


def test_a_new_element_takes_no_number_of_one_that_was_removed(marked: Visitor) -> None:
    marked.sends("/search/marks", {"remove": "2"})
    assert "/search/mark/3" in marked.page
    marked.goes_to("/search/mark/9")
    assert marked.place == "/search/marks"


def test_an_element_of_which_nothing_is_said_is_none(visitor: Visitor) -> None:
    visitor.goes_to("/search/thing/1")
    visitor.sends("/search/thing/1", {"effects-words": "  "})
    assert visitor.place == "/search/belongings"
    assert "<li><bdi>" not in visitor.page


@pytest.mark.parametrize(("answer", "shown"), [("none", "They have no marks"), ("unknown", "I do not know")])
def test_none_and_not_to_know_are_answers_that_stay(visitor: Visitor, answer: str, shown: str) -> None:
    visitor.goes_to("/search/marks")
    visitor.sends("/search/marks", {"marks-answer": answer})
    visitor.goes_to("/search/review")
    assert f'<dd translate="no"><bdi>{shown}</bdi></dd>' in visitor.page
    visitor.goes_to("/search/marks")
    assert f'value="{answer}" checked' in visitor.page


def test_an_element_answers_the_list_that_was_said_to_be_empty(visitor: Visitor) -> None:
    visitor.goes_to("/search/marks")
    visitor.sends("/search/marks", {"marks-answer": "none"})
    visitor.sends("/search/mark/1", {"marks-kind": "scar"})
    visitor.goes_to("/search/review")
    assert "Scar" in visitor.page
    assert "They have no marks" not in visitor.page


def test_a_number_that_cannot_be_read_is_asked_about_once_and_kept_where_it_was_typed(visitor: Visitor) -> None:
    lost = {"phones-number": "the one on the wall", "phones-role": "sought"}
    visitor.goes_to("/search/phone/1")
    visitor.sends("/search/phone/1", lost)
    assert (visitor.place, "in digits" in visitor.page) == ("/search/phone/1", True)
    visitor.sends("/search/phone/1", lost)
    assert visitor.place == "/search/phones"
    assert "“the one on the wall · Their own number”" in visitor.page


def test_a_change_of_language_keeps_the_page_and_what_was_chosen(visitor: Visitor) -> None:
    visitor.goes_to("/search/mark/1")
    visitor.sends("/search/mark/1", {"marks-kind": "scar", "lang": "ar"})
    assert visitor.place == "/search/mark/1"
    assert '<html lang="ar" dir="rtl">' in visitor.page
    assert 'value="scar" checked' in visitor.page


def test_a_list_whose_element_was_removed_again_is_asked_anew(visitor: Visitor) -> None:
    visitor.goes_to("/search/marks")
    visitor.sends("/search/marks", {"marks-answer": "none"})
    visitor.sends("/search/mark/1", {"marks-kind": "scar"})
    visitor.goes_to("/search/marks")
    visitor.sends("/search/marks", {"remove": "1"})
    assert "They have no marks" in visitor.page
    assert "checked" not in visitor.page


def test_none_beside_elements_is_asked_back_and_both_stay_until_it_is_answered(marked: Visitor) -> None:
    marked.sends("/search/marks", {"marks-answer": "none", "shown": "description.marks"})
    assert marked.place == "/search/marks"
    assert "Two answers stand here" in marked.page
    assert "Tattoo" in marked.page
    assert 'value="none" checked' in marked.page
    marked.goes_to("/search/review")
    assert "Tattoo" in marked.page
    assert "These two answers do not fit together." in marked.page
    marked.sends("/search/marks", {"marks-answer": "", "shown": "description.marks"})
    marked.goes_to("/search/marks")
    assert 'value="none"' not in marked.page
    assert "Tattoo" in marked.page
