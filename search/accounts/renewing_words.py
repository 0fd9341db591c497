"""A family takes new words in place of those that it has: with them, and from then on nobody else comes in by them.

So does a relative whom it let in, of their own words: no visit but those by these words ends.
"""

import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.accounts.audit_chain import record_act
from search.accounts.new_family_words import PreparedWords
from search.accounts.parties import hold_together, take_new_words
from search.accounts.sessions import open_family_session
from search.errors import NotFound
from search.models import Relative, SearchRequest, SignInSession
from search.summaries import SignedIn


def renew_words(
    session: Session, actor: Actor, proven: str, words: PreparedWords, *, now: datetime.datetime
) -> SignedIn:
    """Put new words in place of those that were typed again; returns the only visit that goes on.

    `proven` is the hash that the typed words fitted. NotFound where others were taken meanwhile.
    """
    require(actor, Action.RENEW_WORDS, Subject(case_id=actor.case_id))
    # Held until the end: of two who renew at the same moment, the second finds that the words are others.
    request = session.scalars(select(SearchRequest).where(SearchRequest.id == actor.case_id)).one_or_none()
    if request is not None and actor.relative_id is not None:
        return _of_relative(session, actor, request, proven, words, now)
    if request is not None:
        hold_together(session, request)
    if request is None or not proven or request.passphrase_hash != proven:
        raise NotFound("not_found")
    take_new_words(session, request, words.hashed, now=now)
    visit = open_family_session(session, request, now=now)
    record_act(session, visit.actor, Action.RENEW_WORDS, subject=("search_request", request.id), now=now)
    return visit


def _of_relative(
    session: Session, actor: Actor, request: SearchRequest, proven: str, words: PreparedWords, now: datetime.datetime
) -> SignedIn:
    held = select(Relative).where(Relative.id == actor.relative_id).with_for_update(key_share=True)
    relative = session.scalars(held.execution_options(populate_existing=True)).one_or_none()
    if relative is None or relative.ended_at is not None or not proven or relative.passphrase_hash != proven:
        raise NotFound("not_found")
    relative.passphrase_hash = words.hashed
    session.execute(delete(SignInSession).where(SignInSession.relative_id == relative.id))
    session.flush()
    visit = open_family_session(session, request, relative, now=now)
    record_act(session, visit.actor, Action.RENEW_WORDS, subject=("search_request", request.id), now=now)
    return visit


def own_reference(session: Session, actor: Actor) -> str:
    """The reference by which whoever is here comes in: the search's, or that of a relative who was let in."""
    require(actor, Action.RENEW_WORDS, Subject(case_id=actor.case_id))
    table, mine = (SearchRequest, actor.case_id) if actor.relative_id is None else (Relative, actor.relative_id)
    found = session.scalars(select(table.reference).where(table.id == mine)).one_or_none()
    if found is None:
        raise NotFound("not_found")
    return found
