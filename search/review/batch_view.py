"""Pairs that fell under the threshold with the same against them, read one under the other; each row is one decision.

Every row that a reader rules out goes through the same act as a decision on a card, so that what needs a second reader
there needs one here.
"""

import datetime
from collections.abc import Sequence

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from matching import Outcome
from search.access import Action, Actor, Subject, require
from search.accounts.audit_chain import record_act
from search.accounts.case_readings import ReadingPurpose, note_reading
from search.accounts.reading_limits import CARDS, count_things
from search.casework.fallen_pattern import against, is_pattern
from search.casework.practice import require_practised
from search.commands import JudgeProposal
from search.documents import Description
from search.errors import AccessDenied, Conflict, NotFound, Refused
from search.fields import Purpose, visible
from search.models import MatchProposal, SearchRequest
from search.queue_commands import BatchRow, JudgeBatch
from search.queue_summaries import Batch, BatchDone, FallenPair, FallenPattern
from search.records.report_subjects import report_subjects
from search.records.sections import read_sections
from search.records.shown_weights import shown_weight
from search.review.blind_reading import judged_by
from search.review.judging_proposals import judge
from search.review.queue_filters import ORDER, pairs_of
from search.review.told_evidence import told_comparisons, told_evidence
from search.vocabulary import JudgementKind

AT_ONCE = 10
_MOST_PATTERNS = 20


def read_patterns(session: Session, actor: Actor) -> tuple[FallenPattern, ...]:
    """The patterns of which there are most pairs that this reader has not judged; no person is named."""
    require(actor, Action.READ_QUEUE, Subject(committee_id=actor.organisation_id))
    counted = (
        _fallen(session, actor)
        .with_only_columns(MatchProposal.fell_by, func.count())
        .group_by(MatchProposal.fell_by)
        .order_by(func.count().desc(), MatchProposal.fell_by)
    )
    rows = session.execute(counted.limit(_MOST_PATTERNS)).all()
    return tuple(
        FallenPattern(pattern=pattern, against=_against(session, actor, pattern), count=count)
        for pattern, count in rows
        if pattern is not None
    )


def read_batch(session: Session, actor: Actor, pattern: str, *, now: datetime.datetime) -> Batch:
    """The first pairs of one pattern; that they were shown is audited, and each counts as a card."""
    require(actor, Action.READ_QUEUE, Subject(committee_id=actor.organisation_id))
    require_practised(session, actor)
    if not is_pattern(pattern):
        raise NotFound("not_found")
    asked = _fallen(session, actor).where(MatchProposal.fell_by == pattern).order_by(*ORDER)
    proposals = session.scalars(asked.limit(AT_ONCE + 1)).all()
    if not proposals:
        raise NotFound("not_found")
    shown = proposals[:AT_ONCE]
    count_things(session, actor, CARDS, [str(one.id) for one in shown], now=now)
    pairs = _rows(session, actor, shown)
    for one in shown:
        both = (one.request_number, one.report_number)
        note_reading(session, actor, both, ReadingPurpose.CARD, now=now, caused_by=one.id)
        subject, detail = ("match_proposal", one.id), {"batch": pattern}
        record_act(session, actor, Action.OPEN_CARD, subject=subject, now=now, detail=detail)
    return Batch(pattern=pattern, against=_against(session, actor, pattern), pairs=pairs, more=len(proposals) > AT_ONCE)


def judge_batch(session: Session, actor: Actor, command: JudgeBatch, *, now: datetime.datetime) -> BatchDone:
    """Rule out each row that was ticked, as on its card; what changed or is of another pattern is left as it is."""
    require(actor, Action.READ_QUEUE, Subject(committee_id=actor.organisation_id))
    require_practised(session, actor)
    named = MatchProposal.id.in_([row.proposal_id for row in command.rows]), MatchProposal.fell_by == command.pattern
    # Whoever makes up a form decides on no pair here whose card would ask first whether they know the people.
    fallen = set(session.scalars(_fallen(session, actor).where(*named).with_only_columns(MatchProposal.id)))
    kept = sum(row.proposal_id in fallen and _is_judged(session, actor, row, now) for row in command.rows)
    return BatchDone(kept=kept, changed=len(command.rows) - kept)


def _is_judged(session: Session, actor: Actor, row: BatchRow, now: datetime.datetime) -> bool:
    said = JudgeProposal(
        proposal_id=row.proposal_id,
        seen_revision=row.seen_revision,
        kind=JudgementKind.NEGATIVE,
        reasons=frozenset({row.reason}),
    )
    try:
        judge(session, actor, said, now=now, from_list=True)
    except (Conflict, AccessDenied, NotFound, Refused):
        return False
    return True


def _fallen(session: Session, actor: Actor) -> Select[MatchProposal]:
    return pairs_of(session, actor).where(MatchProposal.fell_by.is_not(None), ~judged_by(actor.account_id))


def _against(session: Session, actor: Actor, pattern: str) -> tuple[str, ...]:
    """What a pattern says, read from one of its pairs."""
    one = session.scalars(_fallen(session, actor).where(MatchProposal.fell_by == pattern).limit(1)).one()
    kind = report_subjects(session, (one.report_number,), one.committee_id)[one.report_number].kind
    return against(told_evidence(one, kind))


def _rows(session: Session, actor: Actor, proposals: Sequence[MatchProposal]) -> tuple[FallenPair, ...]:
    requests = [one.request_number for one in proposals]
    reports = report_subjects(session, [one.report_number for one in proposals], actor.organisation_id)
    descriptions = read_sections(session, [*requests, *reports], Description)
    asked = select(SearchRequest.number, SearchRequest.reference).where(SearchRequest.number.in_(requests))
    references = dict(session.execute(asked).all())
    own = Subject(committee_id=actor.organisation_id)
    return tuple(
        FallenPair(
            proposal_id=one.id,
            revision=one.revision,
            reference=references[one.request_number],
            report_kind=reports[one.report_number].kind,
            match_weight=shown_weight(session, one, reports[one.report_number].kind),
            sought=visible(descriptions[one.request_number], actor, own, Purpose.LIST),
            found=visible(descriptions[one.report_number], actor, reports[one.report_number].subject, Purpose.LIST),
            agreeing=told_comparisons(one, reports[one.report_number].kind, Outcome.AGREES),
        )
        for one in proposals
        if {one.request_number, one.report_number} <= descriptions.keys()
    )
