"""Invented people with attributes of their own, the forms of those who report them, and what their families answer."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from matching.record import Remains
from search.asking.additions import Said, with_additions
from search.asking.question_pool import POOL, Given
from search.documents import Description, Identifiers, Journey
from search.vocabulary import Question

# How often there is anything of it, where "none" is an answer.
THERE_IS: Mapping[Question, float] = {
    Question.TATTOOS: 0.35,
    Question.SCARS: 0.5,
    Question.AMPUTATION: 0.03,
    Question.TEETH_MISSING: 0.45,
    Question.TEETH_METAL: 0.15,
    Question.OPERATIONS: 0.25,
    Question.FRACTURES: 0.2,
    Question.JEWELLERY: 0.4,
    Question.COMPANIONS: 0.7,
    Question.CARRIED_PAPERS: 0.5,
    Question.NICKNAME: 0.5,
}
# What a form for the living and one for the dead has a place for, in how many of a hundred.
_LIVING: Mapping[Question, int] = {
    Question.TATTOOS: 45, Question.SCARS: 45, Question.AMPUTATION: 45, Question.TEETH_MISSING: 10,
    Question.TEETH_METAL: 10, Question.HANDEDNESS: 8, Question.EYE_COLOUR: 35, Question.HAIR: 40, Question.HEIGHT: 45,
    Question.BUILD: 40, Question.GLASSES: 20, Question.BLOOD_GROUP: 15, Question.OPERATIONS: 20,
    Question.FRACTURES: 10, Question.CLOTHES_LAST: 25, Question.JEWELLERY: 10, Question.COMPANIONS: 45,
    Question.NUMBER_CALLED_FROM: 35, Question.CARRIED_PAPERS: 40, Question.FATHERS_NAME: 35,
    Question.MOTHERS_NAME: 30, Question.NICKNAME: 20, Question.LANGUAGES_SPOKEN: 50,
}  # fmt: skip
_DEAD: Mapping[Question, int] = {
    Question.TATTOOS: 90, Question.SCARS: 85, Question.AMPUTATION: 90, Question.TEETH_MISSING: 80,
    Question.TEETH_METAL: 80, Question.HANDEDNESS: 2, Question.EYE_COLOUR: 45, Question.HAIR: 70, Question.HEIGHT: 90,
    Question.BUILD: 70, Question.GLASSES: 20, Question.BLOOD_GROUP: 30, Question.OPERATIONS: 60,
    Question.FRACTURES: 55, Question.CLOTHES_LAST: 90, Question.JEWELLERY: 80, Question.COMPANIONS: 3,
    Question.NUMBER_CALLED_FROM: 20, Question.CARRIED_PAPERS: 50, Question.FATHERS_NAME: 8, Question.MOTHERS_NAME: 8,
    Question.NICKNAME: 3, Question.LANGUAGES_SPOKEN: 3,
}  # fmt: skip
# Strangers' values are not spread evenly: the first of a list are the common ones.
_LEANING = 0.72
_NAMES = (
    "Amaru",
    "Belisa",
    "Caleb",
    "Dario",
    "Elvira",
    "Farida",
    "Gidey",
    "Hamsa",
    "Iskra",
    "Jovan",
    "Kelile",
    "Lamin",
)
_LANGUAGES = ("Spanish", "Arabic", "Tigrinya", "French", "K'iche'", "Dari")
WRONG, NOT_KNOWN = 0.15, 0.30

# An answer to each question; None: there is none of it.
Person = Mapping[Question, Given | None]


@dataclass(frozen=True, slots=True)
class Form:
    """A source of reports: whether of the dead, what it asks, and how often a field is filled in."""

    dead: bool
    asks: frozenset[Question]
    fills: float


def invented_form(rng: random.Random) -> Form:
    """A form as some organisation has it."""
    dead = rng.random() < 0.35
    likely = _DEAD if dead else _LIVING
    asks = frozenset(one for one in Question if rng.random() * 100 < likely[one])
    return Form(dead, asks, rng.uniform(0.6, 0.95))


def invented_person(rng: random.Random) -> Person:
    """Somebody with a value for every question, or none of it."""
    return {one: _value(one, rng) if rng.random() < THERE_IS.get(one, 1.0) else None for one in Question}


def _value(question: Question, rng: random.Random) -> Given:
    return {part.name: _option(question, part.options, rng) for part in POOL[question].parts}


def _option(question: Question, options: Sequence[str], rng: random.Random) -> str:
    if options:
        leaning = [_LEANING**place for place in range(len(options))]
        return rng.choices(options, leaning if question is not Question.CLOTHES_LAST else None)[0]
    if question is Question.NUMBER_CALLED_FROM:
        return f"+52 55 {rng.randrange(2100, 8999)} {rng.randrange(1001, 9998)}"
    if question is Question.LANGUAGES_SPOKEN:
        return rng.choices(_LANGUAGES, [_LEANING**place for place in range(len(_LANGUAGES))])[0]
    return f"{rng.choice(_NAMES)} {rng.choice(_NAMES)}"


def reported(person: Person, form: Form, rng: random.Random, wrong: float = 0.08) -> Said:
    """What a clerk writes down of somebody: what the form asks, some of it left out, some of it wrong."""
    said = Said(Description(remains=Remains.FRESH if form.dead else None), Identifiers())
    for question in sorted(form.asks):
        if rng.random() >= form.fills:
            continue
        if question is Question.COMPANIONS:
            said = replace(said, sought=replace(said.sought, journey=Journey(what_was_said="by bus")))
        given = person[question] if rng.random() >= wrong else invented_person(rng)[question]
        if given is not None:
            said = with_additions(said, POOL[question].adds(given))
    return said


def answered(person: Person, question: Question, rng: random.Random) -> Given | str | None:
    """What the family answers: a value, None for "there is none", "unknown" where it does not know."""
    if rng.random() < NOT_KNOWN:
        return "unknown"
    return person[question] if rng.random() >= WRONG else invented_person(rng)[question]
