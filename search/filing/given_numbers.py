"""A number that was given to somebody else: the report that had it keeps a revision which says so."""

import datetime
import uuid
from collections.abc import Sequence

from sqlalchemy.orm import Session

from search.commands import ReportFound
from search.documents import Description
from search.filing.coarse_places import command_of, filed_of
from search.filing.record_storing import store_revision
from search.filing.row_plans import kept_documents
from search.models import FoundReport, ReportRevision
from search.vocabulary import Channel

NUMBER_GIVEN = "number_given"


def give_numbers_up(
    session: Session,
    reports: Sequence[FoundReport],
    *,
    now: datetime.datetime,
    account_id: uuid.UUID | None,
    channel: Channel,
) -> None:
    """Take the number from these reports: what they say stays as it was, and from whom it was taken can be read."""
    kept = kept_documents(session, reports)
    for report in reports:
        report.sender_number_digest = None
        documents = kept.get(report.number)
        if documents is None:
            continue
        blank = ReportFound(kind=documents.kind, found=Description(), channel=channel)
        store_revision(session, filed_of(report, command_of(documents, blank)))
        session.add(
            ReportRevision(
                record_number=report.number, revision=report.revision, at=now, account_id=account_id,
                channel=channel.value, act=NUMBER_GIVEN,
            )
        )  # fmt: skip
    session.flush()
