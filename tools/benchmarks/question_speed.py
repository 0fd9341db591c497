"""How many answers a family gives until the right candidate leads, by the order in which it is asked.

Invented people of one name and age, of whom nothing else is known at first: the right one and at least four rivals
within three bits. Each has attributes of their own; their reports come from forms that ask some of them. The family
answers 15 % wrong and does not know 30 %; answers are merged into its search and weighed by the engine as it is.
"""

import random
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from benchmarks.asked_people import NOT_KNOWN, WRONG, Form, Person, invented_form, invented_person, reported
from matching import Engine
from matching.pairs import Pairs
from matching.record import AgeRange, PersonName, Sex
from matching.record_columns import RecordColumns
from search.asking.additions import Said, with_additions
from search.asking.ordering import QUESTIONS, in_order
from search.asking.question_pool import POOL, Given, open_questions, spoken_of
from search.documents import Description, Identifiers
from search.documents.engine_view import found_view, sought_view
from search.vocabulary import Question, ReportKind

_FORMS: Final = 24
_RIVALS: Final = (4, 8)
_WITHIN_BITS: Final = 3.0
_WORTH: Final = {one: row.worth for one, row in POOL.items()}
# What a family answers to each question that it can answer; None: there is none of it.
Answers = dict[Question, Given | None]


@dataclass(frozen=True, slots=True)
class Family:
    """A search, its candidates as columns of the engine, which of them is right, and what the family will answer."""

    said: Said
    reports: tuple[Said, ...]
    columns: RecordColumns
    right: int
    answers: Answers


Rule = Callable[["Asked"], Question]


class Asked:
    """One family being asked by one rule."""

    def __init__(self, engine: Engine, family: Family, seed: int) -> None:
        self.engine, self.family, self.seed = engine, family, seed
        self.said, self.left = family.said, list(QUESTIONS)
        spoken = [spoken_of(one.sought, one.identifiers) for one in family.reports]
        self.coverage = {one: sum(one in each for each in spoken) for one in QUESTIONS}

    def with_answer(self, question: Question) -> Said:
        """What the search says with the family's answer to a question."""
        given = self.family.answers.get(question)
        return self.said if given is None else with_additions(self.said, POOL[question].adds(given))

    def lead(self, said: Said) -> float:
        """By how many bits the right candidate is before all others."""
        sought = self.engine.prepare(sought_view(said.sought, said.identifiers))
        pairs = Pairs.one_with_all(RecordColumns.of([sought]), self.family.columns)
        weights = self.engine.score(pairs)
        right = weights.pop(self.family.right)
        return right - max(weights)


def in_fixed_order(asked: Asked) -> Question:
    """Question by question as they are listed."""
    return asked.left[0]


def by_our_rule(asked: Asked) -> Question:
    """The order of the product, which looks at nothing but of what the candidates' reports speak."""
    return in_order(asked.coverage, _WORTH, asked.left, asked.seed)[0]


def with_perfect_choice(asked: Asked) -> Question:
    """What nobody can do: the question whose answer, known beforehand, brings the right candidate furthest ahead."""
    return max(asked.left, key=lambda one: asked.lead(asked.with_answer(one)))


RULES: Final[dict[str, Rule]] = {
    "fixed order": in_fixed_order,
    "ours": by_our_rule,
    "perfect choice": with_perfect_choice,
}


@dataclass(frozen=True, slots=True)
class Speed:
    """Answers other than "I do not know" until the right candidate leads, and in what part of the families it does.

    `mean` and `median` are of the families in which it leads by every rule; `over_all` counts all that there are
    where it never leads.
    """

    rule: str
    mean: float
    median: float
    led: float
    over_all: float


def speeds(families: int, seed: int, rules: Sequence[str] = tuple(RULES)) -> list[Speed]:
    """The same families, asked by each rule."""
    rng, engine = random.Random(seed), Engine.load()  # noqa: S311 - invented people, drawn again by anybody
    forms = [invented_form(rng) for _ in range(_FORMS)]
    world = [_family(engine, forms, rng) for _ in range(families)]
    counts = {
        name: [_answers_until_lead(Asked(engine, one, place), RULES[name]) for place, one in enumerate(world)]
        for name in rules
    }
    by_all = [all(counts[name][place][1] for name in rules) for place in range(families)]
    return [_speed(name, counts[name], by_all) for name in rules]


def _speed(rule: str, counts: Sequence[tuple[int, bool]], by_all: Sequence[bool]) -> Speed:
    numbers = [number for (number, _), every in zip(counts, by_all, strict=True) if every]
    led = sum(leads for _, leads in counts) / len(counts)
    over_all = statistics.mean(number for number, _ in counts)
    return Speed(rule, statistics.mean(numbers), statistics.median(numbers), led, over_all)


def _answers_until_lead(asked: Asked, rule: Rule) -> tuple[int, bool]:
    answers = 0
    while (leads := asked.lead(asked.said)) <= 0 and asked.left:
        question = rule(asked)
        asked.left.remove(question)
        answers += question in asked.family.answers
        asked.said = asked.with_answer(question)
    return answers, leads > 0


def _family(engine: Engine, forms: Sequence[Form], rng: random.Random) -> Family:
    """A family whose right candidate does not lead, with at least four rivals within three bits of the first."""
    while True:
        person, family = invented_person(rng), _drawn(engine, forms, rng)
        asked = Asked(engine, family, 0)
        weights = _weights(engine, family)
        near = sum(max(weights) - one <= _WITHIN_BITS for one in weights)
        if asked.lead(family.said) <= 0 and near > _RIVALS[0] and person:
            return family


def _weights(engine: Engine, family: Family) -> list[float]:
    sought = engine.prepare(sought_view(family.said.sought, family.said.identifiers))
    return engine.score(Pairs.one_with_all(RecordColumns.of([sought]), family.columns))


def _drawn(engine: Engine, forms: Sequence[Form], rng: random.Random) -> Family:
    person, side = invented_person(rng), rng.random() < 0.35
    there = [one for one in forms if one.dead == side] or list(forms)
    people = [person, *(invented_person(rng) for _ in range(rng.randint(*_RIVALS)))]
    reports = [_near(reported(one, rng.choice(there), rng), rng) for one in people]
    right = rng.randrange(len(reports))
    reports[0], reports[right] = reports[right], reports[0]
    said = Said(_known(rng), Identifiers())
    views = [
        engine.prepare(found_view(ReportKind.MORTUARY if side else ReportKind.SHELTER, one.sought, one.identifiers))
        for one in reports
    ]
    answers = _answers(person, open_questions(said.sought, said.identifiers), rng)
    return Family(said, tuple(reports), RecordColumns.of(views), right, answers)


def _known(rng: random.Random) -> Description:
    """What is known at first: a name, a sex, an age."""
    age = rng.randint(18, 40)
    return Description(names=(PersonName("Amadou Diallo"),), sex=Sex.MALE, age=AgeRange(age, age + 2))


def _near(said: Said, rng: random.Random) -> Said:
    """A report of somebody of that name and about that age."""
    age = rng.randint(20, 38)
    names = (PersonName(rng.choice(("Amadou Diallo", "Amadou Diallo", "Amadu Diallo"))), *said.sought.names)
    return replace(said, sought=replace(said.sought, names=names, sex=Sex.MALE, age=AgeRange(age - 4, age + 6)))


def _answers(person: Person, open_now: frozenset[Question], rng: random.Random) -> Answers:
    answers: Answers = {}
    for question in QUESTIONS:
        if question in open_now and rng.random() >= NOT_KNOWN:
            answers[question] = person[question] if rng.random() >= WRONG else invented_person(rng)[question]
    return answers
