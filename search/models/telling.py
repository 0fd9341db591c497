"""How families are told, what is passed on after it, and which offices were asked for a search."""

import datetime
import uuid
from typing import Any

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from search.models.base import Base
from search.storage.types import JSONText


class TellingPlan(Base):
    """How a family is told what a pair came to. Appended with each change; the newest counts.

    `page_readers` are the relatives who may open the family's page, by keys that say nothing: the page changes when the
    last of them was spoken with, so that nobody reads there what a person was to tell them.
    """

    __tablename__ = "telling_plans"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    proposal_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("match_proposals.id"), index=True)
    record_number: Mapped[int] = mapped_column(ForeignKey("search_requests.number"), index=True)
    kind: Mapped[str] = mapped_column(String(16))
    plan_sealed: Mapped[bytes]
    page_readers: Mapped[Any] = mapped_column(JSONText)
    revision: Mapped[int]
    made_by: Mapped[uuid.UUID] = mapped_column(ForeignKey("accounts.id"))
    made_at: Mapped[datetime.datetime]
    __table_args__ = (UniqueConstraint("proposal_id", "revision"),)


class Telling(Base):
    """Somebody was spoken with. In force once its time has passed without being taken back; then only corrected.

    `told_on` is empty in a correction that says that the talk did not take place.
    """

    __tablename__ = "tellings"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    plan_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("telling_plans.id"), index=True)
    proposal_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("match_proposals.id"), index=True)
    record_number: Mapped[int] = mapped_column(ForeignKey("search_requests.number"), index=True)
    relative_key: Mapped[str] = mapped_column(String(32))
    told_on: Mapped[datetime.date | None]
    told_by: Mapped[uuid.UUID] = mapped_column(ForeignKey("accounts.id"))
    made_at: Mapped[datetime.datetime]
    acts_at: Mapped[datetime.datetime]
    taken_back_at: Mapped[datetime.datetime | None]
    corrects_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("tellings.id"))


class FirstMessage(Base):
    """The first words between a family and the person who was found, passed on by whoever met the person."""

    __tablename__ = "first_messages"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    proposal_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("match_proposals.id"), index=True)
    record_number: Mapped[int] = mapped_column(ForeignKey("search_requests.number"), index=True)
    from_family: Mapped[bool]
    words_sealed: Mapped[bytes]
    made_at: Mapped[datetime.datetime]
    acts_at: Mapped[datetime.datetime]
    taken_back_at: Mapped[datetime.datetime | None]
    relayed_by: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("accounts.id"))
    relayed_at: Mapped[datetime.datetime | None]


class OfficeRequest(Base):
    """An office was asked about the person who is searched for, or has a number for them.

    `caused_by` is the proposal because of which it was asked, empty where it was asked as of any search.
    """

    __tablename__ = "office_requests"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    record_number: Mapped[int] = mapped_column(ForeignKey("search_requests.number"), index=True)
    organisation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisations.id"))
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("accounts.id"))
    caused_by: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("match_proposals.id"), index=True)
    register: Mapped[str] = mapped_column(String(16))
    office_sealed: Mapped[bytes]
    asked_on: Mapped[datetime.date | None]
    due_on: Mapped[datetime.date | None]
    acknowledged_on: Mapped[datetime.date | None]
    answered_on: Mapped[datetime.date | None]
    made_at: Mapped[datetime.datetime]
    taken_back_at: Mapped[datetime.datetime | None]
