"""Estimating: what is counted, what is believed, and what is refused."""

import pytest

from matching import Mark, MatchRecord, Sex, TrainingError
from matching.model import parse_model
from matching.prepared import PreparedRecord
from matching.training import (
    Sample,
    estimate,
    estimate_name_curve,
    estimate_rarities,
    parameters_document,
    random_pairs,
    shipped_beliefs,
)
from tests.matching.records import BODY, LIVING, SOUGHT, at, called, dice, person

GIVEN = ("Abebe", "Karim", "Selam", "Marcelino", "Nadia", "Petro", "Kamala", "Yosef", "Binta", "Rosa")
FAMILY = ("Kidane", "Haddad", "Figueira", "Zaydani", "Shevchuk", "Adhikari", "Kaplan", "Sow", "Quispe", "Huamán")


def _people(record: MatchRecord) -> list[PreparedRecord]:
    """A hundred people, every tenth with the sex written wrongly on the found side."""
    people = []
    for number in range(100):
        wrong = record is not SOUGHT and number % 10 == 0
        sex = Sex.MALE if (number % 2 == 0) != wrong else Sex.FEMALE
        name = f"{GIVEN[number % 10]} {FAMILY[number // 10]}"
        people.append(
            person(record, names=called(name), sex=sex, event=at("2022-05-01", "Libya"), marks=(Mark("scar", "hand"),))
        )
    return people


SOUGHT_PEOPLE, FOUND_PEOPLE = _people(SOUGHT), _people(LIVING)
SAMPLE = Sample(
    list(zip(SOUGHT_PEOPLE, FOUND_PEOPLE, strict=True)),
    random_pairs(SOUGHT_PEOPLE, FOUND_PEOPLE, 2000, dice(3)),
)


def test_m_is_the_share_among_true_pairs_and_u_among_random_ones() -> None:
    sex = estimate(SAMPLE, shipped_beliefs())["sex"]
    assert 0.88 < sex["same"]["m"] < 0.94
    assert 0.45 < sex["same"]["u"] < 0.56
    assert abs(sex["same"]["m"] + sex["different"]["m"] - 1) < 1e-6


def test_what_the_data_never_showed_keeps_the_believed_weight() -> None:
    estimates, beliefs = estimate(SAMPLE, shipped_beliefs()), shipped_beliefs()
    for level, believed in beliefs["companions"].items():
        assert estimates["companions"][level]["m"] == pytest.approx(believed["m"])
        assert estimates["companions"][level]["u"] == pytest.approx(believed["u"])


def test_a_level_shown_by_no_pair_of_many_keeps_the_believed_weight() -> None:
    """There are hundreds of times more random pairs than true ones: absence from both says nothing for agreement."""
    many = Sample(SAMPLE.true_pairs, random_pairs(SOUGHT_PEOPLE, FOUND_PEOPLE, 50_000, dice(3)))
    believed = shipped_beliefs()["marks"]["side_open"]
    shown = estimate(many, shipped_beliefs())["marks"]["side_open"]
    assert shown["m"] / shown["u"] == pytest.approx(believed["m"] / believed["u"], rel=0.01)


def test_no_level_becomes_impossible() -> None:
    for levels in estimate(SAMPLE, shipped_beliefs()).values():
        assert all(0 < e["m"] <= 1 and 0 < e["u"] <= 1 for e in levels.values())


def test_rarer_marks_weigh_more() -> None:
    bodies = [person(BODY, marks=(Mark("scar", "hand"),))] * 30 + [person(BODY, marks=(Mark("amputation", "hand"),))]
    rarities = estimate_rarities(bodies)["marks"]
    assert rarities["amputation"] > 0 > rarities["scar"]
    assert estimate_rarities([]) == {"marks": {}, "effects": {}}


def test_the_curve_of_names_rises() -> None:
    bits = [bits for _, bits in estimate_name_curve(SAMPLE)]
    assert bits == sorted(bits)
    assert bits[0] < 0 < bits[-1]


def test_what_is_estimated_can_be_loaded() -> None:
    made = {"date": "2026-01-02", "data": "invented", "command": "none"}
    model = parse_model(parameters_document(SAMPLE, FOUND_PEOPLE, made))
    assert model.version == "1:2026-01-02"
    assert model.prior == pytest.approx(-7.64, abs=0.01)


def test_too_few_true_pairs_are_refused() -> None:
    few = Sample(SAMPLE.true_pairs[:10], SAMPLE.random_pairs)
    with pytest.raises(TrainingError):
        estimate(few, shipped_beliefs())
    with pytest.raises(TrainingError):
        estimate_name_curve(few)


def test_random_pairs_are_the_same_for_the_same_seed() -> None:
    def drawn(seed: int) -> list[tuple[PreparedRecord, PreparedRecord]]:
        return random_pairs(SOUGHT_PEOPLE, FOUND_PEOPLE, 5, dice(seed))

    assert drawn(1) == drawn(1) != drawn(2)
