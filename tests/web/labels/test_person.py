"""Words for names, sex, calendars, documents and phones."""

from enum import StrEnum

import pytest

from matching.record import Calendar, DatePrecision, NameKind, PhoneRole, PlacePrecision, Sex
from search.vocabulary import DocumentKind
from tests.web.labels.wording import EVERY_LANGUAGE, codes_of, left_in_english, shared_words, without_words
from web.labels.person import TABLES


@pytest.mark.parametrize("kind", [Sex, NameKind, DatePrecision, Calendar, PlacePrecision, PhoneRole, DocumentKind])
def test_every_code_has_words_and_no_words_are_of_a_code_that_is_none(kind: type[StrEnum]) -> None:
    worded, codes = codes_of(kind, TABLES)
    assert worded == codes


@EVERY_LANGUAGE
def test_every_code_has_words_in_every_language(tag: str) -> None:
    assert without_words(TABLES, tag) == []
    assert left_in_english(TABLES, tag) == set()


@EVERY_LANGUAGE
@pytest.mark.parametrize("table", TABLES)
def test_no_two_codes_of_a_table_read_alike_in_any_language(table: str, tag: str) -> None:
    assert shared_words(TABLES[table], tag) == []
