"""Pairs that are looked at again on a day: a laboratory's answer is awaited, an office was asked."""

import datetime
import uuid
from collections.abc import Collection, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor
from search.accounts.audit_chain import record_act
from search.casework.locked_pairs import locked_proposal
from search.errors import Refused
from search.models import ComeBack
from search.queue_commands import ComeBackOn
from search.queue_summaries import ComeBackDay
from search.review.claiming import let_go
from search.review.two_reader_rule import reader_of
from search.vocabulary import ComeBackReason

FURTHEST = datetime.timedelta(days=366)


def come_back_on(session: Session, actor: Actor, command: ComeBackOn, *, now: datetime.datetime) -> None:
    """Append that a pair is looked at again on a day; until then it stands in no list of what is to be read."""
    proposal = locked_proposal(session, actor, Action.COME_BACK, command.proposal_id)
    account_id = reader_of(actor)
    if command.day is None or not now.date() < command.day <= now.date() + FURTHEST:
        raise Refused("day_not_ahead")
    session.add(
        ComeBack(
            id=uuid.uuid4(),
            proposal_id=proposal.id,
            account_id=account_id,
            day=command.day,
            why=command.why.value,
            made_at=now,
        )
    )
    let_go(session, actor, proposal.id)
    subject, detail = ("match_proposal", proposal.id), {"why": command.why.value}
    record_act(session, actor, Action.COME_BACK, subject=subject, now=now, detail=detail)


def read_come_back(session: Session, actor: Actor, proposal_id: uuid.UUID) -> ComeBackDay | None:
    """On which day a pair is looked at again so far; None where no day was chosen."""
    proposal = locked_proposal(session, actor, Action.COME_BACK, proposal_id)
    return days_of(session, [proposal.id]).get(proposal.id)


def days_of(session: Session, proposal_ids: Collection[uuid.UUID]) -> Mapping[uuid.UUID, ComeBackDay]:
    """The newest day of each of these pairs that has one."""
    asked = select(ComeBack).where(ComeBack.proposal_id.in_(proposal_ids)).order_by(ComeBack.made_at)
    return {one.proposal_id: ComeBackDay(day=one.day, why=ComeBackReason(one.why)) for one in session.scalars(asked)}
