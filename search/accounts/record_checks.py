"""What the audit holds against records and what hangs on them without an anchor of its own.

A record that was not erased has its key, and the key opens; one that was erased has none. How far a record was compared
is what the entries of comparing say. Every mark of what was erased is signed, and as many are there as were made.
"""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, cast

from sqlalchemy import Row, Table, func, select
from sqlalchemy.orm import Session

from search.accounts.audit_faults import AuditFault
from search.errors import SealBroken
from search.models import (
    ErasedMark,
    FoundReport,
    Record,
    RecordKey,
    RecordSide,
    RegistryClock,
    ReportRevision,
    SearchRequest,
    Section,
)
from search.records.anchored_rows import MARKS, row_name
from search.records.change_numbers import PUBLISHED
from search.records.chunks import chunks
from search.records.erased_marks import mark_signature
from search.storage.encryption import Vault, WrappedKey

_BATCH = 1000
_SOUGHT, _FOUND = cast("Table", SearchRequest.__table__), cast("Table", FoundReport.__table__)
_TABLES = {RecordSide.SOUGHT.value: SearchRequest, RecordSide.FOUND.value: FoundReport}


@dataclass(slots=True)
class Told:
    """What the entries say of records: which ids were erased, and up to which change number each was compared.

    `unsettled` are rows that a file on its way may be changing; `marks` is how many marks were made.
    """

    erased: set[str] = field(default_factory=set)
    met: dict[int, int] = field(default_factory=dict)
    unsettled: set[str] = field(default_factory=set)
    marks: int = 0


def faulty_records(session: Session, vault: Vault, told: Told) -> Iterator[AuditFault]:
    """Records of no search or report, without their key or with one that does not open, or compared otherwise."""
    asked = (
        select(Record.number, Record.id, Record.side, Record.erased_at, Record.matched_version)
        .add_columns(RecordKey.master, RecordKey.wrapped, _SOUGHT.c.number.label("sought"))
        .add_columns(_FOUND.c.number.label("found"))
        .outerjoin_from(Record.__table__, RecordKey, RecordKey.record_number == Record.number)
        .outerjoin(_SOUGHT, _SOUGHT.c.number == Record.number)
        .outerjoin(_FOUND, _FOUND.c.number == Record.number)
        .order_by(Record.number)
        .execution_options(yield_per=_BATCH)
    )
    for row in session.execute(asked):
        table = _TABLES.get(row.side)
        if table is None or (row.sought is None) is not (table is not SearchRequest):
            yield AuditFault("row_unknown", f"records {row.number}")
            continue
        yield from _faults_of(vault, row, row_name(table, (row.number,)), told)
    yield from _erased_and_missing(session, told)
    yield from _of_no_record(session)
    yield from _held_back_by_nobody(session, told)
    yield from _clock_behind(session)


def faulty_marks(session: Session, vault: Vault, told: Told) -> Iterator[AuditFault]:
    """Marks of what was erased that nobody signed, and fewer of them than were made."""
    signed = 0
    for digest, signature in session.execute(select(ErasedMark.digest, ErasedMark.signature)):
        if signature == mark_signature(vault, digest):
            signed += 1
        else:
            yield AuditFault("row_unknown", f"{MARKS} {digest}")
    if signed < told.marks:
        yield AuditFault("row_missing", f"{MARKS}, {told.marks - signed} of them")
    if signed > told.marks:
        yield AuditFault("row_unknown", f"{MARKS}, {signed - told.marks} of them")


def _faults_of(vault: Vault, row: Row[Any], name: str, told: Told) -> Iterator[AuditFault]:
    was_erased = str(row.id) in told.erased
    if was_erased and (row.erased_at is None or row.wrapped is not None):
        yield AuditFault("erased_is_back", f"records {row.id}")
    elif not was_erased and name not in told.unsettled and not _opens(vault, row):
        yield AuditFault("key_missing", name)
    if name not in told.unsettled and row.matched_version != told.met.get(row.number, 0):
        yield AuditFault("compared_otherwise", name)


def _opens(vault: Vault, row: Row[Any]) -> bool:
    if row.wrapped is None:
        return False
    try:
        vault.unwrap(WrappedKey(row.master, row.wrapped), str(row.number))
    except SealBroken:
        return False
    return True


def _erased_and_missing(session: Session, told: Told) -> Iterator[AuditFault]:
    """What was erased leaves its empty row."""
    for chunk in chunks(sorted(told.erased)):
        there = session.scalars(select(Record.id).where(Record.id.in_([uuid.UUID(text) for text in chunk])))
        for one in sorted(set(chunk) - {str(identifier) for identifier in there}):
            yield AuditFault("row_missing", f"records {one}")


def _of_no_record(session: Session) -> Iterator[AuditFault]:
    numbered = (RecordKey.record_number, Section.record_number, ReportRevision.record_number)
    for column in (_SOUGHT.c.number, _FOUND.c.number, *numbered):
        asked = select(column).outerjoin(Record.__table__, Record.number == column).where(Record.number.is_(None))
        for number in session.scalars(asked.distinct().order_by(column)):
            yield AuditFault("row_unknown", f"{column.table.name} {number}")


def _held_back_by_nobody(session: Session, told: Told) -> Iterator[AuditFault]:
    """What is of a revision that is yet to come, of a report of which no file on its way tells."""
    for table in (Section, ReportRevision):
        asked = select(table.record_number).join(Record, Record.number == table.record_number)
        for number in session.scalars(asked.where(table.revision > Record.revision).distinct()):
            if row_name(FoundReport, (number,)) not in told.unsettled:
                yield AuditFault("row_unknown", f"{table.__tablename__} {number}")


def _clock_behind(session: Session) -> Iterator[AuditFault]:
    newest = session.scalars(select(func.max(Record.version)).where(PUBLISHED)).one() or 0
    if (session.scalars(select(RegistryClock.value)).one_or_none() or 0) < newest:
        yield AuditFault("clock_behind", "registry_clock")
