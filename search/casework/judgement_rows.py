"""What readers said of a pair: every row, and which of them count."""

import datetime
import uuid
from collections.abc import Collection, Sequence
from typing import TypeVar

from sqlalchemy import ColumnElement, exists, select
from sqlalchemy.orm import Session

from matching.record import Side
from search.casework.new_evidence import NewEvidence, new_evidence
from search.casework.undo_periods import UNDO
from search.models import DuplicateJudgement, Judgement, MatchProposal, Record
from search.records.chunks import chunks
from search.vocabulary import JudgementKind, ProposalState

AnyJudgement = TypeVar("AnyJudgement", Judgement, DuplicateJudgement)


def judgements_of(session: Session, proposal_id: uuid.UUID) -> Sequence[Judgement]:
    """All judgements of a proposal, oldest first, those taken back included."""
    return session.scalars(
        select(Judgement).where(Judgement.proposal_id == proposal_id).order_by(Judgement.revision)
    ).all()


def counting_judgements(judgements: Sequence[AnyJudgement], since: int | None = None) -> list[AnyJudgement]:
    """The judgements that were not taken back, and are no taking back themselves.

    `since` is the revision at which new evidence brought the pair back: what was said before it is read, and counts no
    more.
    """
    taken_back = {judgement.takes_back_id for judgement in judgements}
    said = [one for one in judgements if one.takes_back_id is None and one.id not in taken_back]
    return [one for one in said if since is None or one.revision > since]


def last_negative(counting: Sequence[Judgement]) -> Judgement | None:
    """The latest judgement that counts and says that it is not one person."""
    negatives = [one for one in counting if one.kind == JudgementKind.NEGATIVE.value]
    return max(negatives, key=lambda one: one.revision, default=None)


def is_settled(session: Session, proposal: MatchProposal, now: datetime.datetime) -> bool:
    """Whether a pair is agreed, and nobody who judged it can still undo a slip: before that nothing follows from it."""
    if proposal.state != ProposalState.AGREED.value:
        return False
    return all(one.made_at + UNDO <= now for one in judgements_of(session, proposal.id))


def judged_lately(session: Session, proposal_ids: Collection[uuid.UUID], now: datetime.datetime) -> set[uuid.UUID]:
    """Those of these pairs of which a judgement can still be undone: nothing follows from it, and nothing tells it."""
    found: set[uuid.UUID] = set()
    for chunk in chunks(sorted(proposal_ids)):
        asked = select(Judgement.proposal_id).where(Judgement.proposal_id.in_(chunk), Judgement.made_at > now - UNDO)
        found |= set(session.scalars(asked))
    return found


def can_be_undone(now: datetime.datetime) -> ColumnElement[bool]:
    """The same as a condition on a pair of a query: no list and no number counts what it came to."""
    lately = exists().where(Judgement.proposal_id == MatchProposal.id, Judgement.made_at > now - UNDO)
    return lately.correlate(MatchProposal)


def evidence_since(session: Session, proposal: MatchProposal, negative: Judgement) -> NewEvidence | None:
    """What was revised since a negative judgement, and says otherwise now."""
    both = (proposal.request_number, proposal.report_number)
    revisions = dict(session.execute(select(Record.number, Record.revision).where(Record.number.in_(both))).all())
    then = {Side.SOUGHT: negative.request_revision, Side.FOUND: negative.report_revision}
    now = {Side.SOUGHT: revisions[both[0]], Side.FOUND: revisions[both[1]]}
    return new_evidence(negative.evidence, proposal.evidence, then, now)
