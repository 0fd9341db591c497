"""A sheet on its way into the registry: a small one in one transaction, a large one in many short ones.

Nobody waits for a large sheet: it is received in sealed parts, stored row by row where nobody sees it, and shown at
once by one small commit (`staged_reports`). Whoever is killed meanwhile leaves it to the next who looks for what
nobody works at.
"""

import datetime
import logging
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from search.access import Actor, clerk_of
from search.accounts.audit_chain import SETTLED, STAGED
from search.commands import ImportSheet
from search.confined.confinement import Confinement
from search.errors import Conflict, Refused
from search.filing.importing_sheets import (
    REFUSED,
    finish_batch,
    foresee_sheet,
    forget_outcomes,
    new_batch,
    note_step,
    outcomes_told,
    question_of,
    receipt_of,
    say_outcomes,
    sheet_sender,
    store_sheet,
    without_erased,
)
from search.filing.ready_rows import ReadyRow, ready
from search.filing.received_parts import drop_parts, held_rows, keep_parts, parts_of, rows_of_part
from search.filing.returned_rows import with_returned
from search.filing.row_plans import HELD
from search.filing.sends import settle_rows
from search.filing.sheet_answers import open_in_reading
from search.filing.sheet_news import Answers, settled, with_origins
from search.filing.staged_reports import Staging, drop_some, outdated_places, publish, tidy_some, unstage
from search.models import BatchState, ImportBatch, ImportPart, StagedRow
from search.sheet_summaries import RowOutcome, SheetPreview
from search.sheets.parser_process import read_confined
from search.sheets.sheet_reading import SheetReading
from search.storage.database import Database
from search.storage.machine_faults import is_of_the_machine
from search.storage.pace import Pace
from search.summaries import ImportReceipt

Clock = Callable[[], datetime.datetime]
# A sheet of so many rows is stored while its sender waits, and of so many in one transaction.
FEW = 30
_AT_ONCE = 5
_IN_PART = 200
# Longer than any step takes: who has not touched its batch for so long is gone.
_QUIET = datetime.timedelta(seconds=60)
_DONE = (BatchState.STORED.value, BatchState.GIVEN_UP.value)
_log = logging.getLogger("ovillo.sheets")


def file_digest(database: Database, content: bytes) -> int:
    """What tells one file from another."""
    return database.vault.digest("file", content.hex())


def import_sheet(
    database: Database,
    confinement: Confinement,
    actor: Actor,
    command: ImportSheet,
    *,
    clock: Clock,
    patience: float = 0.0,
) -> ImportReceipt:
    """Read and store a whole sheet: every row accepted, already known, updated, or refused with column and reason.

    Raises Busy where others' files are being read, and, with nothing stored, SheetError where this one cannot be read
    and Refused `sheet_has_questions` where a question about it has to be answered first.
    """
    with database.reading() as session:
        sender = sheet_sender(session, actor)
    reading = read_confined(confinement, question_of(sender, command, today=clock().date()), patience=patience)
    if open_in_reading(reading, sender.kind):
        raise Refused("sheet_has_questions")
    return SheetStoring(database, clock).store(actor, reading, file_digest(database, command.content), command.profile)


def preview_sheet(
    database: Database,
    confinement: Confinement,
    actor: Actor,
    command: ImportSheet,
    *,
    today: datetime.date,
    patience: float = 0.0,
) -> SheetPreview:
    """What a sheet seems to say and what sending it would do; nothing is stored. Raises as `import_sheet` does."""
    with database.reading() as session:
        question = question_of(sheet_sender(session, actor), command, today=today)
    reading = read_confined(confinement, question, patience=patience)
    with database.reading() as session:
        return foresee_sheet(
            session, actor, reading, file_digest(database, command.content), today=today, answers=command.profile
        )


def finish_sheets(database: Database, clock: Clock) -> None:
    """Store whatever sheets somebody left behind."""
    storing = SheetStoring(database, clock)
    while storing.store_next():
        pass


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds of the transactions that wrote a sheet and tidied up, and of the one that showed it."""

    seconds: tuple[float, ...]
    shown: float

    def __str__(self) -> str:
        ordered = sorted(self.seconds) or [0.0]
        middle, most = ordered[len(ordered) // 2], ordered[min(len(ordered) - 1, len(ordered) * 95 // 100)]
        figures = f"median_ms={middle * 1000:.0f} p95_ms={most * 1000:.0f} longest_ms={ordered[-1] * 1000:.0f}"
        return f"transactions={len(self.seconds)} {figures} shown_ms={self.shown * 1000:.0f}"


class SheetStoring:
    """Stores sheets that were read, for one database."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        *,
        timer: Callable[[], float] = time.monotonic,
        rest: Callable[[float], None] = time.sleep,
    ) -> None:
        self._database, self._clock = database, clock
        self._timer, self._rest = timer, rest

    def store(self, actor: Actor, reading: SheetReading, digest: int, answers: Answers | None = None) -> ImportReceipt:
        """Store a sheet now, however long it takes; raises what made it impossible, and then nothing is stored."""
        reading = self._settled(actor, reading, digest, answers)
        if len(reading.rows) <= _AT_ONCE:
            return self._store_at_once(actor, reading, digest)
        batch_id = self._received(actor, reading, digest)
        self._finish(batch_id)
        return self._receipt(batch_id)

    def store_whole(self, actor: Actor, reading: SheetReading, digest: int) -> ImportReceipt:
        """Store every row now, or none: raises Conflict, with nothing stored, where one cannot be taken (any more)."""
        if len(reading.rows) <= _AT_ONCE:
            with self._database.transaction() as session:
                receipt = store_sheet(session, actor, reading, digest, now=self._clock())
                _require_whole(receipt.outcomes)
                return receipt
        batch_id = self._received(actor, reading, digest)
        self._finish(batch_id, whole=True)
        return self._receipt(batch_id)

    def _store_at_once(self, actor: Actor, reading: SheetReading, digest: int) -> ImportReceipt:
        with self._database.transaction() as session:
            return store_sheet(session, actor, reading, digest, now=self._clock())

    def _settled(self, actor: Actor, reading: SheetReading, digest: int, answers: Answers | None) -> SheetReading:
        """The sheet as its sender answered about its rows."""
        if not answers:
            return reading
        with self._database.reading() as session:
            sender = sheet_sender(session, actor)
            told = with_origins(with_returned(session, sender.organisation_id, reading), digest)
            return settled(session, sender.organisation_id, told, answers, today=self._clock().date())

    def receive(self, actor: Actor, reading: SheetReading, digest: int, answers: Answers | None = None) -> uuid.UUID:
        """Take over a sheet: once this returns it will be stored, whoever is killed; `store_next` does that."""
        reading = self._settled(actor, reading, digest, answers)
        batch_id = self._received(actor, reading, digest)
        with self._database.transaction() as session:
            # Free for whoever comes first.
            session.get_one(ImportBatch, batch_id).touched_at = None
        return batch_id

    def _received(self, actor: Actor, reading: SheetReading, digest: int) -> uuid.UUID:
        with self._database.reading() as session:
            organisation_id = sheet_sender(session, actor).organisation_id
            reading = with_returned(session, organisation_id, reading)
            reading = without_erased(session, organisation_id, with_origins(reading, digest))
        with self._database.transaction() as session:
            batch = new_batch(session, actor, reading, digest, now=self._clock())
            batch_id = batch.id
            note_step(session, batch, batch.state, now=self._clock())
        keep_parts(self._database, batch_id, reading.rows, _IN_PART)
        with self._database.transaction() as session:
            batch = session.get_one(ImportBatch, batch_id)
            batch.state, batch.touched_at = BatchState.STORING.value, self._clock()
            note_step(session, batch, batch.state, now=self._clock())
        return batch_id

    def store_next(self) -> bool:
        """Store, tidy up or give up one sheet that nobody works at; whether there was one."""
        batch_id = self._waiting()
        if batch_id is None or not self._claim(batch_id):
            return False
        with self._database.reading() as session:
            state = session.get_one(ImportBatch, batch_id).state
        try:
            if state == BatchState.STORING.value:
                self._finish(batch_id)
            else:
                # It was not received as a whole, and its sender was not told that it was; or it only has to be tidied.
                self._give_up(batch_id) if state == BatchState.RECEIVING.value else self._tidy(batch_id)
        except Exception as error:
            if is_of_the_machine(error):
                raise
            # It was given up, and its sender reads so; other sheets go on.
            _log.warning("sheet given up: %s", type(error).__name__)
        return True

    def _finish(self, batch_id: uuid.UUID, *, whole: bool = False) -> None:
        pace = Pace(self._database, self._timer, self._rest)
        try:
            published = self._publish(batch_id, pace, whole=whole)
        except Exception as error:
            if not is_of_the_machine(error):
                self._give_up(batch_id)
            raise
        self._tidy(batch_id, pace)
        _log.info("sheet stored: %s", Taken(tuple(pace.taken), published))

    def _stage_all(self, batch_id: uuid.UUID, pace: Pace) -> None:
        rows = self._ready_rows(batch_id)
        waiting = list(islice(rows, pace.size))
        while waiting:
            with pace.transaction() as session:
                batch, done = session.get_one(ImportBatch, batch_id), 0
                staging = Staging(session, batch, waiting[: pace.size], now=self._clock())
                for part in pace.some(waiting):
                    staging.stage(part)
                    done += len(part)
                staging.finish()
                note_step(session, batch, STAGED, now=self._clock())
            waiting = [*waiting[done:], *islice(rows, max(0, pace.size - len(waiting) + done))]

    def _ready_rows(self, batch_id: uuid.UUID) -> Iterator[ReadyRow]:
        """The rows that are not staged yet, in their order, worked out outside any transaction."""
        with self._database.reading() as session:
            organisation_id = session.get_one(ImportBatch, batch_id).organisation_id
            staged = set(session.scalars(select(StagedRow.place).where(StagedRow.batch_id == batch_id)))
            parts = parts_of(session, batch_id)
        for first in parts:
            with self._database.reading() as session:
                waiting = [one for one in rows_of_part(session, batch_id, first) if one[0] not in staged]
                prepared = ready(session, organisation_id, waiting, today=self._clock().date())
            yield from prepared

    def _publish(self, batch_id: uuid.UUID, pace: Pace, *, whole: bool) -> float:
        """Show the whole file; rows whose report somebody else changed meanwhile are staged again first.

        Returns the seconds of the transaction that showed it. `whole`: raises Conflict where a row cannot be taken.
        """
        while True:
            self._stage_all(batch_id, pace)
            if self._is_whole(batch_id):
                self._say_outcomes(batch_id)
                if whole:
                    _require_whole(self._receipt(batch_id).outcomes)
                try:
                    return self._show(batch_id)
                except Conflict:
                    continue

    def _is_whole(self, batch_id: uuid.UUID) -> bool:
        """Whether every row is staged, upon the newest version of its report; those that are not are taken back."""
        with self._database.reading() as session:
            outdated = outdated_places(session, batch_id)
            staged = session.scalar(select(func.count()).select_from(StagedRow).where(StagedRow.batch_id == batch_id))
            whole = staged == session.get_one(ImportBatch, batch_id).row_count
        if outdated:
            with self._database.transaction() as session:
                unstage(session, session.get_one(ImportBatch, batch_id), outdated)
        return whole and not outdated

    def _say_outcomes(self, batch_id: uuid.UUID) -> None:
        """Write down what will have become of every row, which takes its time, before there is anything to see."""
        with self._database.reading() as session:
            asked = select(StagedRow.sheet_row, StagedRow.outcome, StagedRow.question)
            mine = asked.where(StagedRow.batch_id == batch_id).order_by(StagedRow.place)
            stored = [(row, outcome, question) for row, outcome, question in session.execute(mine)]
            told = outcomes_told(session.get_one(ImportBatch, batch_id), stored)
            held = list(held_rows(session, batch_id))
        with self._database.transaction() as session:
            batch = session.get_one(ImportBatch, batch_id)
            say_outcomes(batch, told, now=self._clock())
            settle_rows(session, batch, held)
            note_step(session, batch, batch.state, now=self._clock())

    def _show(self, batch_id: uuid.UUID) -> float:
        """The one small transaction; Conflict, and nothing shown, where a report was changed at the last moment."""
        with self._database.transaction() as session:
            session.connection()
            begun = self._timer()
            batch = session.get_one(ImportBatch, batch_id)
            publish(session, batch)
            finish_batch(session, _sender_of(batch), batch, now=self._clock())
        return self._timer() - begun

    def _tidy(self, batch_id: uuid.UUID, pace: Pace | None = None) -> None:
        self._in_steps(batch_id, tidy_some, pace)
        drop_parts(self._database, batch_id)

    def _give_up(self, batch_id: uuid.UUID) -> None:
        """Forget what was staged; the batch stays, and says that nothing of it was stored."""
        self._in_steps(batch_id, drop_some)
        drop_parts(self._database, batch_id)
        with self._database.transaction() as session:
            batch = session.get_one(ImportBatch, batch_id)
            forget_outcomes(batch)
            settle_rows(session, batch)
            note_step(session, batch, batch.state, now=self._clock())

    def _in_steps(
        self, batch_id: uuid.UUID, step: Callable[[Session, uuid.UUID, int], int], pace: Pace | None = None
    ) -> None:
        pace, left = pace or Pace(self._database, self._timer, self._rest), True
        while left:
            with pace.transaction() as session:
                left = all(step(session, batch_id, len(part)) == len(part) for part in pace.some(range(pace.size)))
                note_step(session, session.get_one(ImportBatch, batch_id), SETTLED, now=self._clock())

    def _waiting(self) -> uuid.UUID | None:
        """The oldest sheet with something left to do that nobody has touched for a while; one of a sender at a time."""
        quiet = self._clock() - _QUIET
        with self._database.reading() as session:
            unfinished = session.scalars(
                select(ImportBatch).where(ImportBatch.state.not_in(_DONE)).order_by(ImportBatch.at)
            ).all()
            seen: set[uuid.UUID] = set()
            for batch in unfinished:
                first = batch.organisation_id not in seen
                seen.add(batch.organisation_id)
                if first and (batch.touched_at is None or batch.touched_at < quiet):
                    return batch.id
            left = select(ImportPart.batch_id).join(ImportBatch, ImportBatch.id == ImportPart.batch_id)
            left = left.where(ImportBatch.state.in_(_DONE), ImportBatch.touched_at < quiet)
            return session.scalars(left.limit(1)).first()

    def _claim(self, batch_id: uuid.UUID) -> bool:
        """Whether this process is the one that works at a sheet from now on."""
        moment = self._clock()
        free = (ImportBatch.touched_at.is_(None)) | (ImportBatch.touched_at < moment - _QUIET)
        statement = update(ImportBatch).where(ImportBatch.id == batch_id, free).values(touched_at=moment)
        with self._database.transaction() as session:
            return session.execute(statement.returning(ImportBatch.id)).first() is not None

    def _receipt(self, batch_id: uuid.UUID) -> ImportReceipt:
        with self._database.reading() as session:
            return receipt_of(session.get_one(ImportBatch, batch_id))


def _require_whole(outcomes: Sequence[RowOutcome]) -> None:
    if any(one.outcome in (HELD, REFUSED) for one in outcomes):
        raise Conflict("batch_changed_meanwhile")


def _sender_of(batch: ImportBatch) -> Actor:
    return replace(clerk_of(batch.organisation_id), account_id=batch.sent_by)
