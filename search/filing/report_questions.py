"""What an organisation is asked about a report before it is stored: is it of somebody whom it reported before?"""

import datetime
import uuid
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.commands import ReportFound
from search.errors import Refused
from search.filing.reporting_found_persons import report_lines
from search.filing.row_plans import HELD, plan_rows
from search.filing.taken_values import taken_report
from search.models import FoundReport
from search.summaries import OwnReport

PERHAPS_AGAIN = "perhaps_again"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportQuestion:
    """A question by its code, with the own reports that it is about and what speaks against one person."""

    code: str
    reports: tuple[OwnReport, ...]
    contradictions: tuple[str, ...] = ()


def question_about(
    session: Session, actor: Actor, command: ReportFound, *, today: datetime.date
) -> ReportQuestion | None:
    """What has to be asked about a report, None where nothing has to be; nothing is stored."""
    own = Subject(organisation_id=actor.organisation_id)
    require(actor, Action.REPORT_FOUND, own)
    if actor.organisation_id is None:
        raise Refused("no_organisation")
    (plan,) = plan_rows(session, actor.organisation_id, (taken_report(command),), today=today)
    if plan.outcome != HELD and not plan.alike:
        return None
    known = [plan.report.id] if plan.report else []
    about = known if plan.outcome == HELD else list(plan.alike)
    return ReportQuestion(
        code=plan.question or PERHAPS_AGAIN,
        reports=_lines(session, actor, actor.organisation_id, about),
        contradictions=plan.contradictions,
    )


def _lines(session: Session, actor: Actor, organisation_id: uuid.UUID, about: list[uuid.UUID]) -> tuple[OwnReport, ...]:
    mine = FoundReport.organisation_id == organisation_id, FoundReport.id.in_(about)
    reports = list(session.scalars(select(FoundReport).where(*mine).order_by(FoundReport.number)))
    return report_lines(session, actor, Subject(organisation_id=organisation_id), reports)
