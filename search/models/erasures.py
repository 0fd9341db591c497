"""What is kept of erasing: that somebody asked for it, and by which number the erased must not come back."""

import datetime
import uuid

from sqlalchemy import BigInteger, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from search.models.base import Base

# The outcome of a request of which somebody said no, or which is void.
DECLINED = "declined"


class ErasureRequest(Base):
    """Somebody asked that a report be erased, and somebody else has to act: see `search.erasing`.

    Of a body, `record_number` is the report, `organisation_id` its own, and another account confirms. Of a living
    person who came to another intermediary, `record_number` is empty: `number_sealed` is the number that the person
    gave, `organisation_id` the organisation that is said to have reported, empty where nobody is called so.
    """

    __tablename__ = "erasure_requests"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    record_number: Mapped[int | None] = mapped_column(ForeignKey("found_reports.number"), index=True)
    organisation_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("organisations.id"))
    asking_organisation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisations.id"))
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("accounts.id"))
    number_sealed: Mapped[bytes | None]
    asked_at: Mapped[datetime.datetime]
    settled_at: Mapped[datetime.datetime | None]
    outcome: Mapped[str] = mapped_column(String(16), default="")
    __table_args__ = (Index(None, "organisation_id", "settled_at"),)


class ErasedMark(Base):
    """A keyed digest of a number under which something erased was known, so that it is not stored again.

    It names no record: nobody can tell from it what was erased. `signature` shows that the mark was made here.
    """

    __tablename__ = "erased_marks"
    digest: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    signature: Mapped[bytes]
