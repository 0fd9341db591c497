"""What readers of a committee ask of their list of pairs, and what they do in it."""

import datetime
import uuid
from dataclasses import dataclass, field

from matching.record import PartialDate
from search.vocabulary import BodyPlace, ComeBackReason, JudgementReason, MarkKind, QueueTab, ReportKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadQueue:
    """One page of a tab, narrowed where something is said. `country` is a code; `unnamed`: nobody knows a name."""

    tab: QueueTab = QueueTab.OPEN
    page: int = 1
    language: str = ""
    kind: ReportKind | None = None
    country: str = ""
    unnamed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ComeBackOn:
    """A pair is to be looked at again on a day that is still ahead."""

    proposal_id: uuid.UUID
    day: datetime.date | None
    why: ComeBackReason


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchRow:
    """One pair of a batch as its reader saw it, and why it is not one person."""

    proposal_id: uuid.UUID
    seen_revision: int
    reason: JudgementReason


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgeBatch:
    """Those rows of one pattern that a reader ruled out, each a decision of its own."""

    pattern: str
    rows: tuple[BatchRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LookUp:
    """What is known of whoever is looked up. `because_of`: the pair on whose card the wish arose, if there was one."""

    reference: str = ""
    name: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    mark_kind: MarkKind | None = None
    mark_place: BodyPlace | None = None
    country: str = ""
    when: PartialDate | None = None
    because_of: uuid.UUID | None = None
