"""A report filed together with its photos: all of it is kept, or nothing."""

import datetime
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.commands import AddPhoto, ReportFound
from search.filing.record_photos import add_photo
from search.filing.reporting_found_persons import report_found
from search.summaries import ReportReceipt


def report_with_photos(
    session: Session,
    actor: Actor,
    command: ReportFound,
    photos: Sequence[AddPhoto],
    *,
    store_limit: int,
    now: datetime.datetime,
) -> ReportReceipt:
    """File one report and hang photos on it, whichever report they named. Each act writes its own audit entry.

    Raises Refused with what is wrong with a photo, or what has no room for it; then nothing is stored.
    """
    require(actor, Action.REPORT_FOUND, Subject(organisation_id=actor.organisation_id))
    receipt = report_found(session, actor, command, now=now)
    for photo in photos:
        add_photo(session, actor, replace(photo, record_id=receipt.report_id), store_limit=store_limit, now=now)
    return receipt
