"""The rows of a large sheet between receiving and storing: sealed in parts, read again part by part, then forgotten."""

import uuid
from collections.abc import Iterator, Sequence

import msgspec
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from search.filing.row_plans import HELD
from search.filing.sends import held_row
from search.models import ImportPart, StagedRow
from search.records.associated_data import import_part_place
from search.records.chunks import chunks
from search.records.sections import vault_of
from search.sheets.row_outcomes import RowRead, RowRefusal
from search.storage.database import Database
from search.storage.encryption import Vault, seal, unseal

_DROPPED_AT_ONCE = 20
_ROWS = msgspec.msgpack.Decoder(tuple[RowRead, ...])


def keep_parts(database: Database, batch_id: uuid.UUID, rows: Sequence[RowRead], size: int) -> None:
    """Keep rows in parts of so many, each in a transaction of its own."""
    key = _key(database.vault)
    for first in range(0, len(rows), size):
        sealed = seal(key, msgspec.msgpack.encode(rows[first : first + size]), import_part_place(batch_id, first))
        with database.transaction() as session:
            session.add(ImportPart(batch_id=batch_id, first=first, sealed=sealed))


def parts_of(session: Session, batch_id: uuid.UUID) -> list[int]:
    """The places of the first rows of the parts that are there, in their order."""
    asked = select(ImportPart.first).where(ImportPart.batch_id == batch_id).order_by(ImportPart.first)
    return list(session.scalars(asked))


def rows_of_part(session: Session, batch_id: uuid.UUID, first: int) -> list[tuple[int, RowRead]]:
    """The rows of one part with their places."""
    sealed = session.get_one(ImportPart, (batch_id, first)).sealed
    opened = unseal(_key(vault_of(session)), sealed, import_part_place(batch_id, first))
    return list(enumerate(_ROWS.decode(opened), first))


def held_rows(session: Session, batch_id: uuid.UUID) -> Iterator[RowRefusal]:
    """The staged rows that wait for an answer, whole."""
    asked = select(StagedRow.place, StagedRow.question)
    asked = asked.where(StagedRow.batch_id == batch_id, StagedRow.outcome == HELD)
    questions = dict(session.execute(asked).all())
    for first in parts_of(session, batch_id) if questions else ():
        for place, row in rows_of_part(session, batch_id, first):
            if place in questions:
                yield held_row(row, questions[place])


def drop_parts(database: Database, batch_id: uuid.UUID) -> None:
    """Forget the parts, a few at a time."""
    with database.reading() as session:
        parts = parts_of(session, batch_id)
    for few in chunks(parts, _DROPPED_AT_ONCE):
        with database.transaction() as session:
            session.execute(delete(ImportPart).where(ImportPart.batch_id == batch_id, ImportPart.first.in_(few)))


def _key(vault: Vault) -> bytes:
    """The key of parts of sheets: what lies there for minutes has none of its own."""
    return vault.secret("import parts")
