"""Sheets that organisations sent: what was remembered of their layout and what became of each row."""

import datetime
import uuid
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from search.models.base import Base
from search.storage.types import JSONText


class SenderProfile(Base):
    """The mapping that a sender confirmed for one layout of columns."""

    __tablename__ = "sender_profiles"
    organisation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisations.id"), primary_key=True)
    fingerprint: Mapped[str] = mapped_column(String(64), primary_key=True)
    mapping: Mapped[Any] = mapped_column(JSONText)


class ImportBatch(Base):
    """One file that was stored as a whole. `outcomes` are row numbers, columns and codes, never values."""

    __tablename__ = "import_batches"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    organisation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisations.id"))
    file_digest: Mapped[int] = mapped_column(BigInteger)
    accepted: Mapped[int]
    already_known: Mapped[int]
    updated: Mapped[int]
    refused: Mapped[int]
    outcomes: Mapped[Any] = mapped_column(JSONText)
    at: Mapped[datetime.datetime]
    __table_args__ = (UniqueConstraint("organisation_id", "file_digest", "at"),)
