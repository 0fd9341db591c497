"""Two sign for a child, and its no is overridden by nobody alone and by no organisation alone."""

import datetime
import itertools
import uuid

from hypothesis import given
from hypothesis import strategies as st

from search.casework.child_rule import Signed, outcome
from search.vocabulary import ChildDecision, ChildSays

NOW = datetime.datetime(2026, 3, 1, tzinfo=datetime.UTC)
WHY = "her brother is here and she wants him"
AGREES, DOES_NOT, LATER = ChildDecision
YES, NO, UNSURE, TOO_YOUNG = ChildSays


def signed(who: int, decision: ChildDecision = AGREES, says: ChildSays = YES, *, of: int = 1, why: str = WHY) -> Signed:
    return Signed(
        account_id=uuid.UUID(int=who),
        organisation_id=uuid.UUID(int=of),
        decision=decision,
        child_says=says,
        made_at=NOW,
        reasons=why,
    )


def test_one_signature_decides_nothing() -> None:
    assert outcome([]) is None
    assert outcome([signed(1)]) is None
    assert outcome([signed(1), signed(1)]) is None
    assert outcome([signed(1), signed(2, LATER)]) is LATER


def test_two_people_decide_for_what_the_child_wants() -> None:
    for says in (YES, UNSURE, TOO_YOUNG):
        assert outcome([signed(1, says=says), signed(2, says=says)]) is AGREES


def test_a_no_of_the_child_needs_two_people_of_two_organisations_with_reasons() -> None:
    assert outcome([signed(1, says=NO), signed(2)]) is DOES_NOT
    assert outcome([signed(1, says=NO), signed(2), signed(3)]) is DOES_NOT
    assert outcome([signed(1, says=NO), signed(2, of=2, why="")]) is DOES_NOT
    assert outcome([signed(1, says=NO), signed(2, of=2)]) is AGREES


def test_a_no_is_not_talked_away_by_others_who_heard_a_yes() -> None:
    heard = signed(1, DOES_NOT, NO)
    assert outcome([heard, signed(2), signed(3), signed(4)]) is DOES_NOT
    assert outcome([heard, signed(1), signed(2)]) is AGREES


def test_an_officer_who_is_against_it_counts_as_a_no() -> None:
    assert outcome([signed(1, DOES_NOT), signed(2), signed(3)]) is DOES_NOT


EVERY = [
    signed(who, decision, says, of=of, why=why)
    for who, decision, says, (of, why) in itertools.product(
        (1, 2, 3), ChildDecision, ChildSays, ((1, WHY), (2, WHY), (1, ""))
    )
]


@given(st.lists(st.sampled_from(EVERY), max_size=6))
def test_nobody_alone_and_no_organisation_alone_overrides_a_child(history: list[Signed]) -> None:
    if outcome(history) is AGREES:
        newest = {one.account_id: one for one in history}.values()
        agreeing = [one for one in newest if one.decision is AGREES]
        assert len(agreeing) >= 2
        if any(one.child_says is NO for one in newest):
            assert len({one.organisation_id for one in agreeing}) >= 2
