"""The recorded act "told": somebody spoke with a relative. Everything on the family's side follows from it alone.

A tick waits before anything follows from it, and can be taken back until then; after it a correction is appended,
which waits likewise.
"""

import datetime
import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor
from search.accounts.audit_chain import record_act
from search.casework.locked_pairs import locked_proposal
from search.casework.undo_periods import TELLING_WAITS, can_be_taken_back, in_force
from search.errors import Conflict, NotFound, Refused
from search.models import MatchProposal, Telling, TellingPlan
from search.telling.plan_rows import document_of, newest_plan, standing_tick, summary_of, teller_of, ticks_of
from search.telling.telling_gates import pair_to_tell, require_asked_once_more
from search.telling_commands import CorrectTold, TickTold
from search.telling_summaries import TellingSummary

# Somewhere on earth it is already that day, or still.
_EAST, _WEST = datetime.timedelta(hours=14), datetime.timedelta(hours=12)


def tick_told(session: Session, actor: Actor, command: TickTold, *, now: datetime.datetime) -> TellingSummary:
    """Say that a relative of the plan was spoken with; Conflict where somebody said so already."""
    proposal = pair_to_tell(session, actor, Action.TELL, command.proposal_id, now)
    plan = newest_plan(session, proposal.id)
    if plan is None or command.key not in {talk.key for talk in document_of(session, plan).talks}:
        raise NotFound("not_found")
    require_asked_once_more(session, proposal, plan.made_at, now)
    standing = standing_tick(ticks_of(session, proposal.id), command.key)
    if standing is not None and standing.told_on is not None:
        raise Conflict("already_told")
    _require_day(session, proposal, command.told_on, now)
    # A talk that did not take place after all is corrected by the one that did.
    corrects = None if standing is None else standing.id
    session.add(_tick(actor, plan, command.key, command.told_on, now, corrects))
    return _noted(session, actor, proposal, now, "told")


def take_back_told(session: Session, actor: Actor, telling_id: uuid.UUID, *, now: datetime.datetime) -> TellingSummary:
    """Undo a tick, or a correction, before anything follows from it; Conflict `too_late` afterwards."""
    tick, proposal = _held(session, actor, telling_id)
    if not can_be_taken_back(tick, now):
        raise Conflict("too_late_to_take_back")
    tick.taken_back_at = now
    return _noted(session, actor, proposal, now, "taken_back")


def correct_told(session: Session, actor: Actor, command: CorrectTold, *, now: datetime.datetime) -> TellingSummary:
    """Append that a talk took place on another day, or did not take place at all."""
    tick, proposal = _held(session, actor, command.telling_id)
    if not in_force(tick, now) or any(one.corrects_id == tick.id for one in ticks_of(session, proposal.id)):
        raise Conflict("nothing_to_correct")
    if command.told_on is not None:
        _require_day(session, proposal, command.told_on, now)
    plan = session.get_one(TellingPlan, tick.plan_id)
    session.add(_tick(actor, plan, tick.relative_key, command.told_on, now, tick.id))
    return _noted(session, actor, proposal, now, "corrected")


def _held(session: Session, actor: Actor, telling_id: uuid.UUID) -> tuple[Telling, MatchProposal]:
    """A tick and its pair, whatever came after it: a person may have changed their mind, and a slip is a slip."""
    found = session.scalars(select(Telling).where(Telling.id == telling_id)).one_or_none()
    proposal = locked_proposal(session, actor, Action.TELL, found.proposal_id if found else uuid.UUID(int=0))
    if found is None or found.taken_back_at is not None:
        raise NotFound("not_found")
    session.refresh(found)
    return found, proposal


def _tick(
    actor: Actor,
    plan: TellingPlan,
    key: str,
    told_on: datetime.date | None,
    now: datetime.datetime,
    corrects: uuid.UUID | None,
) -> Telling:
    return Telling(
        id=uuid.uuid4(),
        plan_id=plan.id,
        proposal_id=plan.proposal_id,
        record_number=plan.record_number,
        relative_key=key,
        told_on=told_on,
        told_by=teller_of(actor),
        made_at=now,
        acts_at=now + TELLING_WAITS,
        corrects_id=corrects,
    )


def _require_day(session: Session, proposal: MatchProposal, day: datetime.date, now: datetime.datetime) -> None:
    """Nobody was spoken with tomorrow, nor before it was planned."""
    first = select(TellingPlan.made_at).where(TellingPlan.proposal_id == proposal.id).order_by(TellingPlan.revision)
    planned = session.scalars(first.limit(1)).one()
    if not (planned - _WEST).date() <= day <= (now + _EAST).date():
        raise Refused("told_on_another_day")


def _noted(
    session: Session, actor: Actor, proposal: MatchProposal, now: datetime.datetime, what: str
) -> TellingSummary:
    session.flush()
    subject = ("match_proposal", proposal.id)
    record_act(session, actor, Action.TELL, subject=subject, now=now, detail={"telling": what})
    return summary_of(session, proposal, now)
