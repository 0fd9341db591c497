"""What is asked about a place."""

import datetime

from matching.record import Place
from search.fields import catalogue
from web.fields.soft_questions import ASKED, answered, question
from web.fields.typed_names import PlaceAndCountry
from web.fields.widget import Setting

ROW, SETTING = catalogue()["description.event.place"], Setting(datetime.date(2026, 11, 22), ("SD",))


def test_whoever_says_which_town_keeps_the_words_and_adds_the_country() -> None:
    typed = {"text": ["طرابلس"]}
    asked = question(ROW, typed, SETTING)
    assert asked is not None
    assert [option.label for option in asked.options] == ["طرابلس, Libya", "طرابلس, Lebanon"]
    lebanon = answered(ROW, {**typed, ASKED: [asked.options[1].value]}, SETTING)
    assert PlaceAndCountry().read(ROW, lebanon, SETTING, None).value == Place("طرابلس", ("LB",))
    assert question(ROW, lebanon, SETTING) is None


def test_a_country_in_the_words_is_read_and_nothing_is_asked() -> None:
    for written, code in (("Tripoli, Libya", "LY"), ("السودان، كسلا", "SD"), ("ሊብያ", "LY"), ("Honduras", "HN")):
        assert PlaceAndCountry().read(ROW, {"text": [written]}, SETTING, None).value.countries == (code,), written
        assert question(ROW, {"text": [written]}, SETTING) is None
