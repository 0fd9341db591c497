"""What both kinds of report have in common when they are stored: key, sections, the engine's view, blocking keys."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from matching.record import MatchRecord
from search.documents import Description
from search.groups.group_key_store import add_group_keys, vessel_of
from search.groups.group_keys import Travelled
from search.models.records import Record, RecordSide
from search.records import blocking_keys
from search.records.installed_engine import shared_engine
from search.records.packed_store import store_packed
from search.records.sections import new_key, write_section


@dataclass(frozen=True, slots=True)
class Filed:
    """A row and the documents to seal for it; `view` is what the engine will see."""

    record: Record
    documents: tuple[object, ...]
    view: MatchRecord


def new_id() -> uuid.UUID:
    """A random handle that tells nothing about when or where."""
    return uuid.uuid4()


def store_new(session: Session, filed: Sequence[Filed]) -> None:
    """Store new records with all that hangs on them. Sections are sealed as revision 1."""
    session.add_all([one.record for one in filed])
    session.flush()
    for one in filed:
        new_key(session, one.record.number)
    session.flush()
    for one in filed:
        _write(session, one, 1)
    session.flush()
    _index(session, filed)


def store_revision(session: Session, filed: Filed) -> None:
    """Store a changed record as its next revision: earlier ones stay; it is found by what it says now."""
    filed.record.revision += 1
    _write(session, filed, filed.record.revision)
    blocking_keys.drop_keys(session, filed.record.number)
    _index(session, [filed])
    session.flush()


def _write(session: Session, filed: Filed, revision: int) -> None:
    for document in (*filed.documents, filed.view):
        write_section(session, filed.record.number, revision, document)


def _index(session: Session, filed: Sequence[Filed]) -> None:
    """Keep what the engine needs to find the records and to compare them."""
    engine = shared_engine()
    prepared = [(one.record, engine.prepare(one.view)) for one in filed]
    for side in RecordSide:
        of_side = [(record.number, one) for record, one in prepared if record.side == side.value]
        blocking_keys.add_keys(session, side, [(number, engine.blocking_keys(one)) for number, one in of_side])
    add_group_keys(session, [Travelled(one.record.number, one.view, _vessel(one)) for one in filed])
    store_packed(session, [(record.number, record.revision, engine.pack(one)) for record, one in prepared])


def _vessel(filed: Filed) -> str:
    return next((vessel_of(document) for document in filed.documents if isinstance(document, Description)), "")
