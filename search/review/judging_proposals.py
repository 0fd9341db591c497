"""A committee judges a proposal and takes back; a second, different person confirms.

Judgements are appended and never changed. The state of a proposal follows from those that count, by the rule in
`search.review.two_reader_rule`.
"""

import datetime
import uuid
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.accounts.audit_chain import record_act
from search.commands import JudgeProposal, TakeBackJudgement
from search.errors import NotFound
from search.models import Judgement, MatchProposal, Record
from search.records.associated_data import judgement_words_place
from search.records.sections import held_keys, seal_words
from search.review.two_reader_rule import (
    counting_judgements,
    next_judgement,
    reader_of,
    require_another_reader,
    require_unchanged,
    settle,
    without_own,
)
from search.vocabulary import JudgementKind, ProposalState


def judge(session: Session, actor: Actor, command: JudgeProposal, *, now: datetime.datetime) -> ProposalState:
    """Append one person's judgement; returns the state that follows.

    Raises Conflict when the card changed since it was read, and AccessDenied when the same person already judged it.
    """
    proposal = locked_proposal(session, actor, Action.JUDGE, command.proposal_id)
    account_id = reader_of(actor)
    require_unchanged(proposal, command.seen_revision)
    counting = counting_judgements(judgements_of(session, proposal.id))
    require_another_reader(counting, account_id)
    judgement = _judgement(session, proposal, account_id, command, now)
    session.add(judgement)
    return _settle(session, actor, proposal, [*counting, judgement], now)


def take_back(session: Session, actor: Actor, command: TakeBackJudgement, *, now: datetime.datetime) -> ProposalState:
    """Append that an own earlier judgement no longer counts."""
    earlier = session.get(Judgement, command.judgement_id)
    if earlier is None:
        raise NotFound("not_found")
    proposal = locked_proposal(session, actor, Action.JUDGE, earlier.proposal_id)
    account_id = reader_of(actor)
    require_unchanged(proposal, command.seen_revision)
    remaining = without_own(counting_judgements(judgements_of(session, proposal.id)), earlier.id, account_id)
    words = JudgeProposal(
        proposal_id=proposal.id, seen_revision=command.seen_revision, kind=JudgementKind(earlier.kind)
    )
    withdrawal = _judgement(session, proposal, account_id, words, now)
    withdrawal.takes_back_id = earlier.id
    session.add(withdrawal)
    return _settle(session, actor, proposal, remaining, now)


def locked_proposal(session: Session, actor: Actor, action: Action, proposal_id: uuid.UUID) -> MatchProposal:
    """A proposal that the actor may act on, held until the transaction ends; NotFound for any other.

    One of whose records was erased is gone with it, and is no longer there either where only the key was destroyed.
    While a family has taken its search back nobody reads it.
    """
    proposal = session.scalars(
        select(MatchProposal).where(MatchProposal.id == proposal_id).with_for_update()
    ).one_or_none()
    require(actor, action, Subject(committee_id=proposal.committee_id if proposal else None))
    if proposal is None or not _is_readable(session, proposal):
        raise NotFound("not_found")
    return proposal


def _is_readable(session: Session, proposal: MatchProposal) -> bool:
    """Whether both records are still there, the search was not taken back, and the report not laid aside."""
    both = (proposal.request_number, proposal.report_number)
    standing = select(Record.number).where(Record.number.in_(both), Record.withdrawn_at.is_(None))
    return len(session.scalars(standing).all()) == 2 and len(held_keys(session, both)) == 2


def judgements_of(session: Session, proposal_id: uuid.UUID) -> Sequence[Judgement]:
    """All judgements of a proposal, oldest first, those taken back included."""
    return session.scalars(
        select(Judgement).where(Judgement.proposal_id == proposal_id).order_by(Judgement.revision)
    ).all()


def _judgement(
    session: Session, proposal: MatchProposal, account_id: uuid.UUID, command: JudgeProposal, now: datetime.datetime
) -> Judgement:
    columns = next_judgement(proposal, account_id, command.kind, now)
    place = judgement_words_place(columns["id"])
    return Judgement(
        **columns,
        proposal_id=proposal.id,
        reasons=sorted(reason.value for reason in command.reasons),
        words_sealed=seal_words(session, proposal.request_number, command.words, place),
    )


def _settle(
    session: Session, actor: Actor, proposal: MatchProposal, counting: Sequence[Judgement], now: datetime.datetime
) -> ProposalState:
    state = settle(proposal, counting)
    session.flush()
    detail = {"state": state.value}
    record_act(session, actor, Action.JUDGE, subject=("match_proposal", proposal.id), now=now, detail=detail)
    return state
