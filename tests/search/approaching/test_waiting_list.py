"""The list inside says why nobody is approached: without days, without answers, of one committee."""

import uuid

import pytest

from search.access import Actor
from search.approaching.waiting_list import PAGE, read_waiting
from search.errors import NotFound
from search.located_summaries import WaitingPairs
from search.vocabulary import ProposalState, ReportKind, StaffRole, StateRun, WaitingReason
from tests.search.approaching.met_people import (
    ASKED,
    agreed,
    belongs_to_no_state,
    body_pair,
    known_who_asks,
    member,
    met,
    searching,
    started,
)
from tests.search.scene import Scene


def waiting(scene: Scene, actor: Actor | None = None, page: int = 1) -> WaitingPairs:
    with scene.database.reading() as session:
        return read_waiting(session, actor or scene.reviewers[0], page=page, now=ASKED)


def reasons(scene: Scene) -> list[WaitingReason]:
    return [pair.why for pair in waiting(scene).pairs]


def test_it_says_what_is_missing_of_who_asks(asking: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    agreed(asking, searching(asking), met(asking))
    known_who_asks(monkeypatch, talk=False, naming=False)
    (pair,) = waiting(asking).pairs
    assert (pair.why, pair.missing) == (WaitingReason.WHO_ASKS_UNKNOWN, ("talk", "naming"))


def test_a_pair_leaves_the_list_once_somebody_is_asked_and_never_for_an_answer(asking: Scene) -> None:
    pair = agreed(asking, searching(asking), met(asking))
    assert reasons(asking) == [WaitingReason.TO_BE_STARTED]
    started(asking, pair)
    assert reasons(asking) == []


def test_where_only_a_state_met_the_person_it_stays_in_the_list(asking: Scene) -> None:
    belongs_to_no_state(asking, asking.shelter_id, StateRun.YES)
    agreed(asking, searching(asking), met(asking))
    assert reasons(asking) == [WaitingReason.NOBODY_MAY_ASK]


def test_of_what_is_not_agreed_or_was_only_seen_nothing_is_listed(asking: Scene) -> None:
    agreed(asking, searching(asking), met(asking), ProposalState.DISAGREED)
    agreed(asking, searching(asking), met(asking, ReportKind.WITNESS))
    body_pair(asking)
    assert reasons(asking) == [WaitingReason.TO_BE_STARTED]


def test_each_committee_has_its_own_list_and_a_coordinator_alone_has_none(asking: Scene) -> None:
    agreed(asking, searching(asking), met(asking))
    assert waiting(asking, asking.stranger).total == 0
    with pytest.raises(NotFound):
        waiting(asking, member(asking, asking.committee, StaffRole.COORDINATOR))


def test_children_come_first_and_the_rest_by_reference(asking: Scene) -> None:
    member(asking, asking.shelter_id, StaffRole.PROTECTION_OFFICER)
    children = {agreed(asking, searching(asking), met(asking, minor=True)) for _ in range(2)}
    for _ in range(3):
        agreed(asking, searching(asking), met(asking))
    pairs = waiting(asking).pairs
    assert {pair.proposal_id for pair in pairs[:2]} == children
    assert [pair.reference for pair in pairs[2:]] == sorted(pair.reference for pair in pairs[2:])


def test_a_long_list_has_pages(asking: Scene) -> None:
    case = searching(asking)
    shown: set[uuid.UUID] = set()
    for _ in range(PAGE + 1):
        agreed(asking, case, met(asking))
    for page in (1, 2):
        listed = waiting(asking, page=page)
        assert (listed.total, listed.pages) == (PAGE + 1, 2)
        shown |= {pair.proposal_id for pair in listed.pairs}
    assert len(shown) == PAGE + 1
