"""Names of countries and languages in the reader's language."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from flask import Flask

from tests.web.labels.wording import TAGS
from web.fields.typed_names import COUNTRIES, LANGUAGES
from web.labels.geography import NAMED, country_name, language_name, sort_key

# In Spanish, Mam is called mam.
NAMED_BY_THEIR_CODE = {"mam"}


@contextmanager
def reading(app: Flask, tag: str) -> Iterator[None]:
    """Somebody whose browser asks for this language."""
    with app.test_request_context(headers={"Accept-Language": tag}):
        yield


@pytest.mark.parametrize(
    ("tag", "country", "language"),
    [("en", "Germany", "Tigrinya"), ("es", "Alemania", "tigriña"), ("ar", "ألمانيا", "التغرينية")],
)
def test_countries_and_languages_are_named_as_the_reader_names_them(
    unconnected_family: Flask, tag: str, country: str, language: str
) -> None:
    with reading(unconnected_family, tag):
        assert (country_name("DE"), language_name("ti")) == (country, language)


@pytest.mark.parametrize("tag", TAGS)
def test_every_choice_of_a_form_has_a_name_and_no_two_the_same(unconnected_family: Flask, tag: str) -> None:
    with reading(unconnected_family, tag):
        for name, codes in (("country", COUNTRIES), ("language", LANGUAGES)):
            names = {code: NAMED[name](code) for code in codes}
            assert {code for code, shown in names.items() if shown == code} <= NAMED_BY_THEIR_CODE
            assert len(set(names.values())) == len(codes)


def test_a_code_that_nobody_names_is_shown_as_it_is(unconnected_family: Flask) -> None:
    with reading(unconnected_family, "en"):
        assert (country_name("ZZX"), language_name("qqq")) == ("ZZX", "qqq")


def test_accents_case_and_the_arabic_article_do_not_count_in_an_alphabet() -> None:
    assert sort_key("África") == sort_key("africa")
    assert sort_key("السودان") == sort_key("سودان")
    assert sorted(["Zambia", "África", "el Congo", "Dinamarca"], key=sort_key) == [
        "África", "Dinamarca", "el Congo", "Zambia",
    ]  # fmt: skip
