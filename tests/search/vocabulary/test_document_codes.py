"""Kinds of identity documents are kept as codes."""

from search.vocabulary import document_codes
from tests.search.vocabulary.codes import families, misshapen, repeated


def test_codes_are_short_lower_case_words_and_each_is_there_once() -> None:
    assert {one.__name__ for one in families(document_codes)} == {"DocumentKind"}
    assert misshapen(document_codes) == []
    assert repeated(document_codes) == []
