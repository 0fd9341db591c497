"""The worker: compares whatever waits, until nothing is left, and then watches.

Each batch is a few records, so that little is done again after a kill: what was compared and not stored is compared
again.
"""

import datetime
import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm import Session

from search.access import WORKER
from search.registry.engine import shared_engine
from search.registry.prepared import PreparedRecords
from search.services.proposing import USUAL, Compared, ProposingPolicy, compare_record, next_unmatched, propose
from search.storage.database import Database

BATCH = 20
IDLE_SECONDS = 2.0
_ATTEMPTS = 5
_log = logging.getLogger("reencuentro.worker")
Clock = Callable[[], datetime.datetime]


@dataclass(frozen=True, slots=True)
class Progress:
    """What one stretch of matching did."""

    records: int
    proposals: int


_NOTHING = Progress(0, 0)


class Worker:
    """Matches for one database. Several workers may share a PostgreSQL database."""

    def __init__(self, database: Database, clock: Clock, policy: ProposingPolicy = USUAL) -> None:
        self._database = database
        self._clock = clock
        self._policy = policy
        self._records = PreparedRecords(shared_engine())

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
                return self._propose(session, self._compare(session))
        with self._database.reading() as session:
            compared = self._compare(session)
        if not compared:
            return _NOTHING
        with self._database.transaction() as session:
            return self._propose(session, compared)

    def _compare(self, session: Session) -> list[Compared]:
        waiting = next_unmatched(session, limit=BATCH)
        return [compare_record(session, WORKER, record, self._records, policy=self._policy) for record in waiting]

    def _propose(self, session: Session, compared: list[Compared]) -> Progress:
        if not compared:
            return _NOTHING
        return Progress(len(compared), propose(session, WORKER, compared, now=self._clock()))

    def match_all(self, report: Callable[[Progress], None] | None = None) -> Progress:
        """Until nothing is left; `report` is told the sum so far after every batch."""
        records = proposals = 0
        while (batch := self.match_batch()).records:
            records, proposals = records + batch.records, proposals + batch.proposals
            if report is not None:
                report(Progress(records, proposals))
        return Progress(records, proposals)

    def watch(self, stop: threading.Event) -> None:
        """Match whatever comes until `stop` is set."""
        while not stop.is_set():
            batch = self.match_batch()
            if batch.records:
                _log.info("matched records=%d proposals=%d", batch.records, batch.proposals)
            else:
                stop.wait(IDLE_SECONDS)
