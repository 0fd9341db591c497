"""A case that somebody of its committee works at without a pair: found by its id, while its family searches."""

import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.casework.conflicts import require_not_left
from search.errors import NotFound
from search.models import SearchRequest
from search.records.search_rows import find_case


def open_case(session: Session, actor: Actor, action: Action, case_id: uuid.UUID) -> SearchRequest:
    """The case; NotFound for one of others, that was erased or taken back, or that the actor left to others."""
    committee = session.scalars(select(SearchRequest.committee_id).where(SearchRequest.id == case_id)).one_or_none()
    require(actor, action, Subject(committee_id=committee))
    request = find_case(session, case_id)
    require_not_left(session, actor, request.number)
    if request.withdrawn_at is not None:
        raise NotFound("not_found")
    return request
