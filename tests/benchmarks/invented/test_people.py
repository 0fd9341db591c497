"""Invented people have the ages, sexes and numbers of those who are lost, and nobody's own."""

import re
from statistics import mean

import pytest

from benchmarks.invented.cultures import shipped_cultures
from benchmarks.invented.losses import invent_loss
from benchmarks.invented.people import InventedPerson, invent_number, invent_person, invent_phone
from matching.record import PhoneRole, Sex
from tests.benchmarks.invented.chance import chance


@pytest.fixture(scope="module")
def people() -> list[InventedPerson]:
    """Two thousand people."""
    rng = chance(1)
    made = []
    for number in range(2_000):
        culture = shipped_cultures().draw(rng)
        made.append(invent_person(number, culture, invent_loss(culture.routes.draw(rng), rng), (), rng))
    return made


def test_three_of_four_are_men_and_most_are_young(people: list[InventedPerson]) -> None:
    ages = [(one.loss.day - one.born).days / 365.25 for one in people]
    assert 0.70 < sum(one.sex is Sex.MALE for one in people) / len(people) < 0.77
    assert 24 < mean(ages) < 26
    assert 0.9 < min(ages) <= max(ages) < 80


def test_men_are_taller(people: list[InventedPerson]) -> None:
    men, women = (mean(one.height_cm for one in people if one.sex is sex) for sex in (Sex.MALE, Sex.FEMALE))
    assert 7 < men - women < 11


def test_everybody_is_of_a_country_of_their_culture_and_has_a_paper_of_it(people: list[InventedPerson]) -> None:
    assert all(one.nationality in one.culture.countries.values for one in people)
    assert [one for one in people if one.document.country != one.nationality] == []
    assert [one.number for one in people] == list(range(len(people)))


def test_some_have_a_phone_of_their_own_and_most_families_have_one(people: list[InventedPerson]) -> None:
    roles = [[phone.role for phone in one.phones] for one in people]
    assert 0.56 < sum(PhoneRole.SOUGHT in one for one in roles) / len(roles) < 0.63
    assert 0.83 < sum(PhoneRole.ENQUIRER in one for one in roles) / len(roles) < 0.88


def test_numbers_have_the_shape_of_real_ones() -> None:
    rng = chance(2)
    assert re.fullmatch(r"[+]503\d{8}", invent_phone("SV", rng))
    assert re.fullmatch(r"[A-HK-NP]\d{7}", invent_number(rng))
