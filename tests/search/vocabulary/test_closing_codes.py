"""How a search was closed is kept as codes."""

from search.vocabulary import closing_codes
from tests.search.vocabulary.codes import families, misshapen, repeated


def test_codes_are_short_lower_case_words_and_each_is_there_once() -> None:
    assert {one.__name__ for one in families(closing_codes)} == {
        "ClosingOutcome",
        "ToldBy",
    }
    assert misshapen(closing_codes) == []
    assert repeated(closing_codes) == []
