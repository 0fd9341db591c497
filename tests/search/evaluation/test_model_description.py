"""A model can be read: every level with what it weighs and why."""

from dataclasses import replace

import pytest

from matching.comparisons import LEVELS, ORDER
from matching.evidence import Outcome
from matching.model import load_model
from search.evaluation.model_description import level_rows, lines


def test_every_level_is_told_once_in_the_order_of_the_card() -> None:
    rows = level_rows(load_model())
    told = [(row.comparison, row.level) for row in rows]
    assert told == [(code, level) for code in ORDER if code != "names" for level in LEVELS[code]]


def test_the_coefficient_is_counted_into_the_weight_and_not_into_m_and_u() -> None:
    whole = replace(load_model(), coefficients={})
    half = replace(whole, coefficients={"sex": 0.5})
    (before,), (after,) = (
        [row for row in level_rows(model) if row.level == "same" and row.comparison == "sex"] for model in (whole, half)
    )
    assert (after.m, after.u) == (before.m, before.u)
    assert after.weight == pytest.approx(before.weight / 2)
    assert (before.coefficient, after.coefficient) == (1.0, 0.5)


def test_what_speaks_against_is_told_and_follows_from_the_weight_for_time_and_place_together() -> None:
    outcomes = {(row.comparison, row.level): row for row in level_rows(load_model())}
    assert outcomes["sex", "same"].outcome is Outcome.AGREES
    assert outcomes["sex", "different"].outcome is Outcome.DISAGREES
    together = [row for (comparison, _), row in outcomes.items() if comparison == "together"]
    assert {(row.outcome is Outcome.DISAGREES) == (row.weight < 0) for row in together} == {True}


def test_a_model_that_lacks_a_comparison_is_described_without_it() -> None:
    model = load_model()
    fewer = replace(model, levels={code: levels for code, levels in model.levels.items() if code != "home"})
    assert "home" not in {row.comparison for row in level_rows(fewer)}
    assert len(level_rows(fewer)) == len(level_rows(model)) - len(LEVELS["home"])


def test_the_table_says_whence_the_parameters_are_and_what_names_and_rare_things_weigh() -> None:
    model = load_model()
    table = list(lines(model))
    assert table[0] == ("version", model.version)
    assert ("made: command", model.made["command"]) in table
    assert ("prior", f"{model.prior:.3f}") in table
    at = table.index(("names: sum over parts", "bits", "coefficient"))
    assert len(table[at + 1 : table.index(("rarity of", "kind", "bits"))]) == len(model.name_curve)
    assert sum(line[0] in {"marks", "effects"} and len(line) == 3 for line in table) == sum(
        map(len, model.rarities.values())
    )
