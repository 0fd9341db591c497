"""An intermediary asks a person whom it met, or visits, alone and in their language, and keeps what they answer.

The person answers for each enquirer, or for everybody. Nobody but the intermediary and one coordinator learns the
answer: every act here leaves the same entry in the audit, and what is sealed has one length.
"""

import datetime
import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.accounts.audit_chain import record_act
from search.approaching.approach_page import approach_line, approach_page, known_enquirers
from search.approaching.approach_rows import account_of, hold_report, may_be_asked
from search.approaching.person_answer_rows import add_age, add_answer, add_standing, end_standing
from search.casework.ages import ages, is_child
from search.casework.person_answers import ACCEPTED, answers_to, newest, standing_answer
from search.errors import NotFound, Refused
from search.located_commands import FindAge, KeepAnswer, KeepStanding
from search.located_summaries import ApproachLine, ApproachPage
from search.models import Approach, FoundReport
from search.records.sections import held_keys
from search.vocabulary import AnswerMoment, PersonAnswer, StandingKind


def read_approaches(session: Session, actor: Actor, *, now: datetime.datetime) -> tuple[ApproachLine, ...]:
    """The people whom the actor's organisation is to ask, or who answered everybody; children first."""
    require(actor, Action.ASK_PERSON, Subject(organisation_id=actor.organisation_id))
    asked = (
        select(Approach)
        .join(FoundReport, FoundReport.number == Approach.report_number)
        .where(Approach.intermediary_id == actor.organisation_id, FoundReport.withdrawn_at.is_(None))
        .order_by(Approach.made_at, Approach.id)
    )
    lines = [approach_line(session, approach, actor, now) for approach in session.scalars(asked)]
    return tuple(sorted((one for one in lines if one is not None), key=lambda one: not one.child))


def open_approach(session: Session, actor: Actor, approach_id: uuid.UUID, *, now: datetime.datetime) -> ApproachPage:
    """One person, with everybody who searches for them and whom they have not answered; the reading is noted."""
    approach = _held(session, actor, approach_id)
    page = approach_page(session, approach, actor, now)
    record_act(session, actor, Action.ASK_PERSON, subject=("approach", approach.id), now=now)
    return page


def find_age(session: Session, actor: Actor, command: FindAge, *, now: datetime.datetime) -> ApproachPage:
    """Keep what was settled face to face: whoever is under eighteen, or may be, is not asked but protected."""
    approach = _held(session, actor, command.approach_id)
    known_enquirers(session, approach, now)
    add_age(session, approach.report_number, account_of(actor), command.found, now)
    page = approach_page(session, approach, actor, now)
    record_act(session, actor, Action.ASK_PERSON, subject=("approach", approach.id), now=now)
    return page


def keep_answer(session: Session, actor: Actor, command: KeepAnswer, *, now: datetime.datetime) -> ApproachPage:
    """Keep what the person answered about one enquirer; a later answer takes the place of an earlier one."""
    approach = _held(session, actor, command.approach_id)
    _require_adult(session, approach)
    live = {one.row.id for one in known_enquirers(session, approach, now)}
    if command.enquirer_id not in live:
        raise NotFound("not_found")
    if command.answer is not PersonAnswer.NOT_REACHED and not command.alone:
        raise Refused("ask_alone")
    if not may_be_asked(standing_answer(session, approach.report_number), now.date()):
        raise Refused("person_said_nobody")
    _require_first(session, approach, command)
    add_answer(session, approach.report_number, account_of(actor), command, now)
    page = approach_page(session, approach, actor, now)
    record_act(session, actor, Action.ASK_PERSON, subject=("approach", approach.id), now=now)
    return page


def keep_standing(session: Session, actor: Actor, command: KeepStanding, *, now: datetime.datetime) -> ApproachPage:
    """Keep what the person answers to everybody, whoever may search for them later."""
    approach = _held(session, actor, command.approach_id)
    _require_adult(session, approach)
    known_enquirers(session, approach, now)
    if command.kind is StandingKind.NOT_BEFORE and (command.until is None or command.until <= now.date()):
        raise Refused("day_to_come_needed")
    end_standing(session, approach.report_number, now)
    add_standing(session, approach.report_number, account_of(actor), command, now)
    page = approach_page(session, approach, actor, now)
    record_act(session, actor, Action.ASK_PERSON, subject=("approach", approach.id), now=now)
    return page


def withdraw_standing(
    session: Session, actor: Actor, approach_id: uuid.UUID, *, now: datetime.datetime
) -> ApproachPage:
    """Keep that the person may be asked again."""
    approach = _held(session, actor, approach_id)
    end_standing(session, approach.report_number, now)
    page = approach_page(session, approach, actor, now)
    record_act(session, actor, Action.ASK_PERSON, subject=("approach", approach.id), now=now)
    return page


def _held(session: Session, actor: Actor, approach_id: uuid.UUID) -> Approach:
    """The approach of the actor's organisation, with its person held; NotFound for any other."""
    hold_report(session, session.scalar(select(Approach.report_number).where(Approach.id == approach_id)))
    approach = session.get(Approach, approach_id, populate_existing=True)
    require(actor, Action.ASK_PERSON, Subject(organisation_id=approach.intermediary_id if approach else None))
    if approach is None or not held_keys(session, (approach.report_number,)):
        raise NotFound("not_found")
    return approach


def _require_adult(session: Session, approach: Approach) -> None:
    age = ages(session, (approach.report_number,))[approach.report_number]
    if is_child(age):
        raise Refused("officer_decides")
    if age is None:
        raise Refused("settle_age_first")


def _require_first(session: Session, approach: Approach, command: KeepAnswer) -> None:
    """Nobody is asked once more at the moment of telling who has not allowed anything before."""
    if command.moment is AnswerMoment.FIRST:
        return
    said = answers_to(session, approach.report_number, (command.enquirer_id,))[command.enquirer_id]
    first = newest(said, AnswerMoment.FIRST)
    if first is None or first.answer not in ACCEPTED:
        raise Refused("ask_first")
