"""Sentences of families' pages that somebody read aloud."""

import datetime
import uuid

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from search.models.base import Base


class Recording(Base):
    """One sentence in one language. `words_digest` is of the very words that were read: others are not these.

    `digest` is of the sound, and its address. The sound stands last, so that reading a row's beginning reads none.
    """

    __tablename__ = "recordings"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    language: Mapped[str] = mapped_column(String(16))
    sentence: Mapped[str] = mapped_column(String(32))
    words_digest: Mapped[bytes]
    digest: Mapped[str] = mapped_column(String(64), index=True)
    organisation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisations.id"))
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("accounts.id"))
    made_at: Mapped[datetime.datetime]
    sound: Mapped[bytes]
    __table_args__ = (UniqueConstraint("language", "sentence"),)
