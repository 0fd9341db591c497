"""Records that comparing stumbled over: set aside, so that everything else goes on."""

import datetime

from sqlalchemy import BigInteger, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from search.models.base import Base


class SetAsideRecord(Base):
    """A record that made the engine or its unsealing fail, and that nothing is compared with meanwhile.

    `fault` is the kind of error, never its text. `version` and `engine_version` are of the record and the engine that
    failed: with others it is tried at once. `again_at` is when it is tried again, None when it was tried often enough.
    """

    __tablename__ = "set_aside_records"
    record_number: Mapped[int] = mapped_column(ForeignKey("records.number"), primary_key=True)
    version: Mapped[int] = mapped_column(BigInteger)
    engine_version: Mapped[str] = mapped_column(String(64))
    fault: Mapped[str] = mapped_column(String(32))
    tries: Mapped[int]
    since: Mapped[datetime.datetime]
    again_at: Mapped[datetime.datetime | None]
