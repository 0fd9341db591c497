"""Setting aside what cannot be compared, trying it again a few times, and saying so to whoever runs the installation.

A record that was altered in the database, or that the engine stumbles over, must not keep all others from being
compared. It waits outside, longer each time, and is tried at once when it says something else or the engine is another.
"""

import datetime
from collections.abc import Collection

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from search.access import Action, Actor, require
from search.accounts.audit_chain import MET, record_act
from search.models import Record, SetAsideRecord
from search.records.prepared_cache import ROW_COLUMNS, RecordRow
from search.records.sections import OPEN
from search.summaries import SetAside

# After each failure but the last it is tried again so much later.
PAUSES = tuple(datetime.timedelta(minutes=minutes) for minutes in (1, 10, 60, 24 * 60))
_SUBJECT = ("registry", "set_aside")


def set_aside(
    session: Session,
    actor: Actor,
    numbers: Collection[int],
    fault: Exception,
    *,
    engine_version: str,
    now: datetime.datetime,
) -> list[SetAside]:
    """Compare nothing with these records for a while; says what is known of each now."""
    require(actor, Action.PROPOSE)
    rows = session.scalars(select(Record).where(Record.number.in_(numbers)).order_by(Record.number)).all()
    told: list[SetAside] = []
    for record in rows:
        row = session.get(SetAsideRecord, record.number)
        if row is None:
            row = SetAsideRecord(record_number=record.number, tries=0, since=now)
            session.add(row)
        elif (row.version, row.engine_version) != (record.version, engine_version):
            row.tries = 0
        row.tries += 1
        row.version, row.engine_version, row.fault = record.version, engine_version, type(fault).__name__[:32]
        row.again_at = now + PAUSES[row.tries - 1] if row.tries <= len(PAUSES) else None
        # Whoever comes meanwhile does not meet it, so that it has to look at everybody again itself.
        record.matched_version = 0
        told.append(_told(record, row))
    session.flush()
    met = [f"{record.number}:{record.matched_version}" for record in rows]
    record_act(session, actor, Action.PROPOSE, subject=_SUBJECT, now=now, detail={"records": len(told), MET: met})
    return told


def due_again(session: Session, engine_version: str, now: datetime.datetime) -> RecordRow | None:
    """A record that was set aside and is to be tried again now."""
    other = or_(SetAsideRecord.version != Record.version, SetAsideRecord.engine_version != engine_version)
    row = session.execute(
        select(*ROW_COLUMNS)
        .join(SetAsideRecord, SetAsideRecord.record_number == Record.number)
        .where(or_(other, SetAsideRecord.again_at <= now), *OPEN)
        .order_by(Record.number)
        .limit(1)
    ).first()
    return None if row is None else RecordRow(*row)


def take_back(session: Session, actor: Actor, number: int, *, now: datetime.datetime) -> None:
    """A record could be compared: it is one of all again."""
    require(actor, Action.PROPOSE)
    row = session.get(SetAsideRecord, number)
    if row is not None:
        session.delete(row)
    record_act(session, actor, Action.PROPOSE, subject=_SUBJECT, now=now, detail={"taken_back": 1})


def list_set_aside(session: Session, actor: Actor) -> list[SetAside]:
    """Every record that is set aside, the oldest first."""
    require(actor, Action.READ_SET_ASIDE)
    asked = select(Record, SetAsideRecord).join(SetAsideRecord, SetAsideRecord.record_number == Record.number)
    rows = session.execute(asked.order_by(SetAsideRecord.since, Record.number)).all()
    return [_told(record, row) for record, row in rows]


def try_again(session: Session, actor: Actor, *, now: datetime.datetime) -> int:
    """Have the worker try every record that is set aside once more, as if for the first time; how many they are."""
    require(actor, Action.TRY_AGAIN)
    waiting = session.scalars(select(SetAsideRecord).order_by(SetAsideRecord.record_number)).all()
    for row in waiting:
        row.again_at, row.tries = now, 0
    record_act(session, actor, Action.TRY_AGAIN, subject=_SUBJECT, now=now, detail={"records": len(waiting)})
    return len(waiting)


def _told(record: Record, row: SetAsideRecord) -> SetAside:
    return SetAside(
        record_id=record.id,
        side=record.side,
        fault=row.fault,
        tries=row.tries,
        since=row.since,
        again_at=row.again_at,
    )
