"""Who read a case: one row for each record and each time that a person was shown what it says."""

import datetime
import uuid

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from search.models.base import Base


class Reading(Base):
    """A person was shown what a record says. Appended and never changed.

    `account_id` outlives the account, as in the audit. `caused_by` is the proposal, of either kind, because of which
    the record was read, empty where there was none.
    """

    __tablename__ = "readings"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    record_number: Mapped[int] = mapped_column(ForeignKey("records.number"))
    account_id: Mapped[uuid.UUID | None]
    organisation_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("organisations.id"))
    role: Mapped[str] = mapped_column(String(16))
    purpose: Mapped[str] = mapped_column(String(32))
    caused_by: Mapped[uuid.UUID | None]
    made_at: Mapped[datetime.datetime]
    __table_args__ = (Index(None, "record_number", "made_at"),)
