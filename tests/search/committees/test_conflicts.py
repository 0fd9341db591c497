"""A reader who may know the people leaves the pair to others; what is kept of it says neither who nor why."""

import datetime
import uuid

import pytest
from sqlalchemy import select

from search.access import Action, Actor
from search.committee_commands import AnswerConflict
from search.committees.conflicts import UNDO, answer_conflict, read_question
from search.errors import AskedFirst, NotFound
from search.models import AuditEntry, ConflictAnswer, Reading
from search.review.judging_duplicates import read_duplicates
from search.vocabulary import JudgementKind
from tests.search.committees.committee_acts import ACTS, refusal
from tests.search.review.deciding import decide
from tests.search.review.reading import audited, card, queue
from tests.search.scene import NOW, PEOPLE, Scene, found, sought
from tests.search.travellers import ZUWARA, bring_together, find, opened, pair, seek

pytestmark = pytest.mark.usefixtures("readers_are_asked")
LATER = NOW + UNDO


def answers(scene: Scene, actor: Actor, proposal: uuid.UUID, *, goes_on: bool, now: datetime.datetime = NOW) -> None:
    with scene.database.transaction() as session:
        answer_conflict(session, actor, AnswerConflict(proposal_id=proposal, goes_on=goes_on), now=now)


def is_left(scene: Scene, actor: Actor, proposal: uuid.UUID, now: datetime.datetime) -> bool:
    with scene.database.transaction() as session:
        return read_question(session, actor, proposal, now=now).left


def test_a_card_opens_after_the_answer_and_the_question_is_no_reading(scene: Scene) -> None:
    proposal, reader = scene.propose(), scene.reviewers[0]
    with pytest.raises(AskedFirst):
        card(scene, proposal)
    assert not is_left(scene, reader, proposal, NOW)
    with scene.database.reading() as session:
        assert session.scalars(select(Reading)).all() == []
    answers(scene, reader, proposal, goes_on=True)
    assert card(scene, proposal).proposal_id == proposal
    with pytest.raises(AskedFirst):
        card(scene, proposal, scene.reviewers[1])


@pytest.mark.parametrize("kind", [JudgementKind.POSITIVE, JudgementKind.NEGATIVE, JudgementKind.UNSURE])
def test_nobody_decides_on_a_card_that_may_not_open_yet(scene: Scene, kind: JudgementKind) -> None:
    proposal, reader = scene.propose(), scene.reviewers[0]
    with pytest.raises(AskedFirst, match="conflict_not_asked"):
        decide(scene, reader, proposal, kind)
    answers(scene, reader, proposal, goes_on=True)
    decide(scene, reader, proposal, kind)


def test_to_whoever_left_it_every_way_to_that_case_looks_as_if_it_were_not_there(scene: Scene) -> None:
    case = scene.file(sought(PEOPLE[1][0], 1))
    for number in range(2):
        scene.report(found(PEOPLE[1][1], 1, sender_number=f"S{number}"))
    scene.match()
    first, second = scene.proposals()
    reader, other = scene.reviewers[:2]
    answers(scene, reader, first, goes_on=False)
    for proposal in (first, second):
        for name, act in ACTS.items():
            gone = refusal(scene, act, reader, proposal, case.reference)
            assert gone == refusal(scene, act, reader, uuid.UUID(int=7), "AAAA-AAAA-A"), name
    assert (queue(scene, reader).total, queue(scene, other).total) == (0, 2)
    answers(scene, other, first, goes_on=True)
    assert card(scene, first, other).decisions.may_judge


def test_duplicates_and_groups_leave_them_out_for_that_reader_alone(scene: Scene) -> None:
    mother, brother = scene.file(sought(PEOPLE[1][0], 1)), scene.file(sought(PEOPLE[1][1], 1))
    scene.report(found(PEOPLE[1][1], 1))
    scene.match()
    assert mother.case_id != brother.case_id
    reader, other = scene.reviewers[:2]
    answers(scene, reader, next(iter(scene.proposals())), goes_on=False)
    for actor, total in ((reader, 0), (other, 1)):
        with scene.database.transaction() as session:
            assert read_duplicates(session, actor, now=NOW).total == total


def test_who_travelled_with_them_is_shown_without_whom_the_reader_left(scene: Scene) -> None:
    one, companion = seek(scene, PEOPLE[0][0], vessel="Amina", place=ZUWARA), seek(scene, PEOPLE[2][0], vessel="Amina")
    shown = pair(scene, one, find(scene, PEOPLE[0][1], vessel="Amina"))
    left = pair(scene, companion, find(scene, PEOPLE[2][1], vessel="Amina"))
    bring_together(scene)
    reader, other = scene.reviewers[:2]
    for actor in (reader, other):
        answers(scene, actor, shown, goes_on=True)
    before = len(opened(scene, shown, other).members)
    answers(scene, reader, left, goes_on=False)
    assert before
    group = opened(scene, shown, reader)
    assert len(group.members) < before
    assert (group.elsewhere_searches, group.elsewhere_reports) == (0, 0)
    assert len(opened(scene, shown, other).members) == before


def test_a_slip_is_undone_for_ten_minutes_and_then_never(scene: Scene) -> None:
    proposal, reader = scene.propose(), scene.reviewers[0]
    answers(scene, reader, proposal, goes_on=False)
    assert is_left(scene, reader, proposal, LATER - datetime.timedelta(seconds=1))
    answers(scene, reader, proposal, goes_on=True)
    assert card(scene, proposal).proposal_id == proposal
    answers(scene, reader, proposal, goes_on=False)
    for goes_on in (True, False):
        with pytest.raises(NotFound):
            answers(scene, reader, proposal, goes_on=goes_on, now=LATER)
    with pytest.raises(NotFound):
        is_left(scene, reader, proposal, LATER)


def test_a_foreign_pair_cannot_be_answered_for(scene: Scene) -> None:
    proposal = scene.propose()
    for actor in (scene.stranger, scene.shelter):
        with pytest.raises(NotFound):
            answers(scene, actor, proposal, goes_on=False)


def test_what_is_kept_names_neither_reader_nor_answer_nor_side_and_both_answers_look_alike(scene: Scene) -> None:
    proposal, (reader, other, *_) = scene.propose(), scene.reviewers
    answers(scene, reader, proposal, goes_on=False)
    answers(scene, other, proposal, goes_on=True)
    with scene.database.reading() as session:
        rows = session.scalars(select(ConflictAnswer)).all()
        entries = session.scalars(select(AuditEntry).where(AuditEntry.action == Action.ANSWER_CONFLICT.value)).all()
    assert set(ConflictAnswer.__table__.c.keys()) == {"id", "record_number", "mark", "until"}
    assert len({row.mark for row in rows}) == 2
    assert len({row.record_number for row in rows}) == 2
    assert [(entry.subject_id, entry.detail) for entry in entries] == [("conflicts", {})] * 2
    assert audited(scene, Action.OPEN_CARD) == []
