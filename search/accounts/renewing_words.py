"""A family takes new words in place of those that it has: with them, and from then on nobody else comes in by them."""

import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.accounts.audit_chain import record_act
from search.accounts.new_family_words import PreparedWords
from search.accounts.parties import take_new_words
from search.accounts.sessions import open_family_session
from search.errors import NotFound
from search.models import SearchRequest
from search.summaries import SignedIn


def renew_words(
    session: Session, actor: Actor, proven: str, words: PreparedWords, *, now: datetime.datetime
) -> SignedIn:
    """Put new words in place of those that were typed again; returns the only visit that goes on.

    `proven` is the hash that the typed words fitted. NotFound where others were taken meanwhile.
    """
    require(actor, Action.RENEW_WORDS, Subject(case_id=actor.case_id))
    # Held until the end: of two who renew at the same moment, the second finds that the words are others.
    held = select(SearchRequest).where(SearchRequest.id == actor.case_id).with_for_update(key_share=True)
    request = session.scalars(held.execution_options(populate_existing=True)).one_or_none()
    if request is None or not proven or request.passphrase_hash != proven:
        raise NotFound("not_found")
    take_new_words(session, request, words.hashed, now=now)
    visit = open_family_session(session, request, now=now)
    record_act(session, visit.actor, Action.RENEW_WORDS, subject=("search_request", request.id), now=now)
    return visit
