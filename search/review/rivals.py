"""All candidates of one search together, so that a reader weighs them against each other."""

import datetime
import uuid
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from matching import Outcome
from search.access import Action, Actor
from search.accounts.audit_chain import record_act
from search.accounts.case_readings import ReadingPurpose, note_reading
from search.accounts.reading_limits import CARDS, count_one
from search.casework.conflicts import left_to_others, require_asked
from search.casework.locked_pairs import locked_proposal, subjects_of
from search.documents import Description
from search.fields import Purpose, visible
from search.models import MatchProposal, Record, SearchRequest
from search.queue_summaries import Rival, Rivals
from search.records.report_subjects import ReportSubject, report_subjects
from search.records.sections import OPEN, read_sections
from search.records.shown_weights import shown_probability, shown_weight
from search.review.blind_reading import shown_states
from search.review.told_evidence import told_comparisons
from search.vocabulary import ProposalState

MOST = 20


def read_rivals(session: Session, actor: Actor, proposal_id: uuid.UUID, *, now: datetime.datetime) -> Rivals:
    """The pairs of the same search, the likeliest first; that they were shown is audited and counts as the card."""
    proposal = locked_proposal(session, actor, Action.OPEN_CARD, proposal_id)
    require_asked(session, actor, proposal, now)
    count_one(session, actor.account_id, CARDS, str(proposal.id), now=now)
    pairs = _pairs(session, actor, proposal)
    reports = report_subjects(session, [one.report_number for one in pairs], proposal.committee_id)
    numbers = [proposal.request_number, *(one.report_number for one in pairs)]
    descriptions = read_sections(session, numbers, Description)
    states = shown_states(session, pairs, actor.account_id, now)
    rivals = [
        replace(_rival(session, actor, one, reports[one.report_number], descriptions), state=states[one.id])
        for one in pairs
        if one.report_number in descriptions
    ]
    rivals.sort(key=lambda one: (-one.match_weight, one.proposal_id))
    shown = tuple(
        replace(one, chosen=one.proposal_id == proposal.id)
        for at, one in enumerate(rivals)
        # In any case the one from whose card they were opened.
        if at < MOST or one.proposal_id == proposal.id
    )
    known = {one.id: one.report_number for one in pairs}
    read = (proposal.request_number, *(known[one.proposal_id] for one in shown))
    note_reading(session, actor, read, ReadingPurpose.CARD, now=now, caused_by=proposal.id)
    subject, detail = ("match_proposal", proposal.id), {"rivals": len(shown)}
    record_act(session, actor, Action.OPEN_CARD, subject=subject, now=now, detail=detail)
    sought = descriptions.get(proposal.request_number, Description())
    return Rivals(
        proposal_id=proposal.id,
        reference=session.get_one(SearchRequest, proposal.request_number).reference,
        sought=visible(sought, actor, subjects_of(session, proposal)[0], Purpose.LIST),
        rivals=shown,
    )


def _pairs(session: Session, actor: Actor, proposal: MatchProposal) -> Sequence[MatchProposal]:
    """Those whose report was not laid aside; the committee of a search has all its pairs."""
    asked = (
        select(MatchProposal)
        .join(Record, Record.number == MatchProposal.report_number)
        .where(MatchProposal.request_number == proposal.request_number)
        .where(MatchProposal.committee_id == proposal.committee_id, *OPEN)
        .where(MatchProposal.report_number.not_in(left_to_others(session, actor)))
    )
    return session.scalars(asked.order_by(MatchProposal.id)).all()


def _rival(
    session: Session,
    actor: Actor,
    one: MatchProposal,
    report: ReportSubject,
    descriptions: dict[int, Description],
) -> Rival:
    weight = shown_weight(session, one, report.kind)
    return Rival(
        proposal_id=one.id,
        report_kind=report.kind,
        state=ProposalState.OPEN,
        match_weight=weight,
        match_probability=shown_probability(one, weight),
        found=visible(descriptions[one.report_number], actor, report.subject, Purpose.LIST),
        agreeing=told_comparisons(one, report.kind, Outcome.AGREES),
        disagreeing=told_comparisons(one, report.kind, Outcome.DISAGREES),
        chosen=False,
    )
