"""Every reading of a record by a person is written down, and a family can have one account of who read its case.

`note_reading` is what each act calls that shows a person what a record says; a test lists those acts. The account tells
role, organisation, purpose and day, each line once, and has neither gaps nor counts. What was read because of a
proposal is written down with it and stays out of the account until that proposal was told to the family: whatever a
committee found, refused or closed, the account is the same bytes.
"""

import datetime
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.accounts.audit_chain import record_act
from search.errors import NotFound
from search.models import Organisation, Reading, SearchRequest
from search.records.references import read_reference
from search.records.sections import READABLE


class ReadingPurpose(StrEnum):
    """What for somebody was shown what a record says."""

    CARD = "card"
    GROUP = "group"
    CONTACTS = "contacts"
    DUPLICATES = "duplicates"
    PHOTO = "photo"
    SHARED = "shared"
    """A family allowed it: see the consents."""
    LOOK_UP = "look_up"
    APPROACH = "approach"
    FORENSIC = "forensic"
    TELLING = "telling"


@dataclass(frozen=True, slots=True, order=True)
class ReadingLine:
    """Somebody of this role and organisation read the case on this day, for this."""

    day: datetime.date
    role: str
    organisation: str
    purpose: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingsAccount:
    """Who read one case."""

    reference: str
    lines: tuple[ReadingLine, ...]


def note_reading(
    session: Session,
    actor: Actor,
    numbers: Iterable[int],
    purpose: ReadingPurpose,
    *,
    now: datetime.datetime,
    caused_by: uuid.UUID | None = None,
) -> None:
    """Write down that the actor is shown these records; the act's audit entry vouches for it.

    `caused_by` is the proposal, of either kind, because of which it happens; None only where nothing was proposed.
    """
    for number in sorted(set(numbers)):
        session.add(
            Reading(
                id=uuid.uuid4(),
                record_number=number,
                account_id=actor.account_id,
                organisation_id=actor.organisation_id,
                role=actor.kind.value,
                purpose=purpose.value,
                caused_by=caused_by,
                made_at=now,
            )
        )


def account_of_readings(session: Session, actor: Actor, reference: str, *, now: datetime.datetime) -> ReadingsAccount:
    """Who read a case, for its committee to hand to the family that asks."""
    asked = select(SearchRequest).where(SearchRequest.reference == read_reference(reference), READABLE)
    request = session.scalars(asked).one_or_none()
    require(actor, Action.ACCOUNT_OF_READINGS, Subject(committee_id=request.committee_id if request else None))
    if request is None:
        raise NotFound("not_found")
    lines = tuple(sorted(set(_told(session, request.number))))
    subject = ("search_request", request.id)
    record_act(session, actor, Action.ACCOUNT_OF_READINGS, subject=subject, now=now)
    return ReadingsAccount(reference=request.reference, lines=lines)


def _told(session: Session, number: int) -> Iterable[ReadingLine]:
    """The readings that may be told. No proposal was told to anybody yet, so none that one caused."""
    rows = session.execute(
        select(Reading.made_at, Reading.role, Organisation.name, Reading.purpose)
        .outerjoin(Organisation, Organisation.id == Reading.organisation_id)
        .where(Reading.record_number == number, Reading.caused_by.is_(None))
    )
    return (ReadingLine(made_at.date(), role, name or "", purpose) for made_at, role, name, purpose in rows)
