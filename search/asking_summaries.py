"""What goes out of questions, letters and notices. None of it says why a question was asked."""

import datetime
import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from search.vocabulary import (
    NoticeChannel,
    NoticeHours,
    Question,
    ReplySentence,
    ReporterQuestion,
    ReporterReply,
    SlotTask,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedQuestion:
    """A question with what the family answered last; None where it has not answered."""

    question: Question
    given: Mapping[str, str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotSummary:
    """A task and questions of one day."""

    slot_id: uuid.UUID
    day: datetime.date
    until: datetime.date
    task: SlotTask
    questions: tuple[AskedQuestion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSlots:
    """The slot that can be answered now, those that are over, newest first, and the next common day."""

    current: SlotSummary | None
    earlier: tuple[SlotSummary, ...]
    next_day: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterSummary:
    """What a family asked, and the sentence that answers it, from the day on which it can be read."""

    letter_id: uuid.UUID
    words: str
    language: str
    written_on: datetime.date
    due_on: datetime.date
    reply: ReplySentence | None
    replied_on: datetime.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingLetter:
    """A letter that a committee has to answer."""

    letter: LetterSummary
    reference: str
    overdue: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeChosen:
    """How a family is told that a day came."""

    channel: NoticeChannel
    address: str
    hours: NoticeHours
    utc_hours: int
    given_at: datetime.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One message to be sent: where, by which channel, in which language; what it says is the same for all."""

    record_number: int
    slot: int
    channel: NoticeChannel
    address: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReporterQuestions:
    """The ordinary questions of this month, and what the organisation answered."""

    month: int
    until: datetime.date
    questions: tuple[ReporterQuestion, ...]
    answers: Mapping[ReporterQuestion, ReporterReply] | None
