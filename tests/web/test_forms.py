"""What all forms share: direction, length, choices, and the messages of a page."""

import re

import pytest
from flask import Flask, render_template_string
from werkzeug.datastructures import MultiDict
from wtforms import FieldList, Form, FormField

from search.vocabulary import ConsentAnswer
from web.forms import (
    CHOOSE,
    DO_NOT_KNOW,
    LONG_TEXT,
    SHORT_TEXT,
    code_line,
    coded,
    dropdown,
    line,
    options,
    problems,
    radios,
    text,
    tidy,
)
from web.locale import Translated

ASKED = '{% import "macros.html" as ui with context %}{{ ui.control(form[name]) }}'


class Asked(Form):
    """A name, free words and a reference."""

    name = line("Name")
    words = text("Words")
    reference = code_line("Reference")


@pytest.mark.parametrize(
    ("name", "typed", "direction"),
    [
        ("name", "", None),
        ("name", "Amina", "auto"),
        ("words", "", None),
        ("words", "من البحر", "auto"),
        ("reference", "", "ltr"),
        ("reference", "4F7K", "ltr"),
    ],
)
def test_an_empty_field_keeps_the_direction_of_the_page_unless_it_has_its_own(
    unconnected_family: Flask, name: str, typed: str, direction: str | None
) -> None:
    with unconnected_family.test_request_context():
        control = render_template_string(ASKED, form=Asked(data={name: typed}), name=name)
    found = re.search(r'dir="(\w+)"', control)
    assert (found and found[1]) == direction


class Chosen(Form):
    """Choices of each kind."""

    receiver = radios("Receiver", coded(ConsentAnswer, DO_NOT_KNOW))
    country = dropdown("Country", coded(("ER", "DE", "ES"), CHOOSE, "country"))


class Listed(Form):
    """A field, and rows of fields."""

    words = text("Words")
    rows = FieldList(FormField(Asked), min_entries=2)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Amina ", "Amina"),
        ("a\nb", "a\nb"),
        ("a\x00\x07b\u200f", "ab"),
        # Persian and Indic scripts need the joiners to be written at all.
        ("می\u200cروم", "می\u200cروم"),
        (None, ""),
    ],
)
def test_typed_text_loses_the_blanks_round_it_and_control_characters_alone(typed: str | None, kept: str) -> None:
    assert tidy(typed) == kept


@pytest.mark.parametrize(("field", "most"), [("name", SHORT_TEXT), ("reference", SHORT_TEXT), ("words", LONG_TEXT)])
def test_a_text_may_have_its_length_and_not_one_letter_more(field: str, most: int) -> None:
    assert Asked(MultiDict({field: "x" * most})).validate()
    longer = Asked(MultiDict({field: "x" * (most + 1)}))
    assert not longer.validate()
    assert problems(longer) == [(field, "Please write a little less here.")]


def test_not_to_know_is_the_last_of_a_few_and_not_to_choose_the_first_of_many() -> None:
    assert list(coded(ConsentAnswer, DO_NOT_KNOW))[-1] == ""
    assert next(iter(coded(ConsentAnswer, CHOOSE))) == ""
    assert "" not in coded(ConsentAnswer)


def test_a_page_cannot_send_what_is_not_among_the_choices_as_an_error() -> None:
    assert Chosen(MultiDict({"receiver": "police", "country": "ZZ"})).validate()


@pytest.mark.parametrize(
    ("tag", "names"),
    [("en", ["ER", "DE", "ES"]), ("es", ["DE", "ER", "ES"]), ("ar", ["ER", "ES", "DE"])],
)
def test_countries_stand_in_the_readers_alphabet_behind_not_choosing(
    unconnected_family: Flask, tag: str, names: list[str]
) -> None:
    with unconnected_family.test_request_context(headers={"Accept-Language": tag}):
        assert [option.value for option in options(Chosen().country)] == ["", *names]


def test_a_code_that_a_record_holds_and_no_list_offers_can_be_kept(unconnected_family: Flask) -> None:
    with unconnected_family.test_request_context():
        shown = options(Chosen(data={"country": "XK"}).country)
        again = options(Chosen(data={"country": "DE"}).country)
    assert [option.value for option in shown if option.selected] == ["XK"]
    assert [option.value for option in again].count("DE") == 1


def test_words_that_are_in_the_readers_language_stay_so_in_the_list_of_what_is_to_be_mended() -> None:
    form = Asked(MultiDict({"name": "x"}))
    form.name.errors = [Translated("Por favor"), "never the second"]
    ((field, message),) = problems(form)
    assert (field, message, type(message)) == ("name", "Por favor", Translated)


def test_every_message_leads_to_its_field_also_inside_rows() -> None:
    form = Listed(MultiDict({"words": "x" * (LONG_TEXT + 1), "rows-0-name": "", "rows-1-name": "x" * (SHORT_TEXT + 1)}))
    assert not form.validate()
    assert [field for field, _message in problems(form)] == ["words", "rows-1-name"]
