"""Bringing in a published list of incidents, and looking again at every record for those it is near."""

import datetime
from dataclasses import asdict, dataclass, fields

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from search.access import Action, Actor, require
from search.accounts.audit_chain import record_act
from search.commands import ImportIncidents
from search.files.incident_list import IncidentRow, read_incidents
from search.groups.group_key_store import regroup_batch
from search.models import Incident
from search.sheets.row_outcomes import RowRefusal
from search.summaries import IncidentsImported, RowOutcome

REFUSED = "refused"
_COLUMNS = tuple(getattr(Incident, field.name) for field in fields(IncidentRow))


@dataclass(frozen=True, slots=True)
class _Reading:
    """A list beside what is stored of it."""

    added: tuple[IncidentRow, ...]
    changed: tuple[IncidentRow, ...]
    already_known: int
    refused: tuple[RowOutcome, ...]


def preview_incidents(session: Session, actor: Actor, command: ImportIncidents) -> IncidentsImported:
    """What bringing in the list would do; nothing is stored."""
    require(actor, Action.IMPORT_INCIDENTS)
    return _summary(_read(session, command))


def import_incidents(
    session: Session, actor: Actor, command: ImportIncidents, *, now: datetime.datetime
) -> IncidentsImported:
    """Store a list: new incidents added, changed ones brought up to date, the same list again changes nothing.

    Raises SheetError, and stores nothing, where the file is no such list. An incident that a later list leaves out
    stays.
    """
    require(actor, Action.IMPORT_INCIDENTS)
    reading = _read(session, command)
    if reading.added:
        session.execute(insert(Incident), [asdict(row) for row in reading.added])
    if reading.changed:
        session.execute(update(Incident), [asdict(row) for row in reading.changed])
    detail = {
        "added": len(reading.added),
        "changed": len(reading.changed),
        "already_known": reading.already_known,
        "refused": len(reading.refused),
    }
    record_act(session, actor, Action.IMPORT_INCIDENTS, subject=("registry", "incidents"), now=now, detail=detail)
    return _summary(reading)


def regroup(session: Session, actor: Actor, *, after: int) -> int | None:
    """Give the next few records above this number the group keys that they should have now.

    Returns the last one's number, None when all were looked at. Whoever goes through many takes a new session each
    time; what was broken off may begin again, because a record that has its keys is left alone.
    """
    require(actor, Action.IMPORT_INCIDENTS)
    return regroup_batch(session, after=after)


def _read(session: Session, command: ImportIncidents) -> _Reading:
    known = {row[0]: row for row in map(tuple, session.execute(select(*_COLUMNS)))}
    rows: list[IncidentRow] = []
    refused: list[RowOutcome] = []
    for one in read_incidents(command.content):
        if isinstance(one, RowRefusal):
            refused.append(RowOutcome(row=one.number, outcome=REFUSED, column=one.column, reason=one.code))
        else:
            rows.append(one)
    added = tuple(row for row in rows if row.source_id not in known)
    changed = tuple(row for row in rows if known.get(row.source_id, _said(row)) != _said(row))
    return _Reading(added, changed, len(rows) - len(added) - len(changed), tuple(refused))


def _said(row: IncidentRow) -> tuple[object, ...]:
    return tuple(asdict(row).values())


def _summary(reading: _Reading) -> IncidentsImported:
    return IncidentsImported(
        added=len(reading.added),
        changed=len(reading.changed),
        already_known=reading.already_known,
        refused=reading.refused,
    )
