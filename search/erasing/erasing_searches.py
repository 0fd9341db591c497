"""A family erases its search for good, or the operator does for whoever asks with the reference."""

import datetime
import uuid

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.accounts.audit_chain import record_act
from search.commands import EraseSearch, EraseSearchByReference
from search.erasing.typed_confirmation import is_reference
from search.errors import NotFound, Refused
from search.models import SearchRequest
from search.records.change_numbers import next_version
from search.records.record_erasure import erase_record
from search.records.references import read_reference


def erase_search(session: Session, actor: Actor, command: EraseSearch, *, now: datetime.datetime) -> None:
    """Erase the family's own search, once its reference and its words were typed again: an open page alone may not.

    Refused `erasure_not_proven` says of neither which of them was wrong.
    """
    require(actor, Action.ERASE_SEARCH, Subject(case_id=command.case_id))
    request = _held(session, SearchRequest.id == command.case_id)
    if (
        not command.proven
        or command.proven != request.passphrase_hash
        or not is_reference(request.reference, command.typed)
    ):
        raise Refused("erasure_not_proven")
    _erase(session, actor, request, now)


def erase_by_reference(
    session: Session, actor: Actor, command: EraseSearchByReference, *, now: datetime.datetime
) -> uuid.UUID:
    """Erase a search by its reference, typed twice; returns the id that stays. NotFound for one that is not there."""
    require(actor, Action.ERASE_SEARCH)
    request = _held(session, SearchRequest.reference == read_reference(command.reference))
    if not is_reference(request.reference, command.typed):
        raise Refused("erasure_not_confirmed")
    _erase(session, actor, request, now)
    return request.id


def _held(session: Session, which: ColumnElement[bool]) -> SearchRequest:
    # Orders it among all filings: what comes in at the same moment either is erased too, or knows the marks.
    next_version(session)
    held = select(SearchRequest).where(which, SearchRequest.erased_at.is_(None)).with_for_update()
    request = session.scalars(held).one_or_none()
    if request is None:
        raise NotFound("not_found")
    return request


def _erase(session: Session, actor: Actor, request: SearchRequest, now: datetime.datetime) -> None:
    erase_record(session, request, now=now)
    subject = ("search_request", request.id)
    record_act(session, actor, Action.ERASE_SEARCH, subject=subject, now=now, detail={"now": "erased"})
