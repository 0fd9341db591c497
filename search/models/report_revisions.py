"""What made each revision of a found report: who, when, by which door, and which act."""

import datetime
import uuid

from sqlalchemy import BigInteger, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from search.models.base import Base

_SINGLE = text("batch_id IS NULL")


class ReportRevision(Base):
    """One revision of a found report; what it says lies in the sealed sections of the same number.

    `act` is filed, news, read_again, corrected, brought_back, number_given (to another report), or a follow-up
    (`FollowUpAct`). `origin_digest` tells from which row of which file it came, `sent_digest` what a program sent under
    its key. Like sections, a row that is newer than
    its record's revision is not published.
    """

    __tablename__ = "report_revisions"
    record_number: Mapped[int] = mapped_column(ForeignKey("records.number"), primary_key=True)
    revision: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime.datetime]
    account_id: Mapped[uuid.UUID | None]
    channel: Mapped[str] = mapped_column(String(16))
    batch_id: Mapped[uuid.UUID | None]
    act: Mapped[str] = mapped_column(String(16))
    origin_digest: Mapped[int | None] = mapped_column(BigInteger)
    sent_digest: Mapped[int | None] = mapped_column(BigInteger)
    # The reports of one file, and what came one by one, newest first.
    __table_args__ = (
        Index(None, "batch_id", "record_number"),
        Index("ix_report_revisions_single", "at", sqlite_where=_SINGLE, postgresql_where=_SINGLE),
    )
