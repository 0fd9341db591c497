"""The curve that turns what two names share into match weight: its steps, and how it is drawn through their weights."""

from itertools import pairwise

import numpy as np

from matching.comparisons.levels import Bits
from matching.names.name_columns import Positions

# Points (sum over name parts, match weight in bits) in ascending order, straight between them.
Curve = tuple[tuple[float, float], ...]
# Sums over name parts at which the curve is estimated.
CURVE_STEPS = (-8.0, -4.0, -1.0, 1.0, 3.0, 5.0, 7.0, 9.0, 11.0, 13.0, 16.0, 20.0)
# Beyond the last step a bit of rarity is a bit, at this discount for parts that depend on each other, up to a ceiling.
_BIT_FOR_BIT = 0.7
_RAREST_NAME = 26.0


def curve_step(sums: Bits) -> Positions:
    """The step of the curve that each sum lies nearest to."""
    return np.searchsorted([(a + b) / 2 for a, b in pairwise(CURVE_STEPS)], sums, side="right")


def curve_of(m: Bits, u: Bits) -> list[tuple[float, float]]:
    """The curve from how often true and blind pairs lie around each step: it never falls, then goes bit for bit."""
    curve = list(zip(CURVE_STEPS, _ascending(np.log2(m / u).tolist()), strict=True))
    last_sum, last_bits = curve[-1]
    return [*curve, (_RAREST_NAME, round(last_bits + (_RAREST_NAME - last_sum) * _BIT_FOR_BIT, 3))]


def _ascending(bits: list[float]) -> list[float]:
    """More agreement never weighs less: neighbours that say otherwise share their mean (pool adjacent violators)."""
    pools: list[tuple[float, int]] = []
    for value in bits:
        pools.append((value, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (one, many), (other, more) = pools[-2], pools[-1]
            pools[-2:] = [((one * many + other * more) / (many + more), many + more)]
    return [round(value, 3) for value, count in pools for _ in range(count)]
