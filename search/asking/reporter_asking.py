"""Ordinary questions to whoever reports, on the quality of reports: the same two in a month to every organisation.

They go by the calendar alone. None is about a report, a person or a pair, and a state's office is asked what all are.
"""

import datetime
import uuid
from collections.abc import Mapping
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.accounts.audit_chain import record_act
from search.asking_commands import AnswerReporterQuestions
from search.asking_summaries import ReporterQuestions
from search.errors import Refused
from search.models import ReporterAnswer
from search.vocabulary import ReporterQuestion, ReporterReply

_IN_A_MONTH: Final = 2
_FROM_WHAT = (ReporterReply.MEASURED, ReporterReply.GUESSED, ReporterReply.CANNOT_SAY)
REPLIES: Final[Mapping[ReporterQuestion, tuple[ReporterReply, ...]]] = {
    ReporterQuestion.HEIGHT_MEASURED: _FROM_WHAT,
    ReporterQuestion.AGE_HOW: (
        ReporterReply.FROM_PAPERS,
        ReporterReply.FROM_PERSON,
        ReporterReply.BY_LOOKS,
        ReporterReply.CANNOT_SAY,
    ),
    ReporterQuestion.NAME_HOW_HEARD: (
        ReporterReply.FROM_PAPERS,
        ReporterReply.SPELLED_OUT,
        ReporterReply.HEARD,
        ReporterReply.CANNOT_SAY,
    ),
    ReporterQuestion.MARKS_LOOKED_AT: (
        ReporterReply.ALWAYS,
        ReporterReply.SOMETIMES,
        ReporterReply.NEVER,
        ReporterReply.CANNOT_SAY,
    ),
    ReporterQuestion.LANGUAGE_SPOKEN: (
        ReporterReply.THEIR_LANGUAGE,
        ReporterReply.THIRD_LANGUAGE,
        ReporterReply.INTERPRETER,
        ReporterReply.CANNOT_SAY,
    ),
}


def questions_of(month: int) -> tuple[ReporterQuestion, ...]:
    """The questions of a month, in turn through all of them."""
    every = tuple(ReporterQuestion)
    return tuple(every[(month * _IN_A_MONTH + place) % len(every)] for place in range(_IN_A_MONTH))


def month_of(now: datetime.datetime) -> int:
    """The months since year 0: the questions change with the month, on its first day in UTC."""
    return now.year * 12 + now.month - 1


def read_reporter_questions(session: Session, actor: Actor, *, now: datetime.datetime) -> ReporterQuestions:
    """The questions of this month, and what the actor's organisation answered."""
    require(actor, Action.READ_OWN_REPORTS, Subject(organisation_id=actor.organisation_id))
    month = month_of(now)
    kept = _kept(session, actor, month)
    return ReporterQuestions(
        month=month,
        until=datetime.date((month + 1) // 12, (month + 1) % 12 + 1, 1),
        questions=questions_of(month),
        answers=None if kept is None else _codes(kept),
    )


def answer_reporter_questions(
    session: Session, actor: Actor, command: AnswerReporterQuestions, *, now: datetime.datetime
) -> ReporterQuestions:
    """Keep the organisation's answers; what it answered before in this month gives way."""
    require(actor, Action.REPORT_FOUND, Subject(organisation_id=actor.organisation_id))
    month = month_of(now)
    if not command.answers or not set(command.answers) <= set(questions_of(month)):
        raise Refused("answer_unreadable")
    if any(reply not in REPLIES[question] for question, reply in command.answers.items()):
        raise Refused("answer_unreadable")
    kept = _kept(session, actor, month)
    if kept is None:
        kept = ReporterAnswer(id=uuid.uuid4(), organisation_id=actor.organisation_id, month=month)
        session.add(kept)
    kept.account_id, kept.made_at = actor.account_id, now
    kept.answers = {question.value: reply.value for question, reply in sorted(command.answers.items())}
    session.flush()
    record_act(session, actor, Action.REPORT_FOUND, subject=("reporter_questions", str(month)), now=now)
    return read_reporter_questions(session, actor, now=now)


def _kept(session: Session, actor: Actor, month: int) -> ReporterAnswer | None:
    own = select(ReporterAnswer).where(
        ReporterAnswer.organisation_id == actor.organisation_id, ReporterAnswer.month == month
    )
    return session.scalars(own).one_or_none()


def _codes(kept: ReporterAnswer) -> Mapping[ReporterQuestion, ReporterReply]:
    return {ReporterQuestion(one): ReporterReply(reply) for one, reply in kept.answers.items()}
