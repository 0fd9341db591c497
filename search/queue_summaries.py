"""What readers of a committee are shown of their list of pairs, beside the cards."""

import datetime
import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from matching.record import PersonName
from search.documents import Description
from search.vocabulary import ComeBackReason, ProposalState, QueueTab, ReportKind

COUNTED = 1_000
"""Nobody needs a longer list counted: from there on it is said that there are more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueEntry:
    """One line of the committee's list, with one name of each side and the country of the finding.

    `held_until`: until when another reader has the pair open. `come_back_on`: the day on which it is looked at again.
    """

    proposal_id: uuid.UUID
    reference: str
    sought_name: PersonName | None
    found_name: PersonName | None
    report_kind: ReportKind
    countries: tuple[str, ...]
    match_weight: float
    match_probability: float
    state: ProposalState
    agreeing: tuple[str, ...]
    disagreeing: tuple[str, ...]
    competitors: int
    language: str
    searched_since: datetime.datetime
    minor: bool
    held_until: datetime.datetime | None = None
    come_back_on: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """One page; `total` and `counts` go no further than one more than `COUNTED`."""

    entries: tuple[QueueEntry, ...]
    total: int
    page: int
    pages: int
    counts: Mapping[QueueTab, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """One pair among all of a search; `found` as far as a list may show it."""

    proposal_id: uuid.UUID
    report_kind: ReportKind
    state: ProposalState
    match_weight: float
    match_probability: float
    found: Description
    agreeing: tuple[str, ...]
    disagreeing: tuple[str, ...]
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Rivals:
    """All candidates of one search, the likeliest first; `chosen` is the one from whose card they were opened."""

    proposal_id: uuid.UUID
    reference: str
    sought: Description
    rivals: tuple[Rival, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FallenPattern:
    """So many pairs fell under the threshold with the same against them; `against` are codes of comparisons."""

    pattern: str
    against: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FallenPair:
    """One row of a batch."""

    proposal_id: uuid.UUID
    revision: int
    reference: str
    report_kind: ReportKind
    match_weight: float
    sought: Description
    found: Description
    agreeing: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """The pairs of one pattern, at most a page of them."""

    pattern: str
    against: tuple[str, ...]
    pairs: tuple[FallenPair, ...]
    more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchDone:
    """How many rows were kept, and how many had changed meanwhile or been read by the same person."""

    kept: int
    changed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedUp:
    """Somebody who was found by looking up: a search, or a report of a pair, with the pairs that may be opened.

    `case_id`: of a search whose family can be claimed to be; None of a report, and of a search that has no family here.
    """

    reference: str
    case_id: uuid.UUID | None
    report_kind: ReportKind | None
    name: PersonName | None
    countries: tuple[str, ...]
    pairs: tuple[uuid.UUID, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LookUpAnswer:
    """`more`: others fit too, and more has to be said to tell them. `left`: look-ups left, where those are few."""

    found: tuple[LookedUp, ...]
    more: bool
    left: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ComeBackDay:
    """When a pair is looked at again, and why."""

    day: datetime.date
    why: ComeBackReason
