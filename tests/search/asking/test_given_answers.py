"""What is wrong with an answer is said as a code."""

import pytest

from search.asking.given_answers import problem_of
from search.vocabulary import Question


@pytest.mark.parametrize(
    ("question", "given", "problem"),
    [
        (Question.TATTOOS, {"motif": "rose"}, "answer_missing"),
        (Question.TATTOOS, {"place": "moon"}, "not_an_answer"),
        (Question.TATTOOS, {"place": "back", "colour": "red"}, "not_an_answer"),
        (Question.TATTOOS, {"without": "none"}, ""),
        (Question.HEIGHT, {"without": "none"}, "not_an_answer"),
        (Question.HEIGHT, {"without": "rather_not"}, ""),
        (Question.HEIGHT, {"without": "unknown", "height": "150-154"}, "not_an_answer"),
        (Question.NUMBER_CALLED_FROM, {"number": "a friend's"}, "not_a_number"),
        (Question.LANGUAGES_SPOKEN, {"words": "qqqq"}, "not_a_language"),
        (Question.FATHERS_NAME, {"words": "unknown"}, "not_a_name"),
        (Question.FATHERS_NAME, {"words": "A" * 121}, "answer_too_long"),
    ],
)  # fmt: skip
def test_what_is_no_answer_is_said_with_a_code(question: Question, given: dict[str, str], problem: str) -> None:
    assert problem_of(question, given) == problem
