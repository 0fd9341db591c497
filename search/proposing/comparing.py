"""Comparing one record with the other side: candidates, their weights, and the evidence of those worth proposing."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from matching import Engine, Evidence, Outcome, PreparedRecord, ScoredPair
from matching.pairs import Pairs
from matching.record_columns import RecordColumns
from search.access import Action, Actor, require
from search.groups.group_evidence import group_evidence
from search.models import MatchProposal, Record, RecordSide
from search.records.change_numbers import current_version
from search.records.packed_store import packed_candidates
from search.records.prepared_cache import ROW_COLUMNS, PreparedRecords, RecordRow, open_rows
from search.records.sections import OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposingPolicy:
    """Which scored pairs become proposals.

    `threshold` in bits; None takes the engine's own. `best_per_request` keeps that many of each request's best pairs
    whatever their weight, without evidence where they are under it: for measurements only, which count the place of the
    living in too; None otherwise. `reports` is the number of found reports in the registry, None where it does not
    count: the more, the more a pair needs.
    """

    threshold: float | None = None
    best_per_request: int | None = None
    reports: int | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """A search and a report; `weight` in bits, 0.0 while it was not weighed."""

    request: RecordRow
    report: RecordRow
    weight: float = 0.0

    def is_among(self, prepared: Mapping[int, PreparedRecord]) -> bool:
        """Whether both could be read: neither was erased since the pair was found."""
        return self.request.number in prepared and self.report.number in prepared


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What comparing one record found: pairs to propose with their evidence; up to which change it has met all."""

    record: RecordRow
    met_up_to: int
    engine_version: str
    pairs: tuple[tuple[Pair, ScoredPair], ...]


USUAL = ProposingPolicy()


def compare_record(
    session: Session, actor: Actor, record: RecordRow, records: PreparedRecords, *, policy: ProposingPolicy = USUAL
) -> Compared:
    """Compare one record with the other side; reads only, so that nobody who files waits for it."""
    require(actor, Action.PROPOSE)
    met_up_to = current_version(session)
    engine = records.engine
    threshold = engine.threshold_among(policy.reports) if policy.threshold is None else policy.threshold
    pairs = _kept_pairs(session, record, records, threshold, policy)
    met = {_other(pair, record).number for pair in pairs}
    standing = standing_pairs(session, [record], engine)[record.number]
    told = [pair for pair in pairs if pair.weight >= threshold]
    told += [pair for pair in standing if _other(pair, record).number not in met]
    prepared = records.load(session, list({row for pair in told for row in (pair.request, pair.report)}))
    explained = [
        (pair, explain_pair(session, engine, pair, prepared, policy)) for pair in told if pair.is_among(prepared)
    ]
    chance = engine.probability_among
    explained += [
        (pair, ScoredPair(pair.weight, chance(pair.weight, policy.reports), ()))
        for pair in pairs
        if pair.weight < threshold
    ]
    return Compared(
        record=record,
        met_up_to=met_up_to,
        engine_version=engine.version,
        pairs=tuple(explained),
    )


def explain_pair(
    session: Session, engine: Engine, pair: Pair, prepared: Mapping[int, PreparedRecord], policy: ProposingPolicy
) -> ScoredPair:
    """The weight with its evidence, and what is known of those who travelled with either, which weighs nothing."""
    request, report = pair.request.number, pair.report.number
    explained = engine.explain(prepared[request], prepared[report])
    facts = group_evidence(session, (request, prepared[request]), (report, prepared[report]))
    told = tuple(Evidence(comparison, level, Outcome.AGREES, 0.0) for comparison, level in facts)
    probability = engine.probability_among(explained.match_weight, policy.reports)
    return replace(explained, match_probability=probability, evidence=explained.evidence + told)


def _kept_pairs(
    session: Session, record: RecordRow, records: PreparedRecords, threshold: float, policy: ProposingPolicy
) -> list[Pair]:
    """The pairs with candidates that are heavy enough, the heaviest first, and whatever the policy wants besides."""
    sought = record.side == RecordSide.SOUGHT.value
    always = policy.best_per_request or 0 if sought else 0
    whole = policy.best_per_request is not None
    weights = _weights(session, record, records, -math.inf if always else threshold, whole=whole)
    ranked = sorted(weights.items(), key=lambda entry: (-entry[1], entry[0]))
    kept = {number: weight for place, (number, weight) in enumerate(ranked) if weight >= threshold or place < always}
    rows = open_rows(session, kept)
    found = [(rows[number], weight) for number, weight in kept.items() if number in rows]
    return [Pair(record, other, weight) if sought else Pair(other, record, weight) for other, weight in found]


def _weights(
    session: Session, record: RecordRow, records: PreparedRecords, threshold: float, *, whole: bool
) -> dict[int, float]:
    """Weights in bits of those of the record's candidates that reach the threshold, by number.

    By what may be told of a pair, because readers see whether it is there; `whole`, by all that is known.
    """
    engine = records.engine
    other_side = RecordSide.FOUND if record.side == RecordSide.SOUGHT.value else RecordSide.SOUGHT
    prepared = records.load(session, [record]).get(record.number)
    if prepared is None:
        # Its key went while the batch was under way.
        return {}
    keys = engine.sought_keys(prepared)
    found = packed_candidates(session, other_side, keys, engine, without=records.left_out)
    own, others = RecordColumns.of([prepared]), engine.columns(found.packed)
    pairs = Pairs.one_with_all(*((own, others) if other_side is RecordSide.FOUND else (others, own)))
    positions, weights = engine.score_above(pairs, threshold) if whole else engine.told_above(pairs, threshold)
    return {found.numbers[at]: weight for at, weight in zip(positions.tolist(), weights, strict=True)}


def _other(pair: Pair, record: RecordRow) -> RecordRow:
    return pair.report if pair.request.number == record.number else pair.request


def standing_pairs(session: Session, records: Sequence[RecordRow], engine: Engine) -> dict[int, list[Pair]]:
    """Pairs of some records of one side that were proposed by another engine or of an earlier state, by their numbers.

    They are weighed anew as well, and left to their readers.
    """
    by_number = {record.number: record for record in records}
    sought = any(record.side == RecordSide.SOUGHT.value for record in records)
    mine, version, theirs = MatchProposal.request_number, MatchProposal.request_version, MatchProposal.report_number
    if not sought:
        mine, version, theirs = theirs, MatchProposal.report_version, mine
    rows = session.execute(
        select(mine, version, MatchProposal.engine_version, *ROW_COLUMNS)
        .join(MatchProposal, theirs == Record.number)
        .where(mine.in_(by_number), *OPEN)
        .order_by(mine, theirs)
    )
    found: dict[int, list[Pair]] = {number: [] for number in by_number}
    for row in rows:
        record, other = by_number[row[0]], RecordRow(*row[3:])
        if (row[1], row[2]) != (record.version, engine.version):
            found[record.number].append(Pair(record, other) if sought else Pair(other, record))
    return found
