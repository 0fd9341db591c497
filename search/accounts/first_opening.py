"""The first opening of a search that an organisation filed together with the relative: new words, and nobody else in.

The words of the filing were seen by the helper. They open one page alone, which gives words of the family's own; from
the moment at which those are taken the earlier ones open nothing, and every other visit that they opened is over.
"""

import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.accounts.audit_chain import record_act
from search.accounts.new_family_words import PreparedWords
from search.accounts.parties import hold_together, party_of
from search.accounts.sessions import end_sessions_of_case, is_first_opening, open_family_session
from search.errors import NotFound
from search.models import SearchRequest
from search.summaries import SignedIn


def choose_own_words(session: Session, actor: Actor, words: PreparedWords, *, now: datetime.datetime) -> SignedIn:
    """Put a family's own words in place of those that somebody else saw, of every search that they open.

    Returns the only visit that goes on.
    """
    require(actor, Action.CHOOSE_OWN_WORDS, Subject(case_id=actor.case_id))
    # Held until the end: of two that open it at the same moment, the second finds that it was opened.
    request = session.scalars(select(SearchRequest).where(SearchRequest.id == actor.case_id)).one_or_none()
    if request is not None:
        hold_together(session, request)
    if request is None or request.erased_at is not None or not is_first_opening(request):
        raise NotFound("not_found")
    for one in (*party_of(session, request), request):
        one.passphrase_hash, one.first_opened_at = words.hashed, now
        end_sessions_of_case(session, one.number)
    visit = open_family_session(session, request, now=now)
    record_act(session, visit.actor, Action.CHOOSE_OWN_WORDS, subject=("search_request", request.id), now=now)
    return visit
