"""The search log: which office was asked about a person, when, by whom, and whether it answered.

The family reads what was done for its search as such. What was asked because of a pair stays inside until that pair was
told: whoever enters something says which of the two it is, and nothing is assumed.
"""

import datetime
import uuid
from collections.abc import Collection

import msgspec
from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.accounts.audit_chain import record_act
from search.casework.conflicts import require_not_left
from search.casework.told_rows import told_proposals
from search.casework.undo_periods import UNDO
from search.documents.telling import AskedOffice
from search.errors import Conflict, NotFound, Refused
from search.models import MatchProposal, OfficeRequest, Organisation, SearchRequest
from search.records.associated_data import office_request_place
from search.records.references import read_reference
from search.records.sections import READABLE, encode, record_key
from search.storage.encryption import seal, unseal
from search.telling_commands import NoteOfficeRequest, SettleOfficeRequest
from search.telling_summaries import LogEntry, OfficeLog
from search.vocabulary import LogState, RegisterKind

_DECODE = msgspec.msgpack.Decoder(AskedOffice).decode
_EAST = datetime.timedelta(hours=14)


def read_log(session: Session, actor: Actor, case_id: uuid.UUID, *, now: datetime.datetime) -> OfficeLog:
    """All that was asked of offices for a search of the actor's committee, inside entries too."""
    request = _case(session, actor, case_id)
    record_act(session, actor, Action.KEEP_LOG, subject=("search_request", case_id), now=now, detail={"log": "read"})
    return _log(session, request, now)


def find_log(session: Session, actor: Actor, reference: str, *, now: datetime.datetime) -> uuid.UUID:
    """The search of a reference that a family brings along, to open its log."""
    typed = read_reference(reference)
    request = session.scalars(select(SearchRequest).where(SearchRequest.reference == typed)).one_or_none()
    case_id = _case(session, actor, request.id if request else uuid.UUID(int=0)).id
    record_act(session, actor, Action.KEEP_LOG, subject=("search_request", case_id), now=now, detail={"log": "found"})
    return case_id


def note_request(session: Session, actor: Actor, command: NoteOfficeRequest, *, now: datetime.datetime) -> OfficeLog:
    """Enter that an office was asked, or which number a register has for the person."""
    request = _case(session, actor, command.case_id)
    if command.caused_by is not None and command.caused_by not in _pairs(session, request):
        raise NotFound("not_found")
    if not (command.office.office.strip() or command.office.number.strip()):
        raise Refused("office_needed")
    _require_order(now, command.asked_on, command.due_on)
    if actor.account_id is None or actor.organisation_id is None:
        raise Refused("no_account")
    identifier = uuid.uuid4()
    sealed = seal(record_key(session, request.number), encode(command.office), office_request_place(identifier))
    row = OfficeRequest(
        id=identifier,
        record_number=request.number,
        organisation_id=actor.organisation_id,
        account_id=actor.account_id,
        caused_by=command.caused_by,
        register=command.register.value,
        office_sealed=sealed,
        asked_on=command.asked_on,
        due_on=command.due_on,
        made_at=now,
    )
    session.add(row)
    return _noted(session, actor, request, now, "noted")


def settle_request(
    session: Session, actor: Actor, command: SettleOfficeRequest, *, now: datetime.datetime
) -> OfficeLog:
    """Enter when an office said that it has the question, and when it answered."""
    request, row = _entry(session, actor, command.request_id)
    _require_order(now, row.asked_on, command.acknowledged_on)
    _require_order(now, row.asked_on, command.answered_on)
    row.acknowledged_on, row.answered_on = command.acknowledged_on, command.answered_on
    return _noted(session, actor, request, now, "settled")


def take_back_request(session: Session, actor: Actor, request_id: uuid.UUID, *, now: datetime.datetime) -> OfficeLog:
    """Take a slip back, within minutes, before the family reads it."""
    request, row = _entry(session, actor, request_id)
    if now >= row.made_at + UNDO:
        raise Conflict("too_late_to_take_back")
    row.taken_back_at = now
    return _noted(session, actor, request, now, "taken_back")


def read_done(session: Session, actor: Actor, case_id: uuid.UUID, *, now: datetime.datetime) -> OfficeLog:
    """What was done for a family's search as such, and what a pair caused that it was told of."""
    require(actor, Action.READ_CASE, Subject(case_id=case_id))
    request = session.scalars(select(SearchRequest).where(SearchRequest.id == case_id, READABLE)).one_or_none()
    if request is None:
        raise NotFound("not_found")
    told = told_proposals(session, request.number, now)
    tellable = or_(OfficeRequest.caused_by.is_(None), OfficeRequest.caused_by.in_(told))
    rows = [row for row in _rows(session, request, tellable) if row.made_at + UNDO <= now]
    entries = _entries(session, request, rows, now, told=told)
    return OfficeLog(case_id=case_id, reference=request.reference, entries=entries)


def state_of(row: OfficeRequest, today: datetime.date) -> LogState | None:
    """How far a question to an office is; nothing where there is only a number."""
    if row.answered_on is not None:
        return LogState.ANSWERED
    if row.asked_on is not None and row.due_on is not None and row.due_on < today:
        return LogState.OVERDUE
    if row.acknowledged_on is not None:
        return LogState.ACKNOWLEDGED
    return LogState.ASKED if row.asked_on is not None else None


def _case(session: Session, actor: Actor, case_id: uuid.UUID) -> SearchRequest:
    request = session.scalars(select(SearchRequest).where(SearchRequest.id == case_id, READABLE)).one_or_none()
    require(actor, Action.KEEP_LOG, Subject(committee_id=request.committee_id if request else None))
    if request is None or request.withdrawn_at is not None:
        raise NotFound("not_found")
    require_not_left(session, actor, request.number)
    return request


def _entry(session: Session, actor: Actor, request_id: uuid.UUID) -> tuple[SearchRequest, OfficeRequest]:
    whose = select(SearchRequest.id).join(OfficeRequest, OfficeRequest.record_number == SearchRequest.number)
    case_id = session.scalars(whose.where(OfficeRequest.id == request_id)).one_or_none()
    request = _case(session, actor, case_id or uuid.UUID(int=0))
    standing = (OfficeRequest.id == request_id, OfficeRequest.taken_back_at.is_(None))
    row = session.scalars(select(OfficeRequest).where(*standing).with_for_update()).one_or_none()
    if row is None:
        raise NotFound("not_found")
    return request, row


def _rows(session: Session, request: SearchRequest, *which: ColumnElement[bool]) -> list[OfficeRequest]:
    standing = (OfficeRequest.record_number == request.number, OfficeRequest.taken_back_at.is_(None))
    asked = select(OfficeRequest).where(*standing, *which)
    rows = session.scalars(asked.order_by(OfficeRequest.made_at, OfficeRequest.id)).all()
    return sorted(rows, key=lambda row: (row.asked_on or row.made_at.date(), row.made_at, row.id))


def _pairs(session: Session, request: SearchRequest) -> tuple[uuid.UUID, ...]:
    asked = select(MatchProposal.id).where(MatchProposal.request_number == request.number)
    return tuple(session.scalars(asked.order_by(MatchProposal.entry_date, MatchProposal.id)).all())


def _log(session: Session, request: SearchRequest, now: datetime.datetime) -> OfficeLog:
    told = told_proposals(session, request.number, now)
    entries = _entries(session, request, _rows(session, request), now, told=told)
    return OfficeLog(case_id=request.id, reference=request.reference, entries=entries, pairs=_pairs(session, request))


def _entries(
    session: Session,
    request: SearchRequest,
    rows: Collection[OfficeRequest],
    now: datetime.datetime,
    *,
    told: Collection[uuid.UUID],
) -> tuple[LogEntry, ...]:
    key = record_key(session, request.number)
    names = dict(session.execute(select(Organisation.id, Organisation.name)).all()) if rows else {}
    return tuple(
        LogEntry(
            request_id=row.id,
            register=RegisterKind(row.register),
            office=_DECODE(unseal(key, row.office_sealed, office_request_place(row.id))),
            asked_by=names.get(row.organisation_id, ""),
            state=state_of(row, now.date()),
            asked_on=row.asked_on,
            due_on=row.due_on,
            acknowledged_on=row.acknowledged_on,
            answered_on=row.answered_on,
            inside=row.caused_by is not None and row.caused_by not in told,
            can_be_taken_back=now < row.made_at + UNDO,
        )
        for row in rows
    )


def _require_order(now: datetime.datetime, asked_on: datetime.date | None, later: datetime.date | None) -> None:
    """Nothing was asked tomorrow, and nothing is answered or due before it was asked."""
    tomorrow = (now + _EAST).date()
    if asked_on is not None and (asked_on > tomorrow or (later is not None and later < asked_on)):
        raise Refused("days_in_another_order")


def _noted(session: Session, actor: Actor, request: SearchRequest, now: datetime.datetime, what: str) -> OfficeLog:
    session.flush()
    subject = ("search_request", request.id)
    record_act(session, actor, Action.KEEP_LOG, subject=subject, now=now, detail={"log": what})
    return _log(session, request, now)
