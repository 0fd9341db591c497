"""A claimant is asked a question of which there is an answer, and not always the same one."""

from search.casework.control_questions import can_be_asked, next_question
from search.documents import ControlQuestion

DOG = ControlQuestion(question="What was the dog called?", answer="Kibo")
DOOR = ControlQuestion(answer="the door was blue")


def test_a_question_without_an_answer_cannot_be_asked() -> None:
    answers = ["Kibo", "", "  ", "-", "desconocido"]
    assert [can_be_asked(ControlQuestion(question="Who?", answer=one)) for one in answers] == [True, *[False] * 4]
    assert can_be_asked(DOOR)


def test_the_question_that_was_asked_least_often_comes_next() -> None:
    questions = (ControlQuestion(question="Who?"), DOG, DOOR)
    assert next_question(questions, []) == 1
    assert next_question(questions, [1]) == 2
    assert next_question(questions, [1, 2]) == 1
    assert next_question(questions[:1], []) is None
