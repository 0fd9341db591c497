"""Where people of a nationality are usually found: only where the last contact has no place of its own."""

import pytest

from matching import MatchRecord
from matching.comparisons.origin import OriginComparison
from tests.matching.records import BODY, LIVING, at, judged


@pytest.mark.parametrize(("report", "kind"), [(BODY, "dead"), (LIVING, "living")])
@pytest.mark.parametrize(("text", "level"), [("Eagle Pass, Texas", "usual"), ("Sfax, Tunisia", "unusual")])
def test_a_route_is_usual_for_a_nationality_or_not(report: MatchRecord, kind: str, text: str, level: str) -> None:
    evidence = judged(OriginComparison, {"nationalities": ("HN",)}, {"event": at(text=text)}, report)
    assert evidence.level == f"{kind}_{level}"
    assert [(part.sought, part.found) for part in evidence.parts] == [("HN", text)]


def test_a_last_contact_with_a_place_leaves_nothing_to_say() -> None:
    said = {"nationalities": ("HN",), "event": at(text="Darien")}
    assert judged(OriginComparison, said, {"event": at(text="Sfax, Tunisia")}).level == "blank"


def test_a_nationality_without_a_usual_route_says_nothing() -> None:
    assert judged(OriginComparison, {"nationalities": ("XX",)}, {"event": at(text="Sfax, Tunisia")}).level == "blank"
