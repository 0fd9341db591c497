"""What a family may allow and whom are kept as codes."""

from search.vocabulary import consent_codes
from tests.search.vocabulary.codes import families, misshapen, repeated


def test_codes_are_short_lower_case_words_and_each_is_there_once() -> None:
    named = {one.__name__ for one in families(consent_codes)}
    assert named == {"ConsentPurpose", "ConsentAnswer", "ReceiverKind", "Network"}
    assert misshapen(consent_codes) == []
    assert repeated(consent_codes) == []
