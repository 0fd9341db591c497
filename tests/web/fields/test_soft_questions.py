"""Questions beneath a field: when they are asked, and that an answer is what was typed."""

import datetime

from search.fields import catalogue
from web.fields.soft_questions import ASKED, answered, question, still_right
from web.fields.typed import RIGHT
from web.fields.widget import Setting

SETTING = Setting(datetime.date(2026, 11, 22))
NATIONALITIES, LANGUAGES = catalogue()["description.nationalities"], catalogue()["description.languages"]


def test_an_answer_to_another_question_changes_nothing() -> None:
    typed = {"": ["Erythra"]}
    for chosen in ("XX", "SY"):
        assert answered(NATIONALITIES, {**typed, ASKED: [chosen]}, SETTING) == typed
    assert answered(LANGUAGES, {"": ["Tigrinya"], ASKED: ["ti"]}, SETTING) == {"": ["Tigrinya"]}


def test_words_of_which_somebody_said_that_they_are_right_are_not_asked_about_until_they_change() -> None:
    fields = {
        "description.nationalities": ("", "Erythra"),
        "description.languages": ("", "Creole"),
        "description.event.when": ("written", "12/11/2025"),
        "description.event.place": ("text", "طرابلس"),
        "description.height": ("", "5.7"),
        "identifiers.phones.number": ("", "0912345678"),
        "filing.contacts.value": ("", "saida@gmial.com"),
    }
    for path, (part, words) in fields.items():
        row = catalogue()[path]
        assert question(row, {part: [words]}, SETTING) is not None, path
        right = answered(row, {part: [words], ASKED: [""]}, SETTING)
        assert right == {part: [words], RIGHT: [words]}, path
        assert question(row, right, SETTING) is None, path
        assert still_right(row, right, SETTING) == right, path
        changed = {**right, part: ["x"]}
        assert RIGHT not in still_right(row, changed, SETTING), path


def test_a_day_that_is_right_is_right_in_every_language_and_of_two_lines_one_is_asked_after_the_other() -> None:
    day = catalogue()["description.event.when"]
    typed = {"year": ["2031"]}
    asked = question(day, typed, SETTING)
    assert asked is not None
    assert (asked.code, asked.about) == ("day_to_come", "2031-01-01/2031-12-31")
    assert question(day, answered(day, {**typed, ASKED: [""]}, SETTING), SETTING) is None
    two = answered(NATIONALITIES, {"": ["Erythra", "Congo"], ASKED: [""]}, SETTING)
    then = question(NATIONALITIES, two, SETTING)
    assert then is not None
    assert then.written == "Congo"
    assert question(NATIONALITIES, answered(NATIONALITIES, {**two, ASKED: ["CD"]}, SETTING), SETTING) is None
