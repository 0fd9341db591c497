"""What every proposed pair has, between the two sides or within one."""

import datetime
import uuid
from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from search.models.base import Base
from search.storage.types import JSONText


class ProposedPair(Base):
    """A pair that may be one person. `evidence` holds codes and bits only, never a value of either record.

    The id is derived from the pair, so that proposing twice is proposing once. `revision` counts what a reader has to
    have seen before judging.
    """

    __abstract__ = True
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    match_weight: Mapped[float]
    match_probability: Mapped[float]
    evidence: Mapped[Any] = mapped_column(JSONText)
    engine_version: Mapped[str] = mapped_column(String(64))
    state: Mapped[str] = mapped_column(String(16), default="open")
    revision: Mapped[int] = mapped_column(default=1)
    entry_date: Mapped[datetime.datetime]
