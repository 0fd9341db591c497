"""Comparing a record with the other side and proposing the pairs that may be one person.

There is no queue: a record waits while `matched_version < version`. A record that is compared takes the registry's
change number first, so that it has met everything up to that number; a pair that the other record has already met is
skipped (see `search.registry.clock`). Each record is one transaction: a worker that is killed leaves the record as it
was, and proposing a pair again gives the same proposal.
"""

import datetime
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from matching import Engine, Evidence, Outcome, PreparedRecord
from search.access import Action, Actor, require
from search.models import MatchProposal, Record, RecordSide, SearchRequest
from search.registry.auditing import record_act
from search.registry.blocking import candidates
from search.registry.clock import current_version
from search.registry.prepared import ROW_COLUMNS, PreparedRecords, RecordRow
from search.vocabulary import ProposalState

_NAMESPACE = uuid.UUID("5b2f6a0e-3c4d-4f0a-9a57-7d1c3f5f2d10")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposingPolicy:
    """Which scored pairs become proposals.

    `least_weight` in bits; None takes the engine's own. `best_per_request` keeps that many of each request's best pairs
    whatever their weight: for measurements only, None otherwise.
    """

    least_weight: float | None = None
    best_per_request: int | None = None


@dataclass(frozen=True, slots=True)
class _Pair:
    request: RecordRow
    report: RecordRow
    weight: float


USUAL = ProposingPolicy()


def next_unmatched(session: Session, *, limit: int) -> list[RecordRow]:
    """Records that wait to be compared, searches first; on PostgreSQL, ones that no other worker holds."""
    found: list[RecordRow] = []
    for side in (RecordSide.SOUGHT, RecordSide.FOUND):
        statement = (
            select(*ROW_COLUMNS)
            .where(Record.side == side.value, Record.matched_version < Record.version, Record.withdrawn_at.is_(None))
            .order_by(Record.number)
            .limit(limit - len(found))
            .with_for_update(skip_locked=True)
        )
        found.extend(RecordRow(*row) for row in session.execute(statement))
        if len(found) >= limit:
            break
    return found


def match_record(
    session: Session,
    actor: Actor,
    record: RecordRow,
    records: PreparedRecords,
    *,
    now: datetime.datetime,
    policy: ProposingPolicy = USUAL,
) -> int:
    """Compare one record with the other side; returns how many pairs are now proposed, anew or again."""
    require(actor, Action.PROPOSE)
    met_up_to = current_version(session)
    kept = _kept(_scored_pairs(session, record, records), record, records.engine, policy)
    _propose(session, kept, records, now)
    session.execute(update(Record).where(Record.number == record.number).values(matched_version=met_up_to))
    session.flush()
    return len(kept)


def record_matching(session: Session, actor: Actor, matched: int, proposed: int, *, now: datetime.datetime) -> None:
    """Audit a stretch of matching."""
    require(actor, Action.PROPOSE)
    detail = {"records": matched, "proposals": proposed}
    record_act(session, actor, Action.PROPOSE, subject=("registry", "proposals"), now=now, detail=detail)


def _scored_pairs(session: Session, record: RecordRow, records: PreparedRecords) -> list[_Pair]:
    if not _anybody_to_meet(session, record):
        return []
    prepared = records.load(session, [record])[record.number]
    other_side = RecordSide.FOUND if record.side == RecordSide.SOUGHT.value else RecordSide.SOUGHT
    numbers = candidates(session, other_side, records.engine.blocking_keys(prepared))
    others = _not_yet_met(session, record, numbers)
    prepared_others = records.load(session, others)
    weights = records.engine.score_many(prepared, [prepared_others[other.number] for other in others])
    if record.side == RecordSide.SOUGHT.value:
        return [_Pair(record, other, weight) for other, weight in zip(others, weights, strict=True)]
    return [_Pair(other, record, weight) for other, weight in zip(others, weights, strict=True)]


def _anybody_to_meet(session: Session, record: RecordRow) -> bool:
    """Whether the other side has a record that did not meet this one already: after an import usually none has."""
    other = RecordSide.FOUND if record.side == RecordSide.SOUGHT.value else RecordSide.SOUGHT
    theirs = select(Record.number).where(Record.side == other.value, Record.withdrawn_at.is_(None)).limit(1)
    met_too_early = theirs.where(Record.matched_version < record.version)
    changed_since = theirs.where(Record.matched_version < Record.version)
    return any(session.execute(query).first() is not None for query in (met_too_early, changed_since))


def _not_yet_met(session: Session, record: RecordRow, numbers: Sequence[int]) -> list[RecordRow]:
    """The candidates that have not already been compared with this version of the record from their own side."""
    rows = session.execute(
        select(*ROW_COLUMNS).where(
            Record.number.in_(numbers),
            Record.withdrawn_at.is_(None),
            (Record.matched_version < record.version) | (Record.matched_version < Record.version),
        )
    )
    by_number = {row.number: row for row in (RecordRow(*columns) for columns in rows)}
    return [by_number[number] for number in numbers if number in by_number]


def _kept(pairs: Sequence[_Pair], record: RecordRow, engine: Engine, policy: ProposingPolicy) -> list[_Pair]:
    least = engine.proposal_threshold if policy.least_weight is None else policy.least_weight
    ranked = sorted(pairs, key=lambda pair: (-pair.weight, pair.report.number, pair.request.number))
    always = policy.best_per_request or 0 if record.side == RecordSide.SOUGHT.value else 0
    return [pair for place, pair in enumerate(ranked) if pair.weight >= least or place < always]


def _propose(session: Session, pairs: Sequence[_Pair], records: PreparedRecords, now: datetime.datetime) -> None:
    identifiers = [proposal_id(pair.request.id, pair.report.id) for pair in pairs]
    # Held in one order, so that a judgement made meanwhile and the new weight count one revision after the other.
    held = select(MatchProposal).where(MatchProposal.id.in_(identifiers)).order_by(MatchProposal.id).with_for_update()
    known = {proposal.id: proposal for proposal in session.scalars(held)}
    prepared = records.load(session, list({row for pair in pairs for row in (pair.request, pair.report)}))
    committees = _committees(session, {pair.request.number for pair in pairs})
    for identifier, pair in zip(identifiers, pairs, strict=True):
        proposal = known.get(identifier)
        if proposal is None:
            proposal = _new_proposal(identifier, pair, committees[pair.request.number], now)
            session.add(proposal)
        _weigh(proposal, pair, prepared, records.engine)


def _committees(session: Session, numbers: set[int]) -> dict[int, uuid.UUID]:
    rows = session.execute(
        select(SearchRequest.number, SearchRequest.committee_id).where(SearchRequest.number.in_(numbers))
    )
    return dict(rows.all())


def _new_proposal(identifier: uuid.UUID, pair: _Pair, committee: uuid.UUID, now: datetime.datetime) -> MatchProposal:
    return MatchProposal(
        id=identifier,
        request_number=pair.request.number,
        report_number=pair.report.number,
        committee_id=committee,
        state=ProposalState.OPEN.value,
        revision=0,
        entry_date=now,
    )


def _weigh(proposal: MatchProposal, pair: _Pair, prepared: Mapping[int, PreparedRecord], engine: Engine) -> None:
    explained = engine.explain(prepared[pair.request.number], prepared[pair.report.number])
    proposal.match_weight = explained.match_weight
    proposal.match_probability = explained.match_probability
    proposal.evidence = [stored_evidence(one) for one in explained.evidence if one.outcome is not Outcome.BLANK]
    proposal.engine_version = engine.version
    proposal.request_version, proposal.report_version = pair.request.version, pair.report.version
    proposal.revision += 1


def proposal_id(request: uuid.UUID, report: uuid.UUID) -> uuid.UUID:
    """The id of a pair's proposal: always the same, so that proposing twice is proposing once."""
    return uuid.uuid5(_NAMESPACE, f"{request}:{report}")


def stored_evidence(evidence: Evidence) -> list[str | float]:
    """Codes and bits only: the values stay in the two records."""
    return [evidence.comparison, evidence.level, evidence.outcome.value, round(evidence.weight, 3)]
