"""Who the rows of a sheet are about of which it is asked whether somebody was reported before: both sides are shown."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.documents.own_names import own_names
from search.filing.reporting_found_persons import report_lines
from search.filing.row_plans import RowPlan
from search.models import FoundReport
from search.records.chunks import chunks
from search.sheet_summaries import AskedRow, ReportedBefore, SheetDoubt
from search.sheets.sheet_reading import SheetReading
from search.summaries import OwnReport

# So many rows of one question, and reports of one row, are shown.
_ROWS, _REPORTS = 20, 3


def with_both_sides(
    session: Session, actor: Actor, doubts: Sequence[SheetDoubt], reading: SheetReading, plans: Sequence[RowPlan]
) -> tuple[SheetDoubt, ...]:
    """The questions about rows, each with what a row says and with the own reports that it may be of."""
    own = Subject(organisation_id=actor.organisation_id)
    require(actor, Action.IMPORT_REPORTS, own)
    places = {row.number: place for place, row in enumerate(reading.rows)}
    shown = {doubt.key: [places[row] for row in doubt.rows[:_ROWS]] for doubt in doubts}
    asked = {place: _reports_of(plans[place]) for shown_places in shown.values() for place in shown_places}
    known = _known(session, actor, own, [one for ids in asked.values() for one in ids])
    return tuple(
        replace(doubt, about=tuple(_asked(place, reading, plans, asked, known) for place in shown[doubt.key]))
        for doubt in doubts
    )


def _reports_of(plan: RowPlan) -> list[uuid.UUID]:
    return [plan.report.id] if plan.report is not None else list(plan.alike[:_REPORTS])


def _known(session: Session, actor: Actor, own: Subject, ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, ReportedBefore]:
    mine = select(FoundReport).where(FoundReport.organisation_id == actor.organisation_id)
    reports = [
        report
        for some in chunks(sorted(set(ids), key=str))
        for report in session.scalars(mine.where(FoundReport.id.in_(some)))
    ]
    return {line.report_id: _before(line) for line in report_lines(session, actor, own, reports)}


def _before(line: OwnReport) -> ReportedBefore:
    return ReportedBefore(
        report_id=line.report_id,
        kind=line.kind,
        sender_number=line.sender_number,
        entry_date=line.entry_date,
        names=own_names(line.found),
    )


def _asked(
    place: int,
    reading: SheetReading,
    plans: Sequence[RowPlan],
    asked: Mapping[int, Sequence[uuid.UUID]],
    known: Mapping[uuid.UUID, ReportedBefore],
) -> AskedRow:
    row = reading.rows[place]
    return AskedRow(
        row=row.number,
        sender_number=row.report.sender_number,
        names=own_names(row.report.found),
        contradictions=plans[place].contradictions,
        reports=tuple(known[one] for one in asked[place] if one in known),
    )
