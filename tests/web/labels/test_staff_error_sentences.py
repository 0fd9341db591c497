"""What to say to staff about an error: what to do, in every language."""

import pytest

from tests.web.labels.wording import EVERY_LANGUAGE_OF_STAFF, left_in_english, shared_words, without_words
from web.labels.staff_error_sentences import SENTENCES

TABLES = {"refusals": SENTENCES}


@EVERY_LANGUAGE_OF_STAFF
def test_every_error_has_a_sentence_of_its_own_in_every_language(tag: str) -> None:
    assert without_words(TABLES, tag) == []
    assert left_in_english(TABLES, tag) == set()
    assert shared_words(SENTENCES, tag) == []


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_ends_as_one_and_shows_no_code_but_a_name_that_a_program_has_to_send(code: str) -> None:
    assert SENTENCES[code].endswith(".")
    assert "_" not in SENTENCES[code].replace("“as_meant”", "")
