"""Estimating the model's parameters from the registry itself: from what people judged, and from what nobody judged yet.

Levels, shares of people and bits come out, never a name. The audit entry comes first, in a transaction of its own:
reading takes minutes, and nobody who files may wait for it.
"""

import datetime
import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from matching import Engine, PreparedRecord, TrainingError
from matching.pairs import Pairs
from matching.record import MatchRecord
from matching.record_columns import RecordColumns
from matching.unjudged_training import unjudged_document
from search.access import Action, Actor, require
from search.accounts.audit_chain import record_act
from search.errors import Refused
from search.models import Judgement, MatchProposal, Record, RecordSide
from search.records.packed_store import packed_candidates
from search.records.record_counts import count_reports
from search.records.sections import OPEN, read_sections
from search.vocabulary import ProposalState

# Searches whose candidates are looked at, and records that blind pairs are drawn from.
_SEARCHES, _BLIND_SEARCHES, _BLIND_REPORTS = 2_000, 200, 8_000
_FEWEST = 50
_JUDGED = {ProposalState.AGREED.value: 1.0, ProposalState.RULED_OUT.value: 0.0}


@dataclass(frozen=True, slots=True)
class _Drawn:
    """Searches and reports drawn from the registry, prepared, by number."""

    searches: dict[int, PreparedRecord]
    reports: dict[int, PreparedRecord]


def begin_learning(session: Session, actor: Actor, *, now: datetime.datetime) -> int:
    """Audit that records are about to be read; returns how many judgements people have made."""
    require(actor, Action.ESTIMATE_MODEL)
    judgements = session.execute(select(func.count(Judgement.id))).scalar_one()
    detail = {"judgements": judgements}
    record_act(session, actor, Action.ESTIMATE_MODEL, subject=("registry", "model"), now=now, detail=detail)
    return judgements


def learn_parameters(
    session: Session, actor: Actor, engine: Engine, rng: random.Random, *, today: datetime.date
) -> dict[str, object]:
    """The content of a parameters file; raises Refused for a registry too small to learn from.

    Searches with a judged proposal are all looked at, others are drawn. A search has at most one person: candidates
    that nobody judged compete for what is left.
    """
    require(actor, Action.ESTIMATE_MODEL)
    judged = _judged(session)
    drawn = _drawn(session, engine, {search for search, _ in judged}, rng)
    if min(len(drawn.searches), len(drawn.reports)) < _FEWEST:
        raise Refused("registry_too_small", records=min(len(drawn.searches), len(drawn.reports)))
    candidates, verdicts = _candidates(session, engine, drawn.searches, judged)
    made = {
        "date": today.isoformat(),
        "data": f"{int(np.isfinite(verdicts).sum())} judged pairs among {len(candidates)} candidates "
        f"of {len(drawn.searches)} searches; {len(drawn.reports)} reports for blind pairs",
        "command": "ovillo model estimate-from-registry FILE",
    }
    try:
        document = unjudged_document(_blind(drawn, rng), candidates, drawn.reports.values(), made, verdicts)
    except TrainingError as error:
        raise Refused("registry_too_small", records=len(drawn.searches)) from error
    return document | {"proposal_threshold": engine.proposal_threshold, "reports": count_reports(session)}


def _judged(session: Session) -> dict[tuple[int, int], float]:
    """Pairs that people confirmed, twice, or ruled out."""
    rows = session.execute(
        select(MatchProposal.request_number, MatchProposal.report_number, MatchProposal.state).where(
            MatchProposal.state.in_(list(_JUDGED))
        )
    )
    return {(request, report): _JUDGED[state] for request, report, state in rows}


def _drawn(session: Session, engine: Engine, wanted: set[int], rng: random.Random) -> _Drawn:
    return _Drawn(
        _prepared(session, engine, sorted(wanted | set(_draw(session, RecordSide.SOUGHT, _SEARCHES, rng)))),
        _prepared(session, engine, _draw(session, RecordSide.FOUND, _BLIND_REPORTS, rng)),
    )


def _draw(session: Session, side: RecordSide, most: int, rng: random.Random) -> list[int]:
    numbers = session.scalars(select(Record.number).where(Record.side == side.value, *OPEN)).all()
    return sorted(rng.sample(numbers, min(most, len(numbers))))


def _prepared(session: Session, engine: Engine, numbers: Sequence[int]) -> dict[int, PreparedRecord]:
    return {number: engine.prepare(view) for number, view in read_sections(session, numbers, MatchRecord).items()}


def _candidates(
    session: Session, engine: Engine, searches: dict[int, PreparedRecord], judged: dict[tuple[int, int], float]
) -> tuple[Pairs, np.ndarray[tuple[int], np.dtype[np.float64]]]:
    """All candidates of the searches, and what people said of each: 1, 0, or NaN where nobody judged."""
    at_report: dict[int, int] = {}
    packed: list[bytes] = []
    i: list[int] = []
    j: list[int] = []
    verdicts: list[float] = []
    for at, (number, search) in enumerate(searches.items()):
        found = packed_candidates(session, RecordSide.FOUND, engine.sought_keys(search), engine)
        for report, content in zip(found.numbers, found.packed, strict=True):
            if report not in at_report:
                at_report[report] = len(packed)
                packed.append(content)
            i.append(at)
            j.append(at_report[report])
            verdicts.append(judged.get((number, report), np.nan))
    pairs = Pairs(RecordColumns.of(searches.values()), engine.columns(packed), np.array(i, int), np.array(j, int))
    return pairs, np.array(verdicts, dtype=np.float64)


def _blind(drawn: _Drawn, rng: random.Random) -> list[Pairs]:
    """Some searches with every report drawn: next to none of these pairs is one person."""
    searches, reports = RecordColumns.of(drawn.searches.values()), RecordColumns.of(drawn.reports.values())
    everybody = np.arange(reports.count)
    chosen = rng.sample(range(searches.count), min(_BLIND_SEARCHES, searches.count))
    return [Pairs(searches, reports, np.full(reports.count, one), everybody) for one in chosen]
