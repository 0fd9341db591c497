"""An organisation erases a report that it made: of a living person at their wish, of a body only with a second person.

A living person may come to any intermediary; how one that did not report them can ask is in
`search.erasing.asked_erasures`. A body cannot ask, so of two people of the organisation one asks and another confirms.
"""

import datetime
import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.accounts.audit_chain import record_act
from search.accounts.reading_limits import ERASURES, count_left, count_things, few_left
from search.commands import DeclineErasure, EraseReport
from search.documents import Description, Provenance
from search.erasing.asked_erasures import close_requests_of
from search.erasing.erasure_summaries import ErasureStep, ReportToErase
from search.erasing.typed_confirmation import number_to_type, require_number
from search.errors import AccessDenied, NotFound, Refused
from search.fields import Purpose, visible
from search.models import ErasureRequest, FoundReport
from search.models.erasures import DECLINED
from search.records.change_numbers import next_version
from search.records.record_erasure import erase_record
from search.records.sections import read_section
from search.vocabulary import LIVING_KINDS, ReportKind


def read_report_to_erase(
    session: Session, actor: Actor, report_id: uuid.UUID, *, now: datetime.datetime
) -> ReportToErase:
    """An own report as far as one has to recognise it, and whether somebody asked already that it be erased."""
    report = _found(session, report_id)
    own = Subject(organisation_id=report.organisation_id if report else None)
    require(actor, Action.ERASE_REPORT, own)
    if report is None:
        raise NotFound("not_found")
    asked = _waiting(session, report)
    described = read_section(session, report.number, Description) or Description()
    return ReportToErase(
        report_id=report.id,
        kind=ReportKind(report.kind),
        number_to_type=_number(session, report),
        entry_date=report.entry_date,
        found=visible(described, actor, own, Purpose.LIST),
        needs_two=_needs_two(report),
        asked_at=asked.asked_at if asked else None,
        asked_by_me=asked is not None and asked.account_id == actor.account_id,
        request_id=asked.id if asked else None,
        few_left=_few_left(session, actor, report, now),
    )


def bodies_to_confirm(session: Session, actor: Actor, *, now: datetime.datetime) -> tuple[ReportToErase, ...]:
    """The bodies' reports of the actor's organisation of which somebody asked that they be erased, oldest first."""
    require(actor, Action.ERASE_REPORT, Subject(organisation_id=actor.organisation_id))
    waiting = (
        select(FoundReport.id)
        .join(ErasureRequest, ErasureRequest.record_number == FoundReport.number)
        .where(ErasureRequest.organisation_id == actor.organisation_id, ErasureRequest.settled_at.is_(None))
        .order_by(ErasureRequest.asked_at)
    )
    return tuple(
        read_report_to_erase(session, actor, report_id, now=now) for report_id in session.scalars(waiting).all()
    )


def erase_report(session: Session, actor: Actor, command: EraseReport, *, now: datetime.datetime) -> ErasureStep:
    """Erase a report of a living person; of a body, ask for it, or confirm what another person asked.

    The report's number has to be typed each time. Raises TooManyAttempts `erasures_used` where somebody erases more
    reports of living people than one person may in so short a time; bodies need two people, the operator has no limit.
    """
    next_version(session)
    report = _found(session, command.report_id, held=True)
    require(actor, Action.ERASE_REPORT, Subject(organisation_id=report.organisation_id if report else None))
    if report is None:
        raise NotFound("not_found")
    number = _number(session, report)
    require_number(number, command.typed)
    asked = _waiting(session, report)
    if _needs_two(report) and actor.organisation_id is not None:
        if asked is None:
            return _ask(session, actor, report, now)
        if asked.account_id == actor.account_id:
            raise AccessDenied("second_person_must_differ")
    elif actor.organisation_id is not None:
        count_things(session, actor, ERASURES, (str(report.id),), now=now)
    close_requests_of(session, report.organisation_id, number, now=now)
    erase_record(session, report, now=now)
    subject = ("found_report", report.id)
    record_act(
        session, actor, Action.ERASE_REPORT, subject=subject, now=now, detail={"now": "erased", "kind": report.kind}
    )
    return ErasureStep.ERASED


def decline_erasure(session: Session, actor: Actor, command: DeclineErasure, *, now: datetime.datetime) -> None:
    """Say that a body's report is to stay: the second person's no, or the first one's second thought."""
    asked = session.get(ErasureRequest, command.request_id, with_for_update=True)
    own = asked is not None and asked.record_number is not None and asked.settled_at is None
    require(actor, Action.ERASE_REPORT, Subject(organisation_id=asked.organisation_id if asked and own else None))
    if asked is None:
        raise NotFound("not_found")
    asked.settled_at, asked.outcome = now, DECLINED
    subject = ("erasure_request", asked.id)
    record_act(session, actor, Action.ASK_ERASURE, subject=subject, now=now, detail={"now": DECLINED})


def _ask(session: Session, actor: Actor, report: FoundReport, now: datetime.datetime) -> ErasureStep:
    if actor.account_id is None or actor.organisation_id is None:
        raise Refused("no_account")
    asked = ErasureRequest(
        id=uuid.uuid4(),
        record_number=report.number,
        organisation_id=report.organisation_id,
        asking_organisation_id=actor.organisation_id,
        account_id=actor.account_id,
        asked_at=now,
    )
    session.add(asked)
    subject = ("erasure_request", asked.id)
    record_act(session, actor, Action.ASK_ERASURE, subject=subject, now=now, detail={"now": "asked"})
    return ErasureStep.ASKED


def _found(session: Session, report_id: uuid.UUID, *, held: bool = False) -> FoundReport | None:
    asked = select(FoundReport).where(FoundReport.id == report_id, FoundReport.erased_at.is_(None))
    return session.scalars(asked.with_for_update() if held else asked).one_or_none()


def _waiting(session: Session, report: FoundReport) -> ErasureRequest | None:
    asked = select(ErasureRequest).where(
        ErasureRequest.record_number == report.number, ErasureRequest.settled_at.is_(None)
    )
    return session.scalars(asked).first()


def _few_left(session: Session, actor: Actor, report: FoundReport, now: datetime.datetime) -> int | None:
    """How many more the actor may erase, where those are few; bodies are not counted, nor what the operator erases."""
    if _needs_two(report) or actor.organisation_id is None:
        return None
    return few_left(ERASURES, count_left(session, actor, ERASURES, now=now))


def _needs_two(report: FoundReport) -> bool:
    return ReportKind(report.kind) not in LIVING_KINDS


def _number(session: Session, report: FoundReport) -> str:
    provenance = read_section(session, report.number, Provenance)
    return number_to_type(provenance.sender_number if provenance else "", report.id)
