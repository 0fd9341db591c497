"""A family reads its own case: its own words, and what was compared. The same for every outcome."""

import datetime
import uuid
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, or_, select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.accounts.audit_chain import record_act
from search.accounts.parties import party_of
from search.casework.talks import last_talk
from search.casework.word_renewals import standing_renewal
from search.documents import Description, Filing, Identifiers
from search.errors import NotFound
from search.fields import Purpose, visible
from search.filing.closing_searches import closings_of, is_asked
from search.filing.consenting import consents_of
from search.models import FoundReport, Relative, SearchRequest
from search.photos.photo_store import photos_of
from search.records.change_numbers import NOT_YET
from search.records.search_rows import find_case, helper_of
from search.records.sections import read_kinds
from search.summaries import CaseSummary, CaseToChange, ComparisonNews, LastVisit
from search.vocabulary import ReportKind


def read_case(
    session: Session, actor: Actor, case_id: uuid.UUID, *, now: datetime.datetime, since: LastVisit | None = None
) -> CaseSummary:
    """A family's case as it filed it; what was compared is told since its last visit too."""
    own = Subject(case_id=case_id)
    require(actor, Action.READ_CASE, own)
    request = find_case(session, case_id)
    summary = CaseSummary(
        case_id=request.id,
        reference=_own_reference(session, actor, request),
        language=request.language,
        filed_at=request.entry_date,
        revision=request.revision,
        **_documents(session, actor, request, own),
        consents=consents_of(session, request),
        withdrawn=request.withdrawn_at is not None,
        news=_news(session, request, since),
        helped_by=helper_of(session, request),
        helped_at=request.read_at,
        own_words_since=request.first_opened_at,
        talked_on=last_talk(session, request.number),
        closed=next((one.outcome for one in closings_of(session, request) if one.reopened_at is None), None),
        asked_if_still=is_asked(request, now),
        words_asked_for=_words_asked_for(session, request),
        photos=len(photos_of(session, [request.number])),
    )
    record_act(session, actor, Action.READ_CASE, subject=("search_request", case_id), now=now)
    return summary


def _own_reference(session: Session, actor: Actor, request: SearchRequest) -> str:
    """The reference that the words of whoever reads open: of a relative who was let in, their own."""
    if actor.relative_id is None:
        return request.reference
    own = select(Relative.reference).where(Relative.id == actor.relative_id, Relative.record_number == request.number)
    found = session.scalars(own).one_or_none()
    if found is None:
        raise NotFound("not_found")
    return found


def _words_asked_for(session: Session, request: SearchRequest) -> bool:
    """Whether somebody asked for other words, of this search or of one that the same words open: one page is read."""
    return any(standing_renewal(session, one.number) is not None for one in (request, *party_of(session, request)))


def read_to_change(session: Session, actor: Actor, case_id: uuid.UUID) -> CaseToChange:
    """The words that a change is laid over: nobody reads them before the change, which is what is written down."""
    own = Subject(case_id=case_id)
    require(actor, Action.AMEND_SEARCH, own)
    return _words(session, actor, find_case(session, case_id), own)


def read_own_words(session: Session, actor: Actor, case_id: uuid.UUID, *, now: datetime.datetime) -> CaseToChange:
    """A family's words for the page of a question; that they are read is written down, as of the whole case."""
    own = Subject(case_id=case_id)
    require(actor, Action.READ_CASE, own)
    words = _words(session, actor, find_case(session, case_id), own)
    record_act(session, actor, Action.READ_CASE, subject=("search_request", case_id), now=now)
    return words


def _words(session: Session, actor: Actor, request: SearchRequest, own: Subject) -> CaseToChange:
    return CaseToChange(
        revision=request.revision,
        consents=consents_of(session, request),
        **_documents(session, actor, request, own),
    )


def _documents(session: Session, actor: Actor, request: SearchRequest, own: Subject) -> dict[str, Any]:
    """What a family wrote, as it may read it."""
    kinds = {"sought": Description, "identifiers": Identifiers, "filing": Filing}
    said: dict[type[Any], Any] = read_kinds(session, request.number, list(kinds.values()))
    return {name: visible(said.get(kind) or kind(), actor, own, Purpose.READ) for name, kind in kinds.items()}


def _news(session: Session, request: SearchRequest, since: LastVisit | None) -> ComparisonNews:
    """How many reports of each kind this search has met: counts over the registry, so that no outcome shows in them."""
    met = (
        select(FoundReport.kind, func.count(), func.max(FoundReport.entry_date), _later_than(since))
        .where(_has_met(request))
        .group_by(FoundReport.kind)
        .order_by(FoundReport.kind)
    )
    rows = session.execute(met).all()
    return ComparisonNews(
        compared=tuple((ReportKind(kind), count) for kind, count, _, _ in rows),
        compared_through=max((latest for _, _, latest, _ in rows), default=None),
        new=sum(new for _, _, _, new in rows),
        since=since.at if since else None,
    )


def _has_met(request: SearchRequest) -> ColumnElement[bool]:
    """A search meets what was there when it was compared, and whatever was compared itself since it came."""
    itself = and_(
        FoundReport.version < NOT_YET,
        FoundReport.matched_version >= FoundReport.version,
        FoundReport.matched_version >= request.version,
    )
    return or_(FoundReport.version <= max(request.matched_version, 0), itself)


def _later_than(since: LastVisit | None) -> ColumnElement[int]:
    """How many were met at a later change number than a visit knew."""
    compared = FoundReport.matched_version >= FoundReport.version
    met_at = case((compared, FoundReport.matched_version), else_=FoundReport.version)
    return func.count(case((met_at > (since.version if since else 0), 1)))
