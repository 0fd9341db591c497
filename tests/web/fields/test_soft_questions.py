"""Questions beneath a field: when they are asked, and that an answer is what was typed."""

import datetime

from search.fields import catalogue
from web.fields.soft_questions import ASKED, answered
from web.fields.widget import Setting

SETTING = Setting(datetime.date(2026, 11, 22))
NATIONALITIES, LANGUAGES = catalogue()["description.nationalities"], catalogue()["description.languages"]


def test_an_answer_to_another_question_changes_nothing() -> None:
    typed = {"": ["Ertra"]}
    for chosen in ("", "XX", "SY"):
        assert answered(NATIONALITIES, {**typed, ASKED: [chosen]}, SETTING) == typed
    assert answered(LANGUAGES, {"": ["Tigrinya"], ASKED: ["ti"]}, SETTING) == {"": ["Tigrinya"]}
