"""A family reads what it is asked and answers; an answer becomes a revision of its search and weighs at once.

What is stored and done is the same for every search: nothing here looks at what a search met.
"""

import datetime
import uuid
from collections.abc import Mapping

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.accounts.audit_chain import record_act
from search.asking.additions import NOTHING, Additions, Said, with_additions, without_additions
from search.asking.given_answers import problem_of
from search.asking.question_pool import POOL, Given
from search.asking.slot_days import day_of, next_day, slot_at
from search.asking.slot_history import WITHOUT, answers_of, sealed_answer
from search.asking_commands import AnswerSlot
from search.asking_summaries import AskedQuestion, OpenSlots, SlotSummary
from search.commands import AmendSearch
from search.documents import Description, Filing, Identifiers
from search.errors import NotFound, Refused
from search.filing.registering_searches import amend_search
from search.models import QuestionAnswer, QuestionSlot, SearchRequest
from search.records.change_numbers import next_version
from search.records.search_rows import find_case
from search.records.sections import read_section
from search.vocabulary import Question, SlotTask


def read_slots(session: Session, actor: Actor, case_id: uuid.UUID, *, now: datetime.datetime) -> OpenSlots:
    """What a search is asked now and was asked before, with what was answered. The same for every outcome."""
    require(actor, Action.READ_SLOTS, Subject(case_id=case_id))
    request = find_case(session, case_id)
    rows = session.scalars(
        select(QuestionSlot)
        .where(QuestionSlot.record_number == request.number, QuestionSlot.slot <= slot_at(now))
        .order_by(QuestionSlot.slot.desc())
    ).all()
    given = answers_of(session, request.number)
    summaries = [_summary(row, given) for row in rows]
    is_open = bool(rows) and rows[0].slot == slot_at(now) and request.withdrawn_at is None
    return OpenSlots(
        current=summaries[0] if is_open else None,
        earlier=tuple(summaries[1:] if is_open else summaries),
        next_day=next_day(now),
    )


def answer_slot(session: Session, actor: Actor, command: AnswerSlot, *, now: datetime.datetime) -> OpenSlots:
    """Keep the answers to the slot that is open; whatever they add is merged into the search as its next revision."""
    require(actor, Action.ANSWER_SLOT, Subject(case_id=command.case_id))
    request = _held_case(session, command.case_id)
    slot = _open_slot(session, request, command, now)
    before = answers_of(session, request.number)
    for question, given in sorted(command.answers.items()):
        _keep(session, slot, question, given, now)
    changed = {one: (before.get((slot.id.hex, one)), given) for one, given in command.answers.items()}
    _merge(session, actor, request, changed, now)
    detail = {"answers": len(command.answers)}
    subject = ("search_request", request.id)
    record_act(session, actor, Action.ANSWER_SLOT, subject=subject, now=now, detail=detail)
    return read_slots(session, actor, command.case_id, now=now)


def _held_case(session: Session, case_id: uuid.UUID) -> SearchRequest:
    """The case, held until the end: answers that arrive at once follow one another.

    Changes take the registry's number before they read; so do answers, or they would be laid over a page that is saved
    at the same moment.
    """
    next_version(session)
    request = find_case(session, case_id)
    held = select(SearchRequest.number).where(SearchRequest.number == request.number)
    session.scalars(held.with_for_update(key_share=True)).one()
    return request


def _open_slot(session: Session, request: SearchRequest, command: AnswerSlot, now: datetime.datetime) -> QuestionSlot:
    slot = session.get(QuestionSlot, command.slot_id)
    if slot is None or slot.record_number != request.number:
        raise NotFound("not_found")
    if slot.slot != slot_at(now) or request.withdrawn_at is not None:
        raise Refused("questions_are_over")
    asked = {Question(code) for code in slot.questions}
    if not command.answers or not command.answers.keys() <= asked:
        raise Refused("answer_unreadable")
    if any(problem_of(question, given) for question, given in command.answers.items()):
        raise Refused("answer_unreadable")
    return slot


def _keep(session: Session, slot: QuestionSlot, question: Question, given: Given, now: datetime.datetime) -> None:
    earlier = select(func.count()).where(QuestionAnswer.slot_id == slot.id, QuestionAnswer.question == question.value)
    row = QuestionAnswer(
        id=uuid.uuid4(),
        slot_id=slot.id,
        record_number=slot.record_number,
        question=question.value,
        turn=session.scalars(earlier).one(),
        made_at=now,
    )
    row.answer_sealed = sealed_answer(session, row, given)
    session.add(row)


def _merge(
    session: Session,
    actor: Actor,
    request: SearchRequest,
    changed: Mapping[Question, tuple[Given | None, Given]],
    now: datetime.datetime,
) -> None:
    """What the family says now, without what earlier answers to the same questions had added."""
    said = kept = Said(
        read_section(session, request.number, Description) or Description(),
        read_section(session, request.number, Identifiers) or Identifiers(),
    )
    filing = read_section(session, request.number, Filing) or Filing()
    for question, (before, given) in sorted(changed.items()):
        said = with_additions(without_additions(said, _added(question, before)), _added(question, given))
    if said == kept:
        return
    command = AmendSearch(case_id=request.id, sought=said.sought, identifiers=said.identifiers, filing=filing)
    amend_search(session, actor, command, now=now)


def _added(question: Question, given: Given | None) -> Additions:
    return NOTHING if given is None or WITHOUT in given else POOL[question].adds(given)


def _summary(row: QuestionSlot, given: Mapping[tuple[str, Question], Given]) -> SlotSummary:
    questions = [Question(code) for code in row.questions]
    return SlotSummary(
        slot_id=row.id,
        day=day_of(row.slot).date(),
        until=day_of(row.slot + 1).date(),
        task=SlotTask(row.task),
        questions=tuple(AskedQuestion(question=one, given=given.get((row.id.hex, one))) for one in questions),
    )
