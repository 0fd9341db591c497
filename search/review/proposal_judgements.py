"""A committee judges a proposal and takes back; a second, different person confirms.

Judgements are appended and never changed. The state of a proposal follows from those that count.
"""

import datetime
import uuid
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor
from search.accounts.audit_chain import record_act
from search.commands import JudgeProposal, TakeBackJudgement
from search.errors import AccessDenied, Conflict, NotFound, Refused
from search.models import Judgement, MatchProposal
from search.records.sections import seal_words
from search.review.held_proposals import locked_proposal
from search.vocabulary import JudgementKind, ProposalState

POSITIVES_TO_CONFIRM = 2


def judge(session: Session, actor: Actor, command: JudgeProposal, *, now: datetime.datetime) -> ProposalState:
    """Append one person's judgement; returns the state that follows.

    Raises Conflict when the card changed since it was read, and AccessDenied when the same person already judged it.
    """
    proposal = locked_proposal(session, actor, Action.JUDGE, command.proposal_id)
    account_id = _account(actor)
    _unchanged(proposal, command.seen_revision)
    counting = counting_judgements(judgements_of(session, proposal.id))
    if any(judgement.account_id == account_id for judgement in counting):
        raise AccessDenied("second_reader_must_differ")
    judgement = _judgement(session, proposal, account_id, command, now)
    session.add(judgement)
    return _settle(session, actor, proposal, [*counting, judgement], now)


def take_back(session: Session, actor: Actor, command: TakeBackJudgement, *, now: datetime.datetime) -> ProposalState:
    """Append that an own earlier judgement no longer counts."""
    earlier = session.get(Judgement, command.judgement_id)
    if earlier is None:
        raise NotFound("not_found")
    proposal = locked_proposal(session, actor, Action.JUDGE, earlier.proposal_id)
    account_id = _account(actor)
    _unchanged(proposal, command.seen_revision)
    counting = counting_judgements(judgements_of(session, proposal.id))
    if earlier.account_id != account_id or earlier.id not in {judgement.id for judgement in counting}:
        raise AccessDenied("not_own_judgement")
    words = JudgeProposal(
        proposal_id=proposal.id, seen_revision=command.seen_revision, kind=JudgementKind(earlier.kind)
    )
    withdrawal = _judgement(session, proposal, account_id, words, now)
    withdrawal.takes_back_id = earlier.id
    session.add(withdrawal)
    return _settle(session, actor, proposal, [one for one in counting if one.id != earlier.id], now)


def judgements_of(session: Session, proposal_id: uuid.UUID) -> Sequence[Judgement]:
    """All judgements of a proposal, oldest first, those taken back included."""
    return session.scalars(
        select(Judgement).where(Judgement.proposal_id == proposal_id).order_by(Judgement.revision)
    ).all()


def counting_judgements(judgements: Sequence[Judgement]) -> list[Judgement]:
    """Those that were not taken back, and are no taking back themselves."""
    taken_back = {judgement.takes_back_id for judgement in judgements}
    return [one for one in judgements if one.takes_back_id is None and one.id not in taken_back]


def state_after(counting: Sequence[Judgement]) -> ProposalState:
    """The state that follows from the judgements that count.

    One negative rules a pair out until it is taken back; two positives by different people confirm it.
    """
    kinds = [JudgementKind(judgement.kind) for judgement in counting]
    if JudgementKind.NEGATIVE in kinds:
        return ProposalState.RULED_OUT
    positives = kinds.count(JudgementKind.POSITIVE)
    if positives >= POSITIVES_TO_CONFIRM:
        return ProposalState.CONFIRMED
    if positives:
        return ProposalState.AWAITING_SECOND
    return ProposalState.UNSURE if kinds else ProposalState.OPEN


def _unchanged(proposal: MatchProposal, seen_revision: int) -> None:
    if proposal.revision != seen_revision:
        raise Conflict("proposal_changed")


def _judgement(
    session: Session, proposal: MatchProposal, account_id: uuid.UUID, command: JudgeProposal, now: datetime.datetime
) -> Judgement:
    identifier = uuid.uuid4()
    proposal.revision += 1
    place = f"judgements.words_sealed.{identifier}"
    return Judgement(
        id=identifier,
        proposal_id=proposal.id,
        account_id=account_id,
        kind=command.kind.value,
        reasons=sorted(reason.value for reason in command.reasons),
        words_sealed=seal_words(session, proposal.request_number, command.words, place),
        engine_version=proposal.engine_version,
        revision=proposal.revision,
        made_at=now,
    )


def _settle(
    session: Session, actor: Actor, proposal: MatchProposal, counting: Sequence[Judgement], now: datetime.datetime
) -> ProposalState:
    state = state_after(counting)
    proposal.state = state.value
    session.flush()
    detail = {"state": state.value}
    record_act(session, actor, Action.JUDGE, subject=("match_proposal", proposal.id), now=now, detail=detail)
    return state


def _account(actor: Actor) -> uuid.UUID:
    if actor.account_id is None:
        raise Refused("no_account")
    return actor.account_id
