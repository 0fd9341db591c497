"""The worker: compares whatever waits, with the other side and with its own, until nothing is left, and then watches.

Each batch is a few records, so that little is done again after a kill: what was compared and not stored is compared
again.
"""

import datetime
import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm import Session

from search.access import WORKER
from search.models import Record
from search.proposing.comparing import USUAL, Compared, ProposingPolicy, compare_record
from search.proposing.duplicate_finding import FoundDuplicates, find_duplicates, store_duplicates
from search.proposing.storing_proposals import next_unmatched, propose
from search.proposing.tidying import Tidying
from search.records.prepared_cache import PreparedRecords
from search.records.record_counts import count_reports
from search.storage.database import Database

BATCH = 20
IDLE_SECONDS = 2.0
_ATTEMPTS = 5
_GROWN = 1.1
_log = logging.getLogger("ovillo.worker")
Clock = Callable[[], datetime.datetime]


@dataclass(frozen=True, slots=True)
class Progress:
    """What one stretch of matching did."""

    records: int
    proposals: int


_NOTHING = Progress(0, 0)


@dataclass(frozen=True, slots=True)
class _Batch:
    """A few records compared with the other side, and with their own."""

    compared: list[Compared]
    alike: FoundDuplicates


class Worker:
    """Matches for one database. Several workers may share a PostgreSQL database."""

    def __init__(self, database: Database, clock: Clock, policy: ProposingPolicy = USUAL) -> None:
        self._database = database
        self._clock = clock
        self._policy = policy
        self._records = PreparedRecords(database.matching)
        self._tidying = Tidying(database, clock, self._records)
        self._counted_at = self._counted = 0

    def match_batch(self) -> Progress:
        """Compare the next few records that wait; zero records when none does.

        Two workers may propose the same new pair at the same moment: one of them is rolled back, and tries again.
        """
        for _ in range(_ATTEMPTS - 1):
            try:
                return self._match_waiting()
            except (IntegrityError, OperationalError) as error:
                _log.info("batch rolled back: %s", type(error).__name__)
        return self._match_waiting()

    def _match_waiting(self) -> Progress:
        """Where writers wait for each other, comparing holds no lock; else it holds the records it compares."""
        if not self._database.one_writer:
            with self._database.transaction() as session:
                return self._store(session, self._compare(session))
        with self._database.reading() as session:
            batch = self._compare(session)
        if not batch.compared:
            return _NOTHING
        with self._database.transaction() as session:
            return self._store(session, batch)

    def _compare(self, session: Session) -> "_Batch":
        policy = replace(self._policy, reports=self._reports(session))
        waiting = next_unmatched(session, limit=BATCH)
        compared = [compare_record(session, WORKER, record, self._records, policy=policy) for record in waiting]
        return _Batch(compared, find_duplicates(session, WORKER, waiting, self._records, reports=policy.reports))

    def _store(self, session: Session, batch: "_Batch") -> Progress:
        if not batch.compared:
            return _NOTHING
        moment = self._clock()
        proposed = propose(session, WORKER, batch.compared, now=moment)
        store_duplicates(session, WORKER, batch.alike, now=moment)
        return Progress(len(batch.compared), proposed)

    def _reports(self, session: Session) -> int:
        """How many found reports there are, counted again whenever the registry has grown by a tenth."""
        newest = session.execute(select(func.coalesce(func.max(Record.number), 0))).scalar_one()
        if newest > self._counted_at * _GROWN:
            self._counted_at, self._counted = newest, count_reports(session)
        return self._counted

    def match_all(self, report: Callable[[Progress], None] | None = None) -> Progress:
        """Until nothing is left; `report` is told the sum so far after every batch."""
        records = proposals = 0
        while (batch := self.match_batch()).records:
            records, proposals = records + batch.records, proposals + batch.proposals
            if report is not None:
                report(Progress(records, proposals))
        return Progress(records, proposals)

    def watch(self, stop: threading.Event, first: Callable[[], bool] = lambda: False) -> None:
        """Match whatever comes until `stop` is set; before each batch `first` does what nobody shall wait for."""
        while not stop.is_set():
            if first():
                continue
            batch = self.match_batch()
            self._tidying.tidy()
            if batch.records:
                _log.info("matched records=%d proposals=%d", batch.records, batch.proposals)
            else:
                stop.wait(IDLE_SECONDS)
