"""The fixed questions: what an answer adds is taken away again, and whether a report speaks is not what it says."""

import random
from dataclasses import replace

import pytest

from benchmarks.asked_people import invented_person
from matching.record import PersonName, Remains, Trait
from search.asking.additions import NOTHING, Said, with_additions, without_additions
from search.asking.given_answers import problem_of
from search.asking.question_pool import POOL, Part, open_questions, spoken_of
from search.documents import Description, Identifiers, Journey
from search.vocabulary import Question

BLANK = Said(Description(), Identifiers())


def test_the_pool_has_every_question() -> None:
    assert list(POOL) == list(Question)


@pytest.mark.parametrize("question", Question)
def test_an_answer_answers_its_question_and_is_taken_away_without_a_trace(question: Question) -> None:
    rng = random.Random(question.value)  # noqa: S311 - invented people
    for _ in range(20):
        given = {part.name: value for part, value in _given(question, rng)}
        assert problem_of(question, given) == ""
        added = POOL[question].adds(given)
        said = with_additions(BLANK, added)
        assert without_additions(said, added) == BLANK
        if added != NOTHING:
            assert question not in open_questions(said.sought, said.identifiers)
            assert open_questions(Description(), Identifiers()) == frozenset(Question)


def _given(question: Question, rng: random.Random) -> list[tuple[Part, str]]:
    person = None
    while person is None:
        person = invented_person(rng)[question]
    return [(part, person[part.name]) for part in POOL[question].parts]


LISTED_ONLY_WHERE_THERE_IS_SOMETHING = (
    Question.TATTOOS, Question.SCARS, Question.AMPUTATION, Question.TEETH_MISSING, Question.TEETH_METAL,
    Question.OPERATIONS, Question.FRACTURES, Question.GLASSES, Question.JEWELLERY, Question.COMPANIONS,
    Question.NICKNAME,
)  # fmt: skip


@pytest.mark.parametrize("question", LISTED_ONLY_WHERE_THERE_IS_SOMETHING)
def test_a_report_speaks_of_what_is_listed_only_where_there_is_something_whether_or_not_there_is(
    question: Question,
) -> None:
    """Else the order of questions would tell a family what its relative is like that somebody met."""
    looked = Said(
        replace(
            Description(remains=Remains.FRESH),
            traits=(Trait("build", "slim"),),
            effects=with_additions(BLANK, POOL[Question.CLOTHES_LAST].adds({"item": "shirt"})).sought.effects,
            names=(PersonName("Amaru"),),
            journey=Journey(what_was_said="by bus"),
        ),
        Identifiers(),
    )
    rng = random.Random(question.value)  # noqa: S311 - invented people
    found = with_additions(looked, POOL[question].adds(dict(_named(question, rng))))
    before, after = (spoken_of(one.sought, one.identifiers) for one in (looked, found))
    assert (question in before) == (question in after)


def _named(question: Question, rng: random.Random) -> list[tuple[str, str]]:
    return [(part.name, value) for part, value in _given(question, rng)]
