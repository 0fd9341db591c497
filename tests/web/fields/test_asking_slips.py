"""What is asked where a letter was typed for a digit."""

import datetime

from search.fields import catalogue
from web.fields.soft_questions import ASKED, answered, question
from web.fields.widget import Setting

SETTING = Setting(datetime.date(2026, 11, 22))
TYPED = {
    "description.event.when": ({"year": ["2o24"]}, {"year": ["2024"]}),
    "description.birth": ({"written": ["mayo l998"]}, {"written": ["mayo 1998"]}),
    "description.age": ({"": ["3o"]}, {"": ["30"]}),
    "description.height": ({"": ["17O"]}, {"": ["170"]}),
    "description.journey.aboard": ({"": ["4o"]}, {"": ["40"]}),
    "identifiers.phones.number": ({"": ["+49 15l 12345678"]}, {"": ["+49 151 12345678"]}),
}


def test_a_letter_among_digits_is_asked_about_and_stays_where_nobody_answers() -> None:
    for path, (typed, meant) in TYPED.items():
        row = catalogue()[path]
        asked = question(row, typed, SETTING)
        assert asked is not None, path
        assert asked.code == "which_digits", path
        assert answered(row, {**typed, ASKED: ["digits"]}, SETTING) == meant, path
        assert answered(row, {**typed, ASKED: ["x"]}, SETTING) == typed, path


def test_digits_are_not_asked_about() -> None:
    assert question(catalogue()["description.age"], {"": ["30"]}, SETTING) is None
    assert question(catalogue()["description.event.when"], {"year": ["2024"]}, SETTING) is None
