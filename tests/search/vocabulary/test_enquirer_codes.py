"""Who asks and how they are reached are kept as codes."""

from search.vocabulary import enquirer_codes
from tests.search.vocabulary.codes import families, misshapen, repeated


def test_codes_are_short_lower_case_words_and_each_is_there_once() -> None:
    assert {one.__name__ for one in families(enquirer_codes)} == {
        "Relationship",
        "ContactKind",
        "MaySay",
        "ReachingCondition",
    }
    assert misshapen(enquirer_codes) == []
    assert repeated(enquirer_codes) == []
