"""An organisation reads the searches that families opened to it: a list, one of them, an export.

Each reading asks the consents of that moment. A search that is not open, or no longer, looks exactly like one that is
not there; each one that a person is shown is written to the audit.
"""

import datetime
import uuid
from collections.abc import Iterator, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, allowed, clerk_of, require, shared_purposes
from search.accounts.audit_chain import record_act
from search.accounts.case_readings import ReadingPurpose, note_reading
from search.accounts.organisations import find_organisation
from search.accounts.reading_limits import SHARED, SHARED_AT_ONCE, count_things, few_left
from search.consent_summaries import SharedSearch, SharedSearches
from search.consents import Sharing
from search.documents import Description, Identifiers
from search.errors import NotFound, Refused
from search.fields import SHARED_FIELDS, Purpose, visible
from search.filing.page_cursors import cursor_below, number_of
from search.models import Organisation, SearchRequest
from search.records.consent_rows import answers_of, numbers_shared_with, standing_of
from search.records.sections import OPEN, read_sections

PAGE = SHARED_AT_ONCE
_LISTING = "shared searches"
_NOBODY = -1


def list_shared_searches(
    session: Session, actor: Actor, *, page: int = 1, after: str = "", now: datetime.datetime
) -> SharedSearches:
    """One page of what families opened to the actor's organisation, newest first: that of a cursor, else of a number.

    Raises TooManyAttempts `shared_used` where that is more than one person or program may read in so short a time.
    """
    organisation_id = organisation_of(actor)
    require(actor, Action.LIST_SHARED_SEARCHES, Subject(organisation_id=organisation_id))
    shared = numbers_shared_with(standing_of(session, organisation_id), SHARED_FIELDS)
    total = session.execute(select(func.count()).select_from(shared.subquery())).scalar_one()
    pages = max(1, -(-total // PAGE))
    number = min(max(page, 1), pages)
    newest = shared.order_by(SearchRequest.number.desc()).limit(PAGE + 1)
    if after:
        newest = newest.where(SearchRequest.number < number_of(session, organisation_id, _LISTING, after))
    else:
        newest = newest.offset(PAGE * (number - 1))
    found = session.scalars(newest).all()
    following = cursor_below(session, organisation_id, _LISTING, found[PAGE - 1]) if len(found) > PAGE else ""
    searches = _read(session, actor, found[:PAGE], Purpose.LIST)
    left = count_things(session, actor, SHARED, [str(one.case_id) for one in searches], now=now)
    for one in searches:
        note_shown(session, actor, one.case_id, now)
    return SharedSearches(
        searches=searches, page=number, pages=pages, total=total, few_left=few_left(SHARED, left), after=following
    )


def read_shared_search(session: Session, actor: Actor, case_id: uuid.UUID, *, now: datetime.datetime) -> SharedSearch:
    """One search that its family opened to the actor's organisation; NotFound for every other. Counted as a page is."""
    organisation_id = organisation_of(actor)
    require(actor, Action.LIST_SHARED_SEARCHES, Subject(organisation_id=organisation_id))
    number = session.scalars(select(SearchRequest.number).where(SearchRequest.id == case_id, *OPEN)).one_or_none()
    # One that is not there is looked for like one that is not open: how long that takes tells nobody which it is.
    found = _read(session, actor, (_NOBODY if number is None else number,), Purpose.READ)
    if not found:
        raise NotFound("not_found")
    count_things(session, actor, SHARED, [str(case_id)], now=now)
    note_shown(session, actor, case_id, now)
    return found[0]


def export_shared_searches(
    session: Session, actor: Actor, organisation: str, *, now: datetime.datetime
) -> tuple[SharedSearch, ...]:
    """Everything that an organisation may read at this moment, for the operator to hand over to it."""
    require(actor, Action.EXPORT_SHARED_SEARCHES)
    receiver = find_organisation(session, organisation)
    reader = clerk_of(receiver.id)
    shared = numbers_shared_with(standing_of(session, receiver.id), SHARED_FIELDS)
    numbers = session.scalars(shared.order_by(SearchRequest.number)).all()
    searches = tuple(one for part in _parts(numbers) for one in _read(session, reader, part, Purpose.READ))
    for one in searches:
        _note(session, reader, one.case_id, now)
        detail = {"organisation": str(receiver.id)}
        subject = ("search_request", one.case_id)
        record_act(session, actor, Action.EXPORT_SHARED_SEARCHES, subject=subject, now=now, detail=detail)
    return searches


def _read(session: Session, actor: Actor, numbers: Sequence[int], purpose: Purpose) -> tuple[SharedSearch, ...]:
    return tuple(read_open(session, actor, numbers, purpose).values())


def read_open(session: Session, reader: Actor, numbers: Sequence[int], purpose: Purpose) -> dict[int, SharedSearch]:
    """The searches that are open to the reader, in the order in which they were asked for; all others are left out.

    The caller has asked for permission, counts what is read, and writes it down (`note_shown`).
    """
    subjects = _open_ones(session, reader, numbers)
    numbers = [number for number in numbers if number in subjects]
    descriptions = read_sections(session, numbers, Description)
    identifiers = read_sections(session, numbers, Identifiers)
    rows = {row.number: row for row in session.scalars(select(SearchRequest).where(SearchRequest.number.in_(numbers)))}
    committees = _names(session, {row.committee_id for row in rows.values()})
    return {
        number: SharedSearch(
            case_id=rows[number].id,
            filed_at=rows[number].entry_date,
            committee=committees[rows[number].committee_id],
            purposes=tuple(sorted(shared_purposes(reader, subjects[number]))),
            sought=visible(descriptions.get(number, Description()), reader, subjects[number], purpose),
            identifiers=visible(identifiers.get(number, Identifiers()), reader, subjects[number], purpose),
        )
        for number in numbers
    }


def _open_ones(session: Session, actor: Actor, numbers: Sequence[int]) -> dict[int, Subject]:
    reader = standing_of(session, organisation_of(actor))
    subjects = {
        number: Subject(sharing=Sharing(answers=answers, reader=reader))
        for number, answers in answers_of(session, numbers).items()
    }
    return {number: one for number, one in subjects.items() if allowed(actor, Action.READ_SHARED_SEARCH, one)}


def _names(session: Session, organisations: set[uuid.UUID]) -> dict[uuid.UUID, str]:
    named = select(Organisation.id, Organisation.name).where(Organisation.id.in_(organisations))
    return dict(session.execute(named).all())


def note_shown(session: Session, reader: Actor, case_id: uuid.UUID, now: datetime.datetime) -> None:
    """Write down that somebody of the organisation was shown a search."""
    _note(session, reader, case_id, now)
    record_act(session, reader, Action.READ_SHARED_SEARCH, subject=("search_request", case_id), now=now)


def _note(session: Session, reader: Actor, case_id: uuid.UUID, now: datetime.datetime) -> None:
    """That somebody of the organisation was shown the search, for the account that its family may have."""
    numbers = session.scalars(select(SearchRequest.number).where(SearchRequest.id == case_id)).all()
    note_reading(session, reader, numbers, ReadingPurpose.SHARED, now=now)


def _parts(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    """A page at a time, so that few sections are open at once."""
    for start in range(0, len(numbers), PAGE):
        yield numbers[start : start + PAGE]


def organisation_of(actor: Actor) -> uuid.UUID:
    """The organisation whose member or program the actor is; Refused for nobody's."""
    if actor.organisation_id is None:
        raise Refused("no_organisation")
    return actor.organisation_id
