"""Words for questions to offices."""

import pytest

import search.vocabulary
from tests.web.labels.wording import EVERY_LANGUAGE_OF_STAFF, codes_of, left_in_english, shared_words, without_words
from web.labels import group_of
from web.labels.office_log import TABLES

# The words that are the same in another language.
SAME: dict[str, list[str]] = {}
KINDS = {group_of(kind): kind for kind in vars(search.vocabulary).values() if isinstance(kind, type)}


@pytest.mark.parametrize("table", TABLES)
def test_every_code_has_words_and_no_words_are_of_a_code_that_is_none(table: str) -> None:
    worded, codes = codes_of(KINDS[table], TABLES)
    assert worded == codes


@EVERY_LANGUAGE_OF_STAFF
def test_every_code_has_words_in_every_language(tag: str) -> None:
    assert without_words(TABLES, tag) == []
    assert left_in_english(TABLES, tag) == set(SAME.get(tag, ()))


@EVERY_LANGUAGE_OF_STAFF
@pytest.mark.parametrize("table", TABLES)
def test_no_two_codes_of_a_table_read_alike_in_any_language(table: str, tag: str) -> None:
    assert shared_words(TABLES[table], tag) == []
