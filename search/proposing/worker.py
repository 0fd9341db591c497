"""The worker: compares whatever waits, with the other side and with its own, until nothing is left, and then watches.

Each batch is a few records, so that little is done again after a kill: what was compared and not stored is compared
again. A record that makes comparing fail is set aside, and everything else goes on (`setting_aside`).
"""

import datetime
import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm import Session

from search.access import WORKER
from search.models import Record
from search.proposing.comparing import USUAL, Compared, ProposingPolicy, compare_record
from search.proposing.duplicate_finding import FoundDuplicates, find_duplicates, store_duplicates
from search.proposing.setting_aside import due_again, set_aside, take_back
from search.proposing.storing_proposals import next_unmatched, propose
from search.proposing.stumbling_blocks import stumbling_blocks
from search.proposing.tidying import Tidying
from search.records.comparable_records import set_aside_numbers
from search.records.prepared_cache import PreparedRecords, RecordRow
from search.records.record_counts import count_reports
from search.storage.database import Database
from search.storage.machine_faults import is_of_the_machine

BATCH = 20
IDLE_SECONDS = 2.0
# Behind a batch that was not full: what comes meanwhile is compared together, which costs less than one by one.
_REST_SECONDS = 1.0
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
        self._at_hand: list[RecordRow] = []

    def match_batch(self) -> Progress:
        """Compare the next few records that wait; zero records when none does.

        Where comparing them fails they are compared one by one, and whichever is at fault is set aside.
        """
        if self._try_one_again():
            return Progress(1, 0)
        try:
            return self._match_patiently(BATCH)
        except Exception as error:
            if is_of_the_machine(error):
                raise
            _log.warning("batch failed: %s; its records are compared one by one", type(error).__name__)
        return self._match_one_by_one()

    def _match_patiently(self, limit: int) -> Progress:
        """Two workers may propose one new pair at the same moment: one of them is rolled back, and tries again."""
        for _ in range(_ATTEMPTS - 1):
            try:
                return self._match_waiting(limit)
            except (IntegrityError, OperationalError) as error:
                _log.info("batch rolled back: %s", type(error).__name__)
        return self._match_waiting(limit)

    def _match_one_by_one(self) -> Progress:
        records = proposals = 0
        for _ in range(BATCH):
            try:
                done = self._match_patiently(1)
            except Exception as error:
                if is_of_the_machine(error) or not self._at_hand:
                    raise
                self._set_aside(self._at_hand[0], error)
                done = Progress(1, 0)
            if not done.records:
                break
            records, proposals = records + done.records, proposals + done.proposals
        return Progress(records, proposals)

    def _try_one_again(self) -> bool:
        """Compare a record that was set aside, where its time has come; whether there was one."""
        version = self._database.matching.version
        with self._database.reading() as session:
            self._records.left_out = set_aside_numbers(session)
            record = due_again(session, version, self._clock()) if self._records.left_out else None
        if record is None:
            return False
        self._records.left_out -= {record.number}
        try:
            with self._database.reading() as session:
                batch = self._compare(session, [record])
            with self._database.transaction() as session:
                self._store(session, batch)
                take_back(session, WORKER, record.number, now=self._clock())
        except Exception as error:
            if is_of_the_machine(error):
                raise
            self._set_aside(record, error)
        return True

    def _set_aside(self, record: RecordRow, error: Exception) -> None:
        """Find out which record is at fault; it waits outside, and whoever runs the installation is told."""
        self._records.left_out -= {record.number}
        with self._database.reading() as session:
            numbers = stumbling_blocks(session, record, self._records)
        version = self._database.matching.version
        with self._database.transaction() as session:
            told = set_aside(session, WORKER, numbers, error, engine_version=version, now=self._clock())
        self._records.forget(set(numbers))
        for one in told:
            handle = f"side={one.side} id={one.record_id} fault={one.fault}"
            _log.warning("record set aside: %s tries=%d", handle, one.tries)

    def _match_waiting(self, limit: int) -> Progress:
        """Where writers wait for each other, comparing holds no lock; else it holds the records it compares."""
        if not self._database.one_writer:
            with self._database.transaction() as session:
                return self._store(session, self._compare_waiting(session, limit))
        with self._database.reading() as session:
            batch = self._compare_waiting(session, limit)
        if not batch.compared:
            return _NOTHING
        with self._database.transaction() as session:
            return self._store(session, batch)

    def _compare_waiting(self, session: Session, limit: int) -> "_Batch":
        self._records.left_out = set_aside_numbers(session)
        self._at_hand = next_unmatched(session, limit=limit)
        return self._compare(session, self._at_hand)

    def _compare(self, session: Session, waiting: Sequence[RecordRow]) -> "_Batch":
        policy = replace(self._policy, reports=self._reports(session))
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
            if _beside(first):
                continue
            batch = self.match_batch()
            _beside(self._tidying.tidy)
            if batch.records:
                _log.info("matched records=%d proposals=%d", batch.records, batch.proposals)
            if batch.records < BATCH:
                stop.wait(_REST_SECONDS if batch.records else IDLE_SECONDS)


def _beside(step: Callable[[], object]) -> bool:
    """What is done beside comparing, and whether there was something; it never keeps comparing from going on."""
    try:
        return bool(step())
    except Exception as error:
        if is_of_the_machine(error):
            raise
        _log.warning("beside comparing, something failed: %s", type(error).__name__)
        return False
