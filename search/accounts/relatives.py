"""Relatives whom a family lets in to its search, each by a reference and words of their own, until the family ends it.

They read, add and ask; what cannot be undone, and who else may see or enter, stays with whoever began the search.
"""

import datetime
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.accounts.audit_chain import record_act
from search.accounts.new_family_words import PreparedWords
from search.errors import Conflict, NotFound, Refused
from search.models import Relative, SearchRequest, SignInSession
from search.records.associated_data import relative_called_place
from search.records.references import new_reference
from search.records.search_rows import find_case
from search.records.sections import seal_words, unseal_words
from search.records.sent_once import id_of_sent

MOST_AT_ONCE = 5
LONGEST_CALLED = 100
PRESSED_TWICE = datetime.timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class RelativeSummary:
    """A relative as whoever began the search calls them."""

    relative_id: uuid.UUID
    called: str
    added_at: datetime.datetime
    last_here_on: datetime.date | None


def add_relative(
    session: Session, actor: Actor, called: str, words: PreparedWords, *, now: datetime.datetime, key: str = ""
) -> str:
    """Let one more relative in; returns their reference. Refused `relative_unnamed` and `too_many_relatives`.

    The same form, by its `key`, lets in one: pressed twice, the words of the second press count, for its answer is the
    one that is seen; sent again later, Conflict `sent_already` says that it was done and nothing changes.
    """
    require(actor, Action.ADD_RELATIVE, Subject(case_id=actor.case_id))
    request = _held(session, actor)
    name = called.strip()[:LONGEST_CALLED]
    if not name:
        raise Refused("relative_unnamed")
    identifier = id_of_sent(session, f"relative {request.id}", key)
    relative = session.get(Relative, identifier)
    if relative is None:
        relative = _let_in(session, request, name, identifier, now)
    elif _words_may_be_used(session, relative, now):
        raise Conflict("sent_already")
    relative.passphrase_hash = words.hashed
    session.add(relative)
    session.flush()
    record_act(session, actor, Action.ADD_RELATIVE, subject=("search_request", request.id), now=now)
    return relative.reference


def _words_may_be_used(session: Session, relative: Relative, now: datetime.datetime) -> bool:
    """Whether somebody may have the words already, or it is over: then no other words take their place."""
    visits = select(func.count()).where(SignInSession.relative_id == relative.id)
    came_in = relative.seen_at is not None or session.execute(visits).scalar_one() > 0
    return came_in or relative.ended_at is not None or now - relative.added_at > PRESSED_TWICE


def _let_in(
    session: Session, request: SearchRequest, name: str, identifier: uuid.UUID, now: datetime.datetime
) -> Relative:
    if len(_standing(session, request.number)) >= MOST_AT_ONCE:
        raise Refused("too_many_relatives", most=MOST_AT_ONCE)
    return Relative(
        id=identifier,
        record_number=request.number,
        reference=_unused_reference(session),
        called_sealed=seal_words(session, request.number, name, relative_called_place(identifier)),
        added_at=now,
    )


def end_relative(session: Session, actor: Actor, relative_id: uuid.UUID, *, now: datetime.datetime) -> None:
    """Let a relative in no longer: their words open nothing, and whatever is open by them ends. Twice is once."""
    require(actor, Action.END_RELATIVE, Subject(case_id=actor.case_id))
    request = _held(session, actor)
    relative = session.get(Relative, relative_id)
    if relative is None or relative.record_number != request.number:
        raise NotFound("not_found")
    relative.ended_at = relative.ended_at or now
    session.execute(delete(SignInSession).where(SignInSession.relative_id == relative_id))
    session.flush()
    record_act(session, actor, Action.END_RELATIVE, subject=("search_request", request.id), now=now)


def read_relatives(session: Session, actor: Actor) -> tuple[RelativeSummary, ...]:
    """Who may come in beside whoever began the search, the first first."""
    require(actor, Action.ADD_RELATIVE, Subject(case_id=actor.case_id))
    request = find_case(session, actor.case_id) if actor.case_id else None
    return () if request is None else named_relatives(session, request.number)


def named_relatives(session: Session, number: int) -> tuple[RelativeSummary, ...]:
    """The relatives of a search who may come in now; the caller has asked for permission."""
    return tuple(
        RelativeSummary(
            relative_id=one.id,
            called=unseal_words(session, number, one.called_sealed, relative_called_place(one.id)),
            added_at=one.added_at,
            last_here_on=one.seen_at.date() if one.seen_at else None,
        )
        for one in _standing(session, number)
    )


def _standing(session: Session, number: int) -> Sequence[Relative]:
    mine = select(Relative).where(Relative.record_number == number, Relative.ended_at.is_(None))
    return session.scalars(mine.order_by(Relative.added_at, Relative.id)).all()


def _held(session: Session, actor: Actor) -> SearchRequest:
    """The search, held: two who add at the same moment are counted one after the other."""
    held = select(SearchRequest).where(SearchRequest.id == actor.case_id, SearchRequest.erased_at.is_(None))
    request = session.scalars(held.with_for_update(key_share=True)).one_or_none()
    if request is None:
        raise NotFound("not_found")
    return request


def _unused_reference(session: Session) -> str:
    """A reference that neither a search nor a relative has."""
    while True:
        drawn = new_reference()
        taken = (
            session.scalar(select(func.count()).where(SearchRequest.reference == drawn)),
            session.scalar(select(func.count()).where(Relative.reference == drawn)),
        )
        if not any(taken):
            return drawn
