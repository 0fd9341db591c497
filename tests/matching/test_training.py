"""Estimating: what is counted, what is believed, and what is refused."""

import numpy as np
import pytest

from matching import Mark, MatchRecord, Sex, TrainingError
from matching.comparisons import COMPARISONS
from matching.model import parse_model
from matching.pairs import Pairs
from matching.prepared_record import PreparedRecord
from matching.record_columns import RecordColumns
from matching.training import (
    Sample,
    beliefs_of,
    estimate,
    estimate_name_curve,
    estimate_rarities,
    parameters_document,
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
COLUMNS = (RecordColumns.of(SOUGHT_PEOPLE), RecordColumns.of(FOUND_PEOPLE))
EVERYBODY = np.arange(100)


def _blind(requests: int) -> list[Pairs]:
    """Some requests with every report."""
    return [Pairs(*COLUMNS, np.full(100, one), EVERYBODY) for one in dice(3).choices(range(100), k=requests)]


SAMPLE = Sample(Pairs(*COLUMNS, EVERYBODY, EVERYBODY), _blind(20))


def test_m_is_the_share_among_true_pairs_and_u_among_random_ones() -> None:
    sex = estimate(SAMPLE, beliefs_of(COMPARISONS))["sex"]
    assert 0.88 < sex["same"]["m"] < 0.94
    assert 0.45 < sex["same"]["u"] < 0.56
    assert abs(sex["same"]["m"] + sex["different"]["m"] - 1) < 1e-6


def test_what_the_data_never_showed_keeps_the_believed_weight() -> None:
    estimates, beliefs = estimate(SAMPLE, beliefs_of(COMPARISONS)), shipped_beliefs()
    for level, believed in beliefs["companions"].items():
        assert estimates["companions"][level]["m"] == pytest.approx(believed["m"])
        assert estimates["companions"][level]["u"] == pytest.approx(believed["u"])


def test_a_level_shown_by_no_pair_of_many_keeps_the_believed_weight() -> None:
    """There are hundreds of times more random pairs than true ones: absence from both says nothing for agreement."""
    many = Sample(SAMPLE.true, _blind(500))
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
    assert model.version == "2:2026-01-02"
    assert model.prior == pytest.approx(-7.64, abs=0.01)


def test_too_few_true_pairs_are_refused() -> None:
    few = Sample(SAMPLE.true.chosen(np.arange(10)), SAMPLE.blind)
    with pytest.raises(TrainingError):
        estimate(few, shipped_beliefs())
    with pytest.raises(TrainingError):
        estimate_name_curve(few)


def test_time_and_place_that_only_come_together_among_true_pairs_weigh_more_than_both_alone() -> None:
    """Half were found at once and near, half late and far; blind pairs know no such order."""
    sought = [person(SOUGHT, event=at("2022-05-01", point=(33.0, 12.0))) for _ in range(100)]
    near, far = at("2022-05-04", point=(33.1, 12.1)), at("2022-09-20", point=(38.0, 15.0))
    found = [person(BODY, event=near if number % 2 else far) for number in range(100)]
    mixed = [
        person(BODY, event=at(when, point=point))
        for when in ("2022-05-04", "2022-09-20")
        for point in ((33.1, 12.1), (38.0, 15.0))
    ]
    people, bodies = RecordColumns.of(sought), RecordColumns.of(found)
    blind = Pairs(people, RecordColumns.of(mixed * 25), EVERYBODY, EVERYBODY)
    together = estimate(Sample(Pairs(people, bodies, EVERYBODY, EVERYBODY), [blind]), shipped_beliefs())["together"]
    weights = {level: np.log2(one["m"] / one["u"]) for level, one in together.items()}
    assert weights["dead_days_near"] > 0.5
    assert weights["dead_months_near"] < -0.5
    assert abs(weights["living_days_near"]) < 0.01
