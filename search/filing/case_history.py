"""What a search said at each of its revisions: when it was written, and whether by a relative who was let in."""

import datetime
import uuid
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor, ActorKind, Subject, require
from search.accounts.audit_chain import record_act
from search.documents import Description, Filing, Identifiers
from search.fields import Purpose, visible
from search.models import AuditEntry, SearchRequest
from search.records.search_rows import find_case
from search.records.sections import read_section_at

# Saving a page is a revision: of a family that writes much, some days.
MOST_SHOWN = 30

Part = TypeVar("Part", Description, Identifiers, Filing)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseVersion:
    """All that a search said at one revision; `at` is empty where nobody wrote down when that was."""

    revision: int
    at: datetime.datetime | None
    by_relative: bool
    sought: Description
    identifiers: Identifiers
    filing: Filing


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseHistory:
    """The versions of a search, the oldest first; `left_out` is how many still older ones are not among them."""

    versions: tuple[CaseVersion, ...]
    left_out: int


def read_case_history(session: Session, actor: Actor, case_id: uuid.UUID, *, now: datetime.datetime) -> CaseHistory:
    """A search as it was written at each of its revisions. It follows from what the family wrote alone."""
    require(actor, Action.READ_CASE, Subject(case_id=case_id))
    request = find_case(session, case_id)
    # One before the first that is shown, to tell what that one changed.
    first = max(1, request.revision - MOST_SHOWN)
    written = _written(session, request)
    versions = tuple(
        CaseVersion(
            revision=revision,
            at=written[revision].at if revision in written else (request.entry_date if revision == 1 else None),
            by_relative=revision in written and written[revision].actor_kind == ActorKind.RELATIVE.value,
            sought=_at(session, actor, request, revision, Description),
            identifiers=_at(session, actor, request, revision, Identifiers),
            filing=_at(session, actor, request, revision, Filing),
        )
        for revision in range(first, request.revision + 1)
    )
    record_act(session, actor, Action.READ_CASE, subject=("search_request", case_id), now=now)
    return CaseHistory(versions=versions, left_out=first - 1)


def _written(session: Session, request: SearchRequest) -> dict[int, AuditEntry]:
    """The act that wrote each revision: the newest act wrote the newest one, and so on back."""
    acts = select(AuditEntry).where(
        AuditEntry.actor_id == request.id,
        AuditEntry.action == Action.AMEND_SEARCH.value,
        AuditEntry.subject_id == str(request.id),
    )
    newest_first = session.scalars(acts.order_by(AuditEntry.sequence.desc()).limit(MOST_SHOWN)).all()
    return {request.revision - place: act for place, act in enumerate(newest_first) if request.revision - place > 1}


def _at(session: Session, actor: Actor, request: SearchRequest, revision: int, kind: type[Part]) -> Part:
    said = read_section_at(session, request.number, revision, kind) or kind()
    return visible(said, actor, Subject(case_id=request.id), Purpose.READ)
