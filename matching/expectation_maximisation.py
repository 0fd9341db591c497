"""Estimating m without judged pairs: expectation-maximisation over candidate pairs, u being known from blind ones.

Each candidate pair is one person with some probability, given the present m; the next m of a level is the share of that
probability that shows the level (Dempster, Laird and Rubin, 1977; Winkler, 1988; Enamorado, Fifield and Imai, 2019).
Pairs that people judged count as what they were judged to be. Comparisons are taken to be independent.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matching.comparisons.levels import Bits
from matching.names.name_columns import Positions

_MOST_ROUNDS = 60
_SETTLED = 1e-4
# What the m believed beforehand counts for, in pairs.
_BELIEVED = 25.0
_NEVER_NOTHING = 1e-6
_LARGEST_LOG_ODDS = 60.0


@dataclass(frozen=True, slots=True)
class Shown:
    """What one comparison shows: at `pair` the level `level`, several times for sets of things; `families` of levels.

    A family is those levels of which a pair shows one, such as the bands of the dead: m and u sum to 1 within it.
    """

    pair: Positions
    level: Positions
    families: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Expected:
    """m by comparison in the order of its levels, what the probabilities sum to, rounds taken."""

    m: Mapping[str, npt.NDArray[np.float64]]
    true_pairs: float
    rounds: int


def estimate_m(
    shown: Mapping[str, Shown],
    u: Mapping[str, npt.NDArray[np.float64]],
    believed: Mapping[str, npt.NDArray[np.float64]],
    request: Positions,
    judged: Bits,
    true_share: float,
) -> Expected:
    """m that makes what the candidates show likeliest.

    `request` says whose candidate each is: as at most one of them is the person, they compete (Sadinle, 2017).
    `judged` has one entry a candidate: 1.0 and 0.0 for pairs judged to be one person and not, NaN for the others.
    `true_share` is the share of true pairs among the candidates as it is believed to be, each taken by itself (that
    they compete lowers it): left to itself, what grows is not the people who are one but those who have a name or a
    journey in common, and these are far more.
    """
    m = {code: levels + _NEVER_NOTHING for code, levels in believed.items()}
    u = {code: levels + _NEVER_NOTHING for code, levels in u.items()}
    known = ~np.isnan(judged)
    probability, change, rounds = np.zeros(len(judged)), np.inf, 0
    while change >= _SETTLED and rounds < _MOST_ROUNDS:
        rounds += 1
        before, probability = probability, _probabilities(shown, m, u, request, true_share)
        probability[known] = judged[known]
        for code, one in shown.items():
            counts = np.bincount(one.level, probability[one.pair], minlength=len(m[code]))
            m[code] = _shares(counts.astype(np.float64), believed[code], one)
        change = np.abs(probability - before).max()
    return Expected(m, float(probability.sum()), rounds)


def _probabilities(
    shown: Mapping[str, Shown], m: Mapping[str, Bits], u: Mapping[str, Bits], request: Positions, true_share: float
) -> Bits:
    """The probability of each candidate to be the person whom its request seeks."""
    weight = np.full(len(request), np.log(true_share / (1 - true_share)))
    for code, one in shown.items():
        ratio = np.log(m[code]) - np.log(u[code])
        weight += np.bincount(one.pair, ratio[one.level], minlength=len(request))
    odds = np.exp(np.clip(weight, -_LARGEST_LOG_ODDS, _LARGEST_LOG_ODDS))
    probability: Bits = odds / (1 + np.bincount(request, odds)[request])
    return probability


def _shares(counts: npt.NDArray[np.float64], believed: npt.NDArray[np.float64], one: Shown) -> npt.NDArray[np.float64]:
    shares = np.empty(len(counts))
    for family in map(list, one.families):
        pulled = counts[family] + _BELIEVED * believed[family] / believed[family].sum() + _NEVER_NOTHING
        shares[family] = pulled / pulled.sum()
    return shares
