"""Several committees: whom each reads for, cases that moved from one to another, and who is asked about a card."""

import datetime
import uuid

from sqlalchemy import BigInteger, Float, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from search.models.base import Base


class CommitteeReach(Base):
    """One language, country or route of which a committee reads the cases; `what` is a `ReachKind`."""

    __tablename__ = "committee_reach"
    organisation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisations.id"), primary_key=True)
    what: Mapped[str] = mapped_column(String(8), primary_key=True)
    code: Mapped[str] = mapped_column(String(24), primary_key=True)


class CaseMove(Base):
    """A case went from one committee to another: chosen by its family, or handed over with the family's consent.

    `text_digest` and `language`: the very text that the family read, or that was read to it, before it agreed.
    `agreed_on`: the day of the talk in which it agreed. `account_id`: who handed over; empty where the family chose.
    """

    __tablename__ = "case_moves"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    record_number: Mapped[int] = mapped_column(ForeignKey("search_requests.number"), index=True)
    from_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisations.id"))
    to_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisations.id"))
    account_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("accounts.id"))
    text_digest: Mapped[bytes]
    language: Mapped[str] = mapped_column(String(16))
    agreed_on: Mapped[datetime.date]
    made_at: Mapped[datetime.datetime]


class ConflictAnswer(Base):
    """A reader answered whether they can read about the people of one record; never why, and not which side they know.

    `mark` is a keyed digest of the account and of the answer, so that the row names neither. `until`: for how long
    somebody who goes on is not asked again; of somebody who left the card to others, until when that can be undone.
    """

    __tablename__ = "conflict_answers"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    record_number: Mapped[int] = mapped_column(ForeignKey("records.number"), index=True)
    mark: Mapped[int] = mapped_column(BigInteger)
    until: Mapped[datetime.datetime]
    __table_args__ = (Index(None, "mark", "record_number", unique=True),)


class PracticeAnswer(Base):
    """What a reader answered to one invented card, and whether that was right."""

    __tablename__ = "practice_answers"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("accounts.id"), index=True)
    card: Mapped[int]
    kind: Mapped[str] = mapped_column(String(16))
    right: Mapped[bool]
    made_at: Mapped[datetime.datetime]


class CommitteeThreshold(Base):
    """From which weight on a committee reads pairs, in bits, and why: appended, so that the newest one counts."""

    __tablename__ = "committee_thresholds"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    organisation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisations.id"), index=True)
    bits: Mapped[float] = mapped_column(Float)
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("accounts.id"))
    words_sealed: Mapped[bytes]
    made_at: Mapped[datetime.datetime]
