"""Records whose registry wanted them forgotten at a time that is over by now are compared with nobody any more.

A search for which a family has words is the family's own, and never ends by itself.
"""

import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor, require
from search.accounts.audit_chain import record_act
from search.models import FoundReport, SearchRequest

_AT_ONCE = 100


def end_due(session: Session, actor: Actor, *, now: datetime.datetime) -> int:
    """Withdraw some of those records; how many there were."""
    require(actor, Action.END_DUE)
    reports = select(FoundReport).where(FoundReport.expiry_date <= now, FoundReport.withdrawn_at.is_(None))
    searches = select(SearchRequest).where(
        SearchRequest.expiry_date <= now, SearchRequest.withdrawn_at.is_(None), SearchRequest.passphrase_hash == ""
    )
    due = [*session.scalars(reports.limit(_AT_ONCE)), *session.scalars(searches.limit(_AT_ONCE))]
    for record in due:
        record.withdrawn_at = now
    if due:
        session.flush()
        record_act(session, actor, Action.END_DUE, subject=("registry", "records"), now=now, detail={"ended": len(due)})
    return len(due)
