"""What a bit is worth: coefficients found again in data drawn with known ones."""

import numpy as np
import pytest

from matching import TrainingError
from matching.coefficient_fitting import Fitted, fit_coefficients
from matching.comparisons.levels import Bits
from matching.names.name_columns import Flags

PRIOR = -3.0


def _draw(seed: int, pairs: int, coefficients: tuple[float, ...]) -> tuple[Bits, Flags]:
    """Weights of pairs, and which are true where a bit of each comparison is worth its coefficient."""
    chance = np.random.default_rng(seed)
    weights = chance.normal(0.0, 3.0, (pairs, len(coefficients)))
    return weights, chance.random(pairs) < _probability(weights, Fitted(PRIOR, coefficients))


def _probability(weights: Bits, fitted: Fitted) -> Bits:
    odds: Bits = np.exp2(fitted.prior + weights @ np.array(fitted.coefficients))
    return odds / (1 + odds)


def test_coefficients_and_prior_with_which_data_were_drawn_are_found_again() -> None:
    coefficients = (1.0, 0.5, 1.2)
    fitted = fit_coefficients(*_draw(1, 20_000, coefficients), PRIOR)
    assert fitted.coefficients == pytest.approx(coefficients, abs=0.05)
    assert fitted.prior == pytest.approx(PRIOR, abs=0.15)


def test_a_prior_that_was_believed_wrongly_is_put_right() -> None:
    fitted = fit_coefficients(*_draw(2, 20_000, (1.0, 1.0)), PRIOR - 4.0)
    assert fitted.prior == pytest.approx(PRIOR, abs=0.15)


def test_a_comparison_that_repeats_another_gets_a_smaller_share() -> None:
    weights, truth = _draw(3, 20_000, (1.0, 1.0))
    alone = fit_coefficients(weights, truth, PRIOR)
    repeated = fit_coefficients(np.c_[weights, weights[:, 1]], truth, PRIOR)
    assert repeated.coefficients[0] == pytest.approx(alone.coefficients[0], abs=0.02)
    assert repeated.coefficients[1] == repeated.coefficients[2]
    assert repeated.coefficients[1] + repeated.coefficients[2] == pytest.approx(alone.coefficients[1], abs=0.05)


def test_what_few_pairs_show_hardly_moves_a_share_from_one() -> None:
    weights, truth = _draw(4, 20_000, (1.0, 0.4))
    weights[60:, 1] = 0.0
    assert fit_coefficients(weights, truth, PRIOR).coefficients[1] > 0.6
    assert fit_coefficients(*_draw(4, 20_000, (1.0, 0.4)), PRIOR).coefficients[1] < 0.45


def test_a_comparison_that_tells_nothing_keeps_a_coefficient_of_one() -> None:
    weights, truth = _draw(5, 5_000, (1.0,))
    assert fit_coefficients(np.c_[weights, np.zeros(5_000)], truth, PRIOR).coefficients[1] == 1.0


def test_no_share_becomes_negative_or_large() -> None:
    weights, truth = _draw(6, 20_000, (1.0, -1.0, 3.0))
    coefficients = fit_coefficients(weights, truth, PRIOR).coefficients
    assert coefficients[1:] == (0.2, 1.5)


def test_probabilities_that_are_fitted_hold_for_pairs_drawn_afresh() -> None:
    """Of pairs with a probability of about so much, about so many are true."""
    fitted = fit_coefficients(*_draw(7, 20_000, (1.0, 0.5, 1.2)), PRIOR)
    weights, truth = _draw(8, 100_000, (1.0, 0.5, 1.2))
    probability = _probability(weights, fitted)
    for low in np.arange(0.0, 1.0, 0.1):
        inside = (probability >= low) & (probability < low + 0.1)
        assert truth[inside].mean() == pytest.approx(probability[inside].mean(), abs=0.03)


@pytest.mark.parametrize("true", [0, 1, 49])
def test_too_few_true_pairs_are_refused(true: int) -> None:
    weights = np.zeros((1_000, 2))
    with pytest.raises(TrainingError):
        fit_coefficients(weights, np.arange(1_000) < true, PRIOR)


def test_the_fewest_pairs_that_suffice_do_however_well_they_can_be_told_apart() -> None:
    truth = np.arange(1_000) < 50
    fitted = fit_coefficients(np.where(truth, 30.0, -30.0)[:, None], truth, PRIOR)
    assert 0.2 <= fitted.coefficients[0] <= 1.5
    assert np.isfinite(fitted.prior)
