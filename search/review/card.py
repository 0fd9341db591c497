"""One card: both sides of a proposal, why the engine proposes it, and what readers decided so far."""

import datetime
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from matching import Evidence, Outcome
from search.access import Action, Actor
from search.accounts.audit_chain import record_act
from search.accounts.case_readings import ReadingPurpose, note_reading
from search.accounts.reading_limits import CARDS, count_one, few_left
from search.casework.conflicts import require_asked
from search.casework.locked_pairs import locked_proposal, subjects_of
from search.casework.reaching import has_way
from search.commands import OpenCard
from search.documents import Description
from search.fields import Purpose, visible, visible_evidence
from search.fields.placeless import with_whereabout
from search.models import FoundReport, MatchProposal, Record, SearchRequest
from search.records.installed_engine import engine_of
from search.records.prepared_cache import ROW_COLUMNS, PreparedRecords, RecordRow
from search.records.search_rows import has_family, helper_of, lister_of
from search.records.sections import read_sections
from search.records.shown_weights import shown_probability, shown_weight
from search.review.blind_reading import still_undoable
from search.review.card_context import context_of
from search.review.claiming import hold, let_go
from search.review.decisions_view import decisions_of
from search.review.proposal_context import competitors_of, reporter_may, told_without_account
from search.summaries import ProposalCard
from search.vocabulary import ReportKind


def open_card(session: Session, actor: Actor, command: OpenCard, *, now: datetime.datetime) -> ProposalCard:
    """Both sides and the evidence; that it was opened is audited."""
    proposal = locked_proposal(session, actor, Action.OPEN_CARD, command.proposal_id)
    require_asked(session, actor, proposal, now)
    left = count_one(session, actor.account_id, CARDS, str(proposal.id), now=now)
    held_until = hold(session, actor, proposal, now=now)
    card = replace(_card(session, actor, proposal, now), few_left=few_left(CARDS, left), held_until=held_until)
    if not (card.decisions.may_judge or card.decisions.may_decide_together):
        let_go(session, actor, proposal.id)
    numbers = (proposal.request_number, proposal.report_number)
    note_reading(session, actor, numbers, ReadingPurpose.CARD, now=now, caused_by=proposal.id)
    record_act(session, actor, Action.OPEN_CARD, subject=("match_proposal", proposal.id), now=now)
    return card


def _card(session: Session, actor: Actor, proposal: MatchProposal, now: datetime.datetime) -> ProposalCard:
    engine = engine_of(session)
    request = session.get_one(SearchRequest, proposal.request_number)
    report = session.get_one(FoundReport, proposal.report_number)
    decisions = decisions_of(session, proposal, actor, ReportKind(report.kind), now)
    descriptions = read_sections(session, (request.number, report.number), Description)
    of_sought, of_found = subjects_of(session, proposal)
    purpose, may = reporter_may(session, proposal)
    sought = visible(descriptions.get(request.number, Description()), actor, of_sought, Purpose.READ)
    found = visible(descriptions.get(report.number, Description()), actor, of_found, Purpose.READ)
    weight = shown_weight(session, proposal, ReportKind(report.kind))
    explained = _evidence(session, proposal)
    evidence = visible_evidence(explained, actor, of_found, Purpose.READ)
    return ProposalCard(
        proposal_id=proposal.id,
        revision=proposal.revision,
        state=decisions.state,
        reference=request.reference,
        report_kind=ReportKind(report.kind),
        match_weight=weight,
        prior_weight=engine.prior_weight,
        match_probability=shown_probability(proposal, weight),
        engine_version=proposal.engine_version,
        evidence=with_whereabout(evidence, sought, found) if of_found.placeless else evidence,
        sought=sought,
        found=found,
        found_date=found.event.when.earliest if found.event and found.event.when else None,
        competitors=competitors_of(
            session, proposal, engine.proposal_threshold, still_undoable(session, actor.account_id, now)
        ),
        decisions=decisions,
        reporter_purpose=purpose,
        reporter_may=may,
        helped_by=helper_of(session, request),
        listed_by=lister_of(session, request),
        has_family=has_family(request),
        without_account=told_without_account(session, proposal),
        case_id=request.id,
        inbox_only=has_family(request) and not has_way(session, request.number),
        context=context_of(session, proposal, actor, sought=sought, evidence=explained, now=now),
    )


def _evidence(session: Session, proposal: MatchProposal) -> tuple[Evidence, ...]:
    """The evidence as the engine explains it now; where the engine has changed since, what was stored then."""
    engine = engine_of(session)
    numbers = (proposal.request_number, proposal.report_number)
    rows = [RecordRow(*row) for row in session.execute(select(*ROW_COLUMNS).where(Record.number.in_(numbers)))]
    versions = {row.number: row.version for row in rows}
    stored = tuple(
        Evidence(comparison, level, Outcome(outcome), weight)
        for comparison, level, outcome, weight in proposal.evidence
    )
    as_proposed = (proposal.request_version, proposal.report_version) == tuple(versions[number] for number in numbers)
    if engine.version != proposal.engine_version or not as_proposed:
        return stored
    prepared = PreparedRecords(engine).load(session, rows)
    explained = engine.explain(prepared[numbers[0]], prepared[numbers[1]]).evidence
    weighed = {evidence.comparison for evidence in explained}
    return (*explained, *(fact for fact in stored if fact.comparison not in weighed))
