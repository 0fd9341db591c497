"""Only what a record says otherwise since then is new evidence."""

import pytest

from matching.record import Side
from search.casework.new_evidence import NewEvidence, new_evidence, returns_by_itself
from search.vocabulary import RuledOutBy

NAMES, MARKS = ["names", "strong", "agrees", 8.0], ["marks", "unlike", "disagrees", -2.0]
THEN = {Side.SOUGHT: 1, Side.FOUND: 4}
REVISED = {Side.SOUGHT: 2, Side.FOUND: 4}


def test_it_names_the_side_that_was_revised_and_the_comparisons_that_changed() -> None:
    found = new_evidence([NAMES], [["names", "fair", "agrees", 5.0], MARKS], THEN, REVISED)
    assert found == NewEvidence((Side.SOUGHT,), ("marks", "names"))
    assert found.stored() == {"sides": ["sought"], "comparisons": ["marks", "names"]}
    both = new_evidence([NAMES], [MARKS], THEN, {Side.SOUGHT: 2, Side.FOUND: 5})
    assert both is not None
    assert both.sides == (Side.SOUGHT, Side.FOUND)


@pytest.mark.parametrize(
    ("now", "revised"),
    [
        ([MARKS], THEN),
        ([NAMES], REVISED),
        ([["names", "strong", "agrees", 3.0]], REVISED),
        ([NAMES, ["incident", "same_incident", "agrees", 0.0]], REVISED),
        ([NAMES, ["travelled", "names_each_other", "agrees", 4.0]], REVISED),
    ],
    ids=["nobody revised", "the same", "other bits", "a known incident", "a third record"],
)
def test_nothing_else_is(now: list[list[object]], revised: dict[Side, int | None]) -> None:
    assert new_evidence([NAMES], now, THEN, revised) is None


def test_of_judgements_older_than_the_keeping_of_what_was_read_any_revision_is_newer() -> None:
    found = new_evidence(None, [NAMES], {Side.SOUGHT: None, Side.FOUND: None}, THEN)
    assert found == NewEvidence((Side.SOUGHT, Side.FOUND), ("names",))


@pytest.mark.parametrize("by", RuledOutBy)
def test_the_dead_whom_an_examination_ruled_out_do_not_return_by_themselves(by: RuledOutBy) -> None:
    examined = by in {RuledOutBy.DNA, RuledOutBy.TEETH, RuledOutBy.FINGERPRINTS}
    assert returns_by_itself([by.value], living=False) is not examined
    assert returns_by_itself([by.value], living=True)
