"""The searches that families opened to one organisation by its name, as a feed that it reads by pages.

Only those: a yes to a whole network opens a search to be read here, not to be copied into another registry. What a
page holds depends on the families' words, answers and days alone, never on what was found, proposed or told.
"""

import datetime
from dataclasses import dataclass

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.accounts.reading_limits import SHARED, SHARED_AT_ONCE, count_things
from search.consent_summaries import FedSearch, SearchFeed
from search.fields import Purpose
from search.filing.shared_searches import note_shown, organisation_of, read_open
from search.models import Consent, SearchRequest
from search.records.sections import OPEN
from search.vocabulary import ConsentAnswer, ConsentPurpose, ReceiverKind

PAGE = SHARED_AT_ONCE
# Nobody skips so far who reads from a day on.
_FURTHEST = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedAsked:
    """Which part of the feed: entries of this moment and later, the oldest first; without it the newest first."""

    min_entry_date: datetime.datetime | None = None
    skip: int = 0
    max_results: int = PAGE


def read_search_feed(session: Session, actor: Actor, asked: FeedAsked, *, now: datetime.datetime) -> SearchFeed:
    """One page of the feed.

    Raises TooManyAttempts `shared_used` where that is more than one person or program may read in so short a time.
    """
    organisation_id = organisation_of(actor)
    require(actor, Action.READ_SEARCH_FEED, Subject(organisation_id=organisation_id))
    changed = func.coalesce(SearchRequest.changed_at, SearchRequest.entry_date)
    entered: ColumnElement[datetime.datetime] = case((Consent.given_at > changed, Consent.given_at), else_=changed)
    statement = (
        select(SearchRequest.number, changed, entered)
        .join(Consent, Consent.record_number == SearchRequest.number)
        .where(
            *OPEN,
            Consent.withdrawn_at.is_(None),
            Consent.purpose == ConsentPurpose.SHARING.value,
            Consent.receiver_kind == ReceiverKind.ORGANISATION.value,
            Consent.receiver == organisation_id.hex,
            Consent.answer == ConsentAnswer.YES.value,
        )
    )
    if asked.min_entry_date is not None:
        statement = statement.where(entered >= asked.min_entry_date).order_by(entered, SearchRequest.number)
    else:
        statement = statement.order_by(entered.desc(), SearchRequest.number.desc())
    most = min(max(asked.max_results, 1), PAGE)
    rows = session.execute(statement.offset(min(max(asked.skip, 0), _FURTHEST)).limit(most + 1)).all()
    moments = {number: (said, entry) for number, said, entry in rows[:most]}
    shown = read_open(session, actor, list(moments), Purpose.LIST)
    count_things(session, actor, SHARED, [str(one.case_id) for one in shown.values()], now=now)
    for one in shown.values():
        note_shown(session, actor, one.case_id, now)
    searches = tuple(
        FedSearch(search=one, said_at=moments[number][0], entry_date=moments[number][1])
        for number, one in shown.items()
    )
    return SearchFeed(searches=searches, more=len(rows) > most)
