"""The reports behind what was sent: those of one sheet, and those that came one by one, by form or by a program."""

import datetime
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.accounts.shown_names import shown_names
from search.errors import NotFound
from search.filing.given_numbers import NUMBER_GIVEN
from search.filing.reporting_found_persons import PAGE, report_lines
from search.models import FoundReport, ImportBatch, ReportRevision
from search.records.change_numbers import PUBLISHED
from search.summaries import OwnReport

# So many stand on a page.
REPORTS = PAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class SentReport:
    """One report as it came: `act` is what that was (filed, news …), `channel` the door, `sent_by` who signed in."""

    report: OwnReport
    at: datetime.datetime
    act: str
    channel: str
    sent_by: str


def reports_of_send(
    session: Session, actor: Actor, batch_id: uuid.UUID, *, page: int = 1
) -> tuple[tuple[SentReport, ...], int]:
    """One page of the reports that a sheet brought or had news of, in the order of its rows; and how many there are."""
    batch = session.get(ImportBatch, batch_id)
    own = Subject(organisation_id=batch.organisation_id if batch else None)
    require(actor, Action.READ_OWN_REPORTS, own)
    if batch is None:
        raise NotFound("not_found")
    return _listed(session, actor, own, ReportRevision.batch_id == batch_id, (ReportRevision.record_number,), page)


def single_reports(session: Session, actor: Actor, *, page: int = 1) -> tuple[tuple[SentReport, ...], int]:
    """One page of what came one by one to the actor's organisation's reports, newest first; and how much there is."""
    own = Subject(organisation_id=actor.organisation_id)
    require(actor, Action.READ_OWN_REPORTS, own)
    newest = ReportRevision.at.desc(), ReportRevision.record_number.desc(), ReportRevision.revision.desc()
    # Whose number went to somebody else was not sent anew by that.
    alone = and_(ReportRevision.batch_id.is_(None), ReportRevision.act.is_distinct_from(NUMBER_GIVEN))
    return _listed(session, actor, own, alone, newest, page)


def _listed(
    session: Session, actor: Actor, own: Subject, wanted: ColumnElement[bool], order: Sequence[Any], page: int
) -> tuple[tuple[SentReport, ...], int]:
    mine = (
        select(FoundReport, ReportRevision)
        .join(ReportRevision, ReportRevision.record_number == FoundReport.number)
        .where(
            FoundReport.organisation_id == own.organisation_id,
            FoundReport.erased_at.is_(None),
            # What a file holds back is not sent yet.
            PUBLISHED,
            ReportRevision.revision <= FoundReport.revision,
            wanted,
        )
    )
    count = session.execute(mine.with_only_columns(func.count())).scalar_one()
    rows = session.execute(mine.order_by(*order).limit(PAGE).offset(PAGE * max(page - 1, 0))).all()
    reports = {report.id: report for report, _ in rows}
    lines = {line.report_id: line for line in report_lines(session, actor, own, list(reports.values()))}
    names = shown_names(session, {said.account_id for _, said in rows if said.account_id})
    sent = tuple(
        SentReport(
            report=lines[report.id],
            at=said.at,
            act=said.act,
            channel=said.channel,
            sent_by=names.get(said.account_id, "") if said.account_id else "",
        )
        for report, said in rows
        if report.id in lines
    )
    return sent, count
