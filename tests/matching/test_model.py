"""Parameters: complete, plausible, and refused when they are not."""

import copy
import json
from importlib.resources import files
from typing import Any

import pytest

from matching import ParametersError
from matching.comparisons import COMPARISONS, LEVELS, Learning
from matching.model import Level, load_model, parse_model
from matching.scoring import comparisons_of
from matching.training import shipped_beliefs

DOCUMENT: dict[str, Any] = json.loads(
    files("matching").joinpath("parameters", "second.json").read_text(encoding="utf-8")
)


def test_a_level_weighs_the_log_of_its_odds() -> None:
    assert Level(0.5, 0.125).weight == 2.0
    assert Level(0.125, 0.5).weight == -2.0


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


@pytest.mark.parametrize("missing", ["version", "prior", "comparisons", "rarities", "name_curve"])
def test_incomplete_parameters_are_refused(missing: str) -> None:
    document = {key: value for key, value in DOCUMENT.items() if key != missing}
    with pytest.raises(ParametersError):
        parse_model(document)


def test_a_missing_level_is_refused_by_its_code() -> None:
    document = copy.deepcopy(DOCUMENT)
    del document["comparisons"]["sex"]["different"]
    with pytest.raises(ParametersError, match="different"):
        comparisons_of(parse_model(document))


def test_an_unknown_file_is_refused() -> None:
    with pytest.raises(ParametersError):
        load_model("absent.json")
