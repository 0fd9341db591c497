"""Words for who asks, how they can be reached, and what they allow."""

from enum import StrEnum

import pytest

from search.vocabulary import Channel, ContactKind, PersonStatus, Relationship
from tests.web.labels.wording import EVERY_LANGUAGE, codes_of, left_in_english, shared_words, without_words
from web.labels.enquirers import TABLES


@pytest.mark.parametrize("kind", [Relationship, ContactKind, PersonStatus, Channel])
def test_every_code_has_words_and_no_words_are_of_a_code_that_is_none(kind: type[StrEnum]) -> None:
    worded, codes = codes_of(kind, TABLES)
    assert worded == codes


# The words that are the same in another language.
SAME = {"es": ["No"], "ar": []}


@EVERY_LANGUAGE
def test_every_code_has_words_in_every_language(tag: str) -> None:
    assert without_words(TABLES, tag) == []
    assert left_in_english(TABLES, tag) == set(SAME.get(tag, ()))


@EVERY_LANGUAGE
@pytest.mark.parametrize("table", TABLES)
def test_no_two_codes_of_a_table_read_alike_in_any_language(table: str, tag: str) -> None:
    assert shared_words(TABLES[table], tag) == []


def test_not_to_know_and_not_to_choose_are_two_answers() -> None:
    assert set(TABLES["no_answer"]) == {"do_not_know", "choose"}
