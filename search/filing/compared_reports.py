"""What became of an organisation's reports, in sums alone: how many were compared with all searches.

Never with whom, and never what came of it. Whether a report met somebody, who read the pair and what they decided
changes nothing here: a report counts as compared when the worker has compared what it says now.
"""

import datetime
import uuid
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.filing.sends import name_of_send
from search.models import BatchState, FoundReport, ImportBatch, ReportRevision
from search.records.change_numbers import PUBLISHED

# The newest sheets, each with its own sum.
MOST_SENDS = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedSum:
    """Of so many reports so many were compared."""

    reports: int
    compared: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedSend:
    """The sum of the reports that one sheet made or brought news of, as far as they stand."""

    batch_id: uuid.UUID
    number: int | None
    at: datetime.datetime
    total: ComparedSum

    @property
    def name(self) -> str:
        """What the send is called in the list of sends."""
        return name_of_send(self.number, self.at)


def what_was_compared(session: Session, actor: Actor) -> ComparedSum:
    """The sum over all reports of the actor's organisation."""
    require(actor, Action.READ_OWN_REPORTS, Subject(organisation_id=actor.organisation_id))
    asked = select(func.count(), func.count().filter(_compared())).select_from(FoundReport)
    reports, compared = session.execute(asked.where(*_mine(actor))).one()
    return ComparedSum(reports=reports, compared=compared)


def compared_by_send(session: Session, actor: Actor) -> tuple[ComparedSend, ...]:
    """The sums of the newest sheets of the actor's organisation, the newest first."""
    require(actor, Action.READ_OWN_REPORTS, Subject(organisation_id=actor.organisation_id))
    newest = (
        select(ImportBatch.id, ImportBatch.number, ImportBatch.at)
        .where(ImportBatch.organisation_id == actor.organisation_id, ImportBatch.state == BatchState.STORED.value)
        .order_by(ImportBatch.at.desc(), ImportBatch.id)
        .limit(MOST_SENDS)
    )
    sends = session.execute(newest).all()
    sums = _sums(session, actor, [send.id for send in sends])
    return tuple(
        ComparedSend(batch_id=send.id, number=send.number, at=send.at, total=sums[send.id])
        for send in sends
        if send.id in sums
    )


def _sums(session: Session, actor: Actor, batches: list[uuid.UUID]) -> dict[uuid.UUID, ComparedSum]:
    revisions = ReportRevision.revision <= FoundReport.revision
    of_batches = (
        select(ReportRevision.batch_id, FoundReport.number, _compared().label("compared"))
        .join(FoundReport, FoundReport.number == ReportRevision.record_number)
        .where(*_mine(actor), revisions, ReportRevision.batch_id.in_(batches))
        .distinct()
        .subquery()
    )
    counted = func.count().filter(of_batches.c.compared)
    asked = select(of_batches.c.batch_id, func.count(), counted).group_by(of_batches.c.batch_id)
    return {
        batch: ComparedSum(reports=reports, compared=compared)
        for batch, reports, compared in session.execute(asked)
        if batch is not None
    }


def _mine(actor: Actor) -> tuple[ColumnElement[bool], ...]:
    """Its reports that stand: whatever was erased or taken back is compared no more."""
    standing = (FoundReport.erased_at.is_(None), FoundReport.withdrawn_at.is_(None), PUBLISHED)
    return (FoundReport.organisation_id == actor.organisation_id, *standing)


def _compared() -> ColumnElement[bool]:
    return FoundReport.matched_version >= FoundReport.version
