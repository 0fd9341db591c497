"""What a reader of a pair may know of what others said: nothing, as long as they may still judge, or undo a slip.

Judging, looking at what the others said, undoing and judging again would be reading with their eyes. So what others
said is shown once the own judgement can no more be undone, or where the pair is settled without it.
"""

import datetime
import uuid
from collections import defaultdict
from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, and_, exists, or_, select
from sqlalchemy.orm import Session, aliased

from search.casework.judgement_rows import AnyJudgement, counting_judgements
from search.casework.undo_periods import UNDO
from search.models import Judgement, MatchProposal
from search.vocabulary import ProposalState

SETTLED = (ProposalState.AGREED, ProposalState.RULED_OUT)
# What one reader alone may have said: whoever has yet to read is told that somebody read, and no more.
_BY_ONE = (ProposalState.AWAITING_SECOND, ProposalState.UNSURE)


def sees_others(
    state: ProposalState, counting: Sequence[AnyJudgement], account_id: uuid.UUID | None, now: datetime.datetime
) -> bool:
    """Whether this person may be shown what others said of a pair."""
    own = [one for one in counting if one.account_id == account_id]
    if own:
        return all(one.made_at + UNDO <= now for one in own)
    return state in SETTLED


def shown_state(
    state: ProposalState, counting: Sequence[AnyJudgement], account_id: uuid.UUID | None, now: datetime.datetime
) -> ProposalState:
    """Where a pair stands, as far as this person may know it."""
    own = any(one.account_id == account_id for one in counting)
    others = any(one.account_id != account_id for one in counting)
    if not others or sees_others(state, counting, account_id, now):
        return state
    return ProposalState.AWAITING_SECOND if own or state in _BY_ONE else state


def visible_to(
    judgements: Sequence[AnyJudgement],
    state: ProposalState,
    account_id: uuid.UUID | None,
    now: datetime.datetime,
    since: int | None = None,
) -> list[AnyJudgement]:
    """The judgements that this person may be shown; what was said before new evidence came is everybody's to read."""
    counting = counting_judgements(judgements, since)
    if sees_others(state, counting, account_id, now):
        return list(judgements)
    return [one for one in judgements if one.account_id == account_id or (since is not None and one.revision <= since)]


def shown_states(
    session: Session, proposals: Sequence[MatchProposal], account_id: uuid.UUID | None, now: datetime.datetime
) -> dict[uuid.UUID, ProposalState]:
    """Where each of these pairs stands, as far as this person may know it."""
    made: dict[uuid.UUID, list[Judgement]] = defaultdict(list)
    for one in session.scalars(select(Judgement).where(Judgement.proposal_id.in_([one.id for one in proposals]))):
        made[one.proposal_id].append(one)
    return {
        one.id: shown_state(
            ProposalState(one.state), counting_judgements(made[one.id], one.returned_revision), account_id, now
        )
        for one in proposals
    }


def shown_as(
    states: Collection[ProposalState], account_id: uuid.UUID | None, undoable: Collection[uuid.UUID]
) -> ColumnElement[bool]:
    """Whether this person is shown a pair in one of these states, for a query: lists tell no more than a card does.

    `undoable` are the pairs of `still_undoable`.
    """
    stands: ColumnElement[bool] = MatchProposal.state.in_([state.value for state in states])
    if ProposalState.AWAITING_SECOND in states and ProposalState.UNSURE not in states:
        stands = or_(stands, and_(MatchProposal.state == ProposalState.UNSURE.value, ~judged_by(account_id)))
    if ProposalState.UNSURE in states and ProposalState.AWAITING_SECOND not in states:
        stands = and_(stands, judged_by(account_id))
    if not undoable:
        return stands
    mine = MatchProposal.id.in_(undoable)
    return or_(stands, mine) if ProposalState.AWAITING_SECOND in states else and_(stands, ~mine)


def judged_by(account_id: uuid.UUID | None) -> ColumnElement[bool]:
    """Whether a judgement by this person counts, for a query over proposals."""
    mine, back = aliased(Judgement), aliased(Judgement)
    taken_back = exists().where(back.proposal_id == MatchProposal.id, back.takes_back_id == mine.id)
    return exists().where(
        mine.proposal_id == MatchProposal.id,
        mine.account_id == account_id,
        mine.takes_back_id.is_(None),
        or_(MatchProposal.returned_revision.is_(None), mine.revision > MatchProposal.returned_revision),
        ~taken_back.correlate(MatchProposal, mine),
    )


def still_undoable(session: Session, account_id: uuid.UUID | None, now: datetime.datetime) -> list[uuid.UUID]:
    """The pairs that this person judged so lately that they can undo it, and that others judged too."""
    lately = select(Judgement.proposal_id).where(Judgement.account_id == account_id, Judgement.made_at > now - UNDO)
    counts = or_(MatchProposal.returned_revision.is_(None), Judgement.revision > MatchProposal.returned_revision)
    made = select(Judgement).join(MatchProposal, MatchProposal.id == Judgement.proposal_id)
    rows = session.scalars(made.where(Judgement.proposal_id.in_(lately), counts)).all()
    return undoable_among([(one.proposal_id, one) for one in rows], account_id, now)


def undoable_among(
    rows: Sequence[tuple[uuid.UUID, AnyJudgement]], account_id: uuid.UUID | None, now: datetime.datetime
) -> list[uuid.UUID]:
    """The pairs, among those of which these are all rows, that this person can undo and that others judged too."""
    by_pair: dict[uuid.UUID, list[AnyJudgement]] = defaultdict(list)
    for pair, one in rows:
        by_pair[pair].append(one)
    return [pair for pair, made in by_pair.items() if _is_undoable(counting_judgements(made), account_id, now)]


def _is_undoable(counting: Sequence[AnyJudgement], account_id: uuid.UUID | None, now: datetime.datetime) -> bool:
    own = [one.made_at for one in counting if one.account_id == account_id]
    return bool(own) and len(own) < len(counting) and max(own) + UNDO > now
