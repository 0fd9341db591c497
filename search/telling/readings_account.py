"""The one account of readings that a family can have on request: who read its case, in one form.

It tells role, organisation, purpose and day, each line once, and has neither gaps nor counts. What was read because of
a proposal stays out of it until that proposal was told to the family: whatever a committee found, refused or closed,
the account is the same bytes.
"""

import datetime
import uuid
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.accounts.audit_chain import record_act
from search.casework.conflicts import require_not_left
from search.casework.told_rows import told_proposals
from search.errors import NotFound
from search.models import Organisation, Reading, SearchRequest
from search.records.references import read_reference
from search.records.sections import READABLE


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


def account_of_readings(session: Session, actor: Actor, reference: str, *, now: datetime.datetime) -> ReadingsAccount:
    """Who read a case, for its committee to hand to the family that asks."""
    asked = select(SearchRequest).where(SearchRequest.reference == read_reference(reference), READABLE)
    request = session.scalars(asked).one_or_none()
    require(actor, Action.ACCOUNT_OF_READINGS, Subject(committee_id=request.committee_id if request else None))
    if request is None:
        raise NotFound("not_found")
    require_not_left(session, actor, request.number)
    told = told_proposals(session, request.number, now)
    lines = tuple(sorted(set(_lines(session, request.number, told))))
    subject = ("search_request", request.id)
    record_act(session, actor, Action.ACCOUNT_OF_READINGS, subject=subject, now=now)
    return ReadingsAccount(reference=request.reference, lines=lines)


def _lines(session: Session, number: int, told: Collection[uuid.UUID]) -> Iterable[ReadingLine]:
    """The readings that no proposal caused, and those caused by one that was told."""
    tellable = or_(Reading.caused_by.is_(None), Reading.caused_by.in_(told))
    rows = session.execute(
        select(Reading.made_at, Reading.role, Organisation.name, Reading.purpose)
        .outerjoin(Organisation, Organisation.id == Reading.organisation_id)
        .where(Reading.record_number == number, tellable)
    )
    return (ReadingLine(made_at.date(), role, name or "", purpose) for made_at, role, name, purpose in rows)
