"""What speaks against one person is told by the same rules whatever compares the names."""

import datetime

from matching.record import Sex
from search.documents.contradiction_rules import contradictions_by
from search.documents.description import Description
from search.documents.report_documents import ReportDocuments
from search.vocabulary import ReportKind

TODAY = datetime.date(2026, 1, 1)


def test_sex_life_and_what_the_caller_says_of_names_are_told_and_blanks_contradict_nothing() -> None:
    man = ReportDocuments(kind=ReportKind.SHELTER, description=Description(sex=Sex.MALE))
    woman = ReportDocuments(kind=ReportKind.MORTUARY, description=Description(sex=Sex.FEMALE))
    nobody = ReportDocuments(kind=ReportKind.SHELTER)
    assert contradictions_by(man, woman, TODAY, named_apart=lambda *_: True) == ("sex", "names", "life")
    assert contradictions_by(man, nobody, TODAY, named_apart=lambda *_: False) == ()
