"""What comes in of questions, letters and notices: one frozen command per act."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from search.vocabulary import NoticeChannel, NoticeHours, Question, ReplySentence, ReporterQuestion, ReporterReply

# The parts of an answer by their names, or `without` with the code of `WithoutAnswer`.
Given = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSlot:
    """A family answers questions of the slot that is open."""

    case_id: uuid.UUID
    slot_id: uuid.UUID
    answers: Mapping[Question, Given]


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteLetter:
    """A family asks something about its own search; `key` makes a form that is sent twice one letter."""

    case_id: uuid.UUID
    words: str
    language: str
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyToLetter:
    """A committee answers with one of the fixed sentences."""

    letter_id: uuid.UUID
    sentence: ReplySentence


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooseNotices:
    """A family says how it wants to be told that a day came, having read the text with this digest."""

    case_id: uuid.UUID
    channel: NoticeChannel
    address: str
    hours: NoticeHours
    utc_hours: int
    text_digest: bytes
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerReporterQuestions:
    """An organisation answers the ordinary questions of this month."""

    answers: Mapping[ReporterQuestion, ReporterReply]
