"""Words for who read a search, and what for."""

import pytest

from search.access import ActorKind
from search.accounts.case_readings import ReadingPurpose
from tests.web.labels.wording import EVERY_LANGUAGE_OF_STAFF, left_in_english, shared_words, without_words
from web.labels.readings import TABLES

# Whoever came in at the door alone, and the program that compares, read nothing for themselves.
NO_READERS = {ActorKind.ANYONE, ActorKind.FIRST_OPENING, ActorKind.WORKER}


def test_every_purpose_and_every_kind_of_reader_has_words() -> None:
    assert set(TABLES["reading_purpose"]) == {purpose.value for purpose in ReadingPurpose}
    assert set(TABLES["reading_role"]) == {kind.value for kind in set(ActorKind) - NO_READERS}


@EVERY_LANGUAGE_OF_STAFF
@pytest.mark.parametrize("table", TABLES)
def test_they_have_words_of_their_own_in_every_language(table: str, tag: str) -> None:
    assert without_words(TABLES, tag) == []
    assert left_in_english(TABLES, tag) == set()
    assert shared_words(TABLES[table], tag) == []
