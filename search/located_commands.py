"""What comes in about people who were met, children, and bodies that are handed to a forensic service."""

import datetime
import uuid
from dataclasses import dataclass

from search.vocabulary import (
    AgeFinding,
    AnswerMoment,
    ChildDecision,
    ChildSays,
    ForensicWish,
    IdentificationMethod,
    IdentificationResult,
    PersonAnswer,
    StandingKind,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StartApproach:
    """A person who was met is to hear of the enquirer of this pair; the answer is read by one coordinator."""

    proposal_id: uuid.UUID
    seen_revision: int
    coordinator_id: uuid.UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class FindAge:
    """What whoever met a person settled face to face about their age."""

    approach_id: uuid.UUID
    found: AgeFinding


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepAnswer:
    """What a person answered about one enquirer; `alone`: nobody else heard it."""

    approach_id: uuid.UUID
    enquirer_id: uuid.UUID
    answer: PersonAnswer
    moment: AnswerMoment
    alone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepStanding:
    """What a person answers to everybody who may ever search for them; `until` is a day of "not before"."""

    approach_id: uuid.UUID
    kind: StandingKind
    until: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideWithChild:
    """What a protection officer decides together with a child about one enquirer, and what the child says."""

    report_id: uuid.UUID
    proposal_id: uuid.UUID
    decision: ChildDecision
    child_says: ChildSays
    child_view: str
    reasons: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver:
    """The pair of a body goes to a forensic service, without who the family is."""

    proposal_id: uuid.UUID
    seen_revision: int
    service_id: uuid.UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeWish:
    """What a forensic service would need of the family, told to its committee."""

    handover_id: uuid.UUID
    wish: ForensicWish


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleWish:
    """A committee has seen to a wish."""

    proposal_id: uuid.UUID
    wish_id: uuid.UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Identify:
    """What a forensic service enters, by which method, with the number of its document."""

    handover_id: uuid.UUID
    method: IdentificationMethod
    result: IdentificationResult
    document: str
