"""A whole sheet that was sent by mistake: its new reports are laid aside, are kept, and each can be taken up again.

Laying aside goes a few at a time, so that nobody waits for a large sheet. What was told of a report since it came is
no mistake of the sheet, and news that the sheet brought of earlier reports is taken back version by version.
"""

import datetime
import uuid

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.accounts.alarms import raise_alarm
from search.accounts.audit_chain import record_act
from search.commands import FollowUpReport
from search.documents import FollowUp
from search.errors import NotFound
from search.filing.following_up import follow_up
from search.models import Account, FoundReport, ImportBatch, ReportRevision
from search.records.change_numbers import PUBLISHED
from search.records.sections import READABLE
from search.vocabulary import AlarmKind, FollowUpAct

# So many are laid aside in one transaction.
AT_ONCE = 20


def count_to_take_back(session: Session, actor: Actor, batch_id: uuid.UUID) -> int:
    """How many reports of a send of one's own can still be laid aside."""
    require(actor, Action.READ_OWN_REPORTS, Subject(organisation_id=_owner(session, batch_id)))
    _found(session, batch_id)
    return session.execute(select(func.count()).select_from(FoundReport).where(*_untouched(batch_id))).scalar_one()


def take_back_some(session: Session, actor: Actor, batch_id: uuid.UUID, *, now: datetime.datetime) -> int:
    """Lay aside the next few reports of a send; how many there were. The organisation's coordinators are told."""
    require(actor, Action.REPORT_FOUND, Subject(organisation_id=_owner(session, batch_id)))
    batch = _found(session, batch_id)
    some = select(FoundReport).where(*_untouched(batch_id)).order_by(FoundReport.number).limit(AT_ONCE)
    reports = list(session.scalars(some))
    for report in reports:
        told = FollowUp(act=FollowUpAct.SENT_BY_MISTAKE.value)
        command = FollowUpReport(report_id=report.id, seen_revision=1, told=told)
        follow_up(session, actor, command, now=now, with_send=True)
    account = session.get(Account, actor.account_id, with_for_update=True) if actor.account_id else None
    if reports and account is not None:
        raise_alarm(session, AlarmKind.SEND_TAKEN_BACK, account, now=now)
    detail = {"outcome": FollowUpAct.SENT_BY_MISTAKE.value}
    record_act(session, actor, Action.REPORT_FOUND, subject=("import_batch", batch.id), now=now, detail=detail)
    return len(reports)


def _untouched(batch_id: uuid.UUID) -> tuple[ColumnElement[bool], ...]:
    """The reports that a send brought and of which nothing was told since."""
    brought = select(ReportRevision.record_number).where(
        ReportRevision.batch_id == batch_id, ReportRevision.revision == 1
    )
    return (
        FoundReport.number.in_(brought),
        FoundReport.revision == 1,
        FoundReport.withdrawn_at.is_(None),
        FoundReport.erased_at.is_(None),
        PUBLISHED,
        READABLE,
    )


def _owner(session: Session, batch_id: uuid.UUID) -> uuid.UUID | None:
    batch = session.get(ImportBatch, batch_id)
    return batch.organisation_id if batch else None


def _found(session: Session, batch_id: uuid.UUID) -> ImportBatch:
    batch = session.get(ImportBatch, batch_id)
    if batch is None:
        raise NotFound("not_found")
    return batch
