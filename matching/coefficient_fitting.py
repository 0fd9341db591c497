"""What a bit of each comparison is worth beside the others, and probabilities that can be believed.

Comparisons depend on each other: a name agrees the easier within one nationality, an age says what a birth date said.
Weights that are estimated one by one and summed count such agreement twice. So each comparison gets a coefficient,
by logistic regression of the truth of judged pairs on the weights, drawn towards 1 (ridge): log-odds = prior + sum of
coefficient x weight. As the regression fits probabilities, those of pairs like the judged ones are calibrated by it.
Literature: Platt (1999); le Cessie and van Houwelingen, Ridge estimators in logistic regression (1992).
"""

import math
from dataclasses import dataclass

import numpy as np

from matching.comparisons.levels import Bits
from matching.errors import TrainingError
from matching.names.name_columns import Flags

# As many pairs' worth of pull towards a coefficient of 1.
_RIDGE = 30.0
_MOST_STEPS = 50
_SMALL_STEP = 1e-7
_LARGEST_LOG_ODDS = 40.0
_LEAST, _LARGEST = 0.2, 1.5
_FEWEST_TRUE = 50


@dataclass(frozen=True, slots=True)
class Fitted:
    """The prior in bits that fits, and the coefficient of each comparison, in the order of the columns of weights."""

    prior: float
    coefficients: tuple[float, ...]


def fit_coefficients(weights: Bits, truth: Flags, prior: float) -> Fitted:
    """Coefficients and prior from candidate pairs.

    Given are weights in bits of shape (pairs, comparisons), and which pairs are true.

    The pairs must be all that were compared of some requests, not a choice of them, or the prior is wrong. Raises
    TrainingError for fewer than 50 true pairs.
    """
    if truth.sum() < _FEWEST_TRUE:
        raise TrainingError("too few true pairs")
    design = np.c_[np.ones(len(weights)), weights * math.log(2)]
    pull = np.diag([1e-6, *[_RIDGE] * weights.shape[1]])
    centre = np.array([prior * math.log(2), *[1.0] * weights.shape[1]])
    found = _likeliest(design, truth, centre, pull)
    coefficients = np.clip(found[1:], _LEAST, _LARGEST)
    return Fitted(round(float(found[0]) / math.log(2), 3), tuple(round(float(one), 3) for one in coefficients))


def _likeliest(design: Bits, truth: Flags, centre: Bits, pull: Bits) -> Bits:
    """The coefficients of most penalised likelihood, by Newton's steps; one that leads too far is halved."""
    found, reached = centre.copy(), _likelihood(design, truth, centre, centre, pull)
    for _ in range(_MOST_STEPS):
        log_odds = np.clip(design @ found, -_LARGEST_LOG_ODDS, _LARGEST_LOG_ODDS)
        probability = 1 / (1 + np.exp(-log_odds))
        slope = design.T @ (truth - probability) - pull @ (found - centre)
        curvature = (design * (probability * (1 - probability))[:, None]).T @ design + pull
        step = np.linalg.solve(curvature, slope)
        while (now := _likelihood(design, truth, found + step, centre, pull)) < reached:
            if np.abs(step).max() < _SMALL_STEP:
                return found
            step /= 2
        found, reached = found + step, now
        if np.abs(step).max() < _SMALL_STEP:
            break
    return found


def _likelihood(design: Bits, truth: Flags, found: Bits, centre: Bits, pull: Bits) -> float:
    """The log-likelihood of the truth, less what the coefficients' distance from their centre costs."""
    log_odds, away = design @ found, found - centre
    return float(log_odds[truth].sum() - np.logaddexp(0.0, log_odds).sum() - away @ pull @ away / 2)
