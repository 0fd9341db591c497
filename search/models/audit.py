"""The append-only audit: ids and field names only, each entry chained to the one before by a keyed MAC."""

import datetime
import uuid
from typing import Any

from sqlalchemy import BigInteger, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from search.models.base import Base
from search.storage.types import JSONText


class AuditEntry(Base):
    """Who did what to what. `detail` holds counts, codes and field names."""

    __tablename__ = "audit_entries"
    sequence: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    at: Mapped[datetime.datetime]
    actor_kind: Mapped[str] = mapped_column(String(16))
    actor_id: Mapped[uuid.UUID | None]
    action: Mapped[str] = mapped_column(String(32))
    subject_kind: Mapped[str] = mapped_column(String(32))
    subject_id: Mapped[str] = mapped_column(String(64))
    detail: Mapped[Any] = mapped_column(JSONText)
    mac: Mapped[bytes]
    __table_args__ = (Index(None, "actor_id", "action", "at"),)


class AuditHead(Base):
    """One row: how long the chain is and its last link, so that a cut-off end shows.

    `chain_id` is drawn when the database is made; the chain begins with it, and the head is never without a signature.
    """

    __tablename__ = "audit_head"
    id: Mapped[int] = mapped_column(primary_key=True)
    sequence: Mapped[int] = mapped_column(BigInteger)
    mac: Mapped[bytes]
    signature: Mapped[bytes]
    chain_id: Mapped[str | None] = mapped_column(String(32))
