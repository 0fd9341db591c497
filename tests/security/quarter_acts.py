"""What staff do in a simulated quarter: they read, decide, ask, protect, hand over, examine, plan and tell."""

import datetime
import uuid

from sqlalchemy import select

from search.approaching.answer_reading import read_my_answers
from search.approaching.asking_person import find_age, keep_answer, keep_standing
from search.approaching.child_deciding import decide_with_child
from search.approaching.forensic_handing import hand_over
from search.approaching.forensic_working import identify, make_wish, open_handed
from search.approaching.starting import start_approach
from search.commands import JudgeProposal, OpenCard, OpenGroup, RevealIdentifiers, WithdrawSearch
from search.committees.office_log import note_request
from search.documents.telling import AskedOffice
from search.filing.registering_searches import withdraw_search
from search.located_commands import (
    DecideWithChild,
    FindAge,
    HandOver,
    Identify,
    KeepAnswer,
    KeepStanding,
    MakeWish,
    StartApproach,
)
from search.models import Approach, ApproachEnquirer, ForensicHandover, FoundReport, MatchProposal
from search.proposing.comparing import USUAL
from search.review.card import open_card
from search.review.contacts_reveal import reveal_identifiers
from search.review.group_view import open_group
from search.review.judging_proposals import judge
from search.telling.planning import read_plan
from search.telling.telling_people import take_back_told
from search.telling_commands import NoteOfficeRequest
from search.vocabulary import (
    AgeFinding,
    AnswerMoment,
    ChildDecision,
    ChildSays,
    ForensicWish,
    IdentificationMethod,
    IdentificationResult,
    JudgementKind,
    JudgementReason,
    PersonAnswer,
    ProposalState,
    RegisterKind,
    ReportKind,
    StandingKind,
)
from tests.fixtures.outcomes import NOTHING, compared_anew
from tests.fixtures.telling import plan, tell
from tests.search.scene import family_of
from tests.security.quarter import Act, World


def proposed(world: World) -> None:
    """Everything is compared anew, and there are candidates."""
    compared_anew(world.scene, USUAL)


def compared(world: World) -> None:
    """Everything is compared anew, and there is no candidate."""
    compared_anew(world.scene, NOTHING)


def read(world: World, pair: uuid.UUID) -> None:
    """A reader opens all that a pair has, and asks an office because of it."""
    reader = world.scene.reviewers[0]
    with world.scene.database.transaction() as session:
        open_card(session, reader, OpenCard(proposal_id=pair), now=world.now)
        open_group(session, reader, OpenGroup(proposal_id=pair), now=world.now)
        reason = RevealIdentifiers(proposal_id=pair, reason="to call the mother about the scar")
        reveal_identifiers(session, reader, reason, now=world.now)
        note_request(session, reader, _office(world, pair, "Because of it"), now=world.now)


def asked_office(world: World) -> None:
    """An office was asked as of any search, in every world alike."""
    with world.scene.database.transaction() as session:
        note_request(session, world.scene.reviewers[0], _office(world, None, "As of any"), now=world.now)


def _office(world: World, pair: uuid.UUID | None, name: str) -> NoteOfficeRequest:
    office, day = AskedOffice(office=f"{name} (invented)"), world.now.date()
    due = day + datetime.timedelta(days=20)
    return NoteOfficeRequest(
        case_id=world.case.case_id,
        register=RegisterKind.PROSECUTOR,
        office=office,
        caused_by=pair,
        asked_on=day,
        due_on=due,
    )


def judged(world: World, pair: uuid.UUID, *kinds: JudgementKind) -> None:
    """So many readers decide, each for another kind."""
    for reader, kind in zip(world.scene.reviewers, kinds, strict=False):
        with world.scene.database.transaction() as session:
            seen = session.get_one(MatchProposal, pair).revision
            reasons = frozenset({JudgementReason.MARKS})
            command = JudgeProposal(proposal_id=pair, seen_revision=seen, kind=kind, reasons=reasons)
            judge(session, reader, command, now=world.now)


def planned(world: World) -> None:
    """The coordinator plans how the mother is told."""
    pair = told_pair(world)
    plan(world.scene, pair, world.people.coordinator, now=world.now)


def told(world: World) -> None:
    """The mother was spoken with today."""
    _ticked(world)


def almost_told(world: World) -> None:
    """Somebody ticked that the mother was spoken with, and took it back at once."""
    tick = _ticked(world)
    with world.scene.database.transaction() as session:
        take_back_told(session, world.people.coordinator, tick, now=world.now)


def told_pair(world: World) -> uuid.UUID:
    """The pair on which readers agreed."""
    agreed = select(MatchProposal.id).where(MatchProposal.state == ProposalState.AGREED.value)
    with world.scene.database.reading() as session:
        return session.scalars(agreed).one()


def _ticked(world: World) -> uuid.UUID:
    pair, teller = told_pair(world), world.people.coordinator
    with world.scene.database.transaction() as session:
        key = read_plan(session, teller, pair, now=world.now).talks[0].talk.key
    tick = tell(world.scene, pair, key, teller, now=world.now, day=world.now.date()).talks[0].telling_id
    assert tick is not None
    return tick


def closed(world: World) -> None:
    """The family takes its search back."""
    with world.scene.database.transaction() as session:
        withdraw_search(session, family_of(world.case), WithdrawSearch(case_id=world.case.case_id), now=world.now)


def asked_to_ask(world: World) -> None:
    """The person of the pair is to be asked; one coordinator reads the answer."""
    pair = world.pair(ReportKind.SHELTER)
    reads = world.people.coordinator.account_id
    assert reads is not None
    with world.scene.database.transaction() as session:
        seen = session.get_one(MatchProposal, pair).revision
        command = StartApproach(proposal_id=pair, seen_revision=seen, coordinator_id=reads)
        start_approach(session, world.scene.reviewers[2], command, now=world.now)


def aged(found: AgeFinding) -> Act:
    """Whoever met the person settles face to face how old they are."""

    def act(world: World) -> None:
        with world.scene.database.transaction() as session:
            command = FindAge(approach_id=session.scalars(select(Approach.id)).one(), found=found)
            find_age(session, world.people.asker, command, now=world.now)

    return act


def answered(answer: PersonAnswer, moment: AnswerMoment = AnswerMoment.FIRST) -> Act:
    """The person answers about the enquirer, and one coordinator reads it."""

    def act(world: World) -> None:
        with world.scene.database.transaction() as session:
            command = KeepAnswer(
                approach_id=session.scalars(select(Approach.id)).one(),
                enquirer_id=session.scalars(select(ApproachEnquirer.id)).one(),
                answer=answer,
                moment=moment,
                alone=True,
            )
            keep_answer(session, world.people.asker, command, now=world.now)
            read_my_answers(session, world.people.coordinator, now=world.now)

    return act


def nobody(world: World) -> None:
    """The person answers everybody that nobody is to be told."""
    with world.scene.database.transaction() as session:
        command = KeepStanding(approach_id=session.scalars(select(Approach.id)).one(), kind=StandingKind.NOBODY)
        keep_standing(session, world.people.asker, command, now=world.now)


def decided_with_child(decision: ChildDecision) -> Act:
    """Two officers decide with the child."""

    def act(world: World) -> None:
        with world.scene.database.transaction() as session:
            report = session.scalars(select(FoundReport.id).where(FoundReport.kind == ReportKind.SHELTER.value)).one()
            for officer in (world.people.officer, world.people.second_officer):
                command = DecideWithChild(
                    report_id=report,
                    proposal_id=world.pair(ReportKind.SHELTER),
                    decision=decision,
                    child_says=ChildSays.YES if decision is ChildDecision.AGREES else ChildSays.NO,
                    child_view="The child thought about it for two days.",
                    reasons="We talked about it together.",
                )
                decide_with_child(session, officer, command, now=world.now)

    return act


def handed(world: World) -> None:
    """The pair of the body goes to the forensic service."""
    pair = world.pair(ReportKind.MORTUARY)
    with world.scene.database.transaction() as session:
        seen = session.get_one(MatchProposal, pair).revision
        command = HandOver(proposal_id=pair, seen_revision=seen, service_id=world.people.service_id)
        hand_over(session, world.scene.reviewers[2], command, now=world.now)


def examined(result: IdentificationResult) -> Act:
    """The service reads both sides, wishes a sample, and enters what it came to."""

    def act(world: World) -> None:
        with world.scene.database.transaction() as session:
            identifier = session.scalars(select(ForensicHandover.id)).one()
            open_handed(session, world.people.examiner, identifier, now=world.now)
            wish = MakeWish(handover_id=identifier, wish=ForensicWish.SAMPLE_FROM_PARENT)
            make_wish(session, world.people.examiner, wish, now=world.now)
            entry = Identify(
                handover_id=identifier, method=IdentificationMethod.DNA, result=result, document="D-17/2026"
            )
            identify(session, world.people.examiner, entry, now=world.now)

    return act
