"""A child is protected by officers of where it is, or of the body outside; without one nothing happens."""

import datetime
import uuid

import pytest
from sqlalchemy import select

from search.access import Actor
from search.approaching.answer_reading import read_answers
from search.approaching.child_deciding import decide_with_child, find_age_of_child, open_child, read_children
from search.approaching.starting import start_approach
from search.approaching.waiting_list import read_waiting
from search.casework.course import courses
from search.casework.person_answers import allowed_by_person
from search.errors import NotFound, Refused
from search.located_commands import DecideWithChild, StartApproach
from search.located_summaries import ChildPage
from search.models import ChildDecisionRow, MatchProposal, ProtectionSubstitute, Reading
from search.vocabulary import (
    AgeFinding,
    ChildDecision,
    ChildSays,
    CourseState,
    OrganisationKind,
    PersonAnswer,
    StaffRole,
    WaitingReason,
)
from tests.search.approaching.met_people import (
    ASKED,
    FACT,
    SECRET,
    agreed,
    coordinator,
    member,
    met,
    searching,
    started,
)
from tests.search.approaching.test_asking_person import aged
from tests.search.consents_given import NAMING, give, new_organisation, one, yes_to
from tests.search.scene import NOW, Scene

VIEW = "she wants to see her mother soon"
WHY = "her mother cares and nobody else does"


def officer(scene: Scene, organisation_id: uuid.UUID | None = None) -> Actor:
    return member(scene, organisation_id or scene.shelter_id, StaffRole.PROTECTION_OFFICER)


def substitute(scene: Scene) -> uuid.UUID:
    """A body outside the shelter that stands in for its officers."""
    body = new_organisation(scene.database, OrganisationKind.HUMANITARIAN)
    with scene.database.transaction() as session:
        session.add(ProtectionSubstitute(organisation_id=scene.shelter_id, substitute_id=body))
    return body


def decided(  # noqa: PLR0913 - one argument a thing that somebody says
    scene: Scene,
    actor: Actor,
    report: uuid.UUID,
    pair: uuid.UUID,
    decision: ChildDecision = ChildDecision.AGREES,
    says: ChildSays = ChildSays.YES,
    *,
    view: str = VIEW,
    why: str = WHY,
    now: datetime.datetime = ASKED,
) -> ChildPage:
    command = DecideWithChild(
        report_id=report, proposal_id=pair, decision=decision, child_says=says, child_view=view, reasons=why
    )
    with scene.database.transaction() as session:
        return decide_with_child(session, actor, command, now=now)


def waiting(scene: Scene) -> list[WaitingReason]:
    with scene.database.reading() as session:
        return [pair.why for pair in read_waiting(session, scene.reviewers[0], now=ASKED).pairs]


def allowed(scene: Scene, pair: uuid.UUID) -> PersonAnswer | None:
    with scene.database.reading() as session:
        return allowed_by_person(session, pair, now=ASKED)


def test_without_an_officer_nothing_happens_and_the_list_inside_says_so(asking: Scene) -> None:
    pair = agreed(asking, searching(asking), met(asking, minor=True))
    reads = coordinator(asking)
    assert reads.account_id is not None
    command = StartApproach(proposal_id=pair, seen_revision=1, coordinator_id=reads.account_id)
    with pytest.raises(Refused, match="no_officer"), asking.database.transaction() as session:
        start_approach(session, asking.reviewers[0], command, now=NOW)
    assert waiting(asking) == [WaitingReason.NO_OFFICER]
    officer(asking)
    assert waiting(asking) == [WaitingReason.TO_BE_STARTED]


def test_a_child_that_is_met_while_being_asked_waits_for_an_officer(asking: Scene) -> None:
    clerk = member(asking, asking.shelter_id, StaffRole.INTERMEDIARY)
    started(asking, agreed(asking, searching(asking), met(asking)))
    aged(asking, clerk, AgeFinding.UNDER_18)
    assert waiting(asking) == [WaitingReason.NO_OFFICER]
    officer(asking)
    assert waiting(asking) == []


def test_two_officers_decide_with_the_child_and_one_state_is_seen_of_it(asking: Scene) -> None:
    report = met(asking, minor=True)
    first, second = officer(asking), officer(asking)
    pair = agreed(asking, searching(asking), report)
    reads = started(asking, pair)
    assert allowed(asking, pair) is None
    for actor, expected in ((first, None), (first, None), (second, PersonAnswer.YES)):
        decided(asking, actor, report, pair)
        assert allowed(asking, pair) is expected
        with asking.database.reading() as session:
            assert courses(session, (pair,), ASKED) == {pair: CourseState.WITH_PROTECTION}
    with asking.database.transaction() as session:
        answers = read_answers(session, reads, pair, now=ASKED)
    assert (answers.child, answers.decided, answers.answer) == (True, ChildDecision.AGREES, None)


def test_a_no_of_the_child_is_overridden_only_with_the_body_outside(asking: Scene) -> None:
    report, body = met(asking, minor=True), substitute(asking)
    first, second, outside = officer(asking), officer(asking), officer(asking, body)
    case = searching(asking)
    give(asking.database, case, yes_to(one(body), NAMING))
    pair = agreed(asking, case, report)
    started(asking, pair)
    decided(asking, first, report, pair, says=ChildSays.NO)
    page = decided(asking, second, report, pair)
    assert (page.enquirers[0].outcome, page.enquirers[0].contested) == (ChildDecision.DOES_NOT, True)
    assert allowed(asking, pair) is None
    decided(asking, outside, report, pair)
    assert allowed(asking, pair) is PersonAnswer.YES


def test_the_body_outside_decides_where_there_is_no_officer_inside(asking: Scene) -> None:
    report, body = met(asking, minor=True), substitute(asking)
    officers = [officer(asking, body) for _ in range(2)]
    case = searching(asking)
    pair = agreed(asking, case, report)
    assert waiting(asking) == [WaitingReason.NO_OFFICER]
    give(asking.database, case, yes_to(one(body), NAMING))
    started(asking, pair)
    pages = [decided(asking, actor, report, pair) for actor in officers]
    page = pages[-1]
    assert (page.met_by, page.enquirers[0].outcome) == ("Casa Invented", ChildDecision.AGREES)


def test_the_childs_view_and_reasons_are_written_down_and_sealed(asking: Scene) -> None:
    report = met(asking, minor=True)
    actor = officer(asking)
    pair = agreed(asking, searching(asking), report)
    started(asking, pair)
    with pytest.raises(Refused, match="child_view_needed"):
        decided(asking, actor, report, pair, view="")
    with pytest.raises(Refused, match="officer_reasons_needed"):
        decided(asking, actor, report, pair, why="")
    decided(asking, actor, report, pair, ChildDecision.LATER, why="")
    page = decided(asking, actor, report, pair, ChildDecision.DOES_NOT)
    assert [(line.child_view, line.by_me) for line in page.enquirers[0].signed] == [(VIEW, True)] * 2
    with asking.database.reading() as session:
        rows = session.scalars(select(ChildDecisionRow)).all()
        assert len({len(row.decision_sealed) for row in rows}) == 1
        assert not any(VIEW.encode() in row.words_sealed for row in rows)
        row = session.get_one(MatchProposal, pair)
        causes = session.scalars(select(Reading.caused_by).where(Reading.record_number == row.request_number)).all()
    assert set(causes) == {pair}


def test_an_officer_learns_who_searches_and_not_how_to_reach_them(asking: Scene) -> None:
    report = met(asking, minor=True)
    actor = officer(asking)
    started(asking, agreed(asking, searching(asking), report))
    with asking.database.transaction() as session:
        page = open_child(session, actor, report, now=ASKED)
    assert [name.text for name in page.enquirers[0].names] == ["Mother of Somebody Invented"]
    assert SECRET not in repr(page)
    assert FACT not in repr(page)


def test_two_officers_and_no_fewer_say_that_it_is_an_adult_after_all(asking: Scene) -> None:
    report = met(asking, minor=True)
    first, second = officer(asking), officer(asking)
    pair = agreed(asking, searching(asking), report)
    started(asking, pair)
    for actor, state in ((first, CourseState.WITH_PROTECTION), (second, CourseState.WITH_INTERMEDIARY)):
        with asking.database.transaction() as session:
            find_age_of_child(session, actor, report, AgeFinding.ADULT, now=ASKED)
        with asking.database.reading() as session:
            assert courses(session, (pair,), ASKED) == {pair: state}
    with asking.database.reading() as session:
        assert read_children(session, first, now=ASKED) == ()


def test_nobody_else_has_the_page_of_a_child(asking: Scene) -> None:
    report = met(asking, minor=True)
    actor = officer(asking)
    pair = agreed(asking, searching(asking), report)
    started(asking, pair)
    elsewhere = officer(asking, new_organisation(asking.database, OrganisationKind.SHELTER))
    clerk = member(asking, asking.shelter_id, StaffRole.INTERMEDIARY, StaffRole.REPORTER)
    for other in (elsewhere, clerk):
        with pytest.raises(NotFound), asking.database.transaction() as session:
            open_child(session, other, report, now=ASKED)
    with asking.database.reading() as session:
        assert [one.waiting for one in read_children(session, actor, now=ASKED)] == [1]
        assert read_children(session, elsewhere, now=ASKED) == ()
        assert read_children(session, actor, now=NOW) == ()
    with pytest.raises(NotFound):
        decided(asking, actor, report, uuid.uuid4())
