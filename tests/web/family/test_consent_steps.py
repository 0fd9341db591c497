"""While a search is filed one receiver is read about and answered a page, and a country is found by typing."""

import re

import pytest

from i18n.locales import LocaleRow
from tests.fixtures.languages import english_left, walked
from tests.fixtures.visitor import Visitor
from tests.web.family.controls import controls_on

TEXT = re.compile(r'name="text_\w+" value="([0-9a-f]{64})"')
PAGES = ("sharing", "naming", "forensic")


def answers(visitor: Visitor, address: str, code: str, said: str) -> None:
    visitor.goes_to(address)
    shown = TEXT.search(visitor.page)
    assert shown is not None
    visitor.sends(address, {f"text_{code}": shown[1], f"answer_{code}": said})


def test_each_receiver_is_answered_on_a_page_of_its_own_and_taken_back_there(visitor: Visitor) -> None:
    page, shelters = "/search/sharing", "/search/sharing?about=shelters"
    assert visitor.goes_to(page).text.count("Not answered: they learn nothing") == 4
    answers(visitor, shelters, "shelters", "yes")
    answers(visitor, "/search/sharing?about=hospitals", "hospitals", "no")
    assert visitor.place == page
    assert (visitor.page.count("<strong>Yes</strong>"), visitor.page.count("<strong>No</strong>")) == (1, 1)
    visitor.goes_to(shelters)
    visitor.sends(shelters, {"go": "take-back"})
    assert visitor.place == page
    assert (visitor.page.count("<strong>Yes</strong>"), visitor.page.count("<strong>No</strong>")) == (0, 1)


def test_without_an_answer_or_with_a_text_that_was_not_read_the_receiver_is_shown_again(visitor: Visitor) -> None:
    shelters = "/search/naming?about=shelters"
    visitor.goes_to(shelters)
    visitor.sends(shelters, {})
    assert "Please choose yes or no" in visitor.page
    visitor.sends(shelters, {"text_shelters": "00" * 32, "answer_shelters": "yes"})
    assert "This text has changed" in visitor.page
    assert visitor.goes_to("/search/naming").text.count("Not answered") == 3
    for nobody in ("police", "XX", "er", ""):
        assert visitor.goes_to(f"/search/naming?about={nobody}").status_code == 404


@pytest.mark.parametrize("page", PAGES)
def test_a_country_is_typed_in_any_language_and_one_that_can_be_two_is_asked_about(visitor: Visitor, page: str) -> None:
    visitor.goes_to(f"/search/{page}")
    visitor.sends(f"/search/{page}", {"country": "إيطاليا", "go": "country"})
    assert "answer_IT" in visitor.page
    answers(visitor, f"/search/{page}?about=IT", "IT", "no")
    assert "<strong>No</strong>" in visitor.page
    visitor.sends(f"/search/{page}", {"country": "Congo", "go": "country"})
    assert "Which country do you mean?" in visitor.page
    assert 'value="Congo"' in visitor.page
    assert f'name="elsewhere" value="/search/{page}?about=CD"' in visitor.page
    visitor.sends(f"/search/{page}", {"country": "Nowhere at all", "go": "country"})
    assert "We do not know this as a country" in visitor.page


@pytest.mark.parametrize("row", walked(), ids=lambda row: row.tag)
def test_the_pages_are_short_and_speak_the_readers_language(visitor: Visitor, row: LocaleRow) -> None:
    for address in [*(f"/search/{page}?check=1" for page in PAGES), "/search/forensic?about=MX&check=unanswered"]:
        assert visitor.goes_to(f"{address}&lang={row.tag}").status_code == 200
        assert english_left(visitor.page, row.tag) == [], address
        assert controls_on(visitor.page) <= 4
