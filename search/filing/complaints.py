"""Anybody complains, without an account: read by a committee's coordinators, or by whoever runs these pages alone."""

import datetime
import secrets
import uuid
from dataclasses import dataclass
from typing import Final

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor, ActorKind, Subject, require
from search.accounts.audit_chain import record_act
from search.casework.committee_cases import CaseTraits, read_reaches, route_case
from search.errors import NotFound, Refused
from search.models import Complaint
from search.records.associated_data import complaint_place
from search.records.change_numbers import next_version
from search.records.own_sealed_words import seal_own, unseal_own
from search.records.sections import vault_of

SHOWN: Final = 100
ABOUT_WORDS: Final = "words"
# Without letters and digits that are taken for each other; the number opens nothing.
_LETTERS = "23456789CFGHJKMPRTVWX"
_LONG = 8


class ComplaintWords(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody complains about, and how they can be reached, if they said it.

    `about` is `ABOUT_WORDS` where it is the words of the pages in the language of the complaint; else it is empty.
    """

    words: str
    reach: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Complain:
    """Somebody complains; `to_committee`: its coordinators read it too. `key` makes what is sent twice one."""

    said: ComplaintWords
    to_committee: bool
    language: str
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenComplaint:
    """A complaint that waits, or was answered; `said` is None once it was erased."""

    complaint_id: uuid.UUID
    number: str
    language: str
    made_at: datetime.datetime
    to_committee: bool
    said: ComplaintWords | None


def complain(session: Session, actor: Actor, command: Complain, *, now: datetime.datetime) -> str:
    """Keep a complaint; returns the number under which it can be asked about."""
    require(actor, Action.COMPLAIN)
    if not command.said.words.strip():
        raise Refused("complaint_says_nothing")
    # Taken before it is looked for: the same form that arrives at the same moment waits here.
    next_version(session)
    digest = vault_of(session).token_digest(f"complaint {command.key}")
    earlier = session.scalars(select(Complaint.number).where(Complaint.key_digest == digest)).first()
    if earlier is not None:
        return earlier
    number = "".join(secrets.choice(_LETTERS) for _ in range(_LONG))
    row = Complaint(id=uuid.uuid4(), language=command.language, number=number, key_digest=digest, made_at=now)
    row.organisation_id = _committee(session, command, row.id) if command.to_committee else None
    seal_own(session, row, command.said, complaint_place(row.id))
    session.add(row)
    session.flush()
    record_act(session, actor, Action.COMPLAIN, subject=("complaint", row.id), now=now)
    return number


def open_complaints(session: Session, actor: Actor, *, now: datetime.datetime) -> tuple[OpenComplaint, ...]:
    """Those that nobody answered, the longest waiting first: all of them for the operator."""
    require(actor, Action.READ_COMPLAINTS, Subject(committee_id=actor.organisation_id))
    rows = select(Complaint).where(Complaint.answered_at.is_(None)).order_by(Complaint.made_at).limit(SHOWN)
    if actor.kind is not ActorKind.OPERATOR:
        rows = rows.where(Complaint.organisation_id == actor.organisation_id)
    found = session.scalars(rows).all()
    if found:
        detail = {"complaints": len(found)}
        subject = ("registry", "complaints")
        record_act(session, actor, Action.READ_COMPLAINTS, subject=subject, now=now, detail=detail)
    return tuple(_shown(session, one) for one in found)


def settle_complaint(session: Session, actor: Actor, complaint_id: uuid.UUID, *, now: datetime.datetime) -> None:
    """Write down that a complaint was answered; settling twice is settling once."""
    row = session.get(Complaint, complaint_id)
    require(actor, Action.READ_COMPLAINTS, Subject(committee_id=row.organisation_id if row else None))
    if row is None:
        raise NotFound("not_found")
    session.refresh(row, with_for_update=True)
    if row.answered_at is None:
        row.answered_at, row.answered_by = now, actor.account_id
    session.flush()
    record_act(session, actor, Action.READ_COMPLAINTS, subject=("complaint", row.id), now=now)


def _committee(session: Session, command: Complain, complaint_id: uuid.UUID) -> uuid.UUID:
    traits = CaseTraits(languages=frozenset({command.language}), countries=frozenset(), routes=frozenset())
    return route_case(read_reaches(session), traits, complaint_id)


def _shown(session: Session, row: Complaint) -> OpenComplaint:
    return OpenComplaint(
        complaint_id=row.id,
        number=row.number,
        language=row.language,
        made_at=row.made_at,
        to_committee=row.organisation_id is not None,
        said=unseal_own(session, row, ComplaintWords, complaint_place(row.id)),
    )
