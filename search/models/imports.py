"""Sheets that organisations sent: what was remembered of their layout and what became of each row."""

import datetime
import uuid
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from search.models.base import Base, RowNumber
from search.storage.types import JSONText

_UNFINISHED = text("state IN ('receiving', 'storing')")


class SenderProfile(Base):
    """The mapping that a sender confirmed for one layout of columns."""

    __tablename__ = "sender_profiles"
    organisation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisations.id"), primary_key=True)
    fingerprint: Mapped[str] = mapped_column(String(64), primary_key=True)
    mapping: Mapped[Any] = mapped_column(JSONText)


class BatchState(StrEnum):
    """Values of `ImportBatch.state`."""

    RECEIVING = "receiving"
    STORING = "storing"
    STORED = "stored"
    GIVEN_UP = "given_up"


class ImportBatch(Base):
    """One file that is stored as a whole. `outcomes` are row numbers, columns and codes, never values.

    It is received in parts, stored row by row where nobody sees it, and then shown at once. `touched_at` is when
    somebody last worked at it: a batch that nobody has touched for a while is taken over by whoever comes. `version` is
    the change number at which it was shown. `number` counts the files of an organisation; the file's name and the rows
    that were not taken are sealed, the latter for some weeks.
    """

    __tablename__ = "import_batches"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    organisation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisations.id"))
    file_digest: Mapped[int] = mapped_column(BigInteger)
    accepted: Mapped[int]
    already_known: Mapped[int]
    updated: Mapped[int]
    refused: Mapped[int]
    # As long as the file: read where it is asked for, and not at each step on the file's way.
    outcomes: Mapped[Any] = mapped_column(JSONText, deferred=True)
    at: Mapped[datetime.datetime]
    state: Mapped[str] = mapped_column(
        String(12), default=BatchState.STORED.value, server_default=BatchState.STORED.value
    )
    touched_at: Mapped[datetime.datetime | None]
    sent_by: Mapped[uuid.UUID | None]
    row_count: Mapped[int] = mapped_column(default=0, server_default=text("0"))
    staged_count: Mapped[int] = mapped_column(default=0, server_default=text("0"))
    version: Mapped[int] = mapped_column(BigInteger, default=0, server_default=text("0"))
    number: Mapped[int | None]
    name_sealed: Mapped[bytes | None]
    refused_sealed: Mapped[bytes | None]
    __table_args__ = (
        UniqueConstraint("organisation_id", "file_digest", "at"),
        Index("ix_import_batches_number", "organisation_id", "number", unique=True),
        Index(
            "ix_import_batches_unfinished",
            "organisation_id",
            "at",
            sqlite_where=_UNFINISHED,
            postgresql_where=_UNFINISHED,
        ),
    )


class ImportPart(Base):
    """Some rows of a file as they were understood, sealed, until it is stored; `first` is the place of the first."""

    __tablename__ = "import_parts"
    batch_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("import_batches.id"), primary_key=True)
    first: Mapped[int] = mapped_column(primary_key=True)
    sealed: Mapped[bytes]


class StagedRow(Base):
    """A row of a file that is being stored, at its place in it, with what is held back until the whole is shown.

    Of a new report that is its record's key, without which nobody can read or find it; of a newer version of a
    known one, what changes with it: `base_revision` is the revision that it comes after. `question` is why a row is
    held, `number_digest` the number that its report takes from another one when the file is shown.
    """

    __tablename__ = "staged_rows"
    batch_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("import_batches.id"), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True)
    sheet_row: Mapped[int]
    outcome: Mapped[str] = mapped_column(String(16))
    record_number: Mapped[int | None] = mapped_column(RowNumber)
    master: Mapped[str | None] = mapped_column(String(32))
    wrapped: Mapped[bytes | None]
    kind: Mapped[str | None] = mapped_column(String(16))
    content_digest: Mapped[int | None] = mapped_column(BigInteger)
    base_revision: Mapped[int | None]
    layout: Mapped[int | None] = mapped_column(BigInteger)
    packed: Mapped[bytes | None]
    keys_added: Mapped[bytes | None]
    keys_outdated: Mapped[bytes | None]
    question: Mapped[str] = mapped_column(String(32), default="", server_default=text("''"))
    number_digest: Mapped[int | None] = mapped_column(BigInteger)
    essence_digest: Mapped[int | None] = mapped_column(BigInteger)
    __table_args__ = (Index(None, "record_number"),)
