"""Each comparison's four outcomes: agrees, disagrees, blank, and not comparable where remains forbid."""

from dataclasses import dataclass

import pytest

from matching import (
    AgeRange,
    Effect,
    Engine,
    Evidence,
    HeightRange,
    IdentityDocument,
    Mark,
    NameKind,
    Outcome,
    Place,
    Sex,
    Trait,
)
from matching.comparisons import ORDER
from tests.matching.records import BODY, LIVING, SOUGHT, Said, at, called, day, numbers, person

ENGINE = Engine.load()


@dataclass(frozen=True)
class Case:
    """What either side says so that the comparison agrees, and what the found side says so that it disagrees."""

    said: Said
    agrees: Said
    disagrees: Said


RIO = (27.5, -99.5)
SICILY = (37.0, 14.0)
CASES: dict[str, Case] = {
    "names": Case(
        {"names": called("Abebe Tesfaye Kidane")},
        {"names": called("አበበ ተስፋዬ ኪዳነ")},
        {"names": called("Marcelino Figueira")},
    ),
    "birth": Case({"birth": day("1991-07-21")}, {"birth": day("1991-07-21")}, {"birth": day("1964-02-02")}),
    "age": Case(
        {"birth": day("1991-07-21"), "event": at("2022-05-01")},
        {"age": AgeRange(28, 33), "event": at("2022-06-01")},
        {"age": AgeRange(60, 65), "event": at("2022-06-01")},
    ),
    "sex": Case({"sex": Sex.MALE}, {"sex": Sex.MALE}, {"sex": Sex.FEMALE}),
    "nationality": Case({"nationalities": ("ER",)}, {"nationalities": ("ER", "ET")}, {"nationalities": ("HN",)}),
    "languages": Case({"languages": ("ti", "ar")}, {"languages": ("ti",)}, {"languages": ("es",)}),
    "elapsed": Case({"event": at("2022-05-01")}, {"event": at("2022-05-20")}, {"event": at("2012-05-20")}),
    "place": Case({"event": at(point=RIO)}, {"event": at(point=(27.6, -99.4))}, {"event": at(point=(35.0, 14.0))}),
    "origin": Case(
        {"nationalities": ("HN",)}, {"event": at(text="Eagle Pass, Texas")}, {"event": at(text="Sfax, Tunisia")}
    ),
    "phones": Case(
        {"phones": numbers("+50499990001")}, {"phones": numbers("+50499990001")}, {"phones": numbers("+50422228888")}
    ),
    "documents": Case(
        {"documents": (IdentityDocument("E2733-021"),)},
        {"documents": (IdentityDocument("e2733021"),)},
        {"documents": (IdentityDocument("K9914460"),)},
    ),
    "height": Case(
        {"height": HeightRange(170, 170)}, {"height": HeightRange(168, 171)}, {"height": HeightRange(140, 145)}
    ),
    "marks": Case(
        {"marks": (Mark("tattoo", "forearm", "left", "rose"),)},
        {"marks": (Mark("tattoo", "forearm", "left", "rose"),)},
        {"marks": (Mark("burn", "back"),)},
    ),
    "effects": Case(
        {"effects": (Effect("jacket", "blue"),)},
        {"effects": (Effect("jacket", "blue"),)},
        {"effects": (Effect("ring", "gold"),)},
    ),
    "traits": Case(
        {"traits": (Trait("eyes", "green"),)},
        {"traits": (Trait("eyes", "green"),)},
        {"traits": (Trait("eyes", "blue"),)},
    ),
    "parents": Case(
        {"names": (*called("Karim"), *called("Rosa Quispe", kind=NameKind.MOTHER))},
        {"names": (*called("Karim"), *called("ROSA QUISPE", kind=NameKind.MOTHER))},
        {"names": (*called("Karim"), *called("Binta Sow", kind=NameKind.MOTHER))},
    ),
    "community": Case({"community": "Hazara"}, {"community": "هزاره"}, {"community": "Baloch"}),
    "home": Case(
        {"birth_place": Place("Keren", ("ER",), 15.78, 38.45)},
        {"birth_place": Place("Keren", ("ER",), 15.8, 38.4)},
        {"birth_place": Place("Choluteca", ("HN",), 13.3, -87.2)},
    ),
    "together": Case(
        {"event": at("2022-05-01", point=SICILY)},
        {"event": at("2022-05-04", point=(37.1, 14.1))},
        {"event": at("2022-06-20", point=(37.1, 14.1))},
    ),
    "companions": Case(
        {"companions": called("Selam Tesfalem Kidane")},
        {"companions": called("ሰላም ተስፋለም ኪዳነ")},
        {"companions": called("Marcelino Figueira")},
    ),
}


def _evidence(comparison: str, said: Said, found: Said) -> Evidence:
    pair = ENGINE.explain(person(SOUGHT, **said), person(BODY, **found))
    return next(evidence for evidence in pair.evidence if evidence.comparison == comparison)


def test_every_comparison_has_its_case() -> None:
    assert set(CASES) == set(ORDER)


@pytest.mark.parametrize("comparison", ORDER)
def test_what_is_the_same_agrees_and_weighs_for_the_pair(comparison: str) -> None:
    evidence = _evidence(comparison, CASES[comparison].said, CASES[comparison].agrees)
    assert evidence.outcome is Outcome.AGREES
    assert evidence.weight > 0


@pytest.mark.parametrize("comparison", ORDER)
def test_what_differs_disagrees_and_weighs_against_the_pair(comparison: str) -> None:
    evidence = _evidence(comparison, CASES[comparison].said, CASES[comparison].disagrees)
    assert evidence.outcome is Outcome.DISAGREES
    assert evidence.weight < 0


@pytest.mark.parametrize("comparison", ORDER)
def test_what_one_side_does_not_say_is_blank_and_weighs_nothing(comparison: str) -> None:
    for said, found in ((CASES[comparison].said, {}), ({}, CASES[comparison].agrees)):
        evidence = _evidence(comparison, said, found)
        assert (evidence.outcome, evidence.weight, evidence.parts) == (Outcome.BLANK, 0.0, ())


@pytest.mark.parametrize("comparison", ORDER)
def test_the_values_that_met_stand_on_the_card(comparison: str) -> None:
    parts = _evidence(comparison, CASES[comparison].said, CASES[comparison].agrees).parts
    assert parts
    assert all(part.reason for part in parts)


def test_a_living_person_has_no_remains_to_forbid_anything() -> None:
    said = {"traits": (Trait("eyes", "green"),)}
    pair = ENGINE.explain(person(SOUGHT, **said), person(LIVING, **said))
    assert {evidence.outcome for evidence in pair.evidence} == {Outcome.AGREES, Outcome.BLANK}
