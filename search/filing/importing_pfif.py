"""PFIF files of senders: whom they found goes the way of a sheet's rows, whom they look for that of a file of searches.

Searches are taken from organisations that may list missing people (`search.access`), and belong to no state. Nobody
knows the family behind such a search: it is compared, and nobody is told of it.
"""

import datetime
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor, require
from search.accounts.audit_chain import record_act
from search.commands import ImportSheet, RegisterSearch
from search.documents import Description, Filing, Identifiers
from search.documents.engine_view import sought_view
from search.documents.merging import merged
from search.documents.report_documents import ReportDocuments
from search.files.pfif_question import HEADERS, PfifQuestion, PfifReading, SearchRead
from search.filing.importing_sheets import SheetSender, sheet_sender, subject_of
from search.filing.record_expiry import reports_of_numbers
from search.filing.record_storing import Filed, store_revision
from search.filing.registering_searches import file_unknown
from search.filing.taken_values import taken_report, taken_search
from search.models import FoundReport, SearchRequest
from search.records.change_numbers import next_version
from search.records.chunks import chunks
from search.records.search_rows import has_family
from search.records.sections import read_section, vault_of
from search.sheet_summaries import SheetDoubt
from search.sheets.column_mapping import Mapping as ColumnMapping
from search.sheets.row_outcomes import RowRead, RowRefusal
from search.sheets.sheet_reading import SheetReading
from search.vocabulary import ReportKind

ENDED, UNKNOWN = "ended_records", "person_unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchesTaken:
    """What became of the searches of a file."""

    accepted: int = 0
    updated: int = 0
    already_known: int = 0


def question_of_pfif(
    sender: SheetSender,
    command: ImportSheet,
    *,
    now: datetime.datetime,
    may_search: bool = False,
    domains: Sequence[str] = (),
    with_tests: bool = False,
) -> PfifQuestion:
    """What the child is asked that reads the file."""
    return PfifQuestion(
        filename=command.filename,
        content=command.content,
        now=now,
        organisation=sender.kind,
        may_search=may_search,
        domains=tuple(domains),
        with_tests=with_tests,
        answers=dict(command.profile or {}),
    )


def as_sheet(session: Session, organisation_id: uuid.UUID, reading: PfifReading) -> SheetReading:
    """The persons that were found, as rows; notes without their person are news of a report that is known, or nobody's.

    The caller has asked for permission.
    """
    known = reports_of_numbers(session, organisation_id, [row.report.sender_number for row in reading.loose])
    news, strangers = [], []
    for row in reading.loose:
        report = known.get(row.report.sender_number)
        if report is None:
            strangers.append(RowRefusal(row.number, "person_record_id", UNKNOWN, "", row.cells))
        else:
            news.append(_news_of(session, row, report))
    rows = sorted((*reading.rows, *news), key=lambda row: row.number)
    return SheetReading(
        filename=reading.filename,
        worksheet="",
        left_out=(),
        row_count=reading.record_count,
        mapping=ColumnMapping(columns=(), kind=ReportKind.OTHER, kind_certain=True),
        remembered=False,
        rows=tuple(replace(row, report=taken_report(row.report)) for row in rows),
        refused=tuple(sorted((*reading.refused, *strangers), key=lambda row: row.number)),
        headers=HEADERS,
        doubts=(*reading.doubts, *_told(reading)),
        ended=tuple(one.record_id for one in reading.ended),
    )


def take_searches(
    session: Session, actor: Actor, searches: Sequence[SearchRead], *, now: datetime.datetime
) -> SearchesTaken:
    """File searches of a registry in this one transaction, as news where the sender filed them before.

    One of another sender stays as it is, and so does one that a family has opened: it is the family's own.
    """
    require(actor, Action.LIST_MISSING, subject_of(sheet_sender(session, actor)))
    before = _known(session, [one.command.earlier_reference for one in searches])
    filed = file_unknown(session, [one.command for one in searches], now=now, listed_by=actor)
    updated = 0
    for one in searches:
        request = before.get(one.command.earlier_reference)
        if request is not None and _is_senders(request, actor):
            updated += _renew(session, request, taken_search(one.command))
    _keep_expiry(session, actor, searches, now)
    detail = {"new": filed.count(True), "known": filed.count(False), "updated": updated}
    record_act(session, actor, Action.LIST_MISSING, subject=("registry", "searches"), now=now, detail=detail)
    return SearchesTaken(accepted=filed.count(True), updated=updated, already_known=filed.count(False) - updated)


def end_searches(session: Session, actor: Actor, record_ids: Sequence[str], *, now: datetime.datetime) -> int:
    """Withdraw the sender's searches of these numbers that no family has opened; how many there were."""
    require(actor, Action.LIST_MISSING, subject_of(sheet_sender(session, actor)))
    known = _known(session, record_ids).values()
    found = [one for one in known if _is_senders(one, actor) and one.withdrawn_at is None]
    for request in found:
        request.withdrawn_at = request.expiry_date = now
    detail = {"ended": len(found)}
    record_act(session, actor, Action.LIST_MISSING, subject=("registry", "searches"), now=now, detail=detail)
    return len(found)


def _news_of(session: Session, row: RowRead, report: FoundReport) -> RowRead:
    """What notes say, as news of a report that says of the person what it said before.

    Nobody knows whether a place in them is newer than the one that is known: it stays in their words.
    """
    kept = read_section(session, report.number, Description) or Description()
    found = replace(kept, event=None, notes=())
    return replace(row, report=replace(row.report, kind=ReportKind(report.kind), found=found))


def _told(reading: PfifReading) -> tuple[SheetDoubt, ...]:
    """What is to be known of the file, which nobody can answer."""
    rows = tuple(one.number for one in reading.ended)
    return (SheetDoubt(code=ENDED, rows=rows, must_answer=False),) if rows else ()


def _known(session: Session, references: Sequence[str]) -> dict[str, SearchRequest]:
    """The searches that came under these numbers before."""
    vault = vault_of(session)
    by_digest = {vault.digest("earlier reference", one): one for one in references}
    found: dict[str, SearchRequest] = {}
    for chunk in chunks(sorted(by_digest)):
        asked = select(SearchRequest).where(
            SearchRequest.earlier_reference_digest.in_(chunk), SearchRequest.erased_at.is_(None)
        )
        for request in session.scalars(asked):
            if request.earlier_reference_digest is not None:
                found[by_digest[request.earlier_reference_digest]] = request
    return found


def _is_senders(request: SearchRequest, actor: Actor) -> bool:
    """Whether the actor's organisation filed the search, and no family has words to open it with."""
    return request.filed_by_organisation == actor.organisation_id and not has_family(request)


def _renew(session: Session, request: SearchRequest, command: RegisterSearch) -> bool:
    """Add what a search says now to what it said; whether anything changed."""
    kept = (
        read_section(session, request.number, Description) or Description(),
        read_section(session, request.number, Identifiers) or Identifiers(),
    )
    result = merged(_documents(*kept), _documents(command.sought, command.identifiers))
    if not result.changes:
        return False
    sought, identifiers = result.documents.description, result.documents.identifiers
    filing = read_section(session, request.number, Filing) or command.filing
    request.version = next_version(session)
    view = sought_view(sought, identifiers)
    store_revision(session, Filed(request, (sought, identifiers, filing), view))
    return True


def _documents(described: Description, identifiers: Identifiers) -> ReportDocuments:
    """As of a body, whose documents keep the place where they have it."""
    return ReportDocuments(kind=ReportKind.MORTUARY, description=described, identifiers=identifiers)


def _keep_expiry(session: Session, actor: Actor, searches: Sequence[SearchRead], now: datetime.datetime) -> None:
    """Keep until when each is kept; one that had ended, and is sent again, is looked for again."""
    until = {one.command.earlier_reference: one.expires for one in searches}
    for reference, request in _known(session, tuple(until)).items():
        if not _is_senders(request, actor):
            continue
        if request.withdrawn_at is not None and request.expiry_date is not None and request.expiry_date <= now:
            request.withdrawn_at, request.version = None, next_version(session)
        request.expiry_date = until[reference]
