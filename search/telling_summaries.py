"""What is shown of a telling: its plan with what was ticked, what a family reads of it, and offices that were asked."""

import datetime
import uuid
from dataclasses import dataclass

from search.documents.telling import AskedOffice, PlannedTalk
from search.vocabulary import LogState, RegisterKind, TellingKind


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkSummary:
    """A planned talk with its tick: empty until somebody said that it took place.

    Until `acts_at` it can be taken back and nothing follows from it; after it only a correction is appended.
    """

    talk: PlannedTalk
    telling_id: uuid.UUID | None = None
    told_on: datetime.date | None = None
    acts_at: datetime.datetime | None = None
    can_be_taken_back: bool = False
    can_be_corrected: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TellingSummary:
    """How a family is told what a pair came to, and how far that is. `told`: the family's page says so.

    `let_in` are the relatives whom the family let in to its page, as it calls them.
    """

    proposal_id: uuid.UUID
    reference: str
    kind: TellingKind
    has_family: bool
    talks: tuple[TalkSummary, ...]
    remains: str
    repatriation: str
    told: bool
    let_in: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldNews:
    """What a family's page says of it: on which days a person spoke with them, and whether words may be passed on."""

    days: tuple[datetime.date, ...] = ()
    may_write: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageSummary:
    """First words that are passed on; `relayed_at` is empty until whoever met the person said that they gave them."""

    message_id: uuid.UUID
    proposal_id: uuid.UUID
    words: str
    made_at: datetime.datetime
    acts_at: datetime.datetime
    can_be_taken_back: bool
    relayed_at: datetime.datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Messages:
    """First words both ways: those of families, and those of the person who was found. `pairs`: with whom they go."""

    pairs: tuple[uuid.UUID, ...] = ()
    of_family: tuple[MessageSummary, ...] = ()
    of_person: tuple[MessageSummary, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """An office that was asked for a search, and how far it is."""

    request_id: uuid.UUID
    register: RegisterKind
    office: AskedOffice
    asked_by: str
    state: LogState | None
    asked_on: datetime.date | None
    due_on: datetime.date | None
    acknowledged_on: datetime.date | None
    answered_on: datetime.date | None
    inside: bool = False
    can_be_taken_back: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeLog:
    """All that was asked of offices for one search. `pairs`: because of which something may have been asked."""

    case_id: uuid.UUID
    reference: str
    entries: tuple[LogEntry, ...]
    pairs: tuple[uuid.UUID, ...] = ()
