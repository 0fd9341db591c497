"""Rows that the audit vouches for: whatever is added, changed or deleted in them is written into the next entry.

Judgements, consents, searches, accounts lie in plain rows that whoever writes to the database could change or take
away. A row's anchor is a keyed digest of all it says; the audit's entry of the act that wrote the row carries it
(`search.accounts.audit_chain`), with the digest of what the row said before, so that an act does not vouch for what
somebody else had altered. Verifying compares the newest anchor of each row with what is there.

Rows are noted as a session writes them, so an act need not think of it. A statement that writes past the session
(`insert`, `update`, `delete`) is not seen: whoever uses one on such rows calls `note_rows` before.
"""

import datetime
import functools
import hashlib
import json
import uuid
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, ColumnElement, Row, Select, Text, and_, event, inspect, or_, select, type_coerce
from sqlalchemy.orm import InstanceState, Mapper, Session, UOWTransaction

from search.models import Base, ErasedMark, FoundReport, ReportRevision, Section
from search.records.chunks import IN_STATEMENT, chunks
from search.records.vouched_tables import ANCHORED, NOT_ANCHORED, RECORDS
from search.storage.encryption import Vault
from search.storage.types import JSONText

GONE = "-"
# Between what a row says now and what it said before, in an anchor.
BEFORE = "<"
MARKS = ErasedMark.__tablename__
_NOTED, _MARKS_ADDED = "anchored_rows", "erased_marks_added"
_HEX = 32
_BATCH = 1000
# Keys of two columns are two values each.
_AT_ONCE = IN_STATEMENT // 2

Key = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class _Noted:
    """A row that is being written; `before` is the digest of what it said, None where it was not there."""

    table: type[Base]
    key: Key
    before: str | None


@dataclass(frozen=True, slots=True)
class VouchedRow:
    """A row as it is: how an anchor names it, and its digest."""

    name: str
    digest: str


def row_name(table: type[Base], key: Key) -> str:
    """How an anchor names a row: table and primary key."""
    return f"{table.__tablename__} {','.join(_text(part) for part in key)}"


def key_of(row: Base) -> Key:
    """A row's primary key."""
    return tuple(_mapper(type(row)).primary_key_from_instance(row))


def stored_rows(session: Session, vault: Vault, table: type[Base]) -> Iterator[VouchedRow]:
    """All rows of a table as the database has them."""
    # Closed also where somebody stops asking in the middle.
    with session.execute(_asked(table).execution_options(yield_per=_BATCH)) as result:
        for rows in result.partitions():
            yield from _vouched(session, vault, table, rows)


def note_rows(session: Session, table: type[Base], keys: Iterable[Key]) -> None:
    """Note rows that a statement is about to write or delete, as they are now; they stay locked as if written."""
    noted = _noted(session)
    fresh = sorted({key for key in keys if row_name(table, key) not in noted})
    before = _digests(session, table, fresh, held=True)
    for key in fresh:
        name = row_name(table, key)
        noted[name] = _Noted(table, key, before.get(name))


def note_marks(session: Session, added: int) -> None:
    """Count marks of what was erased that were added, which no anchor names."""
    session.info[_MARKS_ADDED] = session.info.get(_MARKS_ADDED, 0) + added


def take_anchors(session: Session) -> list[str]:
    """The anchors of all rows that were written since this was last asked, one a string, ordered by their names."""
    session.flush()
    noted: dict[str, _Noted] = session.info.pop(_NOTED, {})
    keys: dict[type[Base], list[Key]] = {}
    for one in noted.values():
        keys.setdefault(one.table, []).append(one.key)
    now = {name: digest for table in keys for name, digest in _digests(session, table, keys[table]).items()}
    anchors = [_anchor(name, now.get(name, GONE), one.before) for name, one in sorted(noted.items())]
    marks = session.info.pop(_MARKS_ADDED, 0)
    return [*anchors, f"{MARKS} +{marks}"] if marks else anchors


def read_anchor(anchor: str) -> tuple[str, str, str]:
    """A row's name, its digest, and the digest of what it said before; `GONE` for what is not there."""
    name, _, told = anchor.rpartition(" ")
    now, _, before = told.partition(BEFORE)
    return name, now, before or GONE


def _anchor(name: str, now: str, before: str | None) -> str:
    return f"{name} {now}" if before is None else f"{name} {now}{BEFORE}{before}"


def _noted(session: Session) -> dict[str, _Noted]:
    noted: dict[str, _Noted] = session.info.setdefault(_NOTED, {})
    return noted


@event.listens_for(Session, "before_flush")
def _note_changed(session: Session, _context: UOWTransaction, _instances: object) -> None:
    keys: dict[type[Base], list[Key]] = {}
    changed = [*session.deleted, *(row for row in session.dirty if _says_otherwise(row))]
    for row in changed:
        if isinstance(row, ANCHORED):
            keys.setdefault(type(row), []).append(key_of(row))
    for table in ANCHORED:
        if table in keys:
            note_rows(session, table, keys[table])


@event.listens_for(Session, "after_flush")
def _note_new(session: Session, _context: UOWTransaction) -> None:
    noted = _noted(session)
    for row in session.new:
        if isinstance(row, ANCHORED):
            key = key_of(row)
            noted.setdefault(row_name(type(row), key), _Noted(type(row), key, None))


def _says_otherwise(row: object) -> bool:
    """Whether anything was changed in a row that its anchor covers."""
    if not isinstance(row, ANCHORED):
        return False
    state: InstanceState[Any] = inspect(row)
    return any(state.attrs[name].history.has_changes() for name in _columns(type(row)))


def _digests(session: Session, table: type[Base], keys: Collection[Key], *, held: bool = False) -> dict[str, str]:
    """The digests of those of these rows that are there, by name; `held` locks them against others who write."""
    vault: Vault = session.info["vault"]
    order = _mapper(table).primary_key
    found: dict[str, str] = {}
    for chunk in chunks(list(keys), _AT_ONCE):
        statement = _asked(table).where(_is_one_of(order, chunk)).order_by(*order)
        rows = session.execute(statement.with_for_update(key_share=True) if held else statement).all()
        found |= {row.name: row.digest for row in _vouched(session, vault, table, rows)}
    return found


def _is_one_of(order: Sequence[ColumnElement[Any]], keys: Sequence[Key]) -> Any:
    if len(order) == 1:
        return order[0].in_([part for (part,) in keys])
    return or_(*(and_(*(column == part for column, part in zip(order, key, strict=True))) for key in keys))


@functools.cache
def _mapper(table: type[Base]) -> Mapper[Any]:
    return inspect(table)


@functools.cache
def _columns(table: type[Base]) -> Mapping[str, Column[Any]]:
    """What an anchor covers, by name; a search and a report have two tables, each under its own primary key."""
    mapper = _mapper(table)
    columns = {mapper.get_property_by_column(column).key: column for column in mapper.columns}
    return {name: one for name, one in columns.items() if f"{one.table.name}.{one.key}" not in NOT_ANCHORED}


@functools.cache
def _asked(table: type[Base]) -> Select[Any]:
    # Documents as the text that is kept: a long one is not read for its digest.
    columns = [
        (type_coerce(column, Text) if isinstance(column.type, JSONText) else column).label(name)
        for name, column in _columns(table).items()
    ]
    return select(*columns).select_from(_mapper(table).selectable)


def _vouched(session: Session, vault: Vault, table: type[Base], rows: Sequence[Row[Any]]) -> Iterator[VouchedRow]:
    keys = [str(column.key) for column in _mapper(table).primary_key]
    sections = _sections(session, rows) if table in RECORDS else {}
    made = _revisions(session, rows) if table is FoundReport else {}
    for row in rows:
        told = row._mapping  # noqa: SLF001 - the documented way to a row's columns by name
        plain = {name: _plain(value) for name, value in told.items() if value is not None}
        if table in RECORDS:
            plain["sections"] = sections.get(told["number"], "")
        if made.get(told.get("number", 0)):
            plain["revisions"] = made[told["number"]]
        content = json.dumps([table.__tablename__, plain], ensure_ascii=False, sort_keys=True).encode()
        digest = vault.audit_mac(b"anchored row", content).hex()[:_HEX]
        yield VouchedRow(row_name(table, tuple(told[key] for key in keys)), digest)


def _sections(session: Session, rows: Sequence[Row[Any]]) -> dict[int, str]:
    """One digest of all sealed sections of each record, up to its revision: a newer one may be held back by a file."""
    revisions = {row.number: row.revision for row in rows}
    hashes: dict[int, Any] = {}
    for chunk in chunks(sorted(revisions)):
        asked = select(Section.record_number, Section.kind, Section.revision, Section.sealed)
        asked = asked.where(Section.record_number.in_(chunk))
        for number, kind, revision, sealed in session.execute(
            asked.order_by(Section.record_number, Section.revision, Section.kind)
        ):
            if revision <= revisions[number]:
                content = hashlib.sha256(sealed).hexdigest()
                hashes.setdefault(number, hashlib.sha256()).update(f"{kind} {revision} {content}\n".encode())
    return {number: hashed.hexdigest() for number, hashed in hashes.items()}


def _revisions(session: Session, rows: Sequence[Row[Any]]) -> dict[int, str]:
    """One digest of who made each revision of a report, when and by which act, up to its present one."""
    revisions = {row.number: row.revision for row in rows}
    hashes: dict[int, Any] = {}
    for chunk in chunks(sorted(revisions)):
        asked = _asked(ReportRevision).where(ReportRevision.record_number.in_(chunk))
        for row in session.execute(asked.order_by(ReportRevision.record_number, ReportRevision.revision)):
            told = row._mapping  # noqa: SLF001 - the documented way to a row's columns by name
            if told["revision"] <= revisions[told["record_number"]]:
                plain = {name: _plain(value) for name, value in told.items() if value is not None}
                content = json.dumps(plain, sort_keys=True).encode()
                hashes.setdefault(told["record_number"], hashlib.sha256()).update(content)
    return {number: hashed.hexdigest() for number, hashed in hashes.items()}


def _plain(value: Any) -> Any:
    """A value as both databases give it back."""
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.UTC).isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.hex()
    return str(value) if isinstance(value, uuid.UUID) else value


def _text(part: Any) -> str:
    return part.hex() if isinstance(part, bytes) else str(part)
