"""A family closes its search because it knows where the person is, or says after a year that it still searches.

Nothing ends by itself: a family that does not answer is searched for as before, and its committee sees that it is
silent.
"""

import datetime
import uuid
from dataclasses import dataclass
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.accounts.audit_chain import record_act
from search.casework.conflicts import left_to_others
from search.commands import CloseFound
from search.errors import Conflict, Refused
from search.models import Closing, SearchRequest
from search.records.associated_data import closing_words_place
from search.records.search_rows import find_case, hold_case
from search.records.sections import OPEN, seal_words, unseal_words
from search.vocabulary import ClosingOutcome, ToldBy

LONGEST: Final = 2000
# After a year a family is asked once more, and two months later its committee sees that it did not answer.
ASKED_AFTER: Final = datetime.timedelta(days=365)
SILENT_AFTER: Final = datetime.timedelta(days=425)
MOST_SILENT: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingSummary:
    """How a family closed its search; `reopened_at` where it searches again."""

    outcome: ClosingOutcome
    told_by: ToldBy
    words: str
    closed_at: datetime.datetime
    reopened_at: datetime.datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietSearch:
    """A search of one's committee of which its family has said nothing for long, or which it closed."""

    case_id: uuid.UUID
    reference: str
    last_said_on: datetime.date
    outcome: ClosingOutcome | None = None
    told_by: ToldBy | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietSearches:
    """The searches whose families were asked and did not answer, and those that were closed lately."""

    silent: tuple[QuietSearch, ...]
    closed: tuple[QuietSearch, ...]


def close_found(session: Session, actor: Actor, command: CloseFound, *, now: datetime.datetime) -> None:
    """Stop searching because the family knows where the person is; it can search again.

    Sent twice it is closed once. Raises Conflict `search_is_stopped` where the search was stopped meanwhile and this
    says something else: what is said here is not kept, and whoever said it learns that.
    """
    require(actor, Action.CLOSE_FOUND, Subject(case_id=command.case_id))
    if len(command.words.strip()) > LONGEST:
        raise Refused("letter_too_long", most=LONGEST)
    request = hold_case(session, command.case_id)
    if request.withdrawn_at is None:
        _close(session, request, command, now)
    elif not _says_the_same(session, request, command):
        raise Conflict("search_is_stopped")
    detail = {"now": "closed"}
    record_act(session, actor, Action.CLOSE_FOUND, subject=("search_request", request.id), now=now, detail=detail)


def _close(session: Session, request: SearchRequest, command: CloseFound, now: datetime.datetime) -> None:
    words = command.words.strip()
    closing = Closing(
        id=uuid.uuid4(),
        record_number=request.number,
        outcome=command.outcome.value,
        told_by=command.told_by.value,
        closed_at=now,
    )
    if words:
        closing.words_sealed = seal_words(session, request.number, words, closing_words_place(closing.id))
    session.add(closing)
    request.withdrawn_at = now
    session.flush()


def _says_the_same(session: Session, request: SearchRequest, command: CloseFound) -> bool:
    """Whether a search was closed with these very answers and is closed still."""
    said = (command.outcome, command.told_by, command.words.strip())
    closings = closings_of(session, request)
    return said in [(one.outcome, one.told_by, one.words) for one in closings if one.reopened_at is None]


def still_searching(session: Session, actor: Actor, case_id: uuid.UUID, *, now: datetime.datetime) -> None:
    """Write down that the family still searches."""
    require(actor, Action.STILL_SEARCHING, Subject(case_id=case_id))
    request = find_case(session, case_id)
    request.still_searching_at = now
    record_act(session, actor, Action.STILL_SEARCHING, subject=("search_request", request.id), now=now)


def searches_again(session: Session, request: SearchRequest, now: datetime.datetime) -> None:
    """Note of a closed search that it was opened again; the caller has asked for permission and writes the audit."""
    open_ones = select(Closing).where(Closing.record_number == request.number, Closing.reopened_at.is_(None))
    for closing in session.scalars(open_ones):
        closing.reopened_at = now


def read_closings(session: Session, actor: Actor, case_id: uuid.UUID) -> tuple[ClosingSummary, ...]:
    """How a family closed its search, the latest first."""
    require(actor, Action.READ_CASE, Subject(case_id=case_id))
    return closings_of(session, find_case(session, case_id))


def closings_of(session: Session, request: SearchRequest) -> tuple[ClosingSummary, ...]:
    """How a search was closed, the latest first; the caller has asked for permission."""
    mine = select(Closing).where(Closing.record_number == request.number)
    return tuple(
        ClosingSummary(
            outcome=ClosingOutcome(one.outcome),
            told_by=ToldBy(one.told_by),
            words=_words(session, one),
            closed_at=one.closed_at,
            reopened_at=one.reopened_at,
        )
        for one in session.scalars(mine.order_by(Closing.closed_at.desc(), Closing.id))
    )


def is_asked(request: SearchRequest, now: datetime.datetime) -> bool:
    """Whether it is time to ask the family if it still searches. It follows from its own acts and the calendar."""
    return request.withdrawn_at is None and now - last_said(request) >= ASKED_AFTER


def last_said(request: SearchRequest) -> datetime.datetime:
    """When the family last wrote something, or said that it still searches."""
    said = (request.entry_date, request.changed_at, request.still_searching_at)
    return max(moment for moment in said if moment is not None)


def read_quiet(session: Session, actor: Actor, *, now: datetime.datetime) -> QuietSearches:
    """The searches of the actor's committee that nobody has answered for, and those that families closed lately."""
    require(actor, Action.RECORD_TALK, Subject(committee_id=actor.organisation_id))
    mine = (
        SearchRequest.committee_id == actor.organisation_id,
        SearchRequest.passphrase_hash != "",
        SearchRequest.number.not_in(left_to_others(session, actor)),
    )
    latest = func.coalesce(SearchRequest.still_searching_at, SearchRequest.changed_at, SearchRequest.entry_date)
    waiting = select(SearchRequest).where(*mine, *OPEN, latest <= now - SILENT_AFTER).order_by(latest)
    closed = (
        select(SearchRequest, Closing)
        .join(Closing, Closing.record_number == SearchRequest.number)
        .where(*mine, Closing.reopened_at.is_(None), Closing.closed_at > now - ASKED_AFTER)
        .order_by(Closing.closed_at.desc())
    )
    quiet = [one for one in session.scalars(waiting.limit(MOST_SILENT)) if now - last_said(one) >= SILENT_AFTER]
    return QuietSearches(
        silent=tuple(
            QuietSearch(case_id=one.id, reference=one.reference, last_said_on=last_said(one).date()) for one in quiet
        ),
        closed=tuple(_closed(request, closing) for request, closing in session.execute(closed.limit(MOST_SILENT))),
    )


def _closed(request: SearchRequest, closing: Closing) -> QuietSearch:
    return QuietSearch(
        case_id=request.id,
        reference=request.reference,
        last_said_on=closing.closed_at.date(),
        outcome=ClosingOutcome(closing.outcome),
        told_by=ToldBy(closing.told_by),
    )


def _words(session: Session, closing: Closing) -> str:
    if closing.words_sealed is None:
        return ""
    return unseal_words(session, closing.record_number, closing.words_sealed, closing_words_place(closing.id))
