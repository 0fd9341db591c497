"""Invented people have values for every question, and their reports say what forms ask."""

import random

from benchmarks.asked_people import Form, answered, invented_form, invented_person, reported
from search.asking.given_answers import problem_of
from search.asking.question_pool import spoken_of
from search.vocabulary import Question


def test_every_value_is_an_answer_to_its_question() -> None:
    rng = random.Random(1)  # noqa: S311 - invented people
    for _ in range(40):
        person = invented_person(rng)
        assert list(person) == list(Question)
        assert [one for one, given in person.items() if given is not None and problem_of(one, given)] == []


def test_a_report_speaks_of_nothing_that_its_form_does_not_ask_but_a_body_that_lies_there() -> None:
    rng = random.Random(2)  # noqa: S311 - invented people
    said = reported(invented_person(rng), Form(dead=False, asks=frozenset({Question.HEIGHT}), fills=1.0), rng)
    assert Question.HEIGHT in spoken_of(said.sought, said.identifiers)
    assert Question.CLOTHES_LAST not in spoken_of(said.sought, said.identifiers)
    dead = reported(invented_person(rng), Form(dead=True, asks=frozenset(), fills=1.0), rng)
    assert Question.TATTOOS in spoken_of(dead.sought, dead.identifiers)


def test_families_do_not_know_a_third_and_are_wrong_now_and_then() -> None:
    rng = random.Random(3)  # noqa: S311 - invented people
    person = invented_person(rng)
    said = [answered(person, Question.MOTHERS_NAME, rng) for _ in range(2_000)]
    unknown = said.count("unknown")
    wrong = sum(one not in ("unknown", person[Question.MOTHERS_NAME]) for one in said)
    assert 500 < unknown < 700
    assert 130 < wrong < 300
    assert invented_form(rng) != invented_form(rng)
