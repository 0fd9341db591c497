"""Slots are drawn alike for every open search, whatever became of it."""

import datetime
import uuid
from collections.abc import Callable

import pytest
from sqlalchemy import select, update

from search.access import ANYONE, OPERATOR, WORKER
from search.asking.question_pool import POOL
from search.asking.slot_days import filed_before
from search.asking.slot_drawing import draw_slots, read_pool
from search.commands import WithdrawSearch
from search.errors import AccessDenied
from search.filing.registering_searches import reopen_search, withdraw_search
from search.models import AuditEntry, MatchProposal, QuestionSlot, SearchRequest
from search.vocabulary import ProposalState, Question
from tests.search.asking.conftest import FIRST
from tests.search.scene import NOW, Scene, family_of, found, sought

Draw = Callable[..., int]


def slots_of(scene: Scene, case_id: uuid.UUID) -> list[QuestionSlot]:
    with scene.database.reading() as session:
        own = select(QuestionSlot).join(SearchRequest, SearchRequest.number == QuestionSlot.record_number)
        return list(session.scalars(own.where(SearchRequest.id == case_id).order_by(QuestionSlot.slot)))


def test_every_outcome_has_the_same_days_the_same_tasks_and_as_many_questions(scene: Scene, draw: Draw) -> None:
    """None, one that is open, agreed, disagreed, unsure, ruled out."""
    alone = scene.file(sought("Nobody Met"))
    for state in ProposalState:
        proposal = scene.propose()
        with scene.database.transaction() as session:
            session.execute(update(MatchProposal).where(MatchProposal.id == proposal).values(state=state.value))
    for slot in range(FIRST, FIRST + 4):
        assert draw(slot) == 1 + len(ProposalState)
    with scene.database.reading() as session:
        rows = session.scalars(select(QuestionSlot)).all()
    by_case: dict[int, list[tuple[int, str, int]]] = {}
    for row in sorted(rows, key=lambda one: one.slot):
        by_case.setdefault(row.record_number, []).append((row.slot, row.task, len(row.questions)))
    shapes = {tuple(one) for one in by_case.values()}
    assert len(by_case) == 1 + len(ProposalState)
    assert len(shapes) == 1
    assert len(slots_of(scene, alone.case_id)) == 4


def test_nothing_is_asked_twice_until_all_was_asked_and_then_what_was_not_answered(scene: Scene, draw: Draw) -> None:
    case = scene.file(sought("Nobody Met"))
    asked: list[str] = []
    for slot in range(FIRST, FIRST + 14):
        draw(slot)
    for row in slots_of(scene, case.case_id):
        asked += row.questions
    first = asked[: len(set(asked))]
    assert len(set(first)) == len(first) >= 20
    assert asked[len(first) : len(first) + 3] == asked[:3] or set(asked[len(first) :]) <= set(first)


def test_a_search_with_candidates_is_asked_what_their_reports_speak_of(scene: Scene, draw: Draw) -> None:
    proposal = scene.propose()
    with scene.database.transaction() as session:
        number = session.scalars(select(MatchProposal.request_number).where(MatchProposal.id == proposal)).one()
        case_id = session.scalars(select(SearchRequest.id).where(SearchRequest.number == number)).one()
    draw()
    (slot,) = slots_of(scene, case_id)
    assert len(slot.questions) == 2
    assert all(POOL[Question(one)].worth > 0 for one in slot.questions)


def test_an_ordinary_search_is_asked_as_one_with_candidates_is(scene: Scene, draw: Draw) -> None:
    """With one search that has candidates, all that leave the same open are asked the same."""
    scene.report(found("Somebody Else"))
    proposal = scene.propose()
    for number in range(5):
        scene.file(sought("Somebody Invented", number))
    draw()
    with scene.database.reading() as session:
        rows = session.scalars(select(QuestionSlot)).all()
        one = session.get(MatchProposal, proposal)
        assert one is not None
        real = next(row for row in rows if row.record_number == one.request_number)
    top = {row.questions[0] for row in rows}
    assert top == {real.questions[0]}


def test_a_slot_is_drawn_once_and_by_the_worker_alone(scene: Scene, draw: Draw) -> None:
    scene.file(sought("Nobody Met"))
    assert (draw(), draw()) == (1, 0)
    for actor in (ANYONE, OPERATOR):
        with scene.database.transaction() as session, pytest.raises(AccessDenied):
            read_pool(session, actor, slot=FIRST)
    with scene.database.reading() as session:
        entry = session.scalars(select(AuditEntry).where(AuditEntry.action == "draw_slots")).one()
    assert entry.detail["slots"] == 1


def test_whoever_files_after_the_drawing_begins_with_the_next(scene: Scene, draw: Draw) -> None:
    late = scene.file(sought("Too Late"), now=filed_before(FIRST))
    early = scene.file(sought("In Time"), now=filed_before(FIRST) - datetime.timedelta(minutes=1))
    assert draw() == 1
    assert (len(slots_of(scene, early.case_id)), len(slots_of(scene, late.case_id))) == (1, 0)
    assert draw(FIRST + 1) == 2


def test_nothing_is_drawn_while_a_search_is_taken_back(scene: Scene, draw: Draw) -> None:
    case = scene.file(sought("Taken Back"))
    command = WithdrawSearch(case_id=case.case_id)
    with scene.database.transaction() as session:
        withdraw_search(session, family_of(case), command, now=NOW)
    assert draw() == 0
    with scene.database.transaction() as session:
        reopen_search(session, family_of(case), command, now=NOW)
    assert draw(FIRST + 1) == 1


def test_two_workers_that_draw_the_same_searches_draw_each_once(scene: Scene) -> None:
    for number in range(3):
        scene.file(sought("Somebody Invented", number))
    with scene.database.reading() as session:
        pools = [read_pool(session, WORKER, slot=FIRST) for _ in range(2)]
    drawn = 0
    for pool in pools:
        with scene.database.transaction() as session:
            drawn += draw_slots(session, WORKER, pool, now=NOW)
    assert drawn == 3
