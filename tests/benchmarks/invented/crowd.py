"""Invented people for the tests of what is told of them."""

from functools import cache

from benchmarks.invented.cultures import shipped_cultures
from benchmarks.invented.losses import invent_loss
from benchmarks.invented.people import InventedPerson, invent_person
from tests.benchmarks.invented.chance import chance


@cache
def invented_people(count: int, seed: int = 1) -> tuple[InventedPerson, ...]:
    """So many people, the same ones in every test of a process."""
    rng, made = chance(seed), list[InventedPerson]()
    for number in range(count):
        culture = shipped_cultures().draw(rng)
        companions = tuple(one.name for one in made[-1:] if number % 5 == 0)
        made.append(invent_person(number, culture, invent_loss(culture.routes.draw(rng), rng), companions, rng))
    return tuple(made)
