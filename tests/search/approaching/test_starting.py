"""Having a person asked: only when all is there, once for all committees, and taken back within an hour."""

import datetime
import uuid
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import func, select

from search.access import WORKER, Action, Actor
from search.approaching.starting import read_course, start_approach, take_back_approach
from search.casework.course import courses
from search.casework.readiness import readiness
from search.casework.talks import record_talk
from search.casework_commands import RecordTalk
from search.errors import AccessDenied, Conflict, NotFound, Refused
from search.located_commands import StartApproach
from search.located_summaries import CourseSummary
from search.models import Account, Approach, ApproachEnquirer, Judgement, MatchProposal
from search.vocabulary import (
    CourseState,
    JudgementKind,
    OrganisationKind,
    ProposalState,
    ReportKind,
    StaffRole,
    StateRun,
)
from tests.search.approaching.met_people import (
    ASKED,
    agreed,
    belongs_to_no_state,
    coordinator,
    known_who_asks,
    member,
    met,
    searching,
)
from tests.search.consents_given import (
    FORENSIC,
    NAMING,
    SHELTERS,
    VISITS,
    forensic_services_of,
    give,
    new_organisation,
    no_to,
    take_back,
    yes_to,
)
from tests.search.scene import NOW, Scene


def start(
    scene: Scene, pair: uuid.UUID, reads: Actor, actor: Actor | None = None, now: datetime.datetime = NOW
) -> CourseSummary:
    with scene.database.transaction() as session:
        seen = session.get_one(MatchProposal, pair).revision
        command = StartApproach(proposal_id=pair, seen_revision=seen, coordinator_id=known(reads.account_id))
        return start_approach(session, actor or scene.reviewers[0], command, now=now)


def undo(scene: Scene, pair: uuid.UUID, now: datetime.datetime) -> CourseSummary:
    with scene.database.transaction() as session:
        return take_back_approach(session, scene.reviewers[0], pair, now=now)


def known(account_id: uuid.UUID | None) -> uuid.UUID:
    assert account_id is not None
    return account_id


def course(scene: Scene, pair: uuid.UUID, now: datetime.datetime = ASKED) -> CourseState:
    with scene.database.reading() as session:
        return courses(session, (pair,), now)[pair]


def rows(scene: Scene) -> tuple[int, int]:
    with scene.database.reading() as session:
        counts = [session.scalar(select(func.count()).select_from(table)) for table in (Approach, ApproachEnquirer)]
        return counts[0] or 0, counts[1] or 0


def test_a_pair_that_is_started_is_with_the_intermediary_for_everybody(asking: Scene) -> None:
    pair = agreed(asking, searching(asking), met(asking))
    assert course(asking, pair) is CourseState.NONE
    shown = start(asking, pair, coordinator(asking))
    assert (shown.state, shown.undone_until) == (CourseState.WITH_INTERMEDIARY, ASKED)
    assert start(asking, pair, coordinator(asking)).state is CourseState.WITH_INTERMEDIARY
    assert rows(asking) == (1, 1)


@pytest.mark.parametrize("missing", ["talk", "control_fact", "naming", "forensic"])
def test_nobody_is_approached_for_a_case_of_which_it_is_not_known_who_asks(
    asking: Scene, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    pair = agreed(asking, searching(asking), met(asking))
    known_who_asks(monkeypatch, **{missing: False})
    with pytest.raises(Refused, match="who_asks_unknown"):
        start(asking, pair, coordinator(asking))
    assert course(asking, pair) is CourseState.WAITS_WHO_ASKS
    assert rows(asking) == (0, 0)


@pytest.mark.parametrize("state", [one for one in ProposalState if one is not ProposalState.AGREED])
def test_nobody_is_approached_before_two_readers_agree(asking: Scene, state: ProposalState) -> None:
    pair = agreed(asking, searching(asking), met(asking), state)
    with pytest.raises(Refused, match="not_agreed"):
        start(asking, pair, coordinator(asking))
    assert course(asking, pair) is CourseState.NONE


def test_nobody_is_approached_while_the_last_decision_can_be_undone(asking: Scene) -> None:
    pair = agreed(asking, searching(asking), met(asking))
    with asking.database.transaction() as session:
        session.add(
            Judgement(
                id=uuid.uuid4(),
                proposal_id=pair,
                account_id=known(asking.reviewers[1].account_id),
                kind=JudgementKind.POSITIVE.value,
                reasons=[],
                words_sealed=b"",
                engine_version="by hand",
                revision=2,
                made_at=NOW,
                takes_back_id=None,
            )
        )
    reads = coordinator(asking)
    with pytest.raises(Refused, match="can_be_undone"):
        start(asking, pair, reads, now=NOW + datetime.timedelta(minutes=9))
    start(asking, pair, reads, now=NOW + datetime.timedelta(minutes=10))


def test_whom_only_a_witness_saw_nobody_approaches(asking: Scene) -> None:
    pair = agreed(asking, searching(asking), met(asking, ReportKind.WITNESS))
    with pytest.raises(Refused, match="nobody_was_met"):
        start(asking, pair, coordinator(asking))


@pytest.mark.parametrize("state_run", [StateRun.YES, StateRun.UNKNOWN])
def test_no_state_body_asks_and_a_visiting_organisation_does_instead(asking: Scene, state_run: StateRun) -> None:
    belongs_to_no_state(asking, asking.shelter_id, state_run)
    pair, reads = agreed(asking, searching(asking), met(asking)), coordinator(asking)
    with pytest.raises(Refused, match="nobody_may_ask"):
        start(asking, pair, reads)
    visitors = new_organisation(asking.database, OrganisationKind.DETENTION_VISITS)
    with pytest.raises(Refused, match="nobody_may_ask"):
        start(asking, pair, reads)
    member(asking, visitors, StaffRole.INTERMEDIARY)
    start(asking, pair, reads)
    with asking.database.reading() as session:
        assert session.scalars(select(Approach.intermediary_id)).one() == visitors


def test_nobody_asks_once_the_family_takes_its_consent_back(asking: Scene) -> None:
    case = searching(asking)
    pair = agreed(asking, case, met(asking))
    for receiver in (SHELTERS, VISITS):
        take_back(asking.database, case, yes_to(receiver, NAMING))
    with pytest.raises(Refused, match="nobody_may_ask"):
        start(asking, pair, coordinator(asking))


def test_who_says_no_to_forensic_services_is_asked_about_among_the_living(
    asking: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.casework.course.readiness", readiness)
    case = searching(asking)
    pair, reads = agreed(asking, case, met(asking)), coordinator(asking)
    talk = RecordTalk(case_id=case.case_id, held_on=NOW.date(), language="ti")
    with asking.database.transaction() as session:
        record_talk(session, asking.reviewers[0], talk, now=NOW)
    with pytest.raises(Refused, match="who_asks_unknown"):
        start(asking, pair, reads)
    give(asking.database, case, no_to(forensic_services_of("MX"), FORENSIC))
    start(asking, pair, reads)
    assert course(asking, pair) is CourseState.WITH_INTERMEDIARY


def test_the_answer_is_for_one_coordinator_of_the_own_committee(asking: Scene) -> None:
    pair = agreed(asking, searching(asking), met(asking))
    for stranger in (asking.reviewers[1], coordinator(asking, known(asking.stranger.organisation_id))):
        with pytest.raises(Refused, match="no_such_coordinator"):
            start(asking, pair, stranger)


def test_what_was_started_is_taken_back_for_an_hour_and_then_no_more(asking: Scene) -> None:
    pair, reads = agreed(asking, searching(asking), met(asking)), coordinator(asking)
    start(asking, pair, reads)
    assert undo(asking, pair, ASKED - datetime.timedelta(seconds=1)).state is CourseState.NONE
    with pytest.raises(NotFound):
        undo(asking, pair, NOW)
    start(asking, pair, reads)
    with pytest.raises(Refused, match="too_late_to_undo"):
        undo(asking, pair, ASKED)
    assert rows(asking) == (1, 2)


def test_nobody_starts_on_a_card_that_changed_or_is_of_another_committee(asking: Scene) -> None:
    pair, reads = agreed(asking, searching(asking), met(asking)), coordinator(asking)
    with pytest.raises(NotFound):
        start(asking, pair, reads, asking.stranger)
    with pytest.raises(AccessDenied):
        start(asking, pair, reads, WORKER)
    command = StartApproach(proposal_id=pair, seen_revision=9, coordinator_id=known(reads.account_id))
    with pytest.raises(Conflict), asking.database.transaction() as session:
        start_approach(session, asking.reviewers[0], command, now=NOW)


def test_another_coordinator_reads_on_where_the_first_can_no_longer(asking: Scene) -> None:
    pair, first, second = agreed(asking, searching(asking), met(asking)), coordinator(asking), coordinator(asking)
    start(asking, pair, first)
    start(asking, pair, second)
    assert reader(asking, pair) == first.account_id
    with asking.database.transaction() as session:
        session.get_one(Account, known(first.account_id)).disabled_at = NOW
    start(asking, pair, second)
    assert reader(asking, pair) == second.account_id


def reader(scene: Scene, pair: uuid.UUID) -> uuid.UUID:
    with scene.database.reading() as session:
        return session.scalars(
            select(ApproachEnquirer.coordinator_id).where(ApproachEnquirer.proposal_id == pair)
        ).one()


def test_a_person_is_asked_once_whichever_committees_start_at_the_same_moment(asking: Scene) -> None:
    report, second = met(asking), known(asking.stranger.organisation_id)
    cases = [searching(asking), searching(asking, "Invented Namesake", of=second)]
    pairs = [agreed(asking, case, report) for case in cases]
    readers = [coordinator(asking), coordinator(asking, second)]
    together = Barrier(4)

    def at_once(number: int) -> CourseState:
        together.wait()
        actor = (asking.reviewers[number // 2], asking.stranger)[number % 2]
        return start(asking, pairs[number % 2], readers[number % 2], actor).state

    with ThreadPoolExecutor(4) as threads:
        states = list(threads.map(at_once, range(4)))
    assert set(states) == {CourseState.WITH_INTERMEDIARY}
    assert rows(asking) == (1, 2)


def test_no_other_organisation_asks_whom_one_asks_already(asking: Scene) -> None:
    report, first = met(asking), searching(asking)
    start(asking, agreed(asking, first, report), coordinator(asking))
    other = searching(asking, "Invented Namesake")
    take_back(asking.database, other, yes_to(SHELTERS, NAMING))
    member(asking, new_organisation(asking.database, OrganisationKind.DETENTION_VISITS), StaffRole.INTERMEDIARY)
    with pytest.raises(Refused, match="nobody_may_ask"):
        start(asking, agreed(asking, other, report), coordinator(asking))


def test_starting_is_switched_off_until_everything_stands(asking: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    pair, reads = agreed(asking, searching(asking), met(asking)), coordinator(asking)
    monkeypatch.setattr("search.access.SWITCHED_OFF", frozenset({Action.START_APPROACH}))
    with pytest.raises(NotFound):
        start(asking, pair, reads)
    with asking.database.transaction() as session:
        assert read_course(session, asking.reviewers[0], pair, now=NOW).coordinators == ()
