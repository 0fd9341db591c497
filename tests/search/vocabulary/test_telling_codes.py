"""How families are told is kept as codes."""

from search.vocabulary import telling_codes
from tests.search.vocabulary.codes import families, misshapen, repeated


def test_codes_are_short_lower_case_words_and_each_is_there_once() -> None:
    assert {one.__name__ for one in families(telling_codes)} == {
        "LogState",
        "RegisterKind",
        "Support",
        "TellingKind",
        "TellingPlace",
    }
    assert misshapen(telling_codes) == []
    assert repeated(telling_codes) == []
