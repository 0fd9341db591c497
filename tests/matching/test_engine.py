"""The public face: what others call, and what it promises them."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching import AgeRange, Effect, Engine, IdentityDocument, Mark, Remains, Sex, Trait, probability
from matching.comparisons import ORDER
from matching.model import load_model
from tests.matching.records import BODY, LIVING, SOUGHT, Said, at, called, day, numbers, person, weighed

ENGINE = Engine.load()


def test_the_version_names_the_parameters_and_their_date() -> None:
    assert ENGINE.version.startswith("2:20")


def test_weights_of_many_are_those_of_one_and_of_the_explanation() -> None:
    family = person(SOUGHT, names=called("Karim Haddad"), sex=Sex.MALE, event=at("2022-05-01", "Libya"))
    reports = [
        person(LIVING, names=called("كريم حداد"), sex=Sex.MALE, event=at("2022-09-01", "Sfax, Tunisia")),
        person(BODY, age=AgeRange(20, 30), sex=Sex.FEMALE, event=at("2022-05-11", "Zuwara, Libya")),
        person(LIVING),
    ]
    many = weighed(ENGINE, family, *reports)
    assert many == [weighed(ENGINE, family, report)[0] for report in reports]
    assert many == [ENGINE.explain(family, report).match_weight for report in reports]
    assert many == [weighed(ENGINE, report, family)[0] for report in reports]
    assert many[0] > many[2] > many[1]


def test_the_evidence_adds_up_to_the_weight_in_the_order_of_the_card() -> None:
    family = person(SOUGHT, names=called("Karim Haddad"), birth=day("1990-02-03"), phones=numbers("+21620000001"))
    pair = ENGINE.explain(
        family, person(LIVING, names=called("Karim Hadad"), birth=day("1990"), phones=numbers("+21620000007"))
    )
    prior = ENGINE.prior_weight
    assert tuple(evidence.comparison for evidence in pair.evidence) == ORDER
    assert abs(prior + sum(evidence.weight for evidence in pair.evidence) - pair.match_weight) < 0.01


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"marks": (Mark("mole", "face"),)}, {"marks": (Mark("birthmark", "face"),)}),
        ({"effects": (Effect("cap", "red"),)}, {"effects": (Effect("hat", "red"),)}),
        ({"marks": (Mark("scar", "hand"),)}, {"marks": (Mark("scar", "hand"),), "remains": Remains.SKELETAL}),
        ({"traits": (Trait("eyes", "blue"),)}, {"traits": (Trait("eyes", "brown"),), "remains": Remains.SKELETAL}),
    ],
)
def test_two_reports_of_bodies_weigh_the_same_whichever_comes_first(one: Said, other: Said) -> None:
    first, second = person(BODY, **one), person(BODY, **other)
    assert ENGINE.score_same_side(first, [second]) == ENGINE.score_same_side(second, [first])


def test_what_was_left_empty_says_nothing() -> None:
    empty = {
        "nationalities": ("",),
        "languages": ("",),
        "marks": (Mark("", "hand"),),
        "effects": (Effect("", "red"),),
        "traits": (Trait("eyes", ""), Trait("", "brown")),
        "phones": numbers(""),
        "documents": (IdentityDocument(" "),),
        "names": called(" "),
    }
    full = {"nationalities": ("HN",), "languages": ("es",), "marks": (Mark("scar"),), "effects": (Effect("cap"),)}
    assert person(SOUGHT, **empty).has == 0
    assert ENGINE.explain(person(SOUGHT, **empty), person(BODY, **full)).match_weight == ENGINE.prior_weight


def test_twice_as_many_reports_ask_for_a_bit_more_and_fewer_than_the_model_s_for_its_own_threshold() -> None:
    own, reports = ENGINE.proposal_threshold, load_model().reports
    assert [ENGINE.threshold_among(many) for many in (None, 1, reports // 2, reports)] == [own] * 4
    assert ENGINE.threshold_among(2 * reports) == pytest.approx(own + 1)
    assert ENGINE.threshold_among(8 * reports) == pytest.approx(own + 3)


def test_a_weight_is_less_probable_among_more_reports_and_no_more_among_fewer() -> None:
    reports = load_model().reports
    assert ENGINE.probability_among(3.0, None) == ENGINE.probability_among(3.0, reports // 4) == probability(3.0)
    assert ENGINE.probability_among(3.0, 4 * reports) == pytest.approx(probability(1.0))


@given(st.floats(-5000, 5000))
def test_probability_is_that_of_the_odds(weight: float) -> None:
    assert 0.0 <= probability(weight) <= 1.0
    assert abs(probability(weight) + probability(-weight) - 1.0) < 1e-9
    assert probability(0.0) == 0.5


def test_nothing_to_compare_leaves_the_prior() -> None:
    weight = weighed(ENGINE, person(SOUGHT), person(BODY))[0]
    assert -25 < weight < -5


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=60))
def test_no_text_whatever_upsets_the_engine(name: str, place: str, number: str) -> None:
    said = {
        "names": called(name),
        "event": at("2022-05-01", place),
        "phones": numbers(number),
        "companions": called(name),
    }
    here, there = person(SOUGHT, **said), person(LIVING, **said)
    keys = ENGINE.blocking_keys(here)
    assert keys == ENGINE.blocking_keys(person(SOUGHT, **said))
    assert all(isinstance(key, str) for key in keys)
    assert -100 < ENGINE.explain(here, there).match_weight < 200


def test_the_same_records_weigh_the_same_in_another_process() -> None:
    program = (
        "from matching import Engine\n"
        "from tests.matching.records import LIVING, SOUGHT, called, person\n"
        "e = Engine.load()\n"
        "a, b = person(SOUGHT, names=called('Karim Haddad')), person(LIVING, names=called('كريم حداد'))\n"
        "print(repr(e.explain(a, b).match_weight), sorted(e.blocking_keys(a)))\n"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("0", "1729")
    }
    assert len(outputs) == 1
    assert "names2:" in outputs.pop()
