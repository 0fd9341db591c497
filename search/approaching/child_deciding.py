"""Protection officers of where a child is, or of the body that stands in, decide with it, one enquirer at a time.

Nothing happens where there is no officer. Two sign; what the rule makes of it is in `search.casework.child_rule`.
"""

import datetime
import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.accounts.audit_chain import record_act
from search.accounts.reason_words import says_why
from search.approaching.approach_rows import LiveEnquirer, account_of, hold_report, live_enquirers, next_revision
from search.approaching.child_page import child_line, child_page
from search.approaching.person_answer_rows import add_age
from search.approaching.protecting import bodies_of, looked_after_by
from search.casework.ages import ages, is_child
from search.casework.sealed_codes import seal_codes
from search.errors import NotFound, Refused
from search.located_commands import DecideWithChild
from search.located_summaries import ChildLine, ChildPage
from search.models import Approach, ChildDecisionRow, FoundReport
from search.records.associated_data import child_decision_place, child_words_place
from search.records.consent_rows import standing_of
from search.records.sections import held_keys, seal_words
from search.vocabulary import AgeFinding, ChildDecision


def read_children(session: Session, actor: Actor, *, now: datetime.datetime) -> tuple[ChildLine, ...]:
    """The children about whom officers of the actor's organisation are to decide."""
    require(actor, Action.PROTECT_CHILD, Subject(organisation_id=actor.organisation_id))
    asked = (
        select(FoundReport)
        .join(Approach, Approach.report_number == FoundReport.number)
        .where(FoundReport.organisation_id.in_(looked_after_by(session, actor.organisation_id)))
        .where(FoundReport.withdrawn_at.is_(None))
        .order_by(Approach.made_at, Approach.id)
    )
    reports = session.scalars(asked).all()
    known = ages(session, [one.number for one in reports])
    children = [one for one in reports if is_child(known[one.number]) and held_keys(session, (one.number,))]
    live = {one.number: _live(session, one, actor, now) for one in children}
    return tuple(
        child_line(session, one, actor, live[one.number], known[one.number]) for one in children if live[one.number]
    )


def open_child(session: Session, actor: Actor, report_id: uuid.UUID, *, now: datetime.datetime) -> ChildPage:
    """One child, who searches for it, and what was signed; the reading is noted."""
    report = _held(session, actor, report_id)
    page = child_page(session, report, actor, _waiting(session, report, actor, now), now)
    record_act(session, actor, Action.PROTECT_CHILD, subject=("found_report", report.id), now=now)
    return page


def decide_with_child(session: Session, actor: Actor, command: DecideWithChild, *, now: datetime.datetime) -> ChildPage:
    """Append what an officer decided together with a child about one enquirer; their newest decision counts."""
    report = _held(session, actor, command.report_id)
    live = _waiting(session, report, actor, now)
    if command.proposal_id not in {one.proposal.id for one in live}:
        raise NotFound("not_found")
    if not says_why(command.child_view):
        raise Refused("child_view_needed")
    if command.decision is not ChildDecision.LATER and not says_why(command.reasons):
        raise Refused("officer_reasons_needed")
    _add(session, report, actor, command, now)
    page = child_page(session, report, actor, live, now)
    record_act(session, actor, Action.PROTECT_CHILD, subject=("found_report", report.id), now=now)
    return page


def find_age_of_child(
    session: Session, actor: Actor, report_id: uuid.UUID, found: AgeFinding, *, now: datetime.datetime
) -> None:
    """Keep what an officer settled face to face; that a child is an adult after all, two people have to say."""
    report = _held(session, actor, report_id)
    _waiting(session, report, actor, now)
    add_age(session, report.number, account_of(actor), found, now)
    record_act(session, actor, Action.PROTECT_CHILD, subject=("found_report", report.id), now=now)


def _held(session: Session, actor: Actor, report_id: uuid.UUID) -> FoundReport:
    """A report whose child the actor's organisation protects, held; NotFound for any other."""
    hold_report(session, session.scalar(select(FoundReport.number).where(FoundReport.id == report_id)))
    report = session.scalars(select(FoundReport).where(FoundReport.id == report_id)).one_or_none()
    bodies = bodies_of(session, report) if report is not None else ()
    here = actor.organisation_id if actor.organisation_id in bodies else None
    require(actor, Action.PROTECT_CHILD, Subject(organisation_id=here))
    if report is None or not held_keys(session, (report.number,)):
        raise NotFound("not_found")
    return report


def _waiting(session: Session, report: FoundReport, actor: Actor, now: datetime.datetime) -> list[LiveEnquirer]:
    """Who may be named by the actor's organisation; NotFound where nobody may, or the person is no child."""
    child = is_child(ages(session, (report.number,))[report.number])
    live = _live(session, report, actor, now) if child and report.withdrawn_at is None else []
    if not live:
        raise NotFound("not_found")
    return live


def _live(session: Session, report: FoundReport, actor: Actor, now: datetime.datetime) -> list[LiveEnquirer]:
    return live_enquirers(session, report.number, standing_of(session, actor.organisation_id), now)


def _add(session: Session, report: FoundReport, actor: Actor, command: DecideWithChild, now: datetime.datetime) -> None:
    identifier = uuid.uuid4()
    codes = {"decision": command.decision.value, "child_says": command.child_says.value}
    words = f"{command.child_view}\0{command.reasons}"
    mine = ChildDecisionRow.proposal_id == command.proposal_id
    session.add(
        ChildDecisionRow(
            id=identifier,
            report_number=report.number,
            proposal_id=command.proposal_id,
            revision=next_revision(session, ChildDecisionRow.revision, mine),
            account_id=account_of(actor),
            organisation_id=actor.organisation_id,
            decision_sealed=seal_codes(session, report.number, codes, child_decision_place(identifier)),
            words_sealed=seal_words(session, report.number, words, child_words_place(identifier)),
            made_at=now,
        )
    )
    session.flush()
