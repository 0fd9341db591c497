"""The worker: compares whatever waits, until nothing is left, and then watches.

Each transaction takes a few records, so that little is done again after a kill and an import does not wait long.
"""

import datetime
import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy.exc import IntegrityError, OperationalError

from search.access import WORKER
from search.registry.engine import shared_engine
from search.registry.prepared import PreparedRecords
from search.services.proposing import USUAL, ProposingPolicy, match_record, next_unmatched, record_matching
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
        now = self._clock()
        proposals = 0
        with self._database.transaction() as session:
            waiting = next_unmatched(session, limit=BATCH)
            for record in waiting:
                proposals += match_record(session, WORKER, record, self._records, now=now, policy=self._policy)
            if waiting:
                record_matching(session, WORKER, len(waiting), proposals, now=now)
        return Progress(len(waiting), proposals)

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
