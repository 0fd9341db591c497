"""What evidence is made of: four outcomes, codes and numbers, values that can stand on a card."""

import dataclasses

import pytest

from matching import AlignedPart, Evidence, Outcome, ScoredPair


def test_there_are_four_outcomes_with_codes_that_are_stored() -> None:
    assert [outcome.value for outcome in Outcome] == ["agrees", "disagrees", "blank", "not_comparable"]


def test_evidence_without_values_has_no_parts_and_nobody_changes_it() -> None:
    evidence = Evidence("sex", "same", Outcome.AGREES, 0.9)
    assert evidence.parts == ()
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(evidence, "weight", 9.0)  # noqa: B010 - a type checker would refuse the plain assignment


def test_equal_evidence_is_equal_and_another_value_makes_it_another() -> None:
    one, other = (AlignedPart("karim", found, "same") for found in ("karim", "kareem"))
    evidence = [Evidence("names", "fair", Outcome.AGREES, 1.0, (part,)) for part in (one, one, other)]
    pairs = [ScoredPair(1.0, 0.6, (each,)) for each in evidence]
    assert pairs[0] == pairs[1] != pairs[2]
