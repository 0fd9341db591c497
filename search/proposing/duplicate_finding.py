"""Proposing that two searches, or two reports, may be about one person: never merged, never closed by itself.

A mother and a brother both file; two shelters report the same guest. After a record was compared with the other side it
is compared with its own. A pair that people judged keeps its state, whatever it weighs later.
"""

import datetime
import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from matching import ScoredPair
from matching.pairs import Pairs
from matching.record_columns import RecordColumns
from search.access import Action, Actor, require
from search.accounts.audit_chain import record_act
from search.models import DuplicateProposal, RecordSide
from search.proposing.weighed_pairs import WeighedPair, store_weighed, weighed_columns
from search.records.packed_store import packed_candidates
from search.records.prepared_cache import PreparedRecords, RecordRow, open_rows
from search.records.record_erasure import not_erased
from search.records.search_rows import committees_of

# Two records of one side are of one person fifteen times as seldom as two of both sides, which would be four bits. But
# nobody is told anything, so that one right pair of two is worth a reader's time.
ABOVE_THRESHOLD = 2.0
_CANDIDATES = 60
_BEST = 10
_NAMESPACE = uuid.UUID("0d6a1e52-5f6e-4d0c-8a43-2b1b7a6f9c31")
Pair = tuple[RecordRow, RecordRow]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDuplicates:
    """What looking among the own side found: every pair to tell with its evidence, by the pair's id."""

    records: int
    engine_version: str
    told: Mapping[uuid.UUID, tuple[Pair, ScoredPair]]


def find_duplicates(
    session: Session,
    actor: Actor,
    records: Sequence[RecordRow],
    prepared: PreparedRecords,
    *,
    reports: int | None = None,
) -> FoundDuplicates:
    """Compare records with those of their own side; reads only, so that nobody who files waits for it.

    `reports` is the number of found reports in the registry: the more, the more a pair needs.
    """
    require(actor, Action.PROPOSE)
    threshold = prepared.engine.threshold_among(reports) + ABOVE_THRESHOLD
    pairs = {duplicate_id(*pair): pair for record in records for pair in _pairs(session, record, prepared, threshold)}
    loaded = prepared.load(session, list({row for pair in pairs.values() for row in pair}))
    told = {
        identifier: (pair, prepared.engine.explain_same_side(loaded[pair[0].number], loaded[pair[1].number]))
        for identifier, pair in pairs.items()
        if all(row.number in loaded for row in pair)
    }
    return FoundDuplicates(records=len(records), engine_version=prepared.engine.version, told=told)


def store_duplicates(session: Session, actor: Actor, found: FoundDuplicates, *, now: datetime.datetime) -> int:
    """Store what looking found; returns how many pairs are told, those that are stored already included."""
    require(actor, Action.PROPOSE)
    changed = _store(session, found, now)
    if changed:
        detail = {"records": found.records, "proposals": changed}
        record_act(session, actor, Action.PROPOSE, subject=("registry", "duplicates"), now=now, detail=detail)
    return len(found.told)


def duplicate_id(first: RecordRow, second: RecordRow) -> uuid.UUID:
    """The id of a pair: always the same, whichever of the two was looked at."""
    low, high = sorted((first, second), key=lambda row: row.number)
    return uuid.uuid5(_NAMESPACE, f"{low.id}:{high.id}")


def _pairs(session: Session, record: RecordRow, prepared: PreparedRecords, threshold: float) -> list[Pair]:
    """The best pairs at or above the threshold, and those that were proposed earlier, the smaller number first."""
    engine = prepared.engine
    mine = prepared.load(session, [record]).get(record.number)
    if mine is None:
        return []
    keys, side = engine.blocking_keys(mine), RecordSide(record.side)
    found = packed_candidates(session, side, keys, engine, _CANDIDATES + 1, without=prepared.left_out)
    alike = Pairs.one_with_all(RecordColumns.of([mine]), engine.columns(found.packed))
    positions, weights = engine.score_same_side_above(alike, threshold)
    heavy = {found.numbers[at]: weight for at, weight in zip(positions.tolist(), weights, strict=True)}
    heavy.pop(record.number, None)
    ranked = sorted(heavy, key=lambda number: (-heavy[number], number))
    chosen = set(ranked[:_BEST]) | set(_standing(session, record.number))
    others = open_rows(session, chosen).values()
    return [(record, other) if record.number < other.number else (other, record) for other in others]


def _standing(session: Session, number: int) -> list[int]:
    """With whom a record was paired before."""
    first, second = DuplicateProposal.first_number, DuplicateProposal.second_number
    rows = session.execute(select(first, second).where(or_(first == number, second == number)))
    return [low if high == number else high for low, high in rows]


def _store(session: Session, found: FoundDuplicates, now: datetime.datetime) -> int:
    """Write the pairs that are new or that weigh otherwise now; returns how many."""
    numbers = {row.number for pair, _ in found.told.values() for row in pair}
    there = not_erased(session, numbers)
    # Whose they are is read once they are held: a case may go to another committee until then.
    committees = committees_of(session, numbers)
    pairs = {
        identifier: WeighedPair(_new(pair, committees, now), _weighed(pair, explained, found.engine_version))
        for identifier, (pair, explained) in found.told.items()
        if all(row.number in there for row in pair)
    }
    return store_weighed(session, DuplicateProposal, pairs).count


def _only(committees: Collection[uuid.UUID | None]) -> uuid.UUID | None:
    """The committee of both, None where they differ or there is none."""
    return next(iter(committees)) if len(committees) == 1 else None


def _new(pair: Pair, committees: Mapping[int, uuid.UUID], now: datetime.datetime) -> dict[str, object]:
    return {
        "first_number": pair[0].number,
        "second_number": pair[1].number,
        "side": pair[0].side,
        "committee_id": _only({committees.get(row.number) for row in pair}),
        "entry_date": now,
    }


def _weighed(pair: Pair, explained: ScoredPair, engine_version: str) -> dict[str, object]:
    versions = {"first_version": pair[0].version, "second_version": pair[1].version}
    return weighed_columns(explained, engine_version) | versions
