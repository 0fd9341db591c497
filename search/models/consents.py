"""What families allow."""

import datetime
import uuid

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from search.models.base import Base

_OPEN = text("withdrawn_at IS NULL")


class Consent(Base):
    """A family's answer to one purpose and one receiver, yes or no, bound to the very text that it read.

    A row is appended and never changed but for `withdrawn_at`, which is set when the family takes the answer back or
    gives another; of the open ones there is one for each purpose and receiver.
    """

    __tablename__ = "consents"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    record_number: Mapped[int] = mapped_column(ForeignKey("search_requests.number"), index=True)
    purpose: Mapped[str] = mapped_column(String(16))
    receiver_kind: Mapped[str] = mapped_column(String(20))
    receiver: Mapped[str] = mapped_column(String(32))
    answer: Mapped[str] = mapped_column(String(8))
    text_digest: Mapped[bytes]
    language: Mapped[str] = mapped_column(String(16))
    given_at: Mapped[datetime.datetime]
    withdrawn_at: Mapped[datetime.datetime | None]
    __table_args__ = (
        Index(
            "ix_consents_open",
            *("receiver", "receiver_kind", "purpose", "record_number"),
            unique=True,
            sqlite_where=_OPEN,
            postgresql_where=_OPEN,
        ),
    )
