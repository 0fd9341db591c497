"""An element of a filed list keeps its number while its case is changed at once, whoever else changes it."""

import pytest
from flask import Flask

from web.family.draft_answers import Draft
from web.family.element_numbers import mark_of, note_saved, number_elements, number_meant

pytestmark = pytest.mark.usefixtures("request_of_today")
MARKS = "description.marks"
SCAR: dict[str, dict[str, list[str]]] = {f"{MARKS}.words": {"": ["a scar"]}}
ROSE: dict[str, dict[str, list[str]]] = {f"{MARKS}.words": {"": ["a rose"]}}
CROSS: dict[str, dict[str, list[str]]] = {f"{MARKS}.words": {"": ["a cross"]}}


def numbered(*said: dict[str, dict[str, list[str]]]) -> Draft:
    draft = Draft()
    number_elements(draft, MARKS, said)
    return draft


def test_a_mark_is_that_of_what_is_said_and_not_of_empty_controls() -> None:
    assert mark_of(SCAR) == mark_of({**SCAR, f"{MARKS}.kind": {"": [" "]}})
    assert mark_of(SCAR) != mark_of(ROSE)
    assert mark_of({}) == mark_of({f"{MARKS}.kind": {"": [""]}}) == ""


def test_an_element_keeps_its_number_when_another_one_is_taken_out_before_it_elsewhere() -> None:
    draft = numbered(SCAR, ROSE)
    number_elements(draft, MARKS, [ROSE, CROSS])
    assert draft.items[MARKS] == {"2": ROSE, "3": CROSS}


def test_what_was_changed_and_is_not_saved_stays_where_its_element_is_gone() -> None:
    draft = numbered(SCAR, ROSE)
    draft.items[MARKS]["1"] = dict(CROSS)
    number_elements(draft, MARKS, [ROSE])
    assert draft.items[MARKS] == {"2": ROSE, "1": CROSS}


def test_what_was_taken_out_is_not_back_before_it_is_saved_and_stays_to_be_put_back_after_it() -> None:
    draft = numbered(SCAR, ROSE)
    draft.removed[MARKS] = ["1"]
    number_elements(draft, MARKS, [SCAR, ROSE])
    assert draft.items[MARKS] == {"2": ROSE, "1": SCAR}
    note_saved(draft, MARKS, [ROSE])
    number_elements(draft, MARKS, [ROSE])
    assert draft.items[MARKS] == {"2": ROSE, "1": SCAR}


def test_one_like_it_that_somebody_else_adds_is_another_element() -> None:
    draft = numbered(SCAR, ROSE)
    draft.removed[MARKS] = ["1"]
    note_saved(draft, MARKS, [ROSE])
    number_elements(draft, MARKS, [ROSE, SCAR])
    assert draft.items[MARKS] == {"2": ROSE, "3": SCAR, "1": SCAR}


def test_a_page_reaches_its_element_by_what_it_showed_also_after_a_change() -> None:
    draft = numbered(SCAR, ROSE)
    draft.items[MARKS]["2"] = dict(CROSS)
    note_saved(draft, MARKS, [SCAR, CROSS])
    for seen in (ROSE, CROSS):
        assert number_meant(draft, MARKS, "2", mark_of(seen)) == "2"
    assert number_meant(numbered(ROSE), MARKS, "2", mark_of(ROSE)) == "1"


def test_what_was_typed_of_an_element_that_is_gone_becomes_a_new_one() -> None:
    assert number_meant(numbered(ROSE), MARKS, "1", mark_of(SCAR)) == "2"


def test_a_new_element_that_is_sent_twice_is_one_and_takes_the_place_of_no_other() -> None:
    draft = numbered(SCAR)
    assert number_meant(draft, MARKS, "2", "") == "2"
    draft.items[MARKS]["2"] = dict(ROSE)
    note_saved(draft, MARKS, [SCAR, ROSE])
    assert number_meant(draft, MARKS, "2", "") == "2"
    assert number_meant(numbered(SCAR, CROSS), MARKS, "2", "") == "3"


def test_the_mark_of_an_element_cannot_be_worked_out_by_who_guesses_what_it_says(unconnected_family: Flask) -> None:
    guessed = mark_of(SCAR)
    unconnected_family.config["SECRET_KEY"] = b"the key of another portal"
    assert mark_of(SCAR) != guessed
