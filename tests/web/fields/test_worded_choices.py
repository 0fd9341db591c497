"""Choices that can be told in words: the words stay, and a code is read where they say one thing."""

import datetime

from search.documents import FieldNote
from search.fields import catalogue
from web.fields.answers import Answered, answered, filled
from web.fields.choices import read_anew
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
    doubted = question(EYES, {"": ["blue"], "written": ["ojos café"]}, SETTING)
    assert doubted is not None
    assert [one.value for one in doubted.options] == ["brown"]
    right = after(EYES, {"": ["blue"], "written": ["ojos café"], ASKED: [""]}, SETTING)
    assert right[""] == ["blue"]
    assert question(EYES, right, SETTING) is None
    assert question(EYES, {"": ["?"], "written": ["ojos café"]}, SETTING) is None
    assert question(BUILD, {"written": ["like his uncle"]}, SETTING) is None


def test_words_that_are_changed_are_read_anew_and_what_was_chosen_by_hand_stays() -> None:
    changed = {
        "description.traits:eyes": ("ojos café", "brown", "ojos verdes", "green"),
        "description.traits:hair_colour": ("شعر أسود", "black", "شعر أبيض", "white"),
        "description.traits:build": ("slim", "slim", "like his uncle", None),
        "description.effects.colour": ("azul marino", "blue", "rojo", "red"),
    }
    for path, (words, code, other, meant) in changed.items():
        row, before = catalogue()[path], {"": [code], "written": [words]}
        read = read_anew(row, {"": [code], "written": [other]}, before)
        assert read == {"written": [other]}, path
        said = answered(row, read, SETTING, Answered(None, FieldNote(field=path)))
        assert (str(said.value or "") or None, said.note.words) == (meant, other), path
        for kept in (before, {"": [code], "written": []}, {"": ["other"], "written": [other]}):
            assert read_anew(row, kept, before) == kept, path
        by_hand = {"": [code], "written": ["?"]}
        assert read_anew(row, {"": [code], "written": [other]}, by_hand)[""] == [code], path
