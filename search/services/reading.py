"""The committee's reading: the queue ordered by weight, one card with both sides, and contacts for a reason."""

import datetime
import math
import uuid
from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from matching import Evidence, Outcome
from search.access import Action, Actor, Subject, require
from search.commands import OpenCard, RevealIdentifiers
from search.dataset import Description, Identifiers
from search.errors import Refused, SealBroken, TooManyAttempts
from search.fields import Purpose, visible, visible_evidence
from search.models import Account, Disclosure, FoundReport, Judgement, MatchProposal, Record, SearchRequest
from search.registry.auditing import record_act
from search.registry.engine import shared_engine
from search.registry.prepared import ROW_COLUMNS, PreparedRecords, RecordRow
from search.registry.sections import read_sections, seal_words, unseal_words
from search.services.reviewing import competitors_of, counting_judgements, judgements_of, locked_proposal
from search.summaries import JudgementSummary, ProposalCard, Queue, QueueEntry, RevealedIdentifiers
from search.vocabulary import JudgementKind, JudgementReason, ProposalState, ReportKind

PAGE = 20
READS_A_DAY = 30
_LEAST_REASON = 8


def read_queue(
    session: Session, actor: Actor, *, page: int = 1, state: ProposalState | None = ProposalState.OPEN
) -> Queue:
    """One page of the proposals of the actor's committee, heaviest first; `state` None means all."""
    require(actor, Action.READ_QUEUE, Subject(committee_id=actor.organisation_id))
    mine = select(MatchProposal).where(MatchProposal.committee_id == actor.organisation_id)
    mine = mine.join(Record, Record.number == MatchProposal.request_number).where(Record.withdrawn_at.is_(None))
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


def open_card(session: Session, actor: Actor, command: OpenCard, *, now: datetime.datetime) -> ProposalCard:
    """Both sides and the evidence; that it was opened is audited."""
    proposal = locked_proposal(session, actor, Action.OPEN_CARD, command.proposal_id)
    card = _card(session, actor, proposal)
    record_act(session, actor, Action.OPEN_CARD, subject=("match_proposal", proposal.id), now=now)
    return card


def reveal_identifiers(
    session: Session, actor: Actor, command: RevealIdentifiers, *, now: datetime.datetime
) -> RevealedIdentifiers:
    """Contacts and documents of one pair, for a typed reason; a person may ask thirty times a day."""
    proposal = locked_proposal(session, actor, Action.REVEAL_IDENTIFIERS, command.proposal_id)
    if len(command.reason.strip()) < _LEAST_REASON:
        raise Refused("reason_needed")
    # Held until the end, so that many requests at the same moment are counted one after the other.
    session.get_one(Account, actor.account_id, with_for_update={"key_share": True})
    reads = _reads_today(session, actor, now)
    if reads >= READS_A_DAY:
        raise TooManyAttempts("daily_reads_used", seconds=_seconds_to_midnight(now))
    sought, found = _subjects(session, proposal)
    numbers = read_sections(session, (proposal.request_number, proposal.report_number), Identifiers)
    revealed = RevealedIdentifiers(
        sought=visible(numbers.get(proposal.request_number, Identifiers()), actor, sought, Purpose.REVEAL),
        found=visible(numbers.get(proposal.report_number, Identifiers()), actor, found, Purpose.REVEAL),
        reads_left_today=READS_A_DAY - reads - 1,
    )
    _remember_disclosure(session, actor, proposal, command.reason, now)
    subject = ("match_proposal", proposal.id)
    detail = {"fields": ["identifiers.phones", "identifiers.documents"]}
    record_act(session, actor, Action.REVEAL_IDENTIFIERS, subject=subject, now=now, detail=detail)
    return revealed


def _entries(session: Session, actor: Actor, proposals: Sequence[MatchProposal]) -> list[QueueEntry]:
    requests = [proposal.request_number for proposal in proposals]
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
    least = shared_engine().proposal_threshold
    return [
        QueueEntry(
            proposal_id=proposal.id,
            reference=references[proposal.request_number],
            sought_name=_first_name(actor, proposal, descriptions.get(proposal.request_number)),
            report_kind=ReportKind(kinds[proposal.report_number]),
            match_weight=proposal.match_weight,
            match_probability=proposal.match_probability,
            state=ProposalState(proposal.state),
            agreeing=_comparisons(proposal.evidence, Outcome.AGREES),
            disagreeing=_comparisons(proposal.evidence, Outcome.DISAGREES),
            competitors=competitors_of(session, proposal, least),
            entry_date=proposal.entry_date,
        )
        for proposal in proposals
    ]


def _card(session: Session, actor: Actor, proposal: MatchProposal) -> ProposalCard:
    engine = shared_engine()
    request = session.get_one(SearchRequest, proposal.request_number)
    report = session.get_one(FoundReport, proposal.report_number)
    judgements = judgements_of(session, proposal.id)
    counting = counting_judgements(judgements)
    mine = any(judgement.account_id == actor.account_id for judgement in counting)
    state = ProposalState(proposal.state)
    descriptions = read_sections(session, (request.number, report.number), Description)
    of_sought, of_found = _subjects(session, proposal)
    found = visible(_require(descriptions.get(report.number)), actor, of_found, Purpose.READ)
    return ProposalCard(
        proposal_id=proposal.id,
        revision=proposal.revision,
        state=state,
        reference=request.reference,
        report_kind=ReportKind(report.kind),
        match_weight=proposal.match_weight,
        prior_weight=engine.prior_weight,
        match_probability=proposal.match_probability,
        engine_version=proposal.engine_version,
        evidence=visible_evidence(_evidence(session, proposal), actor, of_found, Purpose.READ),
        sought=visible(_require(descriptions.get(request.number)), actor, of_sought, Purpose.READ),
        found=found,
        found_date=found.event.when.earliest if found.event and found.event.when else None,
        competitors=competitors_of(session, proposal, engine.proposal_threshold),
        judgements=_judgement_summaries(session, actor, proposal, judgements),
        may_judge=not mine and state is not ProposalState.CONFIRMED,
        awaits_second=state is ProposalState.AWAITING_SECOND,
    )


def _evidence(session: Session, proposal: MatchProposal) -> tuple[Evidence, ...]:
    """The evidence as the engine explains it now; where the engine has changed since, what was stored then."""
    engine = shared_engine()
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


def _judgement_summaries(
    session: Session, actor: Actor, proposal: MatchProposal, judgements: Sequence[Judgement]
) -> tuple[JudgementSummary, ...]:
    logins = dict(
        session.execute(
            select(Account.id, Account.login).where(Account.id.in_([one.account_id for one in judgements]))
        ).all()
    )
    taken_back = {judgement.takes_back_id for judgement in judgements}
    return tuple(
        JudgementSummary(
            judgement_id=one.id,
            kind=JudgementKind(one.kind),
            reasons=tuple(JudgementReason(reason) for reason in one.reasons),
            words=unseal_words(session, proposal.request_number, one.words_sealed, f"judgements.words_sealed.{one.id}"),
            made_at=one.made_at,
            by=logins[one.account_id],
            by_me=one.account_id == actor.account_id,
            taken_back=one.id in taken_back,
        )
        for one in judgements
        if one.takes_back_id is None
    )


def _reads_today(session: Session, actor: Actor, now: datetime.datetime) -> int:
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    statement = select(func.count()).where(Disclosure.account_id == actor.account_id, Disclosure.made_at >= midnight)
    return session.execute(statement).scalar_one()


def _remember_disclosure(
    session: Session, actor: Actor, proposal: MatchProposal, reason: str, now: datetime.datetime
) -> None:
    identifier = uuid.uuid4()
    place = f"disclosures.reason_sealed.{identifier}"
    session.add(
        Disclosure(
            id=identifier,
            proposal_id=proposal.id,
            account_id=actor.account_id,
            reason_sealed=seal_words(session, proposal.request_number, reason, place),
            made_at=now,
        )
    )


def _seconds_to_midnight(now: datetime.datetime) -> int:
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0) + datetime.timedelta(days=1)
    return int((midnight - now).total_seconds())


def _comparisons(evidence: Sequence[Sequence[Any]], outcome: Outcome) -> tuple[str, ...]:
    """Codes of the comparisons with this outcome, the weightiest first."""
    chosen = [one for one in evidence if one[2] == outcome.value]
    return tuple(str(one[0]) for one in sorted(chosen, key=lambda one: -abs(one[3])))


def _first_name(actor: Actor, proposal: MatchProposal, description: Description | None) -> str:
    shown = visible(description or Description(), actor, Subject(committee_id=proposal.committee_id), Purpose.LIST)
    return shown.names[0].text if shown.names else ""


def _subjects(session: Session, proposal: MatchProposal) -> tuple[Subject, Subject]:
    """Whose the sought and the found description are; a committee reads both sides of its proposals."""
    request = session.get_one(SearchRequest, proposal.request_number)
    report = session.get_one(FoundReport, proposal.report_number)
    return (
        Subject(case_id=request.id, committee_id=proposal.committee_id),
        Subject(organisation_id=report.organisation_id, committee_id=proposal.committee_id),
    )


def _require(description: Description | None) -> Description:
    if description is None:
        raise SealBroken("record_key_destroyed")
    return description
