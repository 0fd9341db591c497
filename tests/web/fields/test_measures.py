"""Ages, heights and numbers of people."""

import datetime

import pytest

from matching.record import HeightRange
from search.fields import catalogue
from web.fields.measures import AGE, AGES, HEIGHTS, NUMBER, WholeNumber
from web.fields.widget import Reading, Setting

SETTING = Setting(datetime.date(2026, 11, 22))
HEIGHT, ABOARD = catalogue()["description.height"], catalogue()["description.journey.aboard"]


@pytest.mark.parametrize(("typed", "low", "high"), [("170", 170, 170), ("165-170", 165, 170), ("1,70", 170, 170)])
def test_a_height_is_read_in_centimetres_or_metres(typed: str, low: int, high: int) -> None:
    value = HEIGHTS.read(HEIGHT, {"": [typed]}, SETTING, None).value
    assert (value.low_cm, value.high_cm) == (low, high)


def test_words_stay_and_are_asked_about() -> None:
    row = catalogue()["description.age"]
    assert AGES.read(row, {"": ["as tall as the door"]}, SETTING, None) == Reading(None, "as tall as the door", AGE)
    assert AGES.read(row, {"": [""]}, SETTING, None) == Reading(None)


def test_a_height_is_shown_as_it_was_typed_or_else_in_figures() -> None:
    assert HEIGHTS.fill(HEIGHT, HeightRange(165, 170), "") == {"": ["165-170"]}
    assert HEIGHTS.fill(HEIGHT, HeightRange(170, 170, written="5 ft 7"), "") == {"": ["5 ft 7"]}
    assert HEIGHTS.fill(HEIGHT, None, "tall") == {"": ["tall"]}


@pytest.mark.parametrize(("typed", "number"), [("40", 40), ("٤٠", 40), ("5000", 5000), ("", None)])
def test_people_are_counted_in_the_digits_of_any_script(typed: str, number: int | None) -> None:
    assert WholeNumber().read(ABOARD, {"": [typed]}, SETTING, None) == Reading(number)


@pytest.mark.parametrize("typed", ["0", "5001", "many", "4.5", "9" * 5000])
def test_a_number_that_cannot_be_stays_in_words(typed: str) -> None:
    assert WholeNumber().read(ABOARD, {"": [typed]}, SETTING, None) == Reading(None, typed, NUMBER)
