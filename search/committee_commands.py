"""What comes in about committees: whom one reads for, and which one reads a case."""

import datetime
import uuid
from dataclasses import dataclass

from search.vocabulary import RouteRegion


@dataclass(frozen=True, slots=True, kw_only=True)
class SetReach:
    """Whose cases a committee reads: languages and countries by their codes, and routes; in place of what was said."""

    name: str
    languages: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    routes: tuple[RouteRegion, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooseCommittee:
    """A family lets another committee read its case, with the SHA-256 of the text that it read and its language."""

    case_id: uuid.UUID
    committee_id: uuid.UUID
    text_digest: bytes
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveCase:
    """A coordinator hands a case over, to which its family agreed in a talk on `agreed_on`.

    The digest and the language are of the text that was read to the family.
    """

    case_id: uuid.UUID
    committee_id: uuid.UUID
    text_digest: bytes
    language: str
    agreed_on: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerConflict:
    """A reader goes on to a card, or leaves it to others; they say no reason."""

    proposal_id: uuid.UUID
    goes_on: bool
