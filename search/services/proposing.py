"""Comparing a record with the other side and proposing the pairs that may be one person.

There is no queue: a record waits while `matched_version < version`. A record that is compared takes the registry's
change number first, so that it has met everything up to that number; a pair that the other record has already met is
skipped (see `search.registry.clock`). Proposals and the mark that a record was matched are stored together: a worker
that is killed leaves the record as it was, and proposing a pair again gives the same proposal.
"""

import datetime
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from matching import Engine, Evidence, Outcome, ScoredPair, probability
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
    whatever their weight, without evidence where they are under it: for measurements only, None otherwise.
    """

    least_weight: float | None = None
    best_per_request: int | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """A search and a report; `weight` in bits, 0.0 while it was not weighed."""

    request: RecordRow
    report: RecordRow
    weight: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What comparing one record found: pairs to propose with their evidence; up to which change it has met all."""

    record: RecordRow
    met_up_to: int
    engine_version: str
    pairs: tuple[tuple[Pair, ScoredPair], ...]


USUAL = ProposingPolicy()


def next_unmatched(session: Session, *, limit: int) -> list[RecordRow]:
    """Records of one side that wait to be compared, searches first; on PostgreSQL, ones that no other worker holds.

    Never both sides at once: what is compared together has not met, and would be proposed twice.
    """
    for side in (RecordSide.SOUGHT, RecordSide.FOUND):
        statement = (
            select(*ROW_COLUMNS)
            .where(Record.side == side.value, Record.matched_version < Record.version, Record.withdrawn_at.is_(None))
            .order_by(Record.number)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        found = [RecordRow(*row) for row in session.execute(statement)]
        if found:
            return found
    return []


def compare_record(
    session: Session, actor: Actor, record: RecordRow, records: PreparedRecords, *, policy: ProposingPolicy = USUAL
) -> Compared:
    """Compare one record with the other side; reads only, so that nobody who files waits for it."""
    require(actor, Action.PROPOSE)
    met_up_to = current_version(session)
    least = records.engine.proposal_threshold if policy.least_weight is None else policy.least_weight
    pairs = _kept(_scored_pairs(session, record, records), record, least, policy)
    standing = _standing_pairs(session, record, records.engine, {_other(pair, record).number for pair in pairs})
    told = [pair for pair in pairs if pair.weight >= least] + standing
    prepared = records.load(session, list({row for pair in told for row in (pair.request, pair.report)}))
    explained = [
        (pair, records.engine.explain(prepared[pair.request.number], prepared[pair.report.number])) for pair in told
    ]
    untold = [(pair, ScoredPair(pair.weight, probability(pair.weight), ())) for pair in pairs if pair.weight < least]
    return Compared(
        record=record,
        met_up_to=met_up_to,
        engine_version=records.engine.version,
        pairs=(*explained, *untold),
    )


def propose(session: Session, actor: Actor, compared: Sequence[Compared], *, now: datetime.datetime) -> int:
    """Store what comparing found and mark the records as matched; returns how many pairs are proposed, anew or again.

    A record that changed meanwhile, or that another worker was quicker with, is left alone: it waits, or is done.
    """
    require(actor, Action.PROPOSE)
    proposed = 0
    for one in compared:
        if _mark_matched(session, one):
            _store(session, one, now)
            proposed += len(one.pairs)
    detail = {"records": len(compared), "proposals": proposed}
    record_act(session, actor, Action.PROPOSE, subject=("registry", "proposals"), now=now, detail=detail)
    return proposed


def _mark_matched(session: Session, compared: Compared) -> bool:
    marked = (
        update(Record)
        .where(
            Record.number == compared.record.number,
            Record.version == compared.record.version,
            Record.matched_version < compared.met_up_to,
        )
        .values(matched_version=compared.met_up_to)
        .returning(Record.number)
        .execution_options(synchronize_session=False)
    )
    return session.execute(marked).first() is not None


def _scored_pairs(session: Session, record: RecordRow, records: PreparedRecords) -> list[Pair]:
    if not _anybody_to_meet(session, record):
        return []
    prepared = records.load(session, [record])[record.number]
    other_side = RecordSide.FOUND if record.side == RecordSide.SOUGHT.value else RecordSide.SOUGHT
    numbers = candidates(session, other_side, records.engine.blocking_keys(prepared))
    others = _not_yet_met(session, record, numbers)
    prepared_others = records.load(session, others)
    weights = records.engine.score_many(prepared, [prepared_others[other.number] for other in others])
    if record.side == RecordSide.SOUGHT.value:
        return [Pair(record, other, weight) for other, weight in zip(others, weights, strict=True)]
    return [Pair(other, record, weight) for other, weight in zip(others, weights, strict=True)]


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


def _other(pair: Pair, record: RecordRow) -> RecordRow:
    return pair.report if pair.request.number == record.number else pair.request


def _kept(pairs: Sequence[Pair], record: RecordRow, least: float, policy: ProposingPolicy) -> list[Pair]:
    ranked = sorted(pairs, key=lambda pair: (-pair.weight, pair.report.number, pair.request.number))
    always = policy.best_per_request or 0 if record.side == RecordSide.SOUGHT.value else 0
    return [pair for place, pair in enumerate(ranked) if pair.weight >= least or place < always]


def _standing_pairs(session: Session, record: RecordRow, engine: Engine, but: set[int]) -> list[Pair]:
    """Pairs that were proposed earlier and would not be now: weighed anew as well, and left to their readers."""
    sought = record.side == RecordSide.SOUGHT.value
    mine, version, theirs = MatchProposal.request_number, MatchProposal.request_version, MatchProposal.report_number
    if not sought:
        mine, version, theirs = theirs, MatchProposal.report_version, mine
    outdated = (version != record.version) | (MatchProposal.engine_version != engine.version)
    rows = session.execute(
        select(*ROW_COLUMNS).join(MatchProposal, theirs == Record.number).where(mine == record.number, outdated)
    )
    others = [row for row in (RecordRow(*columns) for columns in rows) if row.number not in but]
    return [Pair(record, other) if sought else Pair(other, record) for other in others]


def _store(session: Session, compared: Compared, now: datetime.datetime) -> None:
    identifiers = [proposal_id(pair.request.id, pair.report.id) for pair, _ in compared.pairs]
    # Held in one order, so that a judgement made meanwhile and the new weight count one revision after the other.
    held = select(MatchProposal).where(MatchProposal.id.in_(identifiers)).order_by(MatchProposal.id).with_for_update()
    known = {proposal.id: proposal for proposal in session.scalars(held)}
    committees = _committees(session, {pair.request.number for pair, _ in compared.pairs})
    new: list[dict[str, object]] = []
    for identifier, (pair, explained) in zip(identifiers, compared.pairs, strict=True):
        proposal = known.get(identifier)
        weighed = _weighed(pair, explained, compared.engine_version)
        if proposal is None:
            new.append(_new_proposal(identifier, pair, committees[pair.request.number], now) | weighed)
        else:
            proposal.revision += 1
            for column, value in weighed.items():
                setattr(proposal, column, value)
    if new:
        session.execute(insert(MatchProposal), new)
    session.flush()


def _committees(session: Session, numbers: set[int]) -> dict[int, uuid.UUID]:
    rows = session.execute(
        select(SearchRequest.number, SearchRequest.committee_id).where(SearchRequest.number.in_(numbers))
    )
    return dict(rows.all())


def _new_proposal(identifier: uuid.UUID, pair: Pair, committee: uuid.UUID, now: datetime.datetime) -> dict[str, object]:
    return {
        "id": identifier,
        "request_number": pair.request.number,
        "report_number": pair.report.number,
        "committee_id": committee,
        "state": ProposalState.OPEN.value,
        "revision": 1,
        "entry_date": now,
    }


def _weighed(pair: Pair, explained: ScoredPair, engine_version: str) -> dict[str, object]:
    return {
        "match_weight": explained.match_weight,
        "match_probability": explained.match_probability,
        "evidence": [stored_evidence(one) for one in explained.evidence if one.outcome is not Outcome.BLANK],
        "engine_version": engine_version,
        "request_version": pair.request.version,
        "report_version": pair.report.version,
    }


def proposal_id(request: uuid.UUID, report: uuid.UUID) -> uuid.UUID:
    """The id of a pair's proposal: always the same, so that proposing twice is proposing once."""
    return uuid.uuid5(_NAMESPACE, f"{request}:{report}")


def stored_evidence(evidence: Evidence) -> list[str | float]:
    """Codes and bits only: the values stay in the two records."""
    return [evidence.comparison, evidence.level, evidence.outcome.value, round(evidence.weight, 3)]
