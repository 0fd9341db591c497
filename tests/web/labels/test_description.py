"""Words that head the rows of a description."""

import pytest
from flask import Flask

from search.documents import Description
from tests.web.labels.wording import EVERY_LANGUAGE, left_in_english, shared_words, without_words
from web.description_fields import all_fields
from web.labels.description import TABLES


@EVERY_LANGUAGE
def test_every_code_has_words_in_every_language(tag: str) -> None:
    assert without_words(TABLES, tag) == []
    assert left_in_english(TABLES, tag) == set()


@EVERY_LANGUAGE
@pytest.mark.parametrize("table", TABLES)
def test_no_two_codes_of_a_table_read_alike_in_any_language(table: str, tag: str) -> None:
    assert shared_words(TABLES[table], tag) == []


def test_every_field_that_a_page_shows_has_its_heading(unconnected_family: Flask) -> None:
    with unconnected_family.test_request_context():
        codes = [field.code for field in all_fields(Description())]
    assert codes == list(TABLES["description_field"])
