"""Words for what a column can mean, what is doubtful about it, and why a row was not taken."""

import pytest
from flask import Flask

from search.sheets.column_targets import Target
from tests.web.labels.wording import EVERY_LANGUAGE_OF_STAFF, codes_left, left_in_english, shared_words, without_words
from web.labels import words
from web.labels.field_words import short_label
from web.labels.sheets import TABLES, column_words


@EVERY_LANGUAGE_OF_STAFF
def test_every_code_has_words_in_every_language(tag: str) -> None:
    assert without_words(TABLES, tag) == []
    assert left_in_english(TABLES, tag) == set()


@EVERY_LANGUAGE_OF_STAFF
@pytest.mark.parametrize("table", TABLES)
def test_no_two_codes_of_a_table_read_alike_in_any_language(table: str, tag: str) -> None:
    assert shared_words(TABLES[table], tag) == []


@EVERY_LANGUAGE_OF_STAFF
def test_every_column_is_called_something_of_its_own(unconnected_partner: Flask, tag: str) -> None:
    with unconnected_partner.test_request_context(headers={"Accept-Language": tag}):
        called = [column_words(target) for target in Target]
    assert len(called) == len(set(called))
    assert tag == "en" or not codes_left({target.value for target in Target} & set(called), tag)


def test_a_column_that_fills_a_field_alone_is_called_what_the_field_is_called(unconnected_partner: Flask) -> None:
    with unconnected_partner.test_request_context():
        assert column_words("facial_hair") == short_label("description.traits:facial_hair")
        assert column_words("birth_year") == "year of birth"
        assert words("burial_place", "column_target") == short_label("post_mortem.burial_place")
    assert set(TABLES["column_target"]) < {str(target) for target in Target}
