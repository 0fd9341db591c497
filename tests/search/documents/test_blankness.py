"""Anything at all is enough for a report; what is blank everywhere is not."""

import dataclasses
from typing import Any

import pytest

from matching.record import PersonName, Phone
from search.documents import Answer, Description, FieldNote, Identifiers
from search.documents.blankness import says_something


def test_what_is_blank_everywhere_says_nothing() -> None:
    assert not says_something(Description(), Identifiers())


@pytest.mark.parametrize("field", sorted({field.name for field in dataclasses.fields(Description)} - {"notes"}))
def test_any_one_field_of_a_description_is_enough(field: str) -> None:
    # Whatever stands in it: types are not looked at.
    anything: dict[str, Any] = {field: ("something",)}
    assert says_something(dataclasses.replace(Description(), **anything), Identifiers())


@pytest.mark.parametrize(
    "identifiers", [Identifiers(phones=(Phone("7000"),)), Identifiers(accounts=("alem on a messenger",))]
)
def test_a_number_or_an_account_is_enough(identifiers: Identifiers) -> None:
    assert says_something(Description(), identifiers)


@pytest.mark.parametrize(
    ("note", "something"),
    [
        (FieldNote(field="description.birth", words="before Eid"), True),
        (FieldNote(field="description.birth", answer=Answer.UNKNOWN), False),
        (FieldNote(field="description.marks", answer=Answer.NONE), False),
    ],
)
def test_words_that_nobody_could_read_are_enough_but_not_to_say_that_one_does_not_know(
    note: FieldNote, *, something: bool
) -> None:
    assert says_something(Description(notes=(note,)), Identifiers()) is something
    assert says_something(Description(), Identifiers(notes=(note,))) is something


def test_half_a_name_is_enough() -> None:
    assert says_something(Description(names=(PersonName("Tes"),)), Identifiers())
