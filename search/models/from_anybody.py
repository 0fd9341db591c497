"""What anybody without an account writes to those who run a registry: that they are not missing, and complaints."""

import datetime
import uuid

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from search.models.base import Base


class SelfReport(Base):
    """Somebody says that they are not missing. It points at no search: whoever reads it looks for one, or does not.

    What was written is sealed under a key of its own; both are empty once it was erased. `key_digest` makes a statement
    that is sent twice one. `organisation_id` is the committee that reads it.
    """

    __tablename__ = "self_reports"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    organisation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisations.id"), index=True)
    language: Mapped[str] = mapped_column(String(16))
    key_digest: Mapped[bytes] = mapped_column(unique=True)
    master: Mapped[str] = mapped_column(String(32))
    wrapped_key: Mapped[bytes | None]
    words_sealed: Mapped[bytes | None]
    made_at: Mapped[datetime.datetime]
    outcome: Mapped[str | None] = mapped_column(String(16))
    answered_by: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("accounts.id"))
    answered_at: Mapped[datetime.datetime | None]


class Complaint(Base):
    """Somebody complains. `organisation_id` is the committee whose coordinators read it; empty: the operator alone."""

    __tablename__ = "complaints"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    organisation_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("organisations.id"), index=True)
    language: Mapped[str] = mapped_column(String(16))
    number: Mapped[str] = mapped_column(String(12), unique=True)
    key_digest: Mapped[bytes] = mapped_column(unique=True)
    master: Mapped[str] = mapped_column(String(32))
    wrapped_key: Mapped[bytes | None]
    words_sealed: Mapped[bytes | None]
    made_at: Mapped[datetime.datetime]
    answered_by: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("accounts.id"))
    answered_at: Mapped[datetime.datetime | None]
