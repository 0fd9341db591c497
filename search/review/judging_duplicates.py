"""A committee reads which of its searches, or of the reports in its pairs, may be about one person, and answers.

Answers are appended and never changed; nothing is merged or closed by them. A pair that somebody judged to be of
different people leaves the list until that is taken back.
"""

import datetime
import uuid
from collections.abc import Sequence

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.accounts.audit_chain import record_act
from search.accounts.case_readings import ReadingPurpose, note_reading
from search.casework.conflicts import left_to_others, require_not_left
from search.casework.judgement_rows import counting_judgements
from search.casework.undo_periods import UNDO
from search.commands import JudgeDuplicate, TakeBackDuplicateJudgement
from search.errors import NotFound
from search.models import DuplicateJudgement, DuplicateProposal, MatchProposal, Record, RecordSide
from search.review.blind_reading import SETTLED, shown_state, undoable_among
from search.review.duplicate_list import duplicate_judgements, duplicate_pairs
from search.review.two_reader_rule import (
    next_judgement,
    reader_of,
    require_may_read,
    require_unchanged,
    settle,
    without_own,
)
from search.summaries import DuplicateList, DuplicatePair
from search.vocabulary import JudgementKind, ProposalState

PAGE = 20
_MOST_ON_A_CARD = 10


def read_duplicates(
    session: Session, actor: Actor, *, now: datetime.datetime, page: int = 1, settled: bool = False
) -> DuplicateList:
    """One page of the pairs of the committee's searches, heaviest first; `settled`: those that were decided."""
    require(actor, Action.READ_DUPLICATES, Subject(committee_id=actor.organisation_id))
    in_state = DuplicateProposal.state.in_([state.value for state in SETTLED])
    undoable = DuplicateProposal.id.in_(_undoable(session, actor, now))
    mine = select(DuplicateProposal).where(
        DuplicateProposal.committee_id == actor.organisation_id,
        DuplicateProposal.side == RecordSide.SOUGHT.value,
        in_state & ~undoable if settled else ~in_state | undoable,
        _nobody_withdrew(),
        _not_left(session, actor),
    )
    total = session.execute(select(func.count()).select_from(mine.subquery())).scalar_one()
    ordered = mine.order_by(DuplicateProposal.match_weight.desc(), DuplicateProposal.id)
    found = session.scalars(ordered.limit(PAGE).offset(PAGE * max(page - 1, 0))).all()
    pairs = _read_pairs(session, actor, found, now)
    return DuplicateList(pairs=pairs, total=total, page=page, pages=max(1, -(-total // PAGE)))


def read_duplicates_of_pair(
    session: Session, actor: Actor, proposal_id: uuid.UUID, *, now: datetime.datetime
) -> tuple[DuplicatePair, ...]:
    """What may be the same person as the search or the report of one proposal, as far as the reader may see both."""
    proposal = session.get(MatchProposal, proposal_id)
    require(actor, Action.READ_DUPLICATES, Subject(committee_id=proposal.committee_id if proposal else None))
    if proposal is None:
        raise NotFound("not_found")
    require_not_left(session, actor, proposal.request_number, proposal.report_number)
    numbers = (proposal.request_number, proposal.report_number)
    either = or_(DuplicateProposal.first_number.in_(numbers), DuplicateProposal.second_number.in_(numbers))
    open_ones = select(DuplicateProposal).where(
        either, DuplicateProposal.state != ProposalState.RULED_OUT.value, _nobody_withdrew(), _not_left(session, actor)
    )
    found = session.scalars(open_ones.order_by(DuplicateProposal.match_weight.desc(), DuplicateProposal.id)).all()
    seen = [one for one in found if _committee(session, actor, one) is not None]
    return _read_pairs(session, actor, seen[:_MOST_ON_A_CARD], now)


def _read_pairs(
    session: Session, actor: Actor, found: Sequence[DuplicateProposal], now: datetime.datetime
) -> tuple[DuplicatePair, ...]:
    """The pairs as they are shown, each written down as a reading of both records."""
    pairs = duplicate_pairs(session, found, actor, now)
    shown = {pair.duplicate_id for pair in pairs}
    for one in found:
        if one.id in shown:
            numbers = (one.first_number, one.second_number)
            note_reading(session, actor, numbers, ReadingPurpose.DUPLICATES, now=now, caused_by=one.id)
    if pairs:
        subject = ("registry", "duplicates")
        detail = {"pairs": len(pairs)}
        record_act(session, actor, Action.READ_DUPLICATES, subject=subject, now=now, detail=detail)
    return pairs


def judge_duplicate(
    session: Session, actor: Actor, command: JudgeDuplicate, *, now: datetime.datetime
) -> ProposalState:
    """Append one person's answer; returns the state that follows.

    Raises Conflict when the pair changed since it was read, and AccessDenied when the same person answered already.
    """
    pair = _locked(session, actor, command.duplicate_id)
    account_id = reader_of(actor)
    require_unchanged(pair, command.seen_revision)
    made = duplicate_judgements(session, [pair.id])
    require_may_read(pair, made, actor, command.kind)
    judgement = _judgement(pair, account_id, command.kind, now)
    session.add(judgement)
    return _settle(session, actor, pair, [*counting_judgements(made), judgement], now)


def take_back_duplicate_judgement(
    session: Session, actor: Actor, command: TakeBackDuplicateJudgement, *, now: datetime.datetime
) -> ProposalState:
    """Append that an own earlier answer no longer counts."""
    earlier = session.get(DuplicateJudgement, command.judgement_id)
    pair = _locked(session, actor, earlier.duplicate_id if earlier else None)
    if earlier is None:
        raise NotFound("not_found")
    account_id = reader_of(actor)
    require_unchanged(pair, command.seen_revision)
    remaining = without_own(counting_judgements(duplicate_judgements(session, [pair.id])), earlier.id, account_id)
    withdrawal = _judgement(pair, account_id, JudgementKind(earlier.kind), now)
    withdrawal.takes_back_id = earlier.id
    session.add(withdrawal)
    return _settle(session, actor, pair, remaining, now)


def _undoable(session: Session, actor: Actor, now: datetime.datetime) -> list[uuid.UUID]:
    """The pairs that the reader answered so lately that it can be undone, and that others answered too."""
    asked = select(DuplicateJudgement.duplicate_id).where(
        DuplicateJudgement.account_id == actor.account_id, DuplicateJudgement.made_at > now - UNDO
    )
    rows = session.scalars(select(DuplicateJudgement).where(DuplicateJudgement.duplicate_id.in_(asked))).all()
    return undoable_among([(one.duplicate_id, one) for one in rows], actor.account_id, now)


def _locked(session: Session, actor: Actor, duplicate_id: uuid.UUID | None) -> DuplicateProposal:
    """A pair that the actor may judge, held until the transaction ends; NotFound for any other."""
    held = select(DuplicateProposal).where(DuplicateProposal.id == duplicate_id).with_for_update()
    pair = session.scalars(held).one_or_none()
    require(actor, Action.JUDGE_DUPLICATE, Subject(committee_id=_committee(session, actor, pair)))
    if pair is None:
        raise NotFound("not_found")
    require_not_left(session, actor, pair.first_number, pair.second_number)
    return pair


def _committee(session: Session, actor: Actor, pair: DuplicateProposal | None) -> uuid.UUID | None:
    """The committee that may read a pair: of searches theirs, of reports any that has pairs with both."""
    if pair is None:
        return None
    if pair.side == RecordSide.SOUGHT.value:
        return pair.committee_id if pair.committee_id == actor.organisation_id else None
    numbers = (pair.first_number, pair.second_number)
    held = select(func.count(MatchProposal.report_number.distinct())).where(
        MatchProposal.committee_id == actor.organisation_id, MatchProposal.report_number.in_(numbers)
    )
    return actor.organisation_id if session.execute(held).scalar_one() == len(numbers) else None


def _nobody_withdrew() -> ColumnElement[bool]:
    """Neither record of the pair was withdrawn."""
    withdrawn = select(Record.number).where(Record.withdrawn_at.is_not(None))
    return DuplicateProposal.first_number.not_in(withdrawn) & DuplicateProposal.second_number.not_in(withdrawn)


def _not_left(session: Session, actor: Actor) -> ColumnElement[bool]:
    """The reader left neither record of the pair to others."""
    left = left_to_others(session, actor)
    return DuplicateProposal.first_number.not_in(left) & DuplicateProposal.second_number.not_in(left)


def _judgement(
    pair: DuplicateProposal, account_id: uuid.UUID, kind: JudgementKind, now: datetime.datetime
) -> DuplicateJudgement:
    return DuplicateJudgement(**next_judgement(pair, account_id, kind, now), duplicate_id=pair.id)


def _settle(
    session: Session,
    actor: Actor,
    pair: DuplicateProposal,
    counting: Sequence[DuplicateJudgement],
    now: datetime.datetime,
) -> ProposalState:
    state = settle(pair, counting)
    session.flush()
    detail = {"state": state.value}
    record_act(session, actor, Action.JUDGE_DUPLICATE, subject=("duplicate_proposal", pair.id), now=now, detail=detail)
    return shown_state(state, counting, actor.account_id, now)
