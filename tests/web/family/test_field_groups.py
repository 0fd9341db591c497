"""Dates, places, numbers and rows that several questions use."""

import datetime
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict
from wtforms import Form

from matching.record import Calendar, DatePrecision, PartialDate, Place, PlacePrecision
from web.family.field_groups import (
    DateForm,
    PlaceForm,
    WholeNumber,
    built_date,
    built_place,
    filled_date,
    filled_place,
    rows,
)


@pytest.fixture(autouse=True)
def request_of_today(unconnected_family: Flask) -> Iterator[None]:
    """Forms read the portal's clock."""
    with unconnected_family.test_request_context():
        yield


class Counted(Form):
    """A number from 1 to 40, and rows of places."""

    aboard = WholeNumber("Aboard", 1, 40, "Please write a number.")
    places = rows(PlaceForm, 2)


def counted(typed: str) -> Counted:
    return Counted(MultiDict({"aboard": typed}))


@pytest.mark.parametrize(
    ("typed", "read"), [("1", 1), ("40", 40), ("٤٠", 40), ("४०", 40), (" 7\u200f ", 7), ("", None), ("  ", None)]
)
def test_a_whole_number_is_read_in_the_digits_of_any_script(typed: str, read: int | None) -> None:
    form = counted(typed)
    assert form.validate()
    assert form.aboard.data == read


@pytest.mark.parametrize("typed", ["0", "41", "-1", "4.5", "four", "²"])
def test_a_number_that_cannot_be_stays_in_its_field_and_is_explained(typed: str) -> None:
    form = counted(typed)
    assert not form.validate()
    assert (form.aboard.data, form.aboard.errors) == (None, ["Please write a number."])
    assert f'value="{typed}"' in form.aboard()


def test_a_number_that_a_record_holds_is_shown() -> None:
    assert 'value="12"' in Counted(data={"aboard": 12}).aboard()
    assert 'value=""' in Counted().aboard()


def test_rows_stand_open_as_many_as_are_asked_for_and_never_more_than_forty() -> None:
    assert len(Counted().places) == 2
    many = MultiDict({f"places-{row}-text": "x" for row in range(60)})
    assert len(Counted(many).places) == 40


def date_form(**typed: str) -> DateForm:
    return DateForm(MultiDict(typed))


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"year": "2021", "month": "2", "day": "30"}, "There is no such date"),
        ({"year": "1442", "month": "13", "calendar": "hijri"}, "There is no such date"),
        ({"month": "5"}, "Please write the year too"),
        ({"day": "5"}, "Please write the year too"),
        ({"year": "1199"}, "Please write a year"),
    ],
)
def test_parts_that_are_no_date_are_asked_again_at_the_year(typed: dict[str, str], says: str) -> None:
    form = date_form(**typed)
    assert not form.validate()
    assert form.year.errors[0].startswith(says)


@pytest.mark.parametrize(
    "typed", [{}, {"year": "1998"}, {"written": "before Eid"}, {"year": "1442", "calendar": "hijri"}]
)
def test_as_much_of_a_date_as_is_remembered_is_enough(typed: dict[str, str]) -> None:
    assert date_form(**typed).validate()


def test_a_year_alone_is_the_whole_year() -> None:
    assert date_form(year="1998").date() == PartialDate(
        datetime.date(1998, 1, 1), datetime.date(1998, 12, 31), DatePrecision.YEAR
    )


def test_a_date_is_shown_by_its_parts_and_read_back_as_itself() -> None:
    when = PartialDate(datetime.date(2021, 3, 1), datetime.date(2021, 3, 31), DatePrecision.MONTH)
    assert filled_date(when) == {
        "day": None, "month": 3, "year": 2021, "around": False, "calendar": "gregorian", "written": "",
    }  # fmt: skip
    assert built_date(filled_date(when)) == when


def test_no_date_is_an_empty_form_in_the_calendar_of_most() -> None:
    empty = filled_date(None)
    assert empty.pop("calendar") == Calendar.GREGORIAN
    assert not any(empty.values())
    assert built_date(filled_date(None)) is None


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ({"text": "Agadez", "country": "NE"}, Place("Agadez", ("NE",))),
        ({"text": "Agadez", "country": "ZZ"}, Place("Agadez")),
        ({"text": "", "country": "NE"}, Place(countries=("NE",), precision=PlacePrecision.COUNTRY)),
        ({"text": "", "country": "ZZ"}, None),
        ({"text": "", "country": ""}, None),
    ],
)
def test_a_place_is_its_words_its_country_or_nothing(typed: dict[str, Any], place: Place | None) -> None:
    assert built_place(typed) == place


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        (None, {"text": "", "country": ""}),
        (Place("Agadez", ("NE", "LY")), {"text": "Agadez", "country": "NE"}),
        (Place("the sea"), {"text": "the sea", "country": ""}),
    ],
)
def test_a_place_is_shown_with_the_first_of_its_countries(place: Place | None, shown: dict[str, str]) -> None:
    assert filled_place(place) == shown
