"""Rows of a large file, worked out before anything is written: what becomes of each, prepared for the engine."""

import datetime
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from matching import PreparedRecord
from search.filing.coarse_places import filed_of
from search.filing.reporting_found_persons import refuse_unfit
from search.filing.row_plans import CHANGING, RowPlan, plan_rows
from search.models import FoundReport, Organisation
from search.records.installed_engine import engine_of
from search.sheets.row_outcomes import RowRead
from search.vocabulary import MAY_REPORT, OrganisationKind


@dataclass(frozen=True, slots=True)
class ReadyRow:
    """A row of a file at its place, with all that can be worked out before anything is written.

    `known` is the report that it is news of, by its number, as of `base_revision`; `prepared` is None where nothing is
    written.
    """

    place: int
    sheet_row: int
    plan: RowPlan
    known: int | None
    base_revision: int | None
    prepared: PreparedRecord | None


def ready(
    session: Session, organisation_id: uuid.UUID, rows: Sequence[tuple[int, RowRead]], *, today: datetime.date
) -> list[ReadyRow]:
    """Prepare rows at their places, writing nothing; Refused for a report that no door would take."""
    allowed = MAY_REPORT[OrganisationKind(session.get_one(Organisation, organisation_id).kind)]
    for _, row in rows:
        refuse_unfit(row.report, allowed)
    plans = plan_rows(session, organisation_id, [row.report for _, row in rows], today=today)
    return [_ready(session, place, row, plan) for (place, row), plan in zip(rows, plans, strict=True)]


def _ready(session: Session, place: int, row: RowRead, plan: RowPlan) -> ReadyRow:
    known, base = (plan.report.number, plan.report.revision) if plan.report else (None, None)
    view = filed_of(FoundReport(), plan.command).view if plan.outcome in CHANGING else None
    prepared = engine_of(session).prepare(view) if view else None
    return ReadyRow(place, row.number, plan, known, base, prepared)
