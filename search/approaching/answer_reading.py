"""What people who were met answered, read by the one coordinator who was named for each pair, and by nobody else."""

import datetime
import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.accounts.audit_chain import record_act
from search.casework.ages import ages, is_child
from search.casework.child_rule import outcome
from search.casework.person_answers import answers_to, enquirer_of, newest, signed_with_child, standing_answer
from search.casework.undo_periods import in_force
from search.errors import NotFound
from search.located_summaries import AnswerLine, PersonAnswers
from search.models import ApproachEnquirer, MatchProposal, SearchRequest
from search.records.sections import held_keys
from search.vocabulary import AnswerMoment

OVERDUE = datetime.timedelta(days=30)


def read_my_answers(session: Session, actor: Actor, *, now: datetime.datetime) -> tuple[AnswerLine, ...]:
    """The pairs whose answers the actor alone reads, in the order in which they were started, whatever was answered."""
    subject = Subject(committee_id=actor.organisation_id, account_id=actor.account_id)
    require(actor, Action.READ_PERSON_ANSWER, subject)
    asked = (
        select(ApproachEnquirer, MatchProposal, SearchRequest)
        .join(MatchProposal, MatchProposal.id == ApproachEnquirer.proposal_id)
        .join(SearchRequest, SearchRequest.number == MatchProposal.request_number)
        .where(ApproachEnquirer.coordinator_id == actor.account_id, ApproachEnquirer.taken_back_at.is_(None))
        .where(MatchProposal.committee_id == actor.organisation_id, SearchRequest.withdrawn_at.is_(None))
        .order_by(ApproachEnquirer.made_at, ApproachEnquirer.id)
    )
    rows = session.execute(asked).all()
    readable = held_keys(
        session, [number for _, pair, _ in rows for number in (pair.request_number, pair.report_number)]
    )
    return tuple(
        AnswerLine(
            proposal_id=pair.id,
            reference=case.reference,
            overdue=row.acts_at + OVERDUE <= now and not _is_answered(session, pair, row),
        )
        for row, pair, case in rows
        if {pair.request_number, pair.report_number} <= readable.keys()
    )


def read_answers(session: Session, actor: Actor, proposal_id: uuid.UUID, *, now: datetime.datetime) -> PersonAnswers:
    """What the person of a pair answered; NotFound for everybody but the coordinator who was named for it."""
    proposal, enquirer = session.get(MatchProposal, proposal_id), enquirer_of(session, proposal_id)
    require(actor, Action.READ_PERSON_ANSWER, _subject(proposal, enquirer))
    if proposal is None or enquirer is None or not held_keys(session, (proposal.report_number,)):
        raise NotFound("not_found")
    answers = _answers(session, proposal, enquirer, now)
    record_act(session, actor, Action.READ_PERSON_ANSWER, subject=("match_proposal", proposal.id), now=now)
    return answers


def _subject(proposal: MatchProposal | None, enquirer: ApproachEnquirer | None) -> Subject:
    if proposal is None or enquirer is None:
        return Subject()
    return Subject(committee_id=proposal.committee_id, account_id=enquirer.coordinator_id)


def _answers(
    session: Session, proposal: MatchProposal, enquirer: ApproachEnquirer, now: datetime.datetime
) -> PersonAnswers:
    number = proposal.report_number
    said = answers_to(session, number, (enquirer.id,))[enquirer.id] if in_force(enquirer, now) else ()
    first, again = newest(said, AnswerMoment.FIRST), newest(said, AnswerMoment.AT_TELLING)
    standing, child = standing_answer(session, number), is_child(ages(session, (number,))[number])
    return PersonAnswers(
        proposal_id=proposal.id,
        reference=session.get_one(SearchRequest, proposal.request_number).reference,
        answer=first.answer if first and not child else None,
        at_telling=again.answer if again and not child else None,
        decided=outcome(signed_with_child(session, number, proposal.id)) if child else None,
        child=child,
        nobody=standing is not None and standing.until is None,
        not_before=standing.until if standing else None,
    )


def _is_answered(session: Session, pair: MatchProposal, row: ApproachEnquirer) -> bool:
    if standing_answer(session, pair.report_number) is not None:
        return True
    said = answers_to(session, pair.report_number, (row.id,))[row.id]
    return bool(said) or outcome(signed_with_child(session, pair.report_number, pair.id)) is not None
