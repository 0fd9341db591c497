"""Rows of searches: found by their id, and whose they are."""

import uuid
from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.errors import NotFound
from search.models import Organisation, SearchRequest
from search.records.chunks import chunks
from search.records.sections import held_keys


def find_case(session: Session, case_id: uuid.UUID) -> SearchRequest:
    """The row of a case, or NotFound: also for one that was erased."""
    request = session.scalars(select(SearchRequest).where(SearchRequest.id == case_id)).one_or_none()
    if request is None or not held_keys(session, (request.number,)):
        raise NotFound("not_found")
    return request


def hold_case(session: Session, case_id: uuid.UUID) -> SearchRequest:
    """The row of a case, held until the end and read as it is then: acts that arrive at once follow one another."""
    held = select(SearchRequest).where(SearchRequest.id == case_id).with_for_update(key_share=True)
    session.scalars(held.execution_options(populate_existing=True)).one_or_none()
    return find_case(session, case_id)


def helper_of(session: Session, request: SearchRequest) -> str:
    """The name of the organisation that filed a search together with the family; empty where the family was alone."""
    return "" if request.read_at is None else _filed_by(session, request)


def lister_of(session: Session, request: SearchRequest) -> str:
    """The name of the organisation in whose list of missing people a search stood; empty for any other."""
    return "" if request.read_at is not None else _filed_by(session, request)


def has_family(request: SearchRequest) -> bool:
    """Whether anybody was ever given words for a search; else nobody can be asked about it or told."""
    return bool(request.passphrase_hash)


def _filed_by(session: Session, request: SearchRequest) -> str:
    found = session.get(Organisation, request.filed_by_organisation) if request.filed_by_organisation else None
    return "" if found is None else found.name


def committees_of(session: Session, numbers: Collection[int]) -> dict[int, uuid.UUID]:
    """The committee of each search among some records, by number; a found report has none."""
    committees: dict[int, uuid.UUID] = {}
    for chunk in chunks(sorted(numbers)):
        asked = select(SearchRequest.number, SearchRequest.committee_id).where(SearchRequest.number.in_(chunk))
        committees |= dict(session.execute(asked).all())
    return committees
