"""A committee has the person of an agreed pair asked, and takes that back within its time.

A person is asked once for all committees: there is one approach a report, and every enquirer is added to it. That the
person answers nobody, or nobody before some day, makes no difference here that a reader could see.
"""

import datetime
import uuid

from sqlalchemy.orm import Session

from search.access import Action, Actor, is_switched_on
from search.accounts.audit_chain import record_act
from search.approaching.approach_rows import account_of, approach_of, chosen_asker, held_pair, members
from search.approaching.handover_rows import services_allowed
from search.approaching.protecting import protectors
from search.casework.ages import ages, is_child
from search.casework.course import course_facts, course_of
from search.casework.judgement_rows import judged_lately
from search.casework.locked_pairs import locked_proposal
from search.casework.person_answers import enquirer_of
from search.casework.undo_periods import ASKING_WAITS, can_be_taken_back
from search.errors import Conflict, NotFound, Refused
from search.located_commands import StartApproach
from search.located_summaries import CourseSummary, NamedAccount
from search.models import Approach, ApproachEnquirer, FoundReport, MatchProposal, SearchRequest
from search.records.consent_rows import answers_of
from search.vocabulary import LIVING_KINDS, CourseState, ProposalState, ReportKind, StaffRole, WaitingReason


def read_course(session: Session, actor: Actor, proposal_id: uuid.UUID, *, now: datetime.datetime) -> CourseSummary:
    """How far a pair has come, and whether its reader can go on."""
    proposal = locked_proposal(session, actor, Action.OPEN_CARD, proposal_id)
    return course_summary(session, proposal, actor, now)


def start_approach(session: Session, actor: Actor, command: StartApproach, *, now: datetime.datetime) -> CourseSummary:
    """Have the person asked about the enquirer of this pair; starting what was started changes nothing.

    Raises Conflict when the card changed since it was read, and Refused while nobody can be approached.
    """
    proposal = held_pair(session, actor, Action.START_APPROACH, command.proposal_id)
    account_id = account_of(actor)
    if proposal.revision != command.seen_revision:
        raise Conflict("proposal_changed")
    coordinator = _coordinator(session, proposal, command.coordinator_id)
    if not _goes_on(session, proposal, coordinator):
        why = waits_for(session, proposal, now)
        if why is not None:
            raise Refused(why.value)
        _add(session, proposal, coordinator, account_id, now)
    session.flush()
    record_act(session, actor, Action.START_APPROACH, subject=("match_proposal", proposal.id), now=now)
    return course_summary(session, proposal, actor, now)


def take_back_approach(
    session: Session, actor: Actor, proposal_id: uuid.UUID, *, now: datetime.datetime
) -> CourseSummary:
    """Nobody is asked after all, as if it had not been started; Refused once its time is over."""
    proposal = held_pair(session, actor, Action.START_APPROACH, proposal_id)
    enquirer = enquirer_of(session, proposal.id)
    if enquirer is None:
        raise NotFound("not_found")
    if not can_be_taken_back(enquirer, now):
        raise Refused("too_late_to_undo")
    enquirer.taken_back_at = now
    session.flush()
    record_act(session, actor, Action.START_APPROACH, subject=("match_proposal", proposal.id), now=now)
    return course_summary(session, proposal, actor, now)


def waits_for(session: Session, proposal: MatchProposal, now: datetime.datetime) -> WaitingReason | None:
    """Why nobody is approached because of an agreed pair; None where somebody can be."""
    # First, whatever it came to: whoever judged a moment ago would read here what the other reader said.
    if judged_lately(session, (proposal.id,), now):
        return WaitingReason.CAN_BE_UNDONE
    report = session.get_one(FoundReport, proposal.report_number)
    facts = course_facts(session, (proposal.id,), now)[proposal.id]
    if proposal.state != ProposalState.AGREED.value or facts.kind is ReportKind.WITNESS:
        return WaitingReason.NOT_AGREED if facts.kind is not ReportKind.WITNESS else WaitingReason.NOBODY_WAS_MET
    if not facts.ready:
        return WaitingReason.WHO_ASKS_UNKNOWN
    if facts.kind in LIVING_KINDS:
        return _nobody_to_ask(session, proposal, report)
    return None if services_allowed(session, proposal) else WaitingReason.NO_SERVICE


def course_summary(session: Session, proposal: MatchProposal, actor: Actor, now: datetime.datetime) -> CourseSummary:
    """What every reader of a committee may know of the course of its pair."""
    facts = course_facts(session, (proposal.id,), now)[proposal.id]
    enquirer = enquirer_of(session, proposal.id)
    undo = enquirer is not None and can_be_taken_back(enquirer, now)
    state = course_of(facts)
    if state is not CourseState.TOLD and judged_lately(session, (proposal.id,), now):
        state = CourseState.NONE
    begun = state not in (CourseState.NONE, CourseState.WAITS_WHO_ASKS)
    return CourseSummary(
        proposal_id=proposal.id,
        reference=session.get_one(SearchRequest, proposal.request_number).reference,
        revision=proposal.revision,
        state=state,
        living=facts.kind in LIVING_KINDS,
        waits_for=None if begun else waits_for(session, proposal, now),
        undone_until=enquirer.acts_at if enquirer is not None and undo else None,
        coordinators=_coordinators(session, proposal) if is_switched_on(Action.START_APPROACH) else (),
        reads_answer=enquirer is not None and enquirer.coordinator_id == actor.account_id,
    )


def _nobody_to_ask(session: Session, proposal: MatchProposal, report: FoundReport) -> WaitingReason | None:
    answers = answers_of(session, [proposal.request_number])[proposal.request_number]
    if is_child(ages(session, (report.number,))[report.number]):
        return None if protectors(session, report, answers) else WaitingReason.NO_OFFICER
    return None if chosen_asker(session, report, answers) else WaitingReason.NOBODY_MAY_ASK


def _coordinator(session: Session, proposal: MatchProposal, account_id: uuid.UUID) -> uuid.UUID:
    if account_id not in {one.account_id for one in _coordinators(session, proposal)}:
        raise Refused("no_such_coordinator")
    return account_id


def _coordinators(session: Session, proposal: MatchProposal) -> tuple[NamedAccount, ...]:
    """Who coordinates the committee and reads pairs: whoever reads the answer also sees to how the family is told."""
    reading = {one.id for one in members(session, (proposal.committee_id,), StaffRole.REVIEWER)}
    people = members(session, (proposal.committee_id,), StaffRole.COORDINATOR)
    return tuple(NamedAccount(account_id=one.id, name=one.login) for one in people if one.id in reading)


def _goes_on(session: Session, proposal: MatchProposal, coordinator: uuid.UUID) -> bool:
    """Whether it was started already; where nobody coordinates any more who could read the answer, another does."""
    enquirer = enquirer_of(session, proposal.id)
    if enquirer is not None and enquirer.coordinator_id not in {
        one.account_id for one in _coordinators(session, proposal)
    }:
        enquirer.coordinator_id = coordinator
    return enquirer is not None


def _add(
    session: Session,
    proposal: MatchProposal,
    coordinator: uuid.UUID,
    account_id: uuid.UUID,
    now: datetime.datetime,
) -> None:
    approach = approach_of(session, proposal.report_number)
    if approach is None:
        approach = Approach(id=uuid.uuid4(), report_number=proposal.report_number, intermediary_id=None, made_at=now)
        session.add(approach)
    report = session.get_one(FoundReport, proposal.report_number)
    answers = answers_of(session, [proposal.request_number])[proposal.request_number]
    approach.intermediary_id = chosen_asker(session, report, answers) or approach.intermediary_id
    session.flush()
    session.add(
        ApproachEnquirer(
            id=uuid.uuid4(),
            approach_id=approach.id,
            proposal_id=proposal.id,
            coordinator_id=coordinator,
            started_by=account_id,
            made_at=now,
            acts_at=now + ASKING_WAITS,
            taken_back_at=None,
        )
    )
