"""Before a card opens its reader is asked whether they know the people; whoever does leaves it to others, unexplained.

Neither the asking nor the answer is a reading: a line of the queue is all that is shown. The audit's entry says that it
was answered, not what, and names no case.
"""

import datetime
import uuid

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from search.access import Action, Actor
from search.accounts.audit_chain import record_act
from search.casework.conflicts import ASKED_FOR, goes_on, leaves, require_not_left
from search.casework.locked_pairs import locked_proposal, subjects_of
from search.committee_commands import AnswerConflict
from search.committee_summaries import ConflictQuestion
from search.documents import Description
from search.errors import NotFound, Refused
from search.fields import Purpose, visible
from search.models import ConflictAnswer, FoundReport, MatchProposal, SearchRequest
from search.records.sections import read_sections
from search.vocabulary import ReportKind

UNDO = datetime.timedelta(minutes=10)


def read_question(
    session: Session, actor: Actor, proposal_id: uuid.UUID, *, now: datetime.datetime
) -> ConflictQuestion:
    """Of whom the question is, as a line of the queue says it; for a few minutes also after the card was left."""
    proposal = locked_proposal(session, actor, Action.ANSWER_CONFLICT, proposal_id, also_left=True)
    until = _left_until(session, actor, proposal)
    if until is not None and until <= now:
        require_not_left(session, actor, proposal.request_number, proposal.report_number)
    sought, found = subjects_of(session, proposal)
    numbers = (proposal.request_number, proposal.report_number)
    told = read_sections(session, numbers, Description)
    sides = [
        visible(told.get(number, Description()), actor, subject, Purpose.LIST)
        for number, subject in zip(numbers, (sought, found), strict=True)
    ]
    return ConflictQuestion(
        proposal_id=proposal.id,
        reference=session.get_one(SearchRequest, proposal.request_number).reference,
        report_kind=ReportKind(session.get_one(FoundReport, proposal.report_number).kind),
        sought_names=sides[0].names,
        found_names=sides[1].names,
        left=until is not None,
    )


def answer_conflict(session: Session, actor: Actor, command: AnswerConflict, *, now: datetime.datetime) -> None:
    """Go on, or leave the pair to others; undone for a few minutes, and the same mark for both records."""
    proposal = locked_proposal(session, actor, Action.ANSWER_CONFLICT, command.proposal_id, also_left=True)
    account_id = actor.account_id
    if account_id is None:
        raise Refused("no_account")
    until = _left_until(session, actor, proposal)
    if until is not None and (until <= now or not command.goes_on):
        raise NotFound("not_found")
    numbers = (proposal.request_number, proposal.report_number)
    _forget(session, numbers, (goes_on(session, account_id), leaves(session, account_id)))
    mark = goes_on(session, account_id) if command.goes_on else leaves(session, account_id)
    ends = now + (ASKED_FOR if command.goes_on else UNDO)
    session.add_all(ConflictAnswer(id=uuid.uuid4(), record_number=one, mark=mark, until=ends) for one in numbers)
    session.flush()
    record_act(session, actor, Action.ANSWER_CONFLICT, subject=("registry", "conflicts"), now=now)


def _left_until(session: Session, actor: Actor, proposal: MatchProposal) -> datetime.datetime | None:
    """Until when it can be undone that this reader left the pair to others; None where they did not."""
    if actor.account_id is None:
        return None
    numbers = (proposal.request_number, proposal.report_number)
    asked = select(ConflictAnswer.until).where(
        ConflictAnswer.mark == leaves(session, actor.account_id), ConflictAnswer.record_number.in_(numbers)
    )
    return min(session.scalars(asked), default=None)


def _forget(session: Session, numbers: tuple[int, int], marks: tuple[int, int]) -> None:
    held = delete(ConflictAnswer).where(ConflictAnswer.record_number.in_(numbers), ConflictAnswer.mark.in_(marks))
    session.execute(held.execution_options(synchronize_session=False))
