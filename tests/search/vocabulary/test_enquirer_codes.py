"""Who asks, how they are reached and what they allow are kept as codes."""

from search.vocabulary import enquirer_codes
from tests.search.vocabulary.codes import families, misshapen, repeated


def test_codes_are_short_lower_case_words_and_each_is_there_once() -> None:
    assert {one.__name__ for one in families(enquirer_codes)} == {
        "Relationship",
        "ContactKind",
        "ConsentPurpose",
        "Receiver",
    }
    assert misshapen(enquirer_codes) == []
    assert repeated(enquirer_codes) == []


def test_matching_is_the_one_purpose_that_a_family_need_not_allow_to_anybody() -> None:
    assert [one.value for one in enquirer_codes.ConsentPurpose] == ["matching", "sharing", "contacting"]
