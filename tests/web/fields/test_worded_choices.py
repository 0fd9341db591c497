"""Choices that can be told in words: the words stay, and a code is read where they say one thing."""

import datetime

from search.documents import FieldNote
from search.fields import catalogue
from web.fields.answers import Answered, answered, filled
from web.fields.soft_questions import ASKED, question
from web.fields.soft_questions import answered as after
from web.fields.widget import Setting

SETTING = Setting(datetime.date(2026, 11, 22))
EYES, BUILD = catalogue()["description.traits:eyes"], catalogue()["description.traits:build"]
WORDS = {
    "description.traits:build": ("flaco", "slim"),
    "description.traits:hair_colour": ("شعر أسود", "black"),
    "description.traits:hair_form": ("кудрявые", "curly"),
    "description.traits:eyes": ("ojos café", "brown"),
    "description.traits:facial_hair": ("لحية", "beard"),
    "description.effects.colour": ("azul marino", "blue"),
}


def test_words_become_a_code_and_stay_beside_it_as_they_were_written() -> None:
    for path, (words, code) in WORDS.items():
        row = catalogue()[path]
        nothing = Answered(None, FieldNote(field=path))
        said = answered(row, {"written": [words]}, SETTING, nothing)
        assert (str(said.value), said.note.words) == (code, words), path
        assert filled(row, said.value, said.note) == {"": [code], "written": [words]}, path
        assert answered(row, filled(row, said.value, said.note), SETTING, nothing) == said, path


def test_what_was_understood_is_shown_once_and_can_be_taken_back() -> None:
    typed = {"written": ["ojos café"]}
    asked = question(EYES, typed, SETTING)
    assert asked is not None
    assert (asked.code, asked.written, [one.value for one in asked.options]) == (
        "which_of_these",
        "ojos café",
        ["brown"],
    )
    taken = after(EYES, {**typed, ASKED: ["brown"]}, SETTING)
    assert taken == {"": ["brown"], "written": ["ojos café"]}
    assert question(EYES, taken, SETTING) is None
    alone = after(EYES, {**typed, ASKED: [""]}, SETTING)
    nothing = Answered(None, FieldNote(field=EYES.path))
    said = answered(EYES, alone, SETTING, nothing)
    assert (said.value or "", said.note.words) == ("", "ojos café")
    assert question(EYES, alone, SETTING) is None


def test_words_of_several_things_are_none_of_them_and_what_was_chosen_is_never_changed() -> None:
    nothing = Answered(None, FieldNote(field=EYES.path))
    several = {"written": ["brown or green"]}
    assert not answered(EYES, several, SETTING, nothing).value
    asked = question(EYES, several, SETTING)
    assert asked is not None
    assert [one.value for one in asked.options] == ["brown", "green"]
    chosen = answered(EYES, {"": ["blue"], "written": ["ojos café"]}, SETTING, nothing)
    assert (str(chosen.value), chosen.note.words) == ("blue", "ojos café")
    assert question(EYES, {"": ["blue"], "written": ["ojos café"]}, SETTING) is None
    assert question(BUILD, {"written": ["like his uncle"]}, SETTING) is None
