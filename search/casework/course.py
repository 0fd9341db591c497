"""How far a pair has come after it was agreed, derived from what was done and never stored.

It is what every reader sees. Of somebody living it is one state from the moment they are to be asked until their family
was told: that they were not reached, said no, later or yes, or what was decided with a child, changes nothing here.
"""

import datetime
import uuid
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from search.casework.ages import ages, is_child
from search.casework.person_answers import allowed_by_person, enquirer_of
from search.casework.readiness import Readiness, readiness
from search.casework.told_rows import told_proposals
from search.models import ApproachEnquirer, ForensicHandover, FoundReport, Identification, MatchProposal
from search.records.chunks import chunks
from search.vocabulary import LIVING_KINDS, CourseState, IdentificationResult, ProposalState, ReportKind


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseFacts:
    """What was done about a pair, as far as every reader may know it."""

    agreed: bool
    kind: ReportKind
    ready: bool
    asked: bool = False
    child: bool = False
    handed: bool = False
    identified: bool = False
    told: bool = False


def course_of(facts: CourseFacts) -> CourseState:
    """How far a pair has come."""
    if facts.told:
        return CourseState.TOLD
    if not facts.agreed or facts.kind is ReportKind.WITNESS:
        return CourseState.NONE
    if facts.asked:
        return CourseState.WITH_PROTECTION if facts.child else CourseState.WITH_INTERMEDIARY
    if facts.handed:
        return CourseState.READY_TO_TELL if facts.identified else CourseState.WITH_FORENSIC
    return CourseState.NONE if facts.ready else CourseState.WAITS_WHO_ASKS


def who_asks_is_known(case: Readiness) -> bool:
    """Whether all is there without which nobody is approached."""
    return case.talk and case.control_fact and case.naming and case.forensic


def courses(
    session: Session,
    proposal_ids: Collection[uuid.UUID],
    now: datetime.datetime,
    reader: uuid.UUID | None = None,
) -> Mapping[uuid.UUID, CourseState]:
    """How far each of these pairs has come; to the account that reads a pair's answer, whether it may be told."""
    facts = course_facts(session, proposal_ids, now)
    return {one: _seen_by(session, one, course_of(done), now, reader) for one, done in facts.items()}


def _seen_by(
    session: Session, proposal_id: uuid.UUID, state: CourseState, now: datetime.datetime, reader: uuid.UUID | None
) -> CourseState:
    """One coordinator knows of the living that they said yes; to every other account it looks like any answer."""
    if reader is None or state not in (CourseState.WITH_INTERMEDIARY, CourseState.WITH_PROTECTION):
        return state
    enquirer = enquirer_of(session, proposal_id)
    reads = enquirer is not None and enquirer.coordinator_id == reader
    return CourseState.READY_TO_TELL if reads and allowed_by_person(session, proposal_id, now=now) else state


def course_facts(
    session: Session, proposal_ids: Collection[uuid.UUID], now: datetime.datetime
) -> Mapping[uuid.UUID, CourseFacts]:
    """What was done about each of these pairs; one that is not there is left out."""
    found: dict[uuid.UUID, CourseFacts] = {}
    for chunk in chunks(sorted(proposal_ids)):
        asked = (
            select(MatchProposal, FoundReport.kind)
            .join(FoundReport, FoundReport.number == MatchProposal.report_number)
            .where(MatchProposal.id.in_(chunk))
        )
        found |= _facts(session, [(row, ReportKind(kind)) for row, kind in session.execute(asked)], now)
    return found


def _facts(
    session: Session, pairs: Collection[tuple[MatchProposal, ReportKind]], now: datetime.datetime
) -> dict[uuid.UUID, CourseFacts]:
    ids = [pair.id for pair, _ in pairs]
    asked = _standing(
        session, select(ApproachEnquirer.proposal_id).where(ApproachEnquirer.taken_back_at.is_(None)), ids
    )
    handed = _standing(
        session, select(ForensicHandover.proposal_id).where(ForensicHandover.taken_back_at.is_(None)), ids
    )
    identified = identified_pairs(session, handed, now)
    known = ages(session, {pair.report_number for pair, _ in pairs if pair.id in asked})
    ready = readiness(session, {pair.request_number for pair, _ in pairs})
    told = {number: told_proposals(session, number, now) for number in {pair.request_number for pair, _ in pairs}}
    return {
        pair.id: CourseFacts(
            agreed=pair.state == ProposalState.AGREED.value,
            kind=kind,
            ready=who_asks_is_known(ready[pair.request_number]),
            asked=pair.id in asked and kind in LIVING_KINDS,
            child=is_child(known.get(pair.report_number)),
            handed=pair.id in handed,
            identified=pair.id in identified,
            told=pair.id in told[pair.request_number],
        )
        for pair, kind in pairs
    }


def identified_pairs(session: Session, pairs: Collection[uuid.UUID], now: datetime.datetime) -> set[uuid.UUID]:
    """Those of these pairs that a forensic service identified, by its newest entry that waited out its time."""
    asked = (
        select(ForensicHandover.proposal_id, Identification)
        .join(Identification, Identification.handover_id == ForensicHandover.id)
        .where(ForensicHandover.proposal_id.in_(list(pairs)), ForensicHandover.taken_back_at.is_(None))
        .order_by(Identification.revision)
    )
    newest = dict(session.execute(asked).all())
    return {
        proposal_id
        for proposal_id, entry in newest.items()
        if entry.result == IdentificationResult.IDENTIFIED.value and entry.acts_at <= now
    }


def _standing(session: Session, rows: Select[uuid.UUID], ids: Collection[uuid.UUID]) -> set[uuid.UUID]:
    column = rows.selected_columns[0]
    return set(session.scalars(rows.where(column.in_(list(ids)))))
