"""What comes in of who asks: a talk that was held, and claims that are checked by what only the family knows."""

import datetime
import uuid
from dataclasses import dataclass, field

from search.vocabulary import ClaimKind, ClaimOutcome


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordTalk:
    """Somebody spoke with a family. `held_on` empty takes the talk that it corrects back."""

    case_id: uuid.UUID
    held_on: datetime.date | None
    language: str
    with_whom: str = ""
    corrects: uuid.UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordClaim:
    """Somebody says that they are the family, or that they have the person; `words` say who, by which way and what.

    `proposal_id` is the pair on whose card it is written down, None where nobody came from a card.
    """

    case_id: uuid.UUID
    claim: ClaimKind
    words: str
    proposal_id: uuid.UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerClaim:
    """What the claimant answered to the question that only the family can answer."""

    check_id: uuid.UUID
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareClaim:
    """How a reader compared what was answered with the right answer."""

    check_id: uuid.UUID
    outcome: ClaimOutcome


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportExtortion:
    """Somebody asked a family for money: from which number or account, when, and what they said.

    `key` makes a form that is sent twice one report.
    """

    case_id: uuid.UUID
    number: str = field(default="", repr=False)
    when: str = field(default="", repr=False)
    said: str = field(default="", repr=False)
    key: str = ""
