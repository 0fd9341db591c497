"""New words that were asked for, for a family that lost its own, and that were neither stopped nor given yet."""

import datetime
from collections.abc import Sequence
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.accounts.parties import party_of
from search.models import SearchRequest, WordRenewal

# So long the old words can stop it, counted from the notice to the old contact.
WAIT: Final = datetime.timedelta(days=14)
# A notice that cannot be sent keeps nobody out for ever: after so long the page of the search alone has said it.
TOLD_WITHIN: Final = datetime.timedelta(days=14)


def standing_renewal(session: Session, number: int) -> WordRenewal | None:
    """What is asked for a search and stands; the caller has asked for permission."""
    mine = select(WordRenewal).where(
        WordRenewal.record_number == number, WordRenewal.stopped_at.is_(None), WordRenewal.given_at.is_(None)
    )
    return session.scalars(mine.order_by(WordRenewal.asked_at).limit(1)).one_or_none()


def opened_together(session: Session, request: SearchRequest) -> Sequence[SearchRequest]:
    """A search and all that the same words open, in the order in which they were filed."""
    return sorted((request, *party_of(session, request)), key=lambda one: one.number)


def untold_renewals(session: Session, now: datetime.datetime) -> Sequence[tuple[WordRenewal, SearchRequest]]:
    """What was confirmed and still waits for the notice to the old contact."""
    waiting = (
        select(WordRenewal, SearchRequest)
        .join(SearchRequest, SearchRequest.number == WordRenewal.record_number)
        .where(WordRenewal.confirmed_at.is_not(None), WordRenewal.told_at.is_(None), WordRenewal.opens_at > now)
        .where(WordRenewal.stopped_at.is_(None), WordRenewal.given_at.is_(None))
        .order_by(WordRenewal.asked_at, WordRenewal.id)
    )
    return [(renewal, request) for renewal, request in session.execute(waiting).all() if waits_for_notice(renewal)]


def waits_for_notice(asked: WordRenewal) -> bool:
    """Whether what was confirmed waits for a notice that was not sent yet."""
    if asked.confirmed_at is None or asked.opens_at is None or asked.told_at is not None:
        return False
    return asked.opens_at > asked.confirmed_at + WAIT


def note_told(session: Session, record_number: int, now: datetime.datetime) -> None:
    """A notice was handed over: where new words wait for it, the time to stop them begins now."""
    for renewal, request in untold_renewals(session, now):
        if record_number in [one.number for one in opened_together(session, request)]:
            renewal.told_at, renewal.opens_at = now, now + WAIT
    session.flush()
