"""People who are sought together: searches of one family that the same five words open, each with its own reference.

Words say who may read; so only searches whose words are still the same belong together, and whoever was let in to one
of them is let in to that one alone.
"""

import datetime
import uuid
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.accounts.audit_chain import record_act
from search.accounts.sessions import end_sessions_of_case, open_family_session
from search.documents import Description
from search.errors import NotFound
from search.fields import Purpose, visible
from search.models import SearchRequest, WordRenewal
from search.records.search_rows import find_case
from search.records.sections import read_section
from search.summaries import PartyMember, SignedIn


def join_party(session: Session, actor: Actor, request: SearchRequest, first: uuid.UUID) -> None:
    """Let a new search be opened with the words of one that the actor has open."""
    require(actor, Action.GO_TO_PARTY, Subject(case_id=first))
    # Held until the end: words that are renewed at this moment are those of the new search too.
    held = select(SearchRequest.number).where(SearchRequest.id == first)
    session.scalars(held.with_for_update(key_share=True)).one_or_none()
    begun = find_case(session, first)
    session.refresh(begun, ["party_id", "passphrase_hash"])
    begun.party_id = begun.party_id or uuid.uuid4()
    request.party_id, request.passphrase_hash = begun.party_id, begun.passphrase_hash


def party_of(session: Session, request: SearchRequest) -> list[SearchRequest]:
    """The other searches that the words of this one open, in the order in which they were filed."""
    if request.party_id is None or not request.passphrase_hash:
        return []
    others = select(SearchRequest).where(
        SearchRequest.party_id == request.party_id,
        SearchRequest.passphrase_hash == request.passphrase_hash,
        SearchRequest.number != request.number,
    )
    return list(session.scalars(others.order_by(SearchRequest.number)))


def hold_together(session: Session, request: SearchRequest) -> None:
    """Hold a search and all that its words open, as they are now: nobody else changes their words meanwhile.

    Always in the same order, so that two who come by different searches wait for each other once.
    """
    for number in sorted(one.number for one in (request, *party_of(session, request))):
        held = select(SearchRequest).where(SearchRequest.number == number).with_for_update(key_share=True)
        session.scalars(held.execution_options(populate_existing=True)).one()


def read_party(session: Session, actor: Actor, case_id: uuid.UUID) -> tuple[PartyMember, ...]:
    """Whom else the family seeks with the same words."""
    require(actor, Action.GO_TO_PARTY, Subject(case_id=case_id))
    return tuple(_member(session, actor, other) for other in party_of(session, find_case(session, case_id)))


def go_to_party(session: Session, actor: Actor, case_id: uuid.UUID, *, now: datetime.datetime) -> SignedIn:
    """A visit to another search of the same words; NotFound where it is none, or none any more."""
    require(actor, Action.GO_TO_PARTY, Subject(case_id=actor.case_id))
    if actor.case_id is None:
        raise NotFound("not_found")
    here = find_case(session, actor.case_id)
    other = next((one for one in party_of(session, here) if one.id == case_id), None)
    if other is None:
        raise NotFound("not_found")
    visit = open_family_session(session, other, now=now)
    record_act(session, actor, Action.GO_TO_PARTY, subject=("search_request", other.id), now=now)
    return visit


def take_new_words(session: Session, request: SearchRequest, hashed: str, *, now: datetime.datetime) -> None:
    """Put other words in place of a search's, and of all searches that the old ones open; every visit to them ends.

    Whoever takes new words has not lost them: what was asked for in their place is stopped.
    """
    for one in (*party_of(session, request), request):
        one.passphrase_hash = hashed
        end_sessions_of_case(session, one.number)
        asked = select(WordRenewal).where(
            WordRenewal.record_number == one.number, WordRenewal.stopped_at.is_(None), WordRenewal.given_at.is_(None)
        )
        for renewal in session.scalars(asked):
            renewal.stopped_at = now


def _member(session: Session, actor: Actor, request: SearchRequest) -> PartyMember:
    """A search as whoever has its words reads it."""
    own = Subject(case_id=request.id)
    said = read_section(session, request.number, Description) or Description()
    shown = visible(said, replace(actor, case_id=request.id), own, Purpose.READ)
    return PartyMember(
        case_id=request.id, reference=request.reference, names=tuple(name.text for name in shown.names[:1])
    )
