"""A committee answers what families ask, with one of the fixed sentences; the list leads to no pair and no card."""

import datetime
import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.accounts.audit_chain import record_act
from search.accounts.case_readings import ReadingPurpose, note_reading
from search.asking.letters import letter_summary
from search.asking_commands import ReplyToLetter
from search.asking_summaries import WaitingLetter
from search.casework.conflicts import left_to_others, require_not_left
from search.errors import Conflict, NotFound
from search.models import Letter, SearchRequest
from search.records.sections import OPEN

_AT_ONCE = 50


def waiting_letters(session: Session, actor: Actor, *, now: datetime.datetime) -> tuple[WaitingLetter, ...]:
    """The letters that a committee has to answer, the longest overdue first; none of a case that the reader left."""
    require(actor, Action.REPLY_LETTER, Subject(committee_id=actor.organisation_id))
    rows = session.execute(
        select(Letter, SearchRequest)
        .join(SearchRequest, SearchRequest.number == Letter.record_number)
        .where(Letter.from_family, Letter.answered_at.is_(None))
        .where(SearchRequest.committee_id == actor.organisation_id, *OPEN)
        .where(SearchRequest.number.not_in(left_to_others(session, actor)))
        .order_by(Letter.due_on, Letter.made_at, Letter.id)
        .limit(_AT_ONCE)
    ).all()
    found = tuple(
        WaitingLetter(
            letter=letter_summary(session, letter, None),
            reference=request.reference,
            overdue=letter.due_on is not None and letter.due_on < now.date(),
        )
        for letter, request in rows
    )
    if rows:
        note_reading(session, actor, [one.record_number for one, _ in rows], ReadingPurpose.LETTER, now=now)
        detail = {"letters": len(rows)}
        record_act(session, actor, Action.REPLY_LETTER, subject=("registry", "letters"), now=now, detail=detail)
    return found


def reply(session: Session, actor: Actor, command: ReplyToLetter, *, now: datetime.datetime) -> None:
    """Answer a letter, once: the family reads the sentence from the day that it was promised."""
    letter = session.scalars(
        select(Letter).where(Letter.id == command.letter_id, Letter.from_family).with_for_update()
    ).one_or_none()
    request = session.get(SearchRequest, letter.record_number) if letter else None
    require(actor, Action.REPLY_LETTER, Subject(committee_id=request.committee_id if request else None))
    if letter is None or request is None:
        raise NotFound("not_found")
    require_not_left(session, actor, request.number)
    if request.withdrawn_at is not None:
        raise NotFound("not_found")
    if letter.answered_at is not None:
        raise Conflict("letter_is_answered")
    letter.answered_at = now
    session.add(
        Letter(
            id=uuid.uuid4(),
            record_number=letter.record_number,
            from_family=False,
            language=letter.language,
            sentence=command.sentence.value,
            answers_id=letter.id,
            account_id=actor.account_id,
            made_at=now,
        )
    )
    session.flush()
    record_act(session, actor, Action.REPLY_LETTER, subject=("letter", letter.id), now=now)
