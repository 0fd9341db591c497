"""What both kinds of report have in common when they are stored: key, sections, the engine's view, blocking keys."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import delete
from sqlalchemy.orm import Session

from matching import Engine, PreparedRecord
from matching.record import MatchRecord
from search.documents import Description
from search.groups.group_key_store import add_group_keys, vessel_of
from search.groups.group_keys import Travelled
from search.models.records import Record, RecordSide, Section
from search.models.report_revisions import ReportRevision
from search.records.chunks import chunks
from search.records.installed_engine import engine_of
from search.records.key_digests import add_keys, drop_keys
from search.records.packed_store import drop_packed
from search.records.record_rows import Contents, RecordRows
from search.records.sections import record_key, vault_of


@dataclass(frozen=True, slots=True)
class Filed:
    """A row and the documents to seal for it; `view` is what the engine will see, `prepared` that view where it was."""

    record: Record
    documents: tuple[object, ...]
    view: MatchRecord
    prepared: PreparedRecord | None = None


def new_id() -> uuid.UUID:
    """A random handle that tells nothing about when or where."""
    return uuid.uuid4()


def store_new(session: Session, filed: Sequence[Filed]) -> None:
    """Store new records with all that hangs on them. Sections are sealed as revision 1."""
    session.add_all([one.record for one in filed])
    session.flush()
    vault, engine = vault_of(session), engine_of(session)
    rows = RecordRows()
    contents = [contents_of(one, engine) for one in filed]
    for one in contents:
        rows.add_new(vault, engine, one)
    _write(session, rows, filed, contents)


def store_revision(session: Session, filed: Filed) -> None:
    """Store a changed record as its next revision: earlier ones stay; it is found by what it says now."""
    number = filed.record.number
    drop_unpublished(session, {number: filed.record.revision})
    filed.record.revision += 1
    drop_keys(session, number)
    drop_packed(session, number)
    rows, engine = RecordRows(), engine_of(session)
    contents = contents_of(filed, engine)
    rows.add_revision(vault_of(session), engine, contents, record_key(session, number))
    _write(session, rows, [filed], [contents])
    session.flush()


def drop_unpublished(session: Session, published: Mapping[int, int]) -> None:
    """Forget newer revisions that some file holds back: what is written now comes after those that are published.

    `published` are revisions by the number of their record.
    """
    by_revision: dict[int, list[int]] = {}
    for number, revision in published.items():
        by_revision.setdefault(revision, []).append(number)
    for revision, numbers in by_revision.items():
        for chunk in chunks(numbers):
            for table in (Section, ReportRevision):
                newer = table.record_number.in_(chunk), table.revision > revision
                session.execute(delete(table).where(*newer))


def contents_of(filed: Filed, engine: Engine) -> Contents:
    """The record's present revision, prepared for the engine."""
    return Contents(
        number=filed.record.number,
        revision=filed.record.revision,
        side=RecordSide(filed.record.side),
        documents=(*filed.documents, filed.view),
        prepared=filed.prepared or engine.prepare(filed.view),
    )


def _write(session: Session, rows: RecordRows, filed: Sequence[Filed], contents: Sequence[Contents]) -> None:
    rows.write(session)
    add_keys(session, rows.held_keys)
    travelled = [Travelled(one.record.number, one.view, vessel_said(one)) for one in filed]
    add_group_keys(session, travelled, {one.number: one.prepared for one in contents})


def vessel_said(filed: Filed) -> str:
    """The vessel of the journey that is told, "" where none is."""
    return next((vessel_of(document) for document in filed.documents if isinstance(document, Description)), "")
