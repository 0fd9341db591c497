"""What is asked about countries and languages that nobody knows, or that share a name."""

import datetime

from search.fields import catalogue
from web.fields.soft_questions import ASKED, answered, question
from web.fields.widget import Setting

SETTING = Setting(datetime.date(2026, 11, 22))
NATIONALITIES = catalogue()["description.nationalities"]


def test_an_unknown_country_is_asked_about_with_the_nearest_ones_and_an_answer_is_typed_in_its_place() -> None:
    typed = {"": ["Libya", "Erythra"]}
    asked = question(NATIONALITIES, typed, SETTING)
    assert asked is not None
    assert (asked.code, asked.written, asked.listed) == ("which_country", "Erythra", "country")
    assert "ER" in [option.value for option in asked.options]
    assert answered(NATIONALITIES, {**typed, ASKED: ["ER"]}, SETTING) == {"": ["Libya", "Eritrea"]}


def test_a_name_that_is_known_is_not_asked_about_and_one_that_two_share_is() -> None:
    assert question(NATIONALITIES, {"": ["Eritrea", "إريتريا"]}, SETTING) is None
    shared = question(NATIONALITIES, {"": ["Congo"]}, SETTING)
    assert shared is not None
    assert [option.value for option in shared.options] == ["CD", "CG"]
