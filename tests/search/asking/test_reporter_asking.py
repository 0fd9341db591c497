"""Ordinary questions to reporters: by the calendar, the same for all."""

import datetime

import pytest

from search.access import Actor
from search.asking.reporter_asking import REPLIES, answer_reporter_questions, questions_of, read_reporter_questions
from search.asking_commands import AnswerReporterQuestions
from search.asking_summaries import ReporterQuestions
from search.errors import NotFound, Refused
from search.vocabulary import ReporterQuestion, ReporterReply
from tests.search.scene import NOW, Scene


def read(scene: Scene, actor: Actor, now: datetime.datetime = NOW) -> ReporterQuestions:
    with scene.database.reading() as session:
        return read_reporter_questions(session, actor, now=now)


def answer(scene: Scene, actor: Actor, answers: dict[ReporterQuestion, ReporterReply]) -> ReporterQuestions:
    with scene.database.transaction() as session:
        return answer_reporter_questions(session, actor, AnswerReporterQuestions(answers=answers), now=NOW)


def test_all_organisations_are_asked_the_same_whatever_was_proposed(scene: Scene) -> None:
    before = read(scene, scene.shelter)
    scene.propose()
    assert read(scene, scene.shelter) == before == read(scene, scene.mortuary)
    assert (len(before.questions), before.until) == (2, datetime.date(2026, 4, 1))
    assert read(scene, scene.shelter, datetime.datetime(2026, 12, 31, tzinfo=datetime.UTC)).until == datetime.date(
        2027, 1, 1
    )


def test_every_question_comes_in_turn() -> None:
    asked = [one for month in range(5) for one in questions_of(month)]
    assert sorted(asked) == sorted(2 * tuple(ReporterQuestion))
    assert set(REPLIES) == set(ReporterQuestion)


def test_answers_are_kept_for_the_organisation_and_give_way_to_newer_ones(scene: Scene) -> None:
    question = read(scene, scene.shelter).questions[0]
    first, second = REPLIES[question][:2]
    answer(scene, scene.shelter, {question: first})
    assert answer(scene, scene.shelter, {question: second}).answers == {question: second}
    assert read(scene, scene.mortuary).answers is None


def test_what_was_not_asked_is_refused_and_a_committee_is_asked_nothing(scene: Scene) -> None:
    asked = read(scene, scene.shelter).questions
    other = next(one for one in ReporterQuestion if one not in asked)
    for answers in ({}, {other: REPLIES[other][0]}):
        with pytest.raises(Refused, match="answer_unreadable"):
            answer(scene, scene.shelter, answers)
    with pytest.raises(NotFound):
        read(scene, scene.reviewers[0])
