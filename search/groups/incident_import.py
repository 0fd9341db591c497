"""Bringing in a published list of incidents, and looking again at every record for those it is near."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, fields

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from search.access import Action, Actor, require
from search.accounts.audit_chain import record_act
from search.commands import ImportIncidents
from search.files.incident_list import IncidentRow, read_incidents
from search.groups.group_key_store import AT_ONCE, regroup_batch
from search.models import Incident
from search.records.chunks import chunks
from search.sheet_summaries import RowOutcome
from search.sheets.row_outcomes import RowRefusal
from search.storage.pace import Pace
from search.summaries import IncidentsImported

REFUSED = "refused"
_COLUMNS = tuple(getattr(Incident, field.name) for field in fields(IncidentRow))


@dataclass(frozen=True, slots=True)
class ReadIncidents:
    """A list as it was read: its incidents, and the lines that are none."""

    rows: tuple[IncidentRow, ...]
    refused: tuple[RowOutcome, ...]


def read_list(command: ImportIncidents) -> ReadIncidents:
    """Read a list, which takes its time, before there is a transaction; SheetError where the file is no such list."""
    rows: list[IncidentRow] = []
    refused: list[RowOutcome] = []
    for one in read_incidents(command.content):
        if isinstance(one, RowRefusal):
            refused.append(RowOutcome(row=one.number, outcome=REFUSED, column=one.column, reason=one.code))
        else:
            rows.append(one)
    return ReadIncidents(tuple(rows), tuple(refused))


def preview_incidents(session: Session, actor: Actor, read: ReadIncidents) -> IncidentsImported:
    """What bringing in the list would do; nothing is stored."""
    require(actor, Action.IMPORT_INCIDENTS)
    return _summary(_compared(session, read.rows), read.refused)


def import_list(
    actor: Actor, read: ReadIncidents, *, clock: Callable[[], datetime.datetime], pace: Pace
) -> IncidentsImported:
    """Store a list a few incidents at a time: each is a fact by itself, so some may be there before the others.

    Broken off and begun again it stores none twice: a list that is stored already changes nothing. An incident that a
    later list leaves out stays.
    """
    require(actor, Action.IMPORT_INCIDENTS)
    so_far = IncidentsImported(added=0, changed=0, already_known=0, refused=read.refused)
    done, refused = 0, read.refused
    while done < len(read.rows) or refused:
        with pace.transaction() as session:
            for part in pace.some(read.rows[done : done + pace.size]) if read.rows[done:] else [()]:
                stored = import_incidents(session, actor, ReadIncidents(tuple(part), refused), now=clock())
                so_far, done, refused = _sum(so_far, stored), done + len(part), ()
    return so_far


def import_incidents(
    session: Session, actor: Actor, read: ReadIncidents, *, now: datetime.datetime
) -> IncidentsImported:
    """Store incidents in this transaction: new ones added, changed ones brought up to date."""
    require(actor, Action.IMPORT_INCIDENTS)
    compared = _compared(session, read.rows)
    if compared.added:
        session.execute(insert(Incident), [asdict(row) for row in compared.added])
    if compared.changed:
        session.execute(update(Incident), [asdict(row) for row in compared.changed])
    detail = {
        "added": len(compared.added),
        "changed": len(compared.changed),
        "already_known": compared.already_known,
        "refused": len(read.refused),
    }
    record_act(session, actor, Action.IMPORT_INCIDENTS, subject=("registry", "incidents"), now=now, detail=detail)
    return _summary(compared, read.refused)


@dataclass(frozen=True, slots=True)
class _Compared:
    """Incidents beside what is stored of them."""

    added: tuple[IncidentRow, ...]
    changed: tuple[IncidentRow, ...]
    already_known: int


def regroup_all(actor: Actor, pace: Pace) -> None:
    """Give every record the group keys that it should have now, a few records at a time; see `regroup`."""
    last: int | None = 0
    while last is not None:
        with pace.transaction() as session:
            for part in pace.some(range(pace.size)):
                last = regroup(session, actor, after=last, limit=len(part))
                if last is None:
                    break


def regroup(session: Session, actor: Actor, *, after: int, limit: int = AT_ONCE) -> int | None:
    """Give the next few records above this number the group keys that they should have now.

    Returns the last one's number, None when all were looked at. Whoever goes through many takes a new session each
    time; what was broken off may begin again, because a record that has its keys is left alone.
    """
    require(actor, Action.IMPORT_INCIDENTS)
    return regroup_batch(session, after=after, limit=limit)


def _compared(session: Session, rows: Sequence[IncidentRow]) -> _Compared:
    known: dict[str, tuple[object, ...]] = {}
    for chunk in chunks([row.source_id for row in rows]):
        stored = session.execute(select(*_COLUMNS).where(Incident.source_id.in_(chunk)))
        known |= {row[0]: row for row in map(tuple, stored)}
    added = tuple(row for row in rows if row.source_id not in known)
    changed = tuple(row for row in rows if known.get(row.source_id, _said(row)) != _said(row))
    return _Compared(added, changed, len(rows) - len(added) - len(changed))


def _said(row: IncidentRow) -> tuple[object, ...]:
    return tuple(asdict(row).values())


def _summary(compared: _Compared, refused: tuple[RowOutcome, ...]) -> IncidentsImported:
    return IncidentsImported(
        added=len(compared.added),
        changed=len(compared.changed),
        already_known=compared.already_known,
        refused=refused,
    )


def _sum(one: IncidentsImported, other: IncidentsImported) -> IncidentsImported:
    return IncidentsImported(
        added=one.added + other.added,
        changed=one.changed + other.changed,
        already_known=one.already_known + other.already_known,
        refused=one.refused,
    )
