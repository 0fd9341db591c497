"""Words for what people who were met answer."""

import dataclasses

import pytest

import search.vocabulary
from search.casework.readiness import Readiness
from tests.web.labels.wording import EVERY_LANGUAGE_OF_STAFF, codes_of, left_in_english, shared_words, without_words
from web.labels import group_of
from web.labels.located import TABLES
from web.partner.located_forms import ALONE, NOT_ALONE

# The words that are the same in another language.
SAME: dict[str, list[str]] = {"es": ["No"]}
KINDS = {group_of(kind): kind for kind in vars(search.vocabulary).values() if isinstance(kind, type)}
# Tables of what is no enumeration: the choices of a form, and what a case may lack.
OTHERS = {"heard_alone": {ALONE, NOT_ALONE}, "readiness_part": {part.name for part in dataclasses.fields(Readiness)}}


@pytest.mark.parametrize("table", TABLES)
def test_every_code_has_words_and_no_words_are_of_a_code_that_is_none(table: str) -> None:
    if table in OTHERS:
        assert set(TABLES[table]) == OTHERS[table]
        return
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
