"""Reports of a large file: stored a few at a time where nobody sees them, then shown all at once by one small commit.

All of a new report is written but the key of its record: without it nobody can read, find or compare it. It is held
back in `staged_rows`, and handed over when the file is complete. A newer version of a known report is written as its
next revision, which is not looked at before the record says so. What then remains to be tidied up is done a little at
a time as well; a process that is killed anywhere leaves work to do, and nothing half shown.
"""

import datetime
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

import msgspec
from sqlalchemy import ColumnElement, Table, delete, func, insert, select, update
from sqlalchemy.orm import Session

from matching import PreparedRecord
from search.errors import Conflict, Refused
from search.filing.coarse_places import documents_of, filed_of
from search.filing.record_storing import Filed, contents_of, drop_unpublished, vessel_said
from search.filing.report_identity import essence_of, known_reports
from search.filing.reporting_found_persons import Source, erased_before, new_report, refuse_unfit
from search.filing.row_plans import ACCEPTED, CHANGING, HELD, UPDATED, RowPlan, plan_rows
from search.groups.group_key_store import group_digests
from search.groups.group_keys import Travelled
from search.models import (
    BlockingKey,
    FoundReport,
    ImportBatch,
    KeySide,
    Organisation,
    Record,
    RecordSide,
    ReportRevision,
    StagedRow,
)
from search.models.records import PackedRecord, RecordKey, Section
from search.records.anchored_rows import note_rows
from search.records.change_numbers import NOT_YET, next_version
from search.records.chunks import chunks
from search.records.installed_engine import engine_of
from search.records.record_rows import RecordRows
from search.records.sections import record_key, vault_of
from search.sheets.row_outcomes import RowRead
from search.vocabulary import MAY_REPORT, OrganisationKind

_Key = tuple[int, int]
_KEYS = msgspec.msgpack.Decoder(list[_Key])
# The tables by themselves: the mapped classes are of two tables each.
_REPORTS, _RECORDS = cast("Table", FoundReport.__table__), cast("Table", Record.__table__)
_HELD_BACK = ("kind", "content_digest", "base_revision", "layout", "packed", "keys_added", "keys_outdated")


@dataclass(frozen=True, slots=True)
class ReadyRow:
    """A row of a file at its place, with all that can be worked out before anything is written.

    `known` is the report that it is news of, by its number, as of `base_revision`; `prepared` is None where nothing is
    written.
    """

    place: int
    sheet_row: int
    plan: RowPlan
    known: int | None
    base_revision: int | None
    prepared: PreparedRecord | None


def ready(
    session: Session, organisation_id: uuid.UUID, rows: Sequence[tuple[int, RowRead]], *, today: datetime.date
) -> list[ReadyRow]:
    """Prepare rows at their places, writing nothing; Refused for a report that no door would take."""
    allowed = MAY_REPORT[OrganisationKind(session.get_one(Organisation, organisation_id).kind)]
    for _, row in rows:
        refuse_unfit(row.report, allowed)
    plans = plan_rows(session, organisation_id, [row.report for _, row in rows], today=today)
    return [_ready(session, place, row, plan) for (place, row), plan in zip(rows, plans, strict=True)]


def _ready(session: Session, place: int, row: RowRead, plan: RowPlan) -> ReadyRow:
    known, base = (plan.report.number, plan.report.revision) if plan.report else (None, None)
    view = filed_of(FoundReport(), plan.command).view if plan.outcome in CHANGING else None
    prepared = engine_of(session).prepare(view) if view else None
    return ReadyRow(place, row.number, plan, known, base, prepared)


def stage(session: Session, batch: ImportBatch, rows: Sequence[ReadyRow], *, now: datetime.datetime) -> None:
    """Write some rows of a file where nobody sees them, each once: a place that is taken fails.

    A row whose report was changed since it was planned is left out: it is planned again.
    """
    if erased_before(session, batch.organisation_id, [row.plan.incoming.command for row in rows]):
        raise Refused("report_was_erased")
    known = known_reports(session, batch.organisation_id, [row.plan.incoming for row in rows])
    source = Source(now, batch.sent_by, batch.id)
    new: list[tuple[FoundReport, ReadyRow]] = []
    staged: list[dict[str, object]] = []
    taken: set[tuple[str, int | None]] = set()
    for row in rows:
        report, mine = known.of(row.plan.incoming), _identity(row)
        if not _stands(row, report) or mine & taken:
            continue
        if row.plan.outcome == ACCEPTED:
            taken |= mine
            new.append((_new_report(batch, row, now), row))
        else:
            staged.append(_known_row(session, batch, report, row, source))
    staged += _new_rows(session, batch, new, source)
    if staged:
        session.execute(insert(StagedRow), staged)
    batch.staged_count += len(staged)
    batch.touched_at = now
    # Those that are known too, as they are: showing the file changes them by a statement that notes nothing.
    _note(session, [row["record_number"] for row in staged])


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


def _new_rows(
    session: Session, batch: ImportBatch, new: Sequence[tuple[FoundReport, ReadyRow]], source: Source
) -> list[dict[str, object]]:
    session.add_all([report for report, _ in new])
    session.flush()
    vault, engine, rows = vault_of(session), engine_of(session), RecordRows()
    keys: list[tuple[int, int, int]] = []
    for report, row in new:
        filed = _filed(report, row)
        rows.add_new(vault, engine, contents_of(filed, engine))
        keys += [(side, digest, report.number) for side, digest in _keys_of(session, filed, rows.held_keys[-1].digests)]
    held_back = {row["record_number"]: row for row in rows.record_keys}
    rows.record_keys.clear()
    rows.write(session)
    _add_keys(session, keys)
    if new:
        revisions = [source.revision(row.plan, report.number, 1) for report, row in new]
        session.execute(insert(ReportRevision), revisions)
    return [
        _staged(batch, row, ACCEPTED, report.number) | held_back[report.number] | _number_taken(row)
        for report, row in new
    ]


def _number_taken(row: ReadyRow) -> dict[str, object]:
    """The number that a report takes from another, or that it had none of before."""
    report = row.plan.report
    had = row.plan.number if report is None and row.plan.moved is None else report and report.sender_number_digest
    return {"number_digest": row.plan.number if row.plan.number != had else None}


def _known_row(
    session: Session, batch: ImportBatch, report: FoundReport | None, row: ReadyRow, source: Source
) -> dict[str, object]:
    plan = row.plan
    if plan.outcome != UPDATED or report is None:
        number = report.number if report is not None and plan.outcome != HELD else None
        return _staged(batch, row, plan.outcome, number)
    return _staged(batch, row, UPDATED, report.number) | _revision(session, report, row, source) | _number_taken(row)


def _revision(session: Session, report: FoundReport, row: ReadyRow, source: Source) -> dict[str, object]:
    """Write the next revision of a known report, and say what changes with it."""
    number, base, engine = report.number, report.revision, engine_of(session)
    drop_unpublished(session, number, base)
    filed, rows = _filed(report, row), RecordRows()
    contents = replace(contents_of(filed, engine), revision=base + 1)
    rows.add_revision(vault_of(session), engine, contents, record_key(session, number))
    (packed,) = rows.packed_records
    rows.packed_records.clear()
    rows.write(session)
    session.execute(insert(ReportRevision), [source.revision(row.plan, number, base + 1)])
    wanted = _keys_of(session, filed, rows.held_keys[-1].digests)
    stored = {
        (side, digest)
        for side, digest in session.execute(
            select(BlockingKey.side, BlockingKey.digest).where(BlockingKey.record_number == number)
        )
    }
    _add_keys(session, [(side, digest, number) for side, digest in sorted(wanted - stored)])
    return {
        "kind": row.plan.command.kind.value,
        "content_digest": row.plan.incoming.content,
        "essence_digest": essence_of(vault_of(session), documents_of(row.plan.command)),
        "base_revision": base,
        "layout": packed["layout"],
        "packed": packed["sealed"],
        "keys_added": msgspec.msgpack.encode(sorted(wanted - stored)),
        "keys_outdated": msgspec.msgpack.encode(sorted(stored - wanted)),
    }


def _staged(batch: ImportBatch, row: ReadyRow, outcome: str, number: int | None) -> dict[str, object]:
    empty = dict.fromkeys((*_HELD_BACK, "master", "wrapped", "number_digest", "essence_digest"))
    told = {"batch_id": batch.id, "place": row.place, "sheet_row": row.sheet_row, "outcome": outcome}
    told["question"] = row.plan.question
    return empty | told | {"record_number": number}


def _filed(report: FoundReport, row: ReadyRow) -> Filed:
    return replace(filed_of(report, row.plan.command), prepared=row.prepared)


def _keys_of(session: Session, filed: Filed, blocking: Sequence[int]) -> set[_Key]:
    travelled = Travelled(filed.record.number, filed.view, vessel_said(filed))
    grouped = {(KeySide.in_group(RecordSide.FOUND).value, digest) for digest in group_digests(session, travelled)}
    return {(KeySide.of(RecordSide.FOUND).value, digest) for digest in blocking} | grouped


def _add_keys(session: Session, keys: Sequence[tuple[int, int, int]]) -> None:
    rows = [{"side": side, "digest": digest, "record_number": number} for side, digest, number in keys]
    if rows:
        session.execute(insert(BlockingKey), rows)


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
        holder = _REPORTS.c.organisation_id == batch.organisation_id, _REPORTS.c.sender_number_digest == digest
        _note(session, [number, *session.scalars(select(_REPORTS.c.number).where(*holder))])
        session.execute(update(_REPORTS).where(*holder).values(sender_number_digest=None))
        session.execute(update(_REPORTS).where(_REPORTS.c.number == number).values(sender_number_digest=digest))


def tidy_some(session: Session, batch_id: uuid.UUID, limit: int) -> int:
    """After a file is shown, let go of what was held back of some of its rows; how many of them there were."""
    rows = session.scalars(
        select(StagedRow).where(StagedRow.batch_id == batch_id).order_by(StagedRow.place).limit(limit)
    )
    done = list(rows)
    _note(session, [row.record_number for row in done])
    _number_changes(session, batch_id, [row for row in done if row.outcome in CHANGING])
    for row in done:
        if row.base_revision is not None and row.record_number is not None:
            said = update(_REPORTS).where(_REPORTS.c.number == row.record_number, _is_newest(row))
            session.execute(said.values(content_digest=row.content_digest, essence_digest=row.essence_digest))
            _replace_packed(session, row)
            _drop_keys(session, row.record_number, row.keys_outdated)
        session.delete(row)
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
    for row in done:
        if row.base_revision is not None and row.record_number is not None:
            drop_unpublished(session, row.record_number, row.base_revision)
            _drop_keys(session, row.record_number, row.keys_added)
        session.delete(row)
    return len(done)


def _note(session: Session, numbers: Sequence[Any]) -> None:
    note_rows(session, FoundReport, [(number,) for number in numbers if number is not None])


def _is_new(batch_id: uuid.UUID) -> tuple[ColumnElement[bool], ...]:
    return StagedRow.batch_id == batch_id, StagedRow.outcome == ACCEPTED


def _updates(batch_id: uuid.UUID) -> tuple[ColumnElement[bool], ...]:
    return StagedRow.batch_id == batch_id, StagedRow.outcome == UPDATED


def _is_newest(row: StagedRow) -> ColumnElement[bool]:
    """Whether the report still says what the file said of it."""
    revision = select(_RECORDS.c.revision).where(_RECORDS.c.number == row.record_number).scalar_subquery()
    return revision == (row.base_revision or 0) + 1


def _replace_packed(session: Session, row: StagedRow) -> None:
    """The packed form of the revision that is shown now, unless a newer one was packed meanwhile."""
    number, revision = row.record_number, (row.base_revision or 0) + 1
    older = delete(PackedRecord).where(PackedRecord.record_number == number, PackedRecord.revision < revision)
    session.execute(older)
    there = session.scalars(select(PackedRecord.revision).where(PackedRecord.record_number == number)).first()
    if there is None and row.packed is not None:
        told = {"record_number": number, "revision": revision, "layout": row.layout, "sealed": row.packed}
        session.execute(insert(PackedRecord), [told])


def _drop_keys(session: Session, number: int, kept: bytes | None) -> None:
    by_side: dict[int, list[int]] = {}
    for side, digest in _KEYS.decode(kept) if kept else ():
        by_side.setdefault(side, []).append(digest)
    for side, digests in by_side.items():
        for chunk in chunks(digests):
            mine = BlockingKey.side == side, BlockingKey.record_number == number
            session.execute(delete(BlockingKey).where(*mine, BlockingKey.digest.in_(chunk)))
