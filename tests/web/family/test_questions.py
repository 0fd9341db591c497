"""The page of questions: every question in every language, each error said, nothing typed lost, nothing chosen."""

import re
from itertools import pairwise

import pytest
from sqlalchemy import select

from search.asking.question_pool import POOL
from search.models import QuestionAnswer
from search.vocabulary import Question, SlotTask
from tests.fixtures.languages import english_left, walked
from tests.fixtures.visitor import Visitor
from tests.web.family.asking import files_search, is_asked
from tests.web.family.controls import controls_on
from web.context import Context
from web.labels.question_parts import _PARTS, _TYPED

TAGS = [row.tag for row in walked()]


@pytest.fixture
def engine_name() -> str:
    """What a page shows is the same on both databases."""
    return "sqlite"


def answers(context: Context) -> int:
    with context.database.reading() as session:
        return len(session.scalars(select(QuestionAnswer)).all())


@pytest.mark.parametrize("tag", TAGS)
def test_every_question_reads_in_every_language_and_nothing_is_chosen_beforehand(
    visitor: Visitor, context: Context, tag: str
) -> None:
    files_search(visitor)
    is_asked(context, *Question)
    visitor.goes_to(f"/case/questions?lang={tag}")
    for place in range(1, len(Question) + 1):
        page = visitor.goes_to(f"/case/questions?question={place}").text
        assert english_left(page, tag) == []
        assert page.count("<fieldset") == 1
        assert controls_on(page) <= 4
        assert "checked" not in page
        assert not re.search(r'<option value="[^"]+" selected', page)


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize(
    ("question", "typed"),
    [
        (Question.TATTOOS, {"tattoos-motif": "rose"}),
        (Question.TATTOOS, {"tattoos-place": "back", "tattoos-without": "unknown"}),
        (Question.TATTOOS, {"tattoos-place": "moon"}),
        (Question.NUMBER_CALLED_FROM, {"number_called_from-number": "a friend's"}),
        (Question.LANGUAGES_SPOKEN, {"languages_spoken-words": "qqqq"}),
        (Question.FATHERS_NAME, {"fathers_name-words": "unknown"}),
        (Question.FATHERS_NAME, {"fathers_name-words": "A" * 121}),
        (Question.HEIGHT, {}),
    ],
    ids=["missing", "two", "no option", "no number", "no language", "no name", "too long", "nothing"],
)
def test_every_error_is_said_in_every_language_and_keeps_what_was_typed(
    visitor: Visitor, context: Context, tag: str, question: Question, typed: dict[str, str]
) -> None:
    files_search(visitor)
    is_asked(context, question, Question.BUILD)
    visitor.goes_to(f"/case/questions?lang={tag}")
    answer = visitor.sends("/case/questions", typed)
    assert answer.status_code == 400
    assert 'class="problems"' in answer.text
    assert english_left(answer.text, tag) == []
    for value in typed.values():
        assert f'value="{value.replace(chr(39), "&#39;")}"' in answer.text or value == "moon"
    assert answers(context) == 0


def test_answers_are_saved_shown_again_and_can_be_changed(visitor: Visitor, context: Context) -> None:
    files_search(visitor)
    is_asked(context, Question.EYE_COLOUR, Question.TATTOOS)
    visitor.goes_to("/case/questions")
    assert "Question 1 of 2" in visitor.page
    visitor.sends("/case/questions", {"place": "1", "eye_colour-eyes": "green"})
    assert "Your answers are saved" in visitor.page
    assert "Question 2 of 2" in visitor.page
    visitor.sends("/case/questions", {"place": "2", "tattoos-without": "none"})
    assert "Question 1 of 2" in visitor.page
    assert re.search(r'<option value="green" selected', visitor.page)
    visitor.goes_to("/case/questions?question=2")
    assert re.search(r'name="tattoos-without" value="none" checked', visitor.page)
    visitor.sends("/case/questions", {"eye_colour-eyes": "brown"})
    visitor.goes_to("/case/questions")
    assert re.search(r'<option value="brown" selected', visitor.page)
    assert answers(context) == 3
    assert "Brown eyes" in visitor.goes_to("/case").text


@pytest.mark.parametrize("task", SlotTask)
def test_every_task_leads_somewhere(visitor: Visitor, context: Context, task: SlotTask) -> None:
    files_search(visitor)
    is_asked(context, task=task)
    page = visitor.goes_to("/case/questions").text
    assert "This time there is no question" in page
    (address,) = re.findall(r'<a class="button quiet" href="([^"]+)">Go there', page)
    assert visitor.goes_to(address).status_code == 200


def test_without_a_slot_the_page_says_when_the_next_questions_come(visitor: Visitor) -> None:
    files_search(visitor)
    page = visitor.goes_to("/case/questions").text
    assert "There are no questions for you now" in page
    assert "24 November 2026" in page


def test_every_part_of_every_question_has_words_of_its_own() -> None:
    """Within one question: two parts that read alike could not be told apart."""
    for question, row in POOL.items():
        names = [part.name for part in row.parts]
        words = [_TYPED.get(question) if name == "words" else _PARTS.get(name, name) for name in names]
        assert all(one != other for one, other in pairwise(sorted(map(str, words))))
