"""A committee's queue: its proposals, heaviest first, one page at a time."""

import math
from collections.abc import Mapping, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from matching import Evidence, Outcome
from search.access import Action, Actor, Subject, require
from search.casework.conflicts import left_to_others
from search.documents import Description
from search.fields import Purpose, is_placeless, placeless_evidence, visible
from search.fields.placeless import stored_evidence
from search.models import FoundReport, MatchProposal, Record, SearchRequest
from search.records.installed_engine import engine_of
from search.records.sections import held_keys, read_sections
from search.records.shown_weights import shown_probability, shown_weight
from search.review.proposal_context import competitors_of
from search.summaries import Queue, QueueEntry
from search.vocabulary import ProposalState, ReportKind

PAGE = 20


def read_queue(
    session: Session, actor: Actor, *, page: int = 1, state: ProposalState | None = ProposalState.OPEN
) -> Queue:
    """One page of the proposals of the actor's committee, heaviest first; `state` None means all."""
    require(actor, Action.READ_QUEUE, Subject(committee_id=actor.organisation_id))
    mine = select(MatchProposal).where(MatchProposal.committee_id == actor.organisation_id)
    for number in (MatchProposal.request_number, MatchProposal.report_number):
        # Of a search that was taken back, and of a report that was laid aside, nothing is to be decided.
        record = aliased(Record)
        # What the reader left to others is not there for them.
        mine = mine.join(record, record.number == number).where(
            record.withdrawn_at.is_(None), number.not_in(left_to_others(session, actor))
        )
    if state is not None:
        mine = mine.where(MatchProposal.state == state.value)
    total = session.execute(select(func.count()).select_from(mine.subquery())).scalar_one()
    ordered = mine.order_by(MatchProposal.match_weight.desc(), MatchProposal.id)
    proposals = session.scalars(ordered.limit(PAGE).offset(PAGE * max(page - 1, 0))).all()
    return Queue(
        entries=tuple(_entries(session, actor, proposals)),
        total=total,
        page=page,
        pages=max(1, math.ceil(total / PAGE)),
    )


def _entries(session: Session, actor: Actor, proposals: Sequence[MatchProposal]) -> list[QueueEntry]:
    requests = [proposal.request_number for proposal in proposals]
    readable = held_keys(session, {*requests, *(proposal.report_number for proposal in proposals)})
    descriptions = read_sections(session, requests, Description)
    references = dict(
        session.execute(
            select(SearchRequest.number, SearchRequest.reference).where(SearchRequest.number.in_(requests))
        ).all()
    )
    kinds = dict(
        session.execute(
            select(FoundReport.number, FoundReport.kind).where(
                FoundReport.number.in_([proposal.report_number for proposal in proposals])
            )
        ).all()
    )
    threshold = engine_of(session).proposal_threshold
    return [
        QueueEntry(
            proposal_id=proposal.id,
            reference=references[proposal.request_number],
            sought_name=_first_name(actor, proposal, descriptions.get(proposal.request_number)),
            report_kind=ReportKind(kinds[proposal.report_number]),
            match_weight=(weight := shown_weight(session, proposal, ReportKind(kinds[proposal.report_number]))),
            match_probability=shown_probability(proposal, weight),
            state=ProposalState(proposal.state),
            agreeing=_comparisons(_told(proposal, kinds), Outcome.AGREES),
            disagreeing=_comparisons(_told(proposal, kinds), Outcome.DISAGREES),
            competitors=competitors_of(session, proposal, threshold),
            entry_date=proposal.entry_date,
        )
        for proposal in proposals
        # Where only a key was destroyed, the pair is still there, and nobody could open it.
        if {proposal.request_number, proposal.report_number} <= readable.keys()
    ]


def _told(proposal: MatchProposal, kinds: Mapping[int, str]) -> tuple[Evidence, ...]:
    evidence = stored_evidence(proposal.evidence)
    return placeless_evidence(evidence) if is_placeless(ReportKind(kinds[proposal.report_number])) else evidence


def _comparisons(evidence: Sequence[Evidence], outcome: Outcome) -> tuple[str, ...]:
    """Codes of the comparisons with this outcome, the weightiest first."""
    chosen = [one for one in evidence if one.outcome is outcome]
    return tuple(one.comparison for one in sorted(chosen, key=lambda one: -abs(one.weight)))


def _first_name(actor: Actor, proposal: MatchProposal, description: Description | None) -> str:
    shown = visible(description or Description(), actor, Subject(committee_id=proposal.committee_id), Purpose.LIST)
    return shown.names[0].text if shown.names else ""
