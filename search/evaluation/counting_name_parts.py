"""Counting how common name parts are in the registry itself: sounds and numbers come out, never a name.

The audit entry comes first, in a transaction of its own: reading takes minutes, and nobody who files may wait for it.
A counting that is broken off has been audited too.
"""

import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from matching.names.part_rarity import PartCounts
from matching.names.whole_names import whole_names
from matching.record import MatchRecord
from search.access import Action, Actor, require
from search.accounts.audit_chain import record_act
from search.models import Record
from search.records.part_frequency_file import sounds_of
from search.records.sections import OPEN, read_sections

UNKNOWN_CULTURE = "unknown"
_BATCH = 500


def begin_counting(session: Session, actor: Actor, *, now: datetime.datetime) -> int:
    """Audit that all records are about to be read; returns how many there are."""
    require(actor, Action.COUNT_NAME_PARTS)
    records = session.execute(select(func.count(Record.number)).where(*OPEN)).scalar_one()
    detail = {"records": records}
    record_act(session, actor, Action.COUNT_NAME_PARTS, subject=("registry", "names"), now=now, detail=detail)
    return records


def count_batch(session: Session, actor: Actor, counts: PartCounts, *, after: int) -> int | None:
    """Count the next few records above this number; returns the last one's number, None when all were counted.

    Each record counts as one person, with all names that are compared, in the culture of each nationality. A session
    remembers the keys it unwrapped: whoever counts many records takes a new one for every batch.
    """
    require(actor, Action.COUNT_NAME_PARTS)
    rows = select(Record.number).where(Record.number > after, *OPEN).order_by(Record.number).limit(_BATCH)
    numbers = session.scalars(rows).all()
    for record in read_sections(session, numbers, MatchRecord).values():
        names = (text for text, _short in whole_names(record.names))
        counts.add(sounds_of(names), record.nationalities or (UNKNOWN_CULTURE,))
    return numbers[-1] if numbers else None
