"""Lines that are read as they are typed, in the writer's own way."""

import datetime
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict
from wtforms import Form

from web.partner.read_fields import (
    age_line,
    birth_line,
    date_line,
    height_line,
    language_line,
    limited,
    nationality_line,
    phone_line,
    place_line,
)


class Lines(Form):
    """One line of each kind."""

    found_on = date_line("Found")
    birth = birth_line("Born")
    age = age_line("Age")
    height = height_line("Height")
    place = place_line("Place")
    nationalities = nationality_line("Nationality")
    languages = language_line("Languages")
    phone = phone_line("Phone")
    number = limited("Number")


@pytest.fixture(autouse=True)
def request_of_today(unconnected_family: Flask) -> Iterator[None]:
    """Dates are read by the portal's clock."""
    with unconnected_family.test_request_context():
        yield


def read(field: str, typed: str) -> Any:
    form = Lines(MultiDict({field: typed}))
    assert form.validate(), form.errors
    return form[field].data


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("12.03.2024", (2024, 3, 12), (2024, 3, 12)),
        ("marzo 2024", (2024, 3, 1), (2024, 3, 31)),
        ("2024", (2024, 1, 1), (2024, 12, 31)),
        ("٢٠٢٤", (2024, 1, 1), (2024, 12, 31)),
    ],
)
def test_a_date_is_as_exact_as_it_is_written(
    typed: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    when = read("found_on", typed)
    assert (when.earliest, when.latest) == (datetime.date(*first), datetime.date(*last))


def test_the_first_of_january_is_a_day_of_finding_but_as_a_birthday_only_a_year() -> None:
    assert read("found_on", "01/01/2024").latest == datetime.date(2024, 1, 1)
    assert read("birth", "01/01/1995").latest == datetime.date(1995, 12, 31)


def test_numbers_and_ranges_are_read_with_their_units() -> None:
    age, height = read("age", "25-35"), read("height", "1,65")
    assert (age.low, age.high) == (25, 35)
    assert (height.low_cm, height.high_cm) == (165, 165)


def test_names_of_countries_and_languages_are_read_in_any_language() -> None:
    assert read("nationalities", "Somalie, إريتريا") == ("SO", "ER")
    assert read("languages", "árabe, Tigrinya") == ("ar", "ti")


def test_a_place_keeps_its_words() -> None:
    assert read("place", "the house behind the harbour").text == "the house behind the harbour"


def test_the_first_number_of_a_line_counts() -> None:
    assert read("phone", "+252 61 2345678").number == "+252612345678"


@pytest.mark.parametrize("field", list(Lines()._fields))
def test_an_empty_line_is_nothing(field: str) -> None:
    assert not read(field, "  ")


@pytest.mark.parametrize(
    ("field", "typed", "says"),
    [
        ("found_on", "yesterday or so", "Please write a date"),
        ("birth", "long ago", "Please write a date"),
        ("age", "ageless", "Please write an age"),
        ("height", "tall", "Please write a height"),
        ("nationalities", "Atlantis", "We do not know this as a country"),
        ("languages", "Atlantean", "We do not know this language"),
        ("phone", "12", "Please write a telephone number"),
    ],
)
def test_what_cannot_be_read_is_explained_and_stays_in_the_field(field: str, typed: str, says: str) -> None:
    form = Lines(MultiDict({field: typed}))
    assert not form.validate()
    assert form[field].errors[0].startswith(says)
    assert f'value="{typed}"' in form[field]()


def test_a_number_of_a_case_is_kept_as_it_is_written_up_to_a_length() -> None:
    assert read("number", " CI-77/a ") == "CI-77/a"
    assert not Lines(MultiDict({"number": "x" * 301})).validate()


def test_a_telephone_number_runs_from_left_to_right_on_every_page() -> None:
    assert 'dir="ltr"' in Lines()["phone"]()
    assert "dir" not in Lines()["place"]()
