"""An organisation's own reports a page at a time, as programs read them."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.errors import Refused
from search.filing.page_cursors import cursor_below, number_of
from search.filing.reporting_found_persons import PAGE, report_lines
from search.models import FoundReport
from search.records.change_numbers import PUBLISHED
from search.summaries import OwnReport

_LISTING = "reports"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnReportsPage:
    """One page, newest first; `after` is the cursor of the next one, empty at the end."""

    reports: tuple[OwnReport, ...]
    after: str


def own_reports_page(session: Session, actor: Actor, *, after: str = "", page: int = 1) -> OwnReportsPage:
    """One page of what the actor's organisation reported: the one of a cursor, else the one of a number."""
    own = Subject(organisation_id=actor.organisation_id)
    require(actor, Action.READ_OWN_REPORTS, own)
    if actor.organisation_id is None:
        raise Refused("no_organisation")
    mine = (FoundReport.organisation_id == actor.organisation_id, FoundReport.erased_at.is_(None), PUBLISHED)
    asked = select(FoundReport).where(*mine).order_by(FoundReport.number.desc()).limit(PAGE + 1)
    if after:
        asked = asked.where(FoundReport.number < number_of(session, actor.organisation_id, _LISTING, after))
    else:
        asked = asked.offset(PAGE * (page - 1))
    found = session.scalars(asked).all()
    more = len(found) > PAGE
    return OwnReportsPage(
        reports=report_lines(session, actor, own, found[:PAGE]),
        after=cursor_below(session, actor.organisation_id, _LISTING, found[PAGE - 1].number) if more else "",
    )
