"""Parameters: complete, plausible, and refused when they are not."""

import copy
import json
import math
from importlib.resources import files
from typing import Any

import pytest

from matching import ParametersError
from matching.comparisons import COMPARISONS, LEVELS, Learning
from matching.model import CURRENT, Level, load_model, parse_model, probability
from matching.scoring import comparisons_of
from matching.training import shipped_beliefs

DOCUMENT: dict[str, Any] = json.loads(
    files("matching").joinpath("parameters", "second.json").read_text(encoding="utf-8")
)


def test_a_level_weighs_the_log_of_its_odds() -> None:
    assert Level(0.5, 0.125).weight == 2.0
    assert Level(0.125, 0.5).weight == -2.0


@pytest.mark.parametrize(
    ("weight", "bits"), [(0.0, 0.0), (5.0, 5.0), (29.0, 29.0), (30.0, 30.0), (31.0, 30.0), (60.0, 30.0), (1e6, 30.0)]
)
def test_no_weight_makes_anything_more_certain_than_thirty_bits(weight: float, bits: float) -> None:
    assert probability(weight) == pytest.approx(1 / (1 + 2**-bits), abs=1e-12)
    assert probability(-weight) == pytest.approx(1 / (1 + 2**bits), rel=1e-9)


def test_the_shipped_parameters_say_how_they_were_made() -> None:
    assert set(DOCUMENT["made"]) == {"date", "data", "command"}
    assert all(DOCUMENT["made"].values())
    assert DOCUMENT["version"].endswith(DOCUMENT["made"]["date"])


def test_the_shipped_parameters_and_beliefs_cover_every_level() -> None:
    assert {code: set(levels) for code, levels in load_model().levels.items()} == {
        code: set(levels) for code, levels in LEVELS.items()
    }
    # Time and place together correct a sum: nothing is believed of that beforehand.
    believed = {spec.code: set(spec.estimated) for spec in COMPARISONS if spec.learning is Learning.LEVELS}
    assert {code: set(levels) for code, levels in shipped_beliefs().items()} == believed


def test_more_agreement_in_names_never_weighs_less() -> None:
    curve = load_model().name_curve
    assert list(curve) == sorted(curve)
    assert [bits for _, bits in curve] == sorted(bits for _, bits in curve)


def test_what_the_shipped_weights_say_is_plausible() -> None:
    levels = load_model().levels
    assert levels["phones"]["same"].weight > 10
    assert levels["sex"]["different"].weight < -2
    assert levels["birth"]["same_day"].weight > levels["birth"]["same_year_first_january"].weight > 2
    assert levels["marks"]["same"].weight > levels["marks"]["side_differs"].weight > levels["marks"]["unlike"].weight
    assert levels["elapsed"]["dead_month"].weight > levels["elapsed"]["living_month"].weight
    assert levels["place"]["dead_within_60_km"].weight > levels["place"]["dead_beyond"].weight + 4


@pytest.mark.parametrize(
    "missing", ["version", "layouts", "prior", "comparisons", "coefficients", "rarities", "name_curve"]
)
def test_incomplete_parameters_are_refused(missing: str) -> None:
    document = {key: value for key, value in DOCUMENT.items() if key != missing}
    with pytest.raises(ParametersError):
        parse_model(document)


def test_a_missing_level_is_refused_by_its_code() -> None:
    document = copy.deepcopy(DOCUMENT)
    del document["comparisons"]["sex"]["different"]
    with pytest.raises(ParametersError, match="different"):
        comparisons_of(parse_model(document))


def test_levels_of_another_layout_are_refused_by_the_code_of_their_comparison() -> None:
    document = copy.deepcopy(DOCUMENT)
    document["layouts"]["elapsed"] = "00000000"
    with pytest.raises(ParametersError, match="other levels of elapsed"):
        comparisons_of(parse_model(document))
    del document["layouts"]["elapsed"]
    with pytest.raises(ParametersError, match="other levels of elapsed"):
        comparisons_of(parse_model(document))


def test_a_coefficient_multiplies_every_weight_and_one_that_is_missing_counts_in_full() -> None:
    document = copy.deepcopy(DOCUMENT) | {"coefficients": {"sex": 0.5, "marks": 2.0, "names": 0.5}}
    model = parse_model(document)
    assert model.weights("sex")["same"] == pytest.approx(model.levels["sex"]["same"].weight / 2)
    assert model.weights("age")["stated_far"] == model.levels["age"]["stated_far"].weight
    assert model.rarity_bits("marks")["scar"] == pytest.approx(2 * model.rarities["marks"]["scar"])
    assert model.curve_bits("names")[-1][1] == pytest.approx(model.name_curve[-1][1] / 2)


def test_an_unknown_file_is_refused() -> None:
    with pytest.raises(ParametersError):
        load_model("absent.json")


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf, 1e300, 0.0, -0.5, 1.5])
def test_a_share_that_is_none_makes_no_model(number: float) -> None:
    document = json.loads(files("matching").joinpath("parameters", CURRENT).read_text(encoding="utf-8"))
    document["comparisons"]["sex"]["same"]["u"] = number
    with pytest.raises(ParametersError):
        parse_model(document)


@pytest.mark.parametrize("number", [math.nan, math.inf, 1e300])
@pytest.mark.parametrize("field", ["prior", "proposal_threshold", "reports"])
def test_a_weight_that_is_no_number_makes_no_model(field: str, number: float) -> None:
    document = json.loads(files("matching").joinpath("parameters", CURRENT).read_text(encoding="utf-8"))
    document[field] = number
    with pytest.raises(ParametersError):
        parse_model(document)
