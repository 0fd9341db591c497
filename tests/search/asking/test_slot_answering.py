"""Answers are kept, become a revision of the search, and weigh at once."""

import uuid
from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import select

from matching.record import NameKind, PersonName, Trait
from search.access import ANYONE, Actor
from search.asking.slot_answering import answer_slot, read_slots
from search.asking_commands import AnswerSlot, Given
from search.asking_summaries import OpenSlots
from search.commands import WithdrawSearch
from search.documents import Description
from search.errors import AccessDenied, NotFound, Refused
from search.filing.registering_searches import withdraw_search
from search.models import AuditEntry, MatchProposal, QuestionAnswer, QuestionSlot, SearchRequest
from search.records.sections import read_section
from search.summaries import CaseFiled
from search.vocabulary import Question
from tests.search.asking.conftest import FIRST, moment
from tests.search.scene import NOW, Scene, family_of, found, sought

Draw = Callable[..., int]


@pytest.fixture
def case(scene: Scene) -> CaseFiled:
    return scene.file(sought("Tesfalem Kidanemariam"))


def ask(scene: Scene, case: CaseFiled, *questions: Question, slot: int = FIRST) -> uuid.UUID:
    """A slot with these questions, put there without a draw."""
    with scene.database.transaction() as session:
        number = session.scalars(select(SearchRequest.number).where(SearchRequest.id == case.case_id)).one()
        codes = [one.value for one in questions]
        row = QuestionSlot(id=uuid.uuid4(), record_number=number, slot=slot, task="talk", questions=codes, made_at=NOW)
        session.add(row)
        return row.id


def answer(
    scene: Scene, case: CaseFiled, slot_id: uuid.UUID, answers: dict[Question, Given], actor: Actor | None = None
) -> OpenSlots:
    command = AnswerSlot(case_id=case.case_id, slot_id=slot_id, answers=answers)
    with scene.database.transaction() as session:
        return answer_slot(session, actor or family_of(case), command, now=moment())


def person_of(scene: Scene, case: CaseFiled) -> tuple[int, Description]:
    with scene.database.reading() as session:
        request = session.scalars(select(SearchRequest).where(SearchRequest.id == case.case_id)).one()
        return request.revision, read_section(session, request.number, Description) or Description()


def test_before_its_day_a_slot_is_not_shown_on_it_it_is_open_and_after_it_is_over(
    scene: Scene, case: CaseFiled, draw: Draw
) -> None:
    draw()
    with scene.database.reading() as session:
        moments = (moment(slot) for slot in (FIRST - 1, FIRST, FIRST + 1))
        before, on, after = (read_slots(session, family_of(case), case.case_id, now=each) for each in moments)
    assert (before.current, before.earlier) == (None, ())
    assert on.current is not None
    assert (len(on.current.questions), on.earlier) == (2, ())
    assert (after.current, len(after.earlier)) == (None, 1)


def test_answers_are_read_back_and_become_a_revision_of_the_search(scene: Scene, case: CaseFiled) -> None:
    slot_id = ask(scene, case, Question.EYE_COLOUR, Question.FATHERS_NAME)
    given: dict[Question, Given] = {
        Question.EYE_COLOUR: {"eyes": "green"},
        Question.FATHERS_NAME: {"words": "Haile Gebre"},
    }
    shown = answer(scene, case, slot_id, given)
    assert shown.current is not None
    assert {one.question: one.given for one in shown.current.questions} == given
    revision, person = person_of(scene, case)
    assert revision == 2
    assert person.traits == (Trait("eyes", "green"),)
    assert PersonName("Haile Gebre", NameKind.FATHER) in person.names


def test_an_answer_that_is_changed_takes_back_what_it_had_added(scene: Scene, case: CaseFiled) -> None:
    slot_id = ask(scene, case, Question.TATTOOS)
    answer(scene, case, slot_id, {Question.TATTOOS: {"place": "back", "motif": "rose"}})
    answer(scene, case, slot_id, {Question.TATTOOS: {"place": "chest"}})
    assert [(one.kind, one.place) for one in person_of(scene, case)[1].marks] == [
        ("scar", "forearm"),
        ("tattoo", "chest"),
    ]
    answer(scene, case, slot_id, {Question.TATTOOS: {"without": "none"}})
    assert [one.kind for one in person_of(scene, case)[1].marks] == ["scar"]


def test_what_is_not_known_is_kept_and_changes_nothing_in_the_search(scene: Scene, case: CaseFiled) -> None:
    slot_id = ask(scene, case, Question.HEIGHT)
    shown = answer(scene, case, slot_id, {Question.HEIGHT: {"without": "unknown"}})
    assert shown.current is not None
    assert shown.current.questions[0].given == {"without": "unknown"}
    assert person_of(scene, case)[0] == 1


def test_an_answer_weighs_at_once(scene: Scene, case: CaseFiled) -> None:
    report = found("Tesfalem Kidanemariam")
    traits = (Trait("eyes", "green"), Trait("build", "slim"))
    scene.report(replace(report, found=replace(report.found, traits=traits)))
    scene.match()
    before = scene.proposals()
    slot_id = ask(scene, case, Question.EYE_COLOUR, Question.BUILD)
    answer(scene, case, slot_id, {Question.EYE_COLOUR: {"eyes": "green"}, Question.BUILD: {"build": "slim"}})
    scene.match()
    after = scene.proposals()
    assert before.keys() == after.keys()
    assert len(before) == 1
    assert all(after[one][0] > before[one][0] for one in before)


def test_nobody_else_reads_or_answers(scene: Scene, case: CaseFiled) -> None:
    slot_id, other = ask(scene, case, Question.HEIGHT), scene.file(sought("Somebody Else", 2))
    given: dict[Question, Given] = {Question.HEIGHT: {"height": "150-154"}}
    with pytest.raises(NotFound):
        answer(scene, case, slot_id, given, family_of(other))
    with pytest.raises(NotFound):
        answer(scene, other, slot_id, given)
    for actor in (ANYONE, scene.reviewers[0], scene.shelter):
        with scene.database.reading() as session, pytest.raises((AccessDenied, NotFound)):
            read_slots(session, actor, case.case_id, now=moment())


@pytest.mark.parametrize(
    "answers",
    [
        {},
        {Question.BUILD: {"build": "slim"}},
        {Question.HEIGHT: {"height": "very"}},
        {Question.HEIGHT: {}},
    ],
    ids=["nothing", "another question", "no option", "empty"],
)
def test_what_was_not_asked_or_is_no_answer_is_refused(
    scene: Scene, case: CaseFiled, answers: dict[Question, Given]
) -> None:
    slot_id = ask(scene, case, Question.HEIGHT)
    with pytest.raises(Refused, match="answer_unreadable"):
        answer(scene, case, slot_id, answers)
    with scene.database.reading() as session:
        assert session.scalars(select(QuestionAnswer)).all() == []


def test_a_slot_that_is_over_and_one_of_a_search_that_was_taken_back_take_no_answer(
    scene: Scene, case: CaseFiled
) -> None:
    over, now = (ask(scene, case, Question.HEIGHT, slot=slot) for slot in (FIRST - 1, FIRST))
    given: dict[Question, Given] = {Question.HEIGHT: {"height": "150-154"}}
    with pytest.raises(Refused, match="questions_are_over"):
        answer(scene, case, over, given)
    with scene.database.transaction() as session:
        withdraw_search(session, family_of(case), WithdrawSearch(case_id=case.case_id), now=moment())
    with pytest.raises(Refused, match="questions_are_over"):
        answer(scene, case, now, given)


def test_the_audit_names_no_question_and_no_answer(scene: Scene, case: CaseFiled) -> None:
    slot_id = ask(scene, case, Question.EYE_COLOUR)
    answer(scene, case, slot_id, {Question.EYE_COLOUR: {"eyes": "green"}})
    with scene.database.reading() as session:
        entries = session.scalars(
            select(AuditEntry).where(AuditEntry.action.in_(("answer_slot", "amend_search")))
        ).all()
        assert session.scalars(select(MatchProposal)).all() == []
    assert len(entries) == 2
    assert not any("eye" in str(one.detail) or "green" in str(one.detail) for one in entries)
