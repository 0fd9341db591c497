"""Taking results back: pseudonyms become records again, and what is worth proposing is stored as the worker stores it.

A request is marked as matched up to the change number that its export has met. One that changed since keeps waiting for
the worker, one that the worker was quicker with is left alone, and one that was taken back already is passed over: an
import that was killed is simply begun again. A request that had never been compared meets its own side here, as it does
with the worker.
"""

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from sqlalchemy.exc import IntegrityError, OperationalError

from matching import Engine
from search.access import WORKER, Action, Actor, require
from search.accounts.audit_chain import record_act
from search.errors import Refused
from search.models.records import RecordSide
from search.proposing.comparing import ProposingPolicy
from search.proposing.duplicate_finding import find_duplicates, store_duplicates
from search.proposing.storing_proposals import propose
from search.records.chunks import chunks
from search.records.prepared_cache import PreparedRecords
from search.records.record_counts import count_reports
from search.relinking.export_sealing import Domain, Numbers, Pseudonyms
from search.relinking.key_files import PortalKey
from search.relinking.pair_evidence import Weighed, compare_weighed, waiting_rows
from search.relinking.readable_records import readable_numbers
from search.relinking.results_folder import read_outcome, read_weights
from search.storage.database import Database

_IN_BATCH = 200
_ATTEMPTS = 5


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: requests that were compared and are matched now, pairs that were proposed, anew or again."""

    requests: int
    proposals: int


@dataclass(frozen=True, slots=True)
class _Import:
    """What every batch of an import needs."""

    database: Database
    records: PreparedRecords
    policy: ProposingPolicy
    met_up_to: int
    now: datetime.datetime


def import_results(
    database: Database,
    actor: Actor,
    results: Path,
    key: PortalKey,
    *,
    now: datetime.datetime,
    report: Callable[[str], None],
) -> Imported:
    """Store what an engine found; Refused where the results are incomplete, of another export, or of another engine."""
    require(actor, Action.RELINK)
    engine = database.matching
    _check(results, key, engine)
    with database.reading() as session:
        sides = {side: readable_numbers(session, side) for side in RecordSide}
        policy = ProposingPolicy(reports=count_reports(session))
    weighed = _weighed(results, sides, Pseudonyms(key.secret), engine.threshold_among(policy.reports))
    requests = sides[RecordSide.SOUGHT]
    doing = _Import(database, PreparedRecords(engine), policy, key.met_up_to, now)
    done, met = Imported(0, 0), 0
    for chunk in chunks(requests, _IN_BATCH):
        batch = _import_batch(doing, chunk.tolist(), weighed)
        done = Imported(done.requests + batch.requests, done.proposals + batch.proposals)
        met += len(chunk)
        report(f"imported {met} of {len(requests)} requests")
    with database.transaction() as session:
        detail = {"requests": done.requests, "proposals": done.proposals}
        record_act(session, actor, Action.RELINK, subject=("registry", "results"), now=now, detail=detail)
    return done


def _check(results: Path, key: PortalKey, engine: Engine) -> None:
    outcome = read_outcome(results)
    if outcome.export_id != key.export_id:
        raise Refused("results_of_another_run", name=results.name)
    if not key.engine_version == outcome.engine_version == engine.version:
        raise Refused("engine_differs", exported=key.engine_version, here=engine.version)


def _import_batch(doing: _Import, numbers: Sequence[int], weighed: Mapping[int, Weighed]) -> Imported:
    """Whoever loses a race with a worker for the same new pair tries again, as workers do."""
    for _ in range(_ATTEMPTS - 1):
        try:
            return _import_once(doing, numbers, weighed)
        except (IntegrityError, OperationalError):
            continue
    return _import_once(doing, numbers, weighed)


def _import_once(doing: _Import, numbers: Sequence[int], weighed: Mapping[int, Weighed]) -> Imported:
    """Comparing reads only, so that nobody who files waits for it."""
    with doing.database.reading() as session:
        rows = waiting_rows(session, numbers, doing.met_up_to)
        compared = compare_weighed(
            session, rows.requests, weighed, doing.records, met_up_to=doing.met_up_to, policy=doing.policy
        )
        alike = find_duplicates(session, WORKER, rows.never_compared, doing.records, reports=doing.policy.reports)
    if not compared:
        return Imported(0, 0)
    with doing.database.transaction() as session:
        proposed = propose(session, WORKER, compared, now=doing.now)
        store_duplicates(session, WORKER, alike, now=doing.now)
    return Imported(len(compared), proposed)


def _weighed(
    results: Path, sides: Mapping[RecordSide, Numbers], pseudonyms: Pseudonyms, threshold: float
) -> dict[int, Weighed]:
    """The reports of each request that weigh enough, by the request's number; the heaviest first."""
    of_request: dict[int, list[tuple[int, float]]] = {}
    known = {side: _Known(numbers, pseudonyms) for side, numbers in sides.items()}
    for requests, reports, weights in _above(results, threshold):
        numbers = known[RecordSide.SOUGHT].numbers_of(requests), known[RecordSide.FOUND].numbers_of(reports)
        for request, report, weight in zip(*(one.tolist() for one in (*numbers, weights)), strict=True):
            if request and report:
                of_request.setdefault(request, []).append((report, weight))
    return {
        request: tuple(sorted(pairs, key=lambda pair: (-pair[1], pair[0]))) for request, pairs in of_request.items()
    }


def _above(results: Path, threshold: float) -> Iterator[tuple[Numbers, Numbers, npt.NDArray[np.float64]]]:
    for table in read_weights(results):
        weights = np.asarray(table.column("weight"), dtype=np.float64)
        kept = np.flatnonzero(weights >= threshold)
        requests, reports = (np.asarray(table.column(name), dtype=np.int64)[kept] for name in ("request", "report"))
        yield requests, reports, weights[kept]


class _Known:
    """Which records pseudonyms stand for."""

    def __init__(self, numbers: Numbers, pseudonyms: Pseudonyms) -> None:
        hidden = pseudonyms.of(numbers, Domain.RECORD)
        order = np.argsort(hidden)
        self._hidden, self._numbers = hidden[order], numbers[order]

    def numbers_of(self, hidden: Numbers) -> Numbers:
        """Their numbers; 0 for those that are not, or no longer, to be read."""
        if not len(self._hidden):
            return np.zeros_like(hidden)
        at = np.searchsorted(self._hidden, hidden).clip(max=len(self._hidden) - 1)
        return np.where(self._hidden[at] == hidden, self._numbers[at], 0)
