"""Words of people without an account whose time is over: their keys are destroyed, the rows stay empty."""

import datetime

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from search.access import Action, Actor, require
from search.accounts.audit_chain import record_act
from search.models import Complaint, SelfReport
from search.records.own_sealed_words import (
    COMPLAINT_AT_MOST,
    SELF_REPORT_AFTER_ANSWER,
    SELF_REPORT_AT_MOST,
    erase_own,
)

_AT_ONCE = 100
# Out of whose files they have to go.
TABLES = (SelfReport.__tablename__, Complaint.__tablename__)


def words_are_over(session: Session, now: datetime.datetime) -> bool:
    """Whether there are any."""
    return any(session.scalars(asked.limit(1)).first() is not None for asked in _over(now))


def erase_words_over(session: Session, actor: Actor, *, now: datetime.datetime) -> int:
    """Erase some of them; how many there were."""
    require(actor, Action.END_DUE)
    rows = [row for asked in _over(now) for row in session.scalars(asked.limit(_AT_ONCE))]
    for row in rows:
        erase_own(row)
    if rows:
        session.flush()
        detail = {"erased": len(rows)}
        record_act(session, actor, Action.END_DUE, subject=("registry", "words"), now=now, detail=detail)
    return len(rows)


def _over(now: datetime.datetime) -> tuple[Select[SelfReport], Select[Complaint]]:
    theirs = select(SelfReport).where(
        SelfReport.wrapped_key.is_not(None),
        or_(
            SelfReport.answered_at < now - SELF_REPORT_AFTER_ANSWER,
            SelfReport.made_at < now - SELF_REPORT_AT_MOST,
        ),
    )
    old = select(Complaint).where(Complaint.wrapped_key.is_not(None), Complaint.made_at < now - COMPLAINT_AT_MOST)
    return theirs, old
