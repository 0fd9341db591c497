"""What goes out of consents: a family's answers, whom it may choose, and the searches that it opened."""

import datetime
import uuid
from dataclasses import dataclass

from search.consents import Receiver
from search.documents import Description, Identifiers
from search.vocabulary import ConsentPurpose, OrganisationKind, StateRun


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentSummary:
    """A family's answer as it was given; `withdrawn_at` is when it was taken back or replaced, None while it counts.

    `organisation` is the name where the receiver is one organisation.
    """

    purpose: ConsentPurpose
    receiver: Receiver
    allowed: bool
    language: str
    text_digest: bytes
    given_at: datetime.datetime
    withdrawn_at: datetime.datetime | None
    organisation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivingOrganisation:
    """One organisation that a family may choose."""

    organisation_id: uuid.UUID
    name: str
    kind: OrganisationKind
    country: str
    state_run: StateRun


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedSearch:
    """A search that a family opened to the organisation that reads it, with what is open to it and nothing else.

    `case_id` is its handle here: the family's reference is never shown. `committee` is whom to write to.
    """

    case_id: uuid.UUID
    filed_at: datetime.datetime
    committee: str
    purposes: tuple[ConsentPurpose, ...]
    sought: Description
    identifiers: Identifiers


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedSearches:
    """One page of them, newest first. `few_left`: how many others the reader may open now, where those are few.

    `after` is the cursor of the next page, empty at the end.
    """

    searches: tuple[SharedSearch, ...]
    page: int
    pages: int
    total: int
    few_left: int | None = None
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FedSearch:
    """A search in a feed: when its family last said something of it, and when that, or its yes, came to be read."""

    search: SharedSearch
    said_at: datetime.datetime
    entry_date: datetime.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchFeed:
    """One page of a feed; `more`: whether another one follows."""

    searches: tuple[FedSearch, ...]
    more: bool
