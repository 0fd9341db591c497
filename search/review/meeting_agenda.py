"""What a committee's meeting has before it: the pairs on which its readers disagree, to be printed.

No name, no place, no words and no contact of anybody is on it. Whoever may still be the third reader of a pair is told
only that it is on the list; whoever coordinates keeps the minutes, and is no third reader.
"""

import datetime
import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from search.access import Action, Actor, Subject, allowed, require
from search.accounts.audit_chain import record_act
from search.casework.conflicts import left_to_others
from search.casework.judgement_rows import counting_judgements
from search.decision_summaries import Agenda, AgendaPair, AgendaReading
from search.models import FoundReport, Judgement, MatchProposal, Record, SearchRequest
from search.records.sections import held_keys
from search.review.blind_reading import sees_others, still_undoable
from search.vocabulary import JudgementKind, JudgementReason, ProposalState, ReportKind, RuledOutBy

MOST_PAIRS = 50


def read_agenda(session: Session, actor: Actor, *, now: datetime.datetime) -> Agenda:
    """The pairs of the actor's committee on which readers disagree; that it was read is audited."""
    committee = Subject(committee_id=actor.organisation_id)
    require(actor, Action.READ_QUEUE, committee)
    keeps_minutes = allowed(actor, Action.DECIDE_IN_MEETING, committee)
    found = _disagreed(session, actor, now)
    shown = found[:MOST_PAIRS]
    references, kinds = _references(session, shown), _kinds(session, shown)
    made = _counting(session, shown)
    pairs = tuple(
        AgendaPair(
            proposal_id=one.id,
            reference=references[one.request_number],
            report_kind=kinds[one.report_number],
            readers=len(made[one.id]),
            readings=_readings(actor, made[one.id], now, keeps_minutes=keeps_minutes),
        )
        for one in shown
    )
    subject = ("organisation", str(actor.organisation_id))
    record_act(session, actor, Action.READ_QUEUE, subject=subject, now=now, detail={"agenda": len(pairs)})
    return Agenda(day=now.date(), pairs=pairs, left_out=len(found) - len(shown))


def _disagreed(session: Session, actor: Actor, now: datetime.datetime) -> list[MatchProposal]:
    """The disagreements of the committee, the oldest pair first; none of a record that was left or laid aside.

    Nor one that the reader judged so lately that they can undo it: that it stands here would tell what the other said.
    """
    asked = select(MatchProposal).where(
        MatchProposal.committee_id == actor.organisation_id,
        MatchProposal.state == ProposalState.DISAGREED.value,
        MatchProposal.id.not_in(still_undoable(session, actor.account_id, now)),
    )
    for number in (MatchProposal.request_number, MatchProposal.report_number):
        record = aliased(Record)
        asked = asked.join(record, record.number == number).where(
            record.withdrawn_at.is_(None), number.not_in(left_to_others(session, actor))
        )
    found = session.scalars(asked.order_by(MatchProposal.entry_date, MatchProposal.id)).all()
    readable = held_keys(session, {number for one in found for number in (one.request_number, one.report_number)})
    return [one for one in found if {one.request_number, one.report_number} <= readable.keys()]


def _references(session: Session, found: Sequence[MatchProposal]) -> Mapping[int, str]:
    numbers = [one.request_number for one in found]
    asked = select(SearchRequest.number, SearchRequest.reference).where(SearchRequest.number.in_(numbers))
    return dict(session.execute(asked).all())


def _kinds(session: Session, found: Sequence[MatchProposal]) -> Mapping[int, ReportKind]:
    numbers = [one.report_number for one in found]
    asked = select(FoundReport.number, FoundReport.kind).where(FoundReport.number.in_(numbers))
    return {number: ReportKind(kind) for number, kind in session.execute(asked)}


def _counting(session: Session, found: Sequence[MatchProposal]) -> Mapping[uuid.UUID, list[Judgement]]:
    """What counts of each pair, oldest first."""
    asked = select(Judgement).where(Judgement.proposal_id.in_([one.id for one in found])).order_by(Judgement.revision)
    made: dict[uuid.UUID, list[Judgement]] = defaultdict(list)
    for judgement in session.scalars(asked):
        made[judgement.proposal_id].append(judgement)
    return {one.id: counting_judgements(made[one.id], one.returned_revision) for one in found}


def _readings(
    actor: Actor, counting: Sequence[Judgement], now: datetime.datetime, *, keeps_minutes: bool
) -> tuple[AgendaReading, ...]:
    """What each reader found, for whoever keeps the minutes, and for those who read the pair."""
    if not keeps_minutes and not sees_others(ProposalState.DISAGREED, counting, actor.account_id, now):
        return ()
    return tuple(
        AgendaReading(
            kind=JudgementKind(one.kind),
            reasons=tuple(JudgementReason(reason) for reason in one.reasons),
            ruled_out_by=tuple(RuledOutBy(code) for code in one.ruled_out_by or ()),
        )
        for one in counting
    )
