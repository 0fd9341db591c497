"""Reports of a large file: stored a few at a time where nobody sees them, then shown all at once by one small commit.

All of a new report is written but the key of its record: without it nobody can read, find or compare it. It is held
back in `staged_rows`, and handed over when the file is complete. A newer version of a known report is written as its
next revision, which is not looked at before the record says so. What then remains to be tidied up is done a little at
a time as well; a process that is killed anywhere leaves work to do, and nothing half shown.
"""

import datetime
import uuid
from collections.abc import Iterator, Sequence
from typing import Any, cast

from sqlalchemy import ColumnElement, Table, delete, func, insert, select, update
from sqlalchemy.orm import Session

from search.errors import Conflict, Refused
from search.filing.given_numbers import give_numbers_up
from search.filing.ready_rows import ReadyRow
from search.filing.record_storing import contents_of
from search.filing.report_identity import known_reports
from search.filing.reporting_found_persons import Source, erased_before, new_report
from search.filing.row_plans import ACCEPTED, ALREADY_KNOWN, CHANGING, HELD, TWICE, UPDATED
from search.filing.staged_revisions import (
    add_side_keys,
    filed_ready,
    keys_of,
    replace_outdated,
    take_back,
    write_revisions,
)
from search.groups.near_incidents import IncidentsNear
from search.models import BlockingKey, FoundReport, ImportBatch, Record, ReportRevision, StagedRow
from search.models.records import PackedRecord, RecordKey, Section
from search.records.anchored_rows import note_rows
from search.records.change_numbers import NOT_YET, next_version
from search.records.chunks import chunks
from search.records.installed_engine import engine_of
from search.records.record_rows import RecordRows
from search.records.sections import vault_of
from search.vocabulary import Channel

# The tables by themselves: the mapped classes are of two tables each.
_REPORTS, _RECORDS = cast("Table", FoundReport.__table__), cast("Table", Record.__table__)
_HELD_BACK = ("kind", "content_digest", "base_revision", "layout", "packed", "keys_added", "keys_outdated")


class Staging:
    """What one transaction stages of a file: looked up once for all rows that may fit in it, written a few at a time.

    A row whose report was changed since it was planned is left out: it is planned again. Raises Refused where a report
    was erased meanwhile.
    """

    def __init__(
        self, session: Session, batch: ImportBatch, rows: Sequence[ReadyRow], *, now: datetime.datetime
    ) -> None:
        if erased_before(session, batch.organisation_id, [row.plan.incoming.command for row in rows]):
            raise Refused("report_was_erased")
        self._session, self._batch, self._now = session, batch, now
        self._known = known_reports(session, batch.organisation_id, [row.plan.incoming for row in rows])
        self._news = _news_so_far(session, batch, rows)
        self._taken: set[tuple[str, int | None]] = set()
        self._source = Source(now, batch.sent_by, batch.id)
        self._near = IncidentsNear(session)
        self._numbers: list[object] = []
        self._count = 0

    def stage(self, rows: Sequence[ReadyRow]) -> None:
        """Write some rows where nobody sees them, each once: a place that is taken fails."""
        new: list[tuple[FoundReport, ReadyRow]] = []
        news: list[tuple[FoundReport, ReadyRow]] = []
        staged: list[dict[str, object]] = []
        for row in rows:
            report, mine = self._known.of(row.plan.incoming), _identity(row)
            if not _stands(row, report) or mine & self._taken:
                continue
            if row.plan.outcome == ACCEPTED:
                self._taken |= mine
                new.append((_new_report(self._batch, row, self._now), row))
            elif row.plan.outcome == UPDATED and report is not None and report.number not in self._news:
                self._news[report.number] = row.plan.incoming.content
                news.append((report, row))
            else:
                staged.append(self._unwritten(row, report))
        staged += [*self._written(new), *self._revised(news)]
        if staged:
            self._session.execute(insert(StagedRow), staged)
        self._numbers += [row["record_number"] for row in staged]
        self._count += len(staged)

    def finish(self) -> None:
        """Say how far the file has come; to be called once, behind the last of its rows."""
        self._batch.staged_count += self._count
        self._batch.touched_at = self._now
        # Those that are known too, as they are: showing the file changes them by a statement that notes nothing.
        _note(self._session, self._numbers)

    def _unwritten(self, row: ReadyRow, report: FoundReport | None) -> dict[str, object]:
        """A row of which nothing is written; a second one of a report that a row before it has news of is like that."""
        outcome, question = row.plan.outcome, row.plan.question
        if outcome == UPDATED and report is not None:
            said = self._news[report.number] == row.plan.incoming.content
            outcome, question = (ALREADY_KNOWN, "") if said else (HELD, TWICE)
        number = report.number if report is not None and outcome != HELD else None
        return _staged(self._batch, row, outcome, number) | {"question": question}

    def _written(self, new: Sequence[tuple[FoundReport, ReadyRow]]) -> list[dict[str, object]]:
        """Write new reports, all but the keys of their records, which are held back."""
        if not new:
            return []
        session, rows = self._session, RecordRows()
        session.add_all([report for report, _ in new])
        session.flush()
        vault, engine = vault_of(session), engine_of(session)
        keys: list[tuple[int, int, int]] = []
        for report, row in new:
            filed = filed_ready(report, row)
            rows.add_new(vault, engine, contents_of(filed, engine))
            held = keys_of(session, filed, rows.held_keys[-1].digests, self._near)
            keys += [(side, digest, report.number) for side, digest in held]
        held_back = {row["record_number"]: row for row in rows.record_keys}
        rows.record_keys.clear()
        rows.write(session)
        add_side_keys(session, keys)
        revisions = [self._source.revision(row.plan, report.number, 1) for report, row in new]
        session.execute(insert(ReportRevision), revisions)
        return [
            _staged(self._batch, row, ACCEPTED, report.number) | held_back[report.number] | _number_taken(row)
            for report, row in new
        ]

    def _revised(self, news: Sequence[tuple[FoundReport, ReadyRow]]) -> Iterator[dict[str, object]]:
        """Write the next revisions of known reports, which nobody looks at yet."""
        if news:
            told = write_revisions(self._session, news, self._source, self._near)
            for (report, row), change in zip(news, told, strict=True):
                yield _staged(self._batch, row, UPDATED, report.number) | change | _number_taken(row)


def _news_so_far(session: Session, batch: ImportBatch, rows: Sequence[ReadyRow]) -> dict[int, int | None]:
    """Of which of these rows' reports earlier rows of the file have news, with what tells their content apart."""
    numbers = [row.known for row in rows if row.plan.outcome == UPDATED and row.known is not None]
    found: dict[int, int | None] = {}
    for chunk in chunks(numbers):
        asked = select(StagedRow.record_number, StagedRow.content_digest).where(*_updates(batch.id))
        rows_found = session.execute(asked.where(StagedRow.record_number.in_(chunk)))
        found |= {number: content for number, content in rows_found if number is not None}
    return found


def _identity(row: ReadyRow) -> set[tuple[str, int | None]]:
    """By what a new report would be known: two rows of one file are not both new under it."""
    keys = ("number", row.plan.number), ("origin", row.plan.origin)
    return {(name, key) for name, key in keys if key is not None and row.plan.outcome == ACCEPTED}


def _stands(row: ReadyRow, report: FoundReport | None) -> bool:
    """Whether what was planned is still what is to be done."""
    if row.plan.moved is not None:
        return report is not None and report.number == row.plan.moved.number
    if report is None or row.known is None:
        return report is None and row.known is None
    return (report.number, report.revision) == (row.known, row.base_revision)


def _new_report(batch: ImportBatch, row: ReadyRow, now: datetime.datetime) -> FoundReport:
    report = new_report(batch.organisation_id, row.plan, NOT_YET, now)
    report.matched_version = NOT_YET
    if row.plan.moved is not None:
        # It gets the other one's number when the file is shown.
        report.sender_number_digest = None
    return report


def _number_taken(row: ReadyRow) -> dict[str, object]:
    """The number that a report takes from another, or that it had none of before."""
    report = row.plan.report
    had = row.plan.number if report is None and row.plan.moved is None else report and report.sender_number_digest
    return {"number_digest": row.plan.number if row.plan.number != had else None}


def _staged(batch: ImportBatch, row: ReadyRow, outcome: str, number: int | None) -> dict[str, object]:
    empty = dict.fromkeys((*_HELD_BACK, "master", "wrapped", "number_digest", "essence_digest"))
    told = {"batch_id": batch.id, "place": row.place, "sheet_row": row.sheet_row, "outcome": outcome}
    told["question"] = row.plan.question
    return empty | told | {"record_number": number}


def outdated_places(session: Session, batch_id: uuid.UUID) -> list[int]:
    """Places of newer versions whose report was changed by somebody else meanwhile: they are to be staged again."""
    statement = (
        select(StagedRow.place)
        .join(Record, Record.number == StagedRow.record_number)
        .where(*_updates(batch_id), Record.revision != StagedRow.base_revision)
    )
    return list(session.scalars(statement))


def unstage(session: Session, batch: ImportBatch, places: Sequence[int]) -> None:
    """Take back some places, to be staged again; what was written for them is passed over and written over."""
    for chunk in chunks(places):
        session.execute(delete(StagedRow).where(StagedRow.batch_id == batch.id, StagedRow.place.in_(chunk)))
    batch.staged_count -= len(places)


def publish(session: Session, batch: ImportBatch) -> None:
    """Show everything at once: the keys of new reports, the revision of known ones, and nothing else.

    Raises Conflict where a known report is not what the file comes after any more. The change number is taken here and
    given to the records little by little afterwards: until then they are seen, and not yet compared.
    """
    batch.version = next_version(session)
    held_back = select(StagedRow.record_number, StagedRow.master, StagedRow.wrapped).where(*_is_new(batch.id))
    session.execute(insert(RecordKey).from_select(["record_number", "master", "wrapped"], held_back))
    quietly = {"synchronize_session": False}
    of_staged = (StagedRow.record_number == _RECORDS.c.number, StagedRow.base_revision == _RECORDS.c.revision)
    newer = update(_RECORDS).where(*of_staged, *_updates(batch.id)).values(revision=_RECORDS.c.revision + 1)
    shown = session.connection().execute(newer.execution_options(**quietly)).rowcount
    wanted = session.scalar(select(func.count()).select_from(StagedRow).where(*_updates(batch.id)))
    if shown != wanted:
        raise Conflict("report_changed")
    # Of few reports the kind of place changes. What tells their content apart is only asked when they are sent again.
    other = (StagedRow.record_number == _REPORTS.c.number, StagedRow.kind != _REPORTS.c.kind, *_updates(batch.id))
    session.execute(update(_REPORTS).where(*other).values(kind=StagedRow.kind))
    _move_numbers(session, batch)


def _move_numbers(session: Session, batch: ImportBatch) -> None:
    """Give reports the numbers of others, which are another person's now: as few as somebody answered for."""
    moved = select(StagedRow.record_number, StagedRow.number_digest).where(
        StagedRow.batch_id == batch.id, StagedRow.number_digest.is_not(None)
    )
    for number, digest in session.execute(moved).all():
        holders = select(FoundReport).where(
            FoundReport.organisation_id == batch.organisation_id, FoundReport.sender_number_digest == digest
        )
        held = session.scalars(holders.execution_options(populate_existing=True)).all()
        give_numbers_up(session, held, now=batch.at, account_id=batch.sent_by, channel=Channel.SHEET)
        _note(session, [number])
        session.execute(update(_REPORTS).where(_REPORTS.c.number == number).values(sender_number_digest=digest))


def tidy_some(session: Session, batch_id: uuid.UUID, limit: int) -> int:
    """After a file is shown, let go of what was held back of some of its rows; how many of them there were."""
    rows = session.scalars(
        select(StagedRow).where(StagedRow.batch_id == batch_id).order_by(StagedRow.place).limit(limit)
    )
    done = list(rows)
    _note(session, [row.record_number for row in done])
    _number_changes(session, batch_id, [row for row in done if row.outcome in CHANGING])
    replace_outdated(session, done)
    _forget(session, batch_id, done)
    return len(done)


def _number_changes(session: Session, batch_id: uuid.UUID, rows: Sequence[StagedRow]) -> None:
    """Give records the change number that was taken when they were shown: from now on they wait to be compared."""
    version = session.get_one(ImportBatch, batch_id).version
    numbers = [row.record_number for row in rows]
    mine = _RECORDS.c.number.in_(numbers)
    # One that was changed again meanwhile has a later number.
    newer, new = _RECORDS.c.version < version, _RECORDS.c.version == NOT_YET
    session.execute(update(_RECORDS).where(mine, newer).values(version=version))
    session.execute(update(_RECORDS).where(mine, new).values(version=version, matched_version=0))


def drop_some(session: Session, batch_id: uuid.UUID, limit: int) -> int:
    """Of a file that is given up, forget some of the rows that were staged; how many of them there were."""
    rows = session.scalars(
        select(StagedRow).where(StagedRow.batch_id == batch_id).order_by(StagedRow.place).limit(limit)
    )
    done = list(rows)
    _note(session, [row.record_number for row in done])
    new = [row.record_number for row in done if row.outcome == ACCEPTED]
    for table, column in (
        (BlockingKey, BlockingKey.record_number),
        (PackedRecord, PackedRecord.record_number),
        (Section, Section.record_number),
        (ReportRevision, ReportRevision.record_number),
        (_REPORTS, _REPORTS.c.number),
        (_RECORDS, _RECORDS.c.number),
    ):
        session.execute(delete(table).where(column.in_(new)))
    take_back(session, done)
    _forget(session, batch_id, done)
    return len(done)


def _forget(session: Session, batch_id: uuid.UUID, rows: Sequence[StagedRow]) -> None:
    for chunk in chunks([row.place for row in rows]):
        mine = StagedRow.batch_id == batch_id, StagedRow.place.in_(chunk)
        session.execute(delete(StagedRow).where(*mine), execution_options={"synchronize_session": False})
    for row in rows:
        session.expunge(row)


def _note(session: Session, numbers: Sequence[Any]) -> None:
    note_rows(session, FoundReport, [(number,) for number in numbers if number is not None])


def _is_new(batch_id: uuid.UUID) -> tuple[ColumnElement[bool], ...]:
    return StagedRow.batch_id == batch_id, StagedRow.outcome == ACCEPTED


def _updates(batch_id: uuid.UUID) -> tuple[ColumnElement[bool], ...]:
    return StagedRow.batch_id == batch_id, StagedRow.outcome == UPDATED
