"""Numbers of papers, as clerks write them: what is short meets by chance."""

import pytest

from matching import IdentityDocument
from matching.comparisons.documents import DocumentsComparison
from tests.matching.records import judged


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("E2733021", "E 2733 O21", "same"),
        ("E2733021", "e2733-02i", "same"),
        ("E2733021", "E2733022", "one_digit"),
        ("E2733021", "E273302", "one_digit"),
        ("E2733021", "E2733012", "one_digit"),
        ("E2733021", "E2733112", "different"),
        ("E2733021", "X1", "different"),
        ("12345", "12345", "same"),
        ("12345", "12346", "one_digit"),
        ("1234", "1234", "different"),
        ("1234", "12345", "different"),
    ],
)
def test_document_numbers_are_read_as_clerks_write_them(one: str, other: str, level: str) -> None:
    said, found = ({"documents": (IdentityDocument(number),)} for number in (one, other))
    assert judged(DocumentsComparison, said, found).level == level
    assert judged(DocumentsComparison, found, said).level == level


def test_the_best_of_any_two_papers_counts() -> None:
    said = {"documents": (IdentityDocument("K9914460"), IdentityDocument("E2733021"))}
    evidence = judged(
        DocumentsComparison, said, {"documents": (IdentityDocument("E2733021"), IdentityDocument("Z77777"))}
    )
    assert [(part.sought, part.found, part.reason) for part in evidence.parts] == [("E2733021", "E2733021", "same")]
