"""What somebody wants when a family is told, when words are passed on, and when an office was asked."""

import datetime
import uuid
from dataclasses import dataclass

from search.documents.telling import AskedOffice, PlannedTalk
from search.vocabulary import RegisterKind


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTalk:
    """Plan the talk with one relative, a new one where the talk has no key, and say what becomes of remains."""

    proposal_id: uuid.UUID
    talk: PlannedTalk
    remains: str = ""
    repatriation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DropTalk:
    """Take a relative who was not spoken with out of the plan."""

    proposal_id: uuid.UUID
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TickTold:
    """Say that a relative was spoken with, and when."""

    proposal_id: uuid.UUID
    key: str
    told_on: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectTold:
    """Say on which day a relative was spoken with instead; on none, where the talk did not take place."""

    telling_id: uuid.UUID
    told_on: datetime.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteMessage:
    """A family's first words to the person who was found; `key` makes a form that is sent twice one message."""

    case_id: uuid.UUID
    words: str
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteForPerson:
    """The first words of a person who was found, for one family, written down by whoever asks them."""

    approach_id: uuid.UUID
    proposal_id: uuid.UUID
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteOfficeRequest:
    """An office was asked about the person, or has a number for them.

    `caused_by` is the pair because of which it was asked; None where it was asked as of any search.
    """

    case_id: uuid.UUID
    register: RegisterKind
    office: AskedOffice
    caused_by: uuid.UUID | None
    asked_on: datetime.date | None = None
    due_on: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleOfficeRequest:
    """On which days an office said that it has the question, and answered it."""

    request_id: uuid.UUID
    acknowledged_on: datetime.date | None = None
    answered_on: datetime.date | None = None
