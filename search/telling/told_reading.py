"""What a family's own page says of a telling: on which days a person spoke with them, and nothing else."""

import datetime
import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, is_switched_on, require
from search.casework.told_rows import told_talks
from search.errors import NotFound
from search.models import SearchRequest
from search.telling.message_rows import open_pairs
from search.telling_summaries import ToldNews


def read_told(session: Session, actor: Actor, case_id: uuid.UUID, *, now: datetime.datetime) -> ToldNews:
    """The days of the talks that took place; empty for every case whose family was not told, whatever was found."""
    require(actor, Action.READ_CASE, Subject(case_id=case_id))
    number = session.scalars(select(SearchRequest.number).where(SearchRequest.id == case_id)).one_or_none()
    if number is None:
        raise NotFound("not_found")
    talks = told_talks(session, number, now)
    days = tuple(sorted({day for one in talks for day in one.days}))
    writes = is_switched_on(Action.WRITE_MESSAGE) and bool(talks) and bool(open_pairs(session, number, now))
    return ToldNews(days=days, may_write=writes)
