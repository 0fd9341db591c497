"""A coordinator hands a case of the own committee over to another, once its family agreed in a talk.

The family is asked by a person and never by a page: a page that asks could tell that something was found.
"""

import datetime
import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.accounts.audit_chain import record_act
from search.casework.conflicts import require_not_left
from search.casework.moved_cases import Agreed, held_case, move_to
from search.committee_commands import MoveCase
from search.committee_summaries import CommitteeChoice
from search.committees.choosing import choice_of
from search.errors import NotFound, Refused
from search.models import SearchRequest
from search.records.references import read_reference
from search.records.search_rows import has_family
from search.records.sections import READABLE


def find_to_move(session: Session, actor: Actor, reference: str) -> uuid.UUID:
    """The case of this reference, if the actor's committee reads it; NotFound for any other."""
    asked = select(SearchRequest).where(SearchRequest.reference == read_reference(reference), READABLE)
    request = session.scalars(asked).one_or_none()
    require(actor, Action.MOVE_CASE, Subject(committee_id=request.committee_id if request else None))
    if request is None:
        raise NotFound("not_found")
    require_not_left(session, actor, request.number)
    return request.id


def read_move(session: Session, actor: Actor, case_id: uuid.UUID) -> CommitteeChoice:
    """To whom a case can be handed over, and what the family is to be asked."""
    request = _case(session, case_id)
    require(actor, Action.MOVE_CASE, Subject(committee_id=request.committee_id if request else None))
    if request is None:
        raise NotFound("not_found")
    require_not_left(session, actor, request.number)
    _require_family(request)
    return choice_of(session, request)


def move_case(session: Session, actor: Actor, command: MoveCase, *, now: datetime.datetime) -> None:
    """Hand a case over; the own committee reads nothing of it any more.

    Refused where nobody was ever given words for it: then there is nobody who could agree.
    """
    request = _case(session, command.case_id)
    require(actor, Action.MOVE_CASE, Subject(committee_id=request.committee_id if request else None))
    if request is None:
        raise NotFound("not_found")
    require_not_left(session, actor, request.number)
    held_case(session, request)
    # It may have gone to another committee while this waited.
    require(actor, Action.MOVE_CASE, Subject(committee_id=request.committee_id))
    _require_family(request)
    if command.agreed_on > now.date():
        raise Refused("agreed_in_the_future")
    agreed = Agreed(
        text_digest=command.text_digest,
        language=command.language,
        on=command.agreed_on,
        account_id=actor.account_id,
    )
    move_to(session, request, command.committee_id, agreed, now=now)
    record_act(session, actor, Action.MOVE_CASE, subject=("search_request", request.id), now=now)


def _require_family(request: SearchRequest) -> None:
    if not has_family(request):
        raise Refused("no_family_to_ask")


def _case(session: Session, case_id: uuid.UUID) -> SearchRequest | None:
    return session.scalars(select(SearchRequest).where(SearchRequest.id == case_id, READABLE)).one_or_none()
