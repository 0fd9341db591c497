"""A living person asks an intermediary that did not report them: the request goes to the one that did.

The intermediary gives the name of the organisation and the number that the person has from it. Nothing is looked up:
the answer is the same bytes whether there is such an organisation or such a report. The organisation that is named sees
the number and the day and nothing of who asks, because where a person is now is nobody's to know. What nobody can
settle, or does not settle, the operator sees.
"""

import datetime
import uuid
from collections.abc import Sequence

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.accounts.audit_chain import record_act
from search.commands import AskErasure, SettleAskedErasure
from search.erasing.erasure_summaries import AskedErasure
from search.errors import NotFound, Refused
from search.models import ErasureRequest, FoundReport, Organisation
from search.records.associated_data import asked_number_place
from search.records.sections import vault_of
from search.records.sender_numbers import number_digests

NO_SUCH_REPORT, DONE = "no_such_report", "done"
_LONGEST = 200


def ask_erasure(session: Session, actor: Actor, command: AskErasure, *, now: datetime.datetime) -> None:
    """Keep the request of a living person for whoever reported them. Says nothing of whether there is a report."""
    require(actor, Action.ASK_ERASURE)
    if actor.account_id is None or actor.organisation_id is None:
        raise Refused("no_account")
    if not command.sender_number.strip() or not command.organisation.strip():
        raise Refused("number_and_organisation_needed")
    identifier = uuid.uuid4()
    told = f"{command.organisation.strip()[:_LONGEST]}\n{command.sender_number.strip()[:_LONGEST]}"
    named = select(Organisation.id).where(Organisation.name == command.organisation.strip())
    asked = ErasureRequest(
        id=identifier,
        organisation_id=session.scalars(named).one_or_none(),
        asking_organisation_id=actor.organisation_id,
        account_id=actor.account_id,
        number_sealed=vault_of(session).seal_secret(told.encode(), asked_number_place(identifier)),
        asked_at=now,
    )
    session.add(asked)
    subject = ("erasure_request", identifier)
    record_act(session, actor, Action.ASK_ERASURE, subject=subject, now=now, detail={"now": "asked"})


def asked_of_us(session: Session, actor: Actor) -> tuple[AskedErasure, ...]:
    """The requests that the actor's organisation has to settle, oldest first, with the report that each may be of."""
    require(actor, Action.ERASE_REPORT, Subject(organisation_id=actor.organisation_id))
    return _waiting(session, ErasureRequest.organisation_id == actor.organisation_id)


def all_asked(session: Session, actor: Actor) -> tuple[AskedErasure, ...]:
    """Every request that waits, for the operator: also those whose organisation nobody knows."""
    require(actor, Action.MANAGE_ACCOUNTS)
    return _waiting(session, ErasureRequest.id.is_not(None))


def settle_asked(session: Session, actor: Actor, command: SettleAskedErasure, *, now: datetime.datetime) -> None:
    """Close a request: its report was erased, or there is none. The number that was given is forgotten."""
    asked = session.get(ErasureRequest, command.request_id, with_for_update=True)
    foreign = asked is not None and asked.record_number is None and asked.settled_at is None
    require(actor, Action.ERASE_REPORT, Subject(organisation_id=asked.organisation_id if asked and foreign else None))
    if asked is None or not foreign:
        raise NotFound("not_found")
    asked.settled_at, asked.outcome, asked.number_sealed = now, DONE if command.erased else NO_SUCH_REPORT, None
    subject = ("erasure_request", asked.id)
    record_act(session, actor, Action.ASK_ERASURE, subject=subject, now=now, detail={"now": asked.outcome})


def close_requests_of(session: Session, organisation_id: uuid.UUID, number: str, *, now: datetime.datetime) -> None:
    """Close what waits for a report that is being erased; whoever erases it writes the audit entry."""
    for one in _open_requests(session, ErasureRequest.organisation_id == organisation_id):
        if _told(session, one)[1] == number:
            one.settled_at, one.outcome, one.number_sealed = now, DONE, None


def _waiting(session: Session, whose: ColumnElement[bool]) -> tuple[AskedErasure, ...]:
    return tuple(_summary(session, one) for one in _open_requests(session, whose))


def _open_requests(session: Session, whose: ColumnElement[bool]) -> Sequence[ErasureRequest]:
    waiting = select(ErasureRequest).where(
        whose, ErasureRequest.settled_at.is_(None), ErasureRequest.record_number.is_(None)
    )
    return session.scalars(waiting.order_by(ErasureRequest.asked_at)).all()


def _summary(session: Session, asked: ErasureRequest) -> AskedErasure:
    organisation, number = _told(session, asked)
    report_id = _report_of(session, asked.organisation_id, number)
    return AskedErasure(
        request_id=asked.id, asked_at=asked.asked_at, organisation=organisation, number=number, report_id=report_id
    )


def _told(session: Session, asked: ErasureRequest) -> tuple[str, str]:
    """The organisation's name and the number, as they were given."""
    told = vault_of(session).unseal_secret(asked.number_sealed or b"", asked_number_place(asked.id)).decode()
    organisation, _, number = told.partition("\n")
    return organisation, number


def _report_of(session: Session, organisation_id: uuid.UUID | None, number: str) -> uuid.UUID | None:
    """The report of this number, as its sender wrote it."""
    digests = number_digests(vault_of(session), number)
    mine: Sequence[ColumnElement[bool]] = (
        FoundReport.organisation_id == organisation_id,
        FoundReport.sender_number_digest.in_(digests),
    )
    found = session.execute(select(FoundReport.sender_number_digest, FoundReport.id).where(*mine))
    by_digest = {digest: report for digest, report in found if digest is not None}
    # As it is written first: two numbers that differ in zeros alone may be of two reports.
    return next((by_digest[digest] for digest in reversed(digests) if digest in by_digest), None)
