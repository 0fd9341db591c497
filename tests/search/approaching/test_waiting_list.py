"""The list inside says why nobody is approached: without days, without answers, of one committee."""

import datetime
import uuid

import pytest

from search.access import Actor
from search.approaching.starting import read_course
from search.approaching.waiting_list import PAGE, read_waiting
from search.casework.undo_periods import UNDO
from search.committee_commands import AnswerConflict
from search.committees.conflicts import answer_conflict
from search.errors import NotFound
from search.located_summaries import WaitingPairs
from search.models import Judgement
from search.review.two_reader_rule import reader_of
from search.vocabulary import (
    CourseState,
    JudgementKind,
    ProposalState,
    ReportKind,
    StaffRole,
    StateRun,
    WaitingReason,
)
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
from tests.search.consents_given import FORENSIC, forensic_services_of, give, no_to
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


def test_a_body_that_no_service_may_be_handed_stands_there_as_such(asking: Scene) -> None:
    case = searching(asking)
    agreed(asking, case, met(asking, ReportKind.MORTUARY, by=asking.mortuary))
    give(asking.database, case, no_to(forensic_services_of("MX"), FORENSIC))
    assert reasons(asking) == [WaitingReason.NO_SERVICE]


def test_of_what_is_not_agreed_or_was_only_seen_nothing_is_listed(asking: Scene) -> None:
    agreed(asking, searching(asking), met(asking), ProposalState.DISAGREED)
    agreed(asking, searching(asking), met(asking, ReportKind.WITNESS))
    body_pair(asking)
    assert reasons(asking) == [WaitingReason.TO_BE_STARTED]


@pytest.mark.parametrize("state", [ProposalState.AGREED, ProposalState.DISAGREED, ProposalState.AWAITING_SECOND])
def test_while_a_decision_can_be_undone_neither_the_list_nor_the_course_tells_what_it_came_to(
    asking: Scene, monkeypatch: pytest.MonkeyPatch, state: ProposalState
) -> None:
    known_who_asks(monkeypatch, talk=False)
    pair = agreed(asking, searching(asking), met(asking), state)
    read_by(asking, pair, ASKED)
    assert waiting(asking).total == 0
    with asking.database.reading() as session:
        course = read_course(session, asking.reviewers[1], pair, now=ASKED)
        later = read_course(session, asking.reviewers[1], pair, now=ASKED + UNDO)
    assert (course.state, course.waits_for) == (CourseState.NONE, WaitingReason.CAN_BE_UNDONE)
    assert (later.state is CourseState.WAITS_WHO_ASKS) == (state is ProposalState.AGREED)


def test_of_a_pair_that_a_reader_left_to_others_the_list_says_nothing(asking: Scene) -> None:
    pair = agreed(asking, searching(asking), met(asking))
    with asking.database.transaction() as session:
        command = AnswerConflict(proposal_id=pair, goes_on=False)
        answer_conflict(session, asking.reviewers[1], command, now=ASKED)
    assert (waiting(asking).total, waiting(asking, asking.reviewers[1]).total) == (1, 0)


def read_by(scene: Scene, pair: uuid.UUID, made_at: datetime.datetime) -> None:
    """A reader judged the pair at this moment."""
    with scene.database.transaction() as session:
        session.add(
            Judgement(
                id=uuid.uuid4(),
                proposal_id=pair,
                account_id=reader_of(scene.reviewers[1]),
                kind=JudgementKind.POSITIVE.value,
                reasons=[],
                words_sealed=b"",
                engine_version="by hand",
                revision=2,
                made_at=made_at,
                takes_back_id=None,
            )
        )


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
