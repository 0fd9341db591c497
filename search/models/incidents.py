"""Incidents in which people died or went missing on the road, as published: public facts, nothing about a record."""

import datetime

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from search.models.base import Base


class Incident(Base):
    """One row of a published list. `source_id` is the list's own id, or a digest of what the row says.

    `first_day` and `last_day` are the same day, or the ends of the month where the list tells no more. Numbers are None
    where the list does not know them, coordinates where it gives none.
    """

    __tablename__ = "incidents"
    source_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    first_day: Mapped[datetime.date] = mapped_column(index=True)
    last_day: Mapped[datetime.date]
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    place: Mapped[str] = mapped_column(Text)
    route: Mapped[str] = mapped_column(Text)
    region: Mapped[str] = mapped_column(Text)
    origins: Mapped[str] = mapped_column(Text)
    dead: Mapped[int | None]
    missing: Mapped[int | None]
    survivors: Mapped[int | None]
    source: Mapped[str] = mapped_column(Text)
