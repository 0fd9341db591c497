"""What a group says about one pair, as facts beside the evidence that is weighed.

They weigh nothing: place, time and companions are weighed already, and a fact must not be counted twice.
"""

import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from matching import PreparedRecord
from matching.places.distance import haversine_km
from matching.record import MatchRecord, PartialDate, Place
from search.groups.group_key_store import holders
from search.groups.group_keys import NAMED, name_keys
from search.groups.group_ties import same_person
from search.groups.near_incidents import incident_keys
from search.models import Record, RecordSide
from search.records.comparable_records import COMPARABLE
from search.records.installed_engine import engine_of
from search.records.sections import OPEN, read_sections

INCIDENT, SAME_INCIDENT = "incident", "same_incident"
TRAVELLED, REPORTED_NEARBY, NAMES_EACH_OTHER = "travelled", "companion_reported_nearby", "names_each_other"
_KILOMETRES = 150.0
_APART = datetime.timedelta(days=45)
_MOST_COMPARED = 40
Numbered = tuple[int, PreparedRecord]


def group_evidence(session: Session, request: Numbered, report: Numbered) -> list[tuple[str, str]]:
    """Comparison and level of each fact about a search and a report, given as (record number, prepared record).

    `incident`, `same_incident`: both are near one incident. `travelled`: a companion whom the family names is the
    person of another report. Level `names_each_other` where that report names the person of this pair as its companion,
    `companion_reported_nearby` where it lies near this report in place and time.
    """
    facts: list[tuple[str, str]] = []
    if incident_keys(session, request[1].record) & incident_keys(session, report[1].record):
        facts.append((INCIDENT, SAME_INCIDENT))
    level = _together(session, request, report)
    return [*facts, (TRAVELLED, level)] if level else facts


def _together(session: Session, request: Numbered, report: Numbered) -> str:
    """The stronger level that any other report gives, empty for none."""
    sought, found = request[1], report[1]
    level = ""
    for view in _reports_of_companions(session, request, report[0]):
        other = engine_of(session).prepare(view)
        if not same_person(sought.companions, other.names):
            continue
        if same_person(other.companions, (*sought.names, *found.names)):
            return NAMES_EACH_OTHER
        if _nearby(found.record, view):
            level = REPORTED_NEARBY
    return level


def _reports_of_companions(session: Session, request: Numbered, report: int) -> list[MatchRecord]:
    """Other reports whose person may be a companion of the person sought."""
    keys = name_keys(NAMED, request[1].companions)
    numbers = {number for holding in holders(session, keys).values() for number in holding} - {report}
    if not numbers:
        return []
    of_reports = Record.side == RecordSide.FOUND.value, COMPARABLE
    reports = select(Record.number).where(Record.number.in_(numbers), *of_reports, *OPEN)
    chosen = session.scalars(reports.order_by(Record.number).limit(_MOST_COMPARED)).all()
    return list(read_sections(session, chosen, MatchRecord).values())


def _nearby(one: MatchRecord, other: MatchRecord) -> bool:
    if one.event is None or other.event is None:
        return False
    return _same_weeks(one.event.when, other.event.when) and _same_place(one.event.place, other.event.place)


def _same_weeks(one: PartialDate | None, other: PartialDate | None) -> bool:
    if one is None or other is None:
        return False
    return one.earliest - other.latest <= _APART and other.earliest - one.latest <= _APART


def _same_place(one: Place | None, other: Place | None) -> bool:
    """By coordinates only: a country or a route in common is no nearness."""
    if one is None or other is None:
        return False
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return False
    return haversine_km(one.latitude, one.longitude, other.latitude, other.longitude) <= _KILOMETRES
