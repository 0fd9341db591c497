"""The receipt as a piece of paper: where to type it, the reference as a square, the day and the language."""

import html

import pytest

from i18n.division import Catalogue
from i18n.passphrases import words
from tests.fixtures.helping import receipt_of
from tests.fixtures.languages import english_left, walked
from tests.fixtures.visitor import Visitor
from web.family.receipt_paper import language_of_words
from web.qr_picture import qr_picture


@pytest.mark.parametrize("tag", [row.tag for row in walked(Catalogue.FAMILY)])
def test_the_receipt_says_where_when_and_in_which_language_and_its_square_holds_the_reference_alone(
    visitor: Visitor, tag: str
) -> None:
    """The square holds the reference alone, never the words."""
    visitor.goes_to(f"/search/names?lang={tag}")
    visitor.sends("/search/names", {"names-nickname": "Wedi", "shown": ["description.names:nickname"]})
    visitor.goes_to("/search/review")
    visitor.sends("/search/review")
    page = html.unescape(visitor.page)
    assert "http://localhost/open" in page
    reference, _words = receipt_of(visitor.page)
    assert str(qr_picture(reference)) in page
    assert "2026" in page
    assert english_left(visitor.page, tag) == []


@pytest.mark.usefixtures("request_of_today")
def test_the_language_of_words_is_told_by_their_list() -> None:
    assert language_of_words(words("ar")[:5]) == "Arabic"
    assert language_of_words(words("en")[10:15]) == "English"
    assert language_of_words((*words("en")[:4], "nowhere")) == ""
