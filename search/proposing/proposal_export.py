"""Proposals for a file: handles, weights and codes, never a name or a number of a person."""

import datetime
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from search.access import Action, Actor, require
from search.accounts.audit_chain import record_act
from search.documents import Filing, Provenance
from search.models import FoundReport, MatchProposal, Organisation, SearchRequest
from search.records.sections import read_sections
from search.summaries import ExportedProposal


def export_proposals(session: Session, actor: Actor, *, now: datetime.datetime) -> tuple[ExportedProposal, ...]:
    """All proposals, by search and weight."""
    require(actor, Action.EXPORT_PROPOSALS)
    # Both are rows of `records` as well: each needs a name of its own in one query.
    request, report = aliased(SearchRequest, flat=True), aliased(FoundReport, flat=True)
    statement = (
        select(MatchProposal, request.reference, report.kind, Organisation.name)
        .join(request, request.number == MatchProposal.request_number)
        .join(report, report.number == MatchProposal.report_number)
        .join(Organisation, Organisation.id == report.organisation_id)
        .order_by(request.number, MatchProposal.match_weight.desc(), MatchProposal.id)
    )
    rows = session.execute(statement).all()
    earlier = _earlier_references(session, [row[0].request_number for row in rows])
    senders = read_sections(session, {row[0].report_number for row in rows}, Provenance)
    exported = tuple(
        ExportedProposal(
            reference=reference,
            earlier_reference=earlier.get(proposal.request_number, ""),
            sender=sender,
            sender_number=senders.get(proposal.report_number, Provenance()).sender_number,
            report_kind=kind,
            match_weight=proposal.match_weight,
            match_probability=proposal.match_probability,
            state=proposal.state,
            engine_version=proposal.engine_version,
            evidence=_codes(proposal.evidence),
        )
        for proposal, reference, kind, sender in rows
    )
    detail = {"proposals": len(exported)}
    record_act(session, actor, Action.EXPORT_PROPOSALS, subject=("registry", "proposals"), now=now, detail=detail)
    return exported


def _earlier_references(session: Session, numbers: Sequence[int]) -> dict[int, str]:
    filings = read_sections(session, set(numbers), Filing)
    return {number: filing.earlier_reports[-1].number for number, filing in filings.items() if filing.earlier_reports}


def _codes(evidence: Sequence[Sequence[str | float]]) -> str:
    return "; ".join(f"{comparison}={level} {weight:+}" for comparison, level, _, weight in evidence)
