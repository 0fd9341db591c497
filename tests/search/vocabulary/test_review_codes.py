"""What readers decide and why is kept as codes."""

from search.vocabulary import review_codes
from tests.search.vocabulary.codes import families, misshapen, repeated


def test_codes_are_short_lower_case_words_and_each_is_there_once() -> None:
    assert {one.__name__ for one in families(review_codes)} == {
        "JudgementKind",
        "JudgementReason",
        "ProposalState",
        "GroupReason",
        "RuledOutBy",
        "FieldCheck",
        "CourseState",
        "ComeBackReason",
        "QueueTab",
    }
    # The stored code is older than its name: an entry that vouches for it cannot be written anew.
    assert misshapen(review_codes) == ["ProposalState.AGREED"]
    assert repeated(review_codes) == []


def test_reasons_of_a_group_stand_in_the_order_of_their_strength() -> None:
    assert [reason.value for reason in review_codes.GroupReason] == [
        "names_each_other", "names_this_person", "named_by_this_person", "same_vessel", "same_incident",
    ]  # fmt: skip
