"""What people who were met answer, and what is decided for them, is kept as codes."""

from search.vocabulary import located_codes
from tests.search.vocabulary.codes import families, misshapen, repeated


def test_codes_are_short_lower_case_words_and_each_is_there_once() -> None:
    assert {one.__name__ for one in families(located_codes)} == {
        "AgeFinding",
        "AnswerMoment",
        "ChildDecision",
        "ChildSays",
        "ClaimKind",
        "ClaimOutcome",
        "ForensicWish",
        "IdentificationMethod",
        "IdentificationResult",
        "PersonAnswer",
        "StandingKind",
        "WaitingReason",
    }
    assert misshapen(located_codes) == []
    assert repeated(located_codes) == []
