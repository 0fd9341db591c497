"""What goes out about people who were met, children, and bodies that were handed to a forensic service."""

import datetime
import uuid
from dataclasses import dataclass

from matching.record import PersonName
from search.documents import Description, Identifiers, PostMortem
from search.vocabulary import (
    AgeFinding,
    ChildDecision,
    ChildSays,
    CourseState,
    ForensicWish,
    IdentificationMethod,
    IdentificationResult,
    PersonAnswer,
    Relationship,
    ReportKind,
    StandingKind,
    WaitingReason,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedAccount:
    """Somebody who can be chosen."""

    account_id: uuid.UUID
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedOrganisation:
    """An organisation that can be chosen, or was."""

    organisation_id: uuid.UUID
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseSummary:
    """How far a pair has come, for every reader of its committee.

    `waits_for`: why nobody can be approached yet, None where somebody can. `undone_until` is set only while what was
    started can be taken back by the reader.
    """

    proposal_id: uuid.UUID
    reference: str
    revision: int
    state: CourseState
    living: bool
    waits_for: WaitingReason | None = None
    undone_until: datetime.datetime | None = None
    coordinators: tuple[NamedAccount, ...] = ()
    reads_answer: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproachLine:
    """One person in the list of whoever asks; `bound`: they answered to everybody, and are not asked."""

    approach_id: uuid.UUID
    names: tuple[PersonName, ...]
    child: bool
    to_ask: int
    bound: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedEnquirer:
    """Who searches, as far as the person may be told: names and who they are to the person."""

    enquirer_id: uuid.UUID
    names: tuple[PersonName, ...]
    relationship: Relationship | None
    answer: PersonAnswer | None = None
    at_telling: PersonAnswer | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproachPage:
    """One person, for whoever asks them. `met_by` and `number` only where another organisation met them."""

    approach_id: uuid.UUID
    names: tuple[PersonName, ...]
    languages: tuple[str, ...]
    age: AgeFinding | None
    child: bool
    enquirers: tuple[NamedEnquirer, ...]
    standing: StandingKind | None = None
    not_before: datetime.date | None = None
    met_by: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerLine:
    """A pair whose answer the reader alone may read; `overdue`: nobody has answered for a long time."""

    proposal_id: uuid.UUID
    reference: str
    overdue: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonAnswers:
    """What a person answered, for one coordinator. `decided`: what officers decided with a child."""

    proposal_id: uuid.UUID
    reference: str
    answer: PersonAnswer | None
    at_telling: PersonAnswer | None
    decided: ChildDecision | None
    child: bool
    nobody: bool
    not_before: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildLine:
    """One child in the list of protection officers."""

    report_id: uuid.UUID
    names: tuple[PersonName, ...]
    age: AgeFinding | None
    waiting: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedLine:
    """What one officer decided with a child, for the other officers."""

    organisation: str
    by_me: bool
    decision: ChildDecision
    child_says: ChildSays
    child_view: str
    reasons: str
    day: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildEnquirer:
    """Who searches for a child, what was signed, and what holds."""

    proposal_id: uuid.UUID
    names: tuple[PersonName, ...]
    relationship: Relationship | None
    signed: tuple[SignedLine, ...]
    outcome: ChildDecision | None
    contested: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildPage:
    """One child, for a protection officer of where it is or of the body that stands in."""

    report_id: uuid.UUID
    names: tuple[PersonName, ...]
    languages: tuple[str, ...]
    age: AgeFinding | None
    enquirers: tuple[ChildEnquirer, ...]
    met_by: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingPair:
    """An agreed pair that waits, and why; `missing`: what is not known of who asks."""

    proposal_id: uuid.UUID
    reference: str
    kind: ReportKind
    why: WaitingReason
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingPairs:
    """The agreed pairs of a committee about which nobody is approached yet, children first."""

    pairs: tuple[WaitingPair, ...]
    total: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WishLine:
    """What a forensic service would need."""

    wish_id: uuid.UUID
    wish: ForensicWish
    settled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentificationLine:
    """One entry of a forensic service; the newest counts. `document` is empty for whoever may not read it."""

    method: IdentificationMethod
    result: IdentificationResult
    day: datetime.date
    document: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForensicPage:
    """The pair of a body before and after it is handed to a forensic service, for its committee."""

    course: CourseSummary
    services: tuple[NamedOrganisation, ...]
    handed_to: str = ""
    undone_until: datetime.datetime | None = None
    wishes: tuple[WishLine, ...] = ()
    entries: tuple[IdentificationLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedLine:
    """One pair in the list of a forensic service."""

    handover_id: uuid.UUID
    committee: str
    result: IdentificationResult | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedPair:
    """Both sides as a forensic service reads them: nothing of who the family is or how to reach it."""

    handover_id: uuid.UUID
    committee: str
    sought: Description
    sought_papers: Identifiers
    found: Description
    found_papers: Identifiers
    post_mortem: PostMortem
    wishes: tuple[WishLine, ...]
    entries: tuple[IdentificationLine, ...]
