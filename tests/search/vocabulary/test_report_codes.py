"""Where a report comes from is kept as codes; which of them are of the living decides what is shown."""

from search.vocabulary import report_codes
from tests.search.vocabulary.codes import families, misshapen, repeated


def test_codes_are_short_lower_case_words_and_each_is_there_once() -> None:
    assert {one.__name__ for one in families(report_codes)} == {
        "ReportKind",
        "FollowUpAct",
        "PersonStatus",
        "Channel",
        "WantsContact",
        "ReportAgreement",
    }
    assert misshapen(report_codes) == []
    assert repeated(report_codes) == []


def test_a_report_of_a_body_is_never_counted_among_the_living() -> None:
    of_bodies = set(report_codes.ReportKind) - report_codes.LIVING_KINDS
    assert {kind.value for kind in of_bodies} == {"mortuary", "forensic"}
