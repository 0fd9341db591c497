"""Invented pairs on pages: led there first, answered, told why; in every language."""

import re
import uuid

import pytest

from i18n.locales import LocaleRow
from tests.fixtures.languages import english_left, walked
from tests.fixtures.visitor import Visitor

LANGUAGES = pytest.mark.parametrize("row", walked(), ids=lambda row: row.tag)
SIDES = re.compile(r"(?s)<h1>.*?</h1>|<table class=\"sides\">.*?</table>")


@LANGUAGES
def test_list_and_cards_speak_the_readers_language(ana: Visitor, row: LocaleRow) -> None:
    for address in ("/practice", *(f"/practice/{number}" for number in range(1, 13))):
        assert ana.goes_to(f"{address}?lang={row.tag}").status_code == 200
        assert english_left(SIDES.sub("", ana.page), row.tag) == []
    for number in range(1, 13):
        ana.sends(f"/practice/{number}", {"kind": "negative"})
        assert english_left(SIDES.sub("", ana.page), row.tag) == []


@pytest.mark.usefixtures("readers_practise")
def test_a_reader_without_practice_is_led_there_and_comes_to_the_card_after_six(ana: Visitor, pair: uuid.UUID) -> None:
    ana.goes_to(f"/cards/{pair}")
    assert ana.place == "/practice"
    assert "6 more cards" in ana.page
    for number in range(1, 7):
        ana.goes_to(f"/practice/{number}")
        assert ana.sends(f"/practice/{number}", {}).status_code == 400
        ana.sends(f"/practice/{number}", {"kind": "positive"})
        assert "The known answer:" in ana.page
    assert ana.goes_to(f"/cards/{pair}").status_code == 200
    assert ana.place == f"/cards/{pair}"
    assert ana.goes_to("/practice/13").status_code == 404
