"""Companions: the best pair of their names, and from how many bits it is one person."""

import numpy as np
import pytest

from matching.comparisons.companions import CompanionsComparison
from tests.matching.records import called, judged

SELAM = {"companions": called("Selam Tesfalem Kidane")}


@pytest.mark.parametrize(
    ("bits", "level"),
    [(16.0, "same_person"), (15.99, "perhaps"), (9.0, "perhaps"), (8.99, "others"), (-8.0, "others")],
)
def test_the_bits_that_two_companions_share_are_the_level(
    bits: float, level: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("matching.comparisons.companions.best_sums", lambda *_: np.array([bits]))
    assert judged(CompanionsComparison, SELAM, SELAM).level == level


def test_a_companion_is_known_in_other_letters_and_stands_on_the_card() -> None:
    evidence = judged(CompanionsComparison, SELAM, {"companions": called("Karim Haddad", "ሰላም ተስፋለም ኪዳነ")})
    assert evidence.level == "same_person"
    assert [part.found for part in evidence.parts] == ["ሰላም", "ተስፋለም", "ኪዳነ"]


def test_other_companions_are_not_quoted() -> None:
    evidence = judged(CompanionsComparison, SELAM, {"companions": called("Karim Haddad")})
    assert (evidence.level, evidence.parts) == ("others", ())
