"""Whether the sequence of questions tells if a search has candidates: classifiers learn from many simulated cases.

Half of the cases have candidates, from the beginning or from some slot on; all are asked by the product's own rule. An
observer who has the whole sequence, the family's answers and whatever the search says learns from four fifths of the
cases and guesses the rest. The same observers are set on a chooser that asks what divides the candidates, and ordinary
cases at random: they must find that one out, or they would prove nothing.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from benchmarks.asked_people import Form, Person, answered, invented_form, invented_person, reported
from benchmarks.sequence_observers import OBSERVERS, Features, Interval, auc_of, held_out_scores
from search.asking.additions import Said, with_additions
from search.asking.donors import Donor, Donors, Profile
from search.asking.ordering import NO_COVERAGE, QUESTIONS, Coverage, askable, in_order
from search.asking.question_pool import POOL, open_questions, spoken_of
from search.documents import Description, Identifiers
from search.vocabulary import Question

SLOTS: Final = 6
PLACES: Final = 2
_FORMS: Final = 24
_MOST_CANDIDATES: Final = 8
_WORTH: Final = {one: row.worth for one, row in POOL.items()}

Asked = tuple[tuple[Question, str], ...]
Chooser = Callable[["Case", int, Donors], Sequence[Question]]


@dataclass(slots=True)
class Case:
    """A search: what it says, whom it looks for, since when it has candidates (None: never), and whose reports."""

    seed: int
    sex: str
    person: Person
    open_now: frozenset[Question]
    since: int | None
    candidates: tuple[Said, ...]
    asked: dict[Question, int]

    @property
    def profile(self) -> Profile:
        return Profile(self.seed, self.sex, self.open_now)

    def has_candidates(self, slot: int) -> bool:
        return self.since is not None and self.since <= slot

    @property
    def coverage(self) -> Coverage:
        """Of what the candidates' reports speak."""
        spoken = [spoken_of(one.sought, one.identifiers) for one in self.candidates]
        return {one: count for one in QUESTIONS if (count := sum(one in each for each in spoken))}


def invented_cases(number: int, rng: random.Random, late: float = 0.3) -> list[Case]:
    """Cases of one registry, every second with candidates, some of them only after a few slots."""
    forms = [invented_form(rng) for _ in range(_FORMS)]
    return [_case(forms, rng, with_candidates=place % 2 == 0, late=late) for place in range(number)]


def _case(forms: Sequence[Form], rng: random.Random, *, with_candidates: bool, late: float) -> Case:
    person = invented_person(rng)
    stated = [one for one in QUESTIONS if rng.random() < rng.choice((0.1, 0.3, 0.5))]
    said = Said(Description(), Identifiers())
    for question in stated:
        given = person[question]
        said = said if given is None else with_additions(said, POOL[question].adds(given))
    open_now = open_questions(said.sought, said.identifiers)
    since = None if not with_candidates else rng.randrange(1, SLOTS) if rng.random() < late else 0
    found = _candidates(person, set(QUESTIONS) - open_now, forms, rng) if with_candidates else ()
    return Case(rng.getrandbits(64), rng.choice(("female", "male", "")), person, open_now, since, found, {})


def _candidates(person: Person, stated: set[Question], forms: Sequence[Form], rng: random.Random) -> tuple[Said, ...]:
    """Reports that come near: of the living or of the dead, and rather those that speak of what the search states."""
    dead = rng.random() < 0.35
    there = [one for one in forms if one.dead == dead] or list(forms)
    near = [1.0 + len(stated & one.asks) for one in there]
    found = []
    right = rng.random() < 0.6
    for place in range(rng.randint(1, _MOST_CANDIDATES)):
        whose = person if right and place == 0 else invented_person(rng)
        found.append(reported(whose, rng.choices(there, near)[0], rng))
    return tuple(found)


def by_our_rule(case: Case, slot: int, donors: Donors) -> Sequence[Question]:
    """The order of the product: by the own candidates' coverage, or by a donor's."""
    coverage = case.coverage if case.has_candidates(slot) else donors.coverage_for(case.profile)
    return _first(case, coverage)


def by_dividing(case: Case, slot: int, _donors: Donors) -> Sequence[Question]:
    """What must not be: candidates decide, ordinary cases are asked at random."""
    return _first(case, case.coverage if case.has_candidates(slot) else NO_COVERAGE)


def by_equal_chance(case: Case, _slot: int, _donors: Donors) -> Sequence[Question]:
    """All cases at random: what chance looks like to the same observers."""
    return _first(case, NO_COVERAGE)


def _first(case: Case, coverage: Coverage) -> Sequence[Question]:
    chosen: list[Question] = []
    for each in askable(case.open_now, case.asked, (), PLACES):
        chosen += in_order(coverage, _WORTH, each, case.seed)
    return chosen[:PLACES]


def sequences(cases: Sequence[Case], chooser: Chooser, rng: random.Random) -> list[list[Asked]]:
    """What each case is asked in every slot, and what its family answers."""
    for case in cases:
        case.asked = {}
    told: list[list[Asked]] = [[] for _ in cases]
    for slot in range(SLOTS):
        donors = Donors([Donor(one.profile, one.coverage) for one in cases if one.has_candidates(slot)])
        for case, so_far in zip(cases, told, strict=True):
            asked = chooser(case, slot, donors)
            so_far.append(tuple((one, _kind(case, one, rng)) for one in asked))
            case.asked |= dict.fromkeys(asked, slot)
    return told


def _kind(case: Case, question: Question, rng: random.Random) -> str:
    """The answer as an observer sorts it: not known, none, a common value, a rare one."""
    given = answered(case.person, question, rng)
    if given is None or isinstance(given, str):
        return given or "none"
    first = POOL[question].parts[0]
    return "common" if not first.options or first.options.index(given[first.name]) < 2 else "rare"


@dataclass(frozen=True, slots=True)
class Guess:
    """How well one observer tells cases with candidates from those without: 0.5 is chance."""

    chooser: str
    observer: str
    area: Interval


CHOOSERS: Final = {"ours": by_our_rule, "dividing": by_dividing, "chance": by_equal_chance}


def guesses(number: int, seed: int, choosers: Sequence[str] = tuple(CHOOSERS), late: float = 0.3) -> Iterator[Guess]:
    """Every observer on every chooser, over the same cases."""
    cases = invented_cases(number, random.Random(seed), late)  # noqa: S311 - invented people, drawn again by anybody
    labels = [case.since is not None for case in cases]
    for name in choosers:
        told = sequences(cases, CHOOSERS[name], random.Random(seed + 1))  # noqa: S311 - as above
        features = Features.of(cases, told)
        for observer, learn in OBSERVERS.items():
            yield Guess(name, observer, auc_of(held_out_scores(features, labels, learn, seed), labels))
