"""A field answered: a value, words, "none" or "I do not know"."""

import datetime

import pytest

from matching.record import AgeRange, Sex
from search.documents import Answer, FieldNote
from search.fields import catalogue
from web.fields.answers import BOTH, Answered, answered, filled, reading
from web.fields.typed import ANSWER, DO_NOT_KNOW
from web.fields.widget import Setting

SETTING = Setting(datetime.date(2026, 11, 22))


def said(path: str, typed: dict[str, list[str]], old: object = None) -> Answered:
    return answered(catalogue()[path], typed, SETTING, Answered(old, FieldNote(field=path)))


@pytest.mark.parametrize(
    ("path", "typed", "answer"),
    [
        ("description.sex", {"": [DO_NOT_KNOW]}, Answer.UNKNOWN),
        ("description.birth", {ANSWER: ["unknown"]}, Answer.UNKNOWN),
        ("description.journey.news_since", {ANSWER: ["none"]}, Answer.NONE),
        ("description.journey.news_since", {ANSWER: ["police"]}, None),
        ("filing.relationship", {"": [DO_NOT_KNOW]}, None),
    ],
)
def test_none_and_not_to_know_are_kept_where_they_can_be_answered(
    path: str, typed: dict[str, list[str]], answer: Answer | None
) -> None:
    assert said(path, typed).note == FieldNote(field=path, answer=answer)


def test_what_was_answered_is_shown_again() -> None:
    for path, typed in (
        ("description.sex", {"": [DO_NOT_KNOW]}),
        ("description.birth", {ANSWER: ["unknown"]}),
        ("description.age", {"": ["as tall as the door"]}),
    ):
        row, given = catalogue()[path], said(path, typed)
        assert filled(row, given.value, given.note) == typed


def test_a_page_that_was_left_alone_keeps_what_it_cannot_show() -> None:
    age = AgeRange(20, 25, estimated=True)
    assert said("description.age", {"": ["20-25"]}, age).value is age
    assert said("description.age", {"": ["20-26"]}, age).value != age


def test_a_code_that_no_page_offers_is_no_answer_unless_the_record_holds_it() -> None:
    assert said("description.sex", {"": ["enforcement"]}).value is None
    assert said("description.sex", {"": ["male"]}).value is Sex.MALE
    assert said("description.traits:eyes", {"": ["violet"]}).value == ""
    assert said("description.traits:eyes", {"": ["violet"]}, "violet").value == "violet"


def test_an_answer_that_the_value_denies_is_asked_back_and_both_are_kept() -> None:
    row, both = catalogue()["description.birth"], {"year": ["1990"], ANSWER: ["unknown"]}
    assert reading(row, both, SETTING, None).problem == BOTH
    assert reading(row, {"year": ["1990"]}, SETTING, None).problem == ""
    kept = said("description.birth", both)
    assert kept.value is not None
    assert kept.note.answer is Answer.UNKNOWN
