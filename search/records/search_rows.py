"""Rows of searches, found by what their families and readers know of them."""

import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.errors import NotFound
from search.models import SearchRequest


def find_case(session: Session, case_id: uuid.UUID) -> SearchRequest:
    """The row of a case, or NotFound."""
    request = session.scalars(select(SearchRequest).where(SearchRequest.id == case_id)).one_or_none()
    if request is None:
        raise NotFound("not_found")
    return request
