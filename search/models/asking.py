"""What families and reporters are asked on fixed days, what families write, and how they are told that a day came."""

import datetime
import uuid
from typing import Any

from sqlalchemy import ForeignKey, Index, SmallInteger, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from search.models.base import Base
from search.storage.types import JSONText

_UNANSWERED = text("answered_at IS NULL AND from_family")
_OPEN = text("withdrawn_at IS NULL")


class QuestionSlot(Base):
    """One task and up to two questions of one search on one of the common days; never changed.

    `slot` is the number of the day. No column says why these questions were chosen: nothing does.
    """

    __tablename__ = "question_slots"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    record_number: Mapped[int] = mapped_column(ForeignKey("search_requests.number"))
    slot: Mapped[int]
    task: Mapped[str] = mapped_column(String(20))
    questions: Mapped[Any] = mapped_column(JSONText)
    made_at: Mapped[datetime.datetime]
    __table_args__ = (UniqueConstraint("record_number", "slot"), Index(None, "slot"))


class QuestionAnswer(Base):
    """What a family answered to one question, as codes, sealed; appended, and the last `turn` counts."""

    __tablename__ = "question_answers"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    slot_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("question_slots.id"))
    record_number: Mapped[int] = mapped_column(ForeignKey("search_requests.number"), index=True)
    question: Mapped[str] = mapped_column(String(24))
    turn: Mapped[int] = mapped_column(SmallInteger)
    answer_sealed: Mapped[bytes]
    made_at: Mapped[datetime.datetime]
    __table_args__ = (UniqueConstraint("slot_id", "question", "turn"),)


class Letter(Base):
    """What a family asked about its case, or the sentence that it is answered with.

    A family's has words and a day by which it is answered, and `relative_id` where a relative wrote it; an answer has a
    sentence, whose it is, and the letter.
    """

    __tablename__ = "letters"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    record_number: Mapped[int] = mapped_column(ForeignKey("search_requests.number"), index=True)
    from_family: Mapped[bool]
    relative_id: Mapped[uuid.UUID | None]
    words_sealed: Mapped[bytes | None]
    language: Mapped[str] = mapped_column(String(16))
    sentence: Mapped[str | None] = mapped_column(String(24))
    due_on: Mapped[datetime.date | None]
    answers_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("letters.id"), unique=True)
    account_id: Mapped[uuid.UUID | None]
    made_at: Mapped[datetime.datetime]
    answered_at: Mapped[datetime.datetime | None]
    __table_args__ = (Index("ix_letters_unanswered", "due_on", sqlite_where=_UNANSWERED, postgresql_where=_UNANSWERED),)


class NoticeChoice(Base):
    """By which channel, where and when a family wants to be told that a day came, bound to the text that it read.

    Appended; ends when it is taken back or given anew. `utc_hours`: how far their clock is ahead of UTC.
    """

    __tablename__ = "notice_choices"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    record_number: Mapped[int] = mapped_column(ForeignKey("search_requests.number"))
    channel: Mapped[str] = mapped_column(String(8))
    address_sealed: Mapped[bytes]
    hours: Mapped[str] = mapped_column(String(12))
    utc_hours: Mapped[int] = mapped_column(SmallInteger)
    language: Mapped[str] = mapped_column(String(16))
    text_digest: Mapped[bytes]
    given_at: Mapped[datetime.datetime]
    withdrawn_at: Mapped[datetime.datetime | None]
    __table_args__ = (
        Index("ix_notice_choices_open", "record_number", unique=True, sqlite_where=_OPEN, postgresql_where=_OPEN),
    )


class DueNotice(Base):
    """That one family is to be told that one of the common days came: how often it was tried, and when it was sent."""

    __tablename__ = "due_notices"
    record_number: Mapped[int] = mapped_column(ForeignKey("search_requests.number"), primary_key=True)
    slot: Mapped[int] = mapped_column(primary_key=True)
    channel: Mapped[str] = mapped_column(String(8))
    not_before: Mapped[datetime.datetime]
    tries: Mapped[int] = mapped_column(SmallInteger, default=0)
    tried_at: Mapped[datetime.datetime | None]
    sent_at: Mapped[datetime.datetime | None]
    fault: Mapped[str | None] = mapped_column(String(24))


class ReporterAnswer(Base):
    """What an organisation answered to the ordinary questions of one month, as codes."""

    __tablename__ = "reporter_answers"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    organisation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisations.id"))
    month: Mapped[int]
    account_id: Mapped[uuid.UUID | None]
    answers: Mapped[Any] = mapped_column(JSONText)
    made_at: Mapped[datetime.datetime]
    __table_args__ = (UniqueConstraint("organisation_id", "month"),)
