"""A committee judges a proposal and takes back; a second, different person confirms.

Judgements are appended and never changed. The state of a proposal follows from those that count, by the rule in
`search.review.two_reader_rule`.
"""

import datetime
import uuid
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor
from search.accounts.audit_chain import record_act
from search.casework.locked_pairs import locked_proposal
from search.commands import JudgeProposal, TakeBackJudgement
from search.errors import NotFound
from search.models import Judgement, MatchProposal
from search.records.associated_data import judgement_words_place
from search.records.sections import seal_words
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
