"""Photos that hang on a record: sealed under its key, so that whoever erases the record erases them."""

import datetime
import uuid

from sqlalchemy import BigInteger, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from search.models.base import Base


class Photo(Base):
    """`kind` is a `PhotoKind`; `content_digest` tells that a record has this very picture already.

    `stored_bytes` is what both pictures take. They stand last, so that reading a row's beginning reads none of them.
    """

    __tablename__ = "photos"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    record_number: Mapped[int] = mapped_column(ForeignKey("records.number"))
    kind: Mapped[str] = mapped_column(String(16))
    added_at: Mapped[datetime.datetime]
    stored_bytes: Mapped[int]
    content_digest: Mapped[int] = mapped_column(BigInteger)
    words_sealed: Mapped[bytes]
    preview_sealed: Mapped[bytes]
    picture_sealed: Mapped[bytes]
    __table_args__ = (
        UniqueConstraint("record_number", "content_digest"),
        # How full the store is is summed from this index, without touching a picture.
        Index(None, "stored_bytes"),
    )
