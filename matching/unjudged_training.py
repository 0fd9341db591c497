"""A model without known pairs: u from blind pairs, m by expectation-maximisation over candidate pairs.

Nothing is fitted to any truth, so shares stay 1, and time and place are taken to be independent: its probabilities are
too sure of themselves. Where people judged some of the candidates, these count as judged.
"""

import math
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from matching.comparisons.levels import Bits
from matching.comparisons.together import TogetherComparison
from matching.errors import TrainingError
from matching.expectation_maximisation import Expected, Shown, estimate_m
from matching.pairs import Pairs
from matching.prepared_record import Has, PreparedRecord
from matching.training import (
    CURVE_STEPS,
    FEWEST_SEEN,
    LEVELS,
    Estimates,
    curve_counts,
    curve_of,
    curve_step,
    estimate_rarities,
    families_of,
    level_counts,
    name_sums,
    pairs_and_levels,
    shipped_beliefs,
)

_NAMES = "names"
_BELIEVED = 25.0


def unjudged_document(
    blind: Sequence[Pairs],
    candidates: Pairs,
    records: Iterable[PreparedRecord],
    made: Mapping[str, str],
    judged: Bits | None = None,
) -> dict[str, object]:
    """The content of a parameters file; the threshold is chosen afterwards.

    `candidates` are all that were compared of some requests, `records` the reports among which they were found.
    `judged` says of each candidate whether people judged it one person (1.0) or not (0.0), NaN where nobody did.
    Raises TrainingError where there are none, or where every one was judged not to be one person.
    """
    if not len(candidates):
        raise TrainingError("no candidates")
    counted, beliefs = list(records), shipped_beliefs()
    u = _shares_of_blind(blind)
    shown = {code: _shown(code, candidates) for code in beliefs} | {_NAMES: _shown_names(candidates)}
    believed = {code: np.array([levels[level]["m"] for level in LEVELS[code]]) for code, levels in beliefs.items()}
    likely = u[_NAMES] * np.exp2(np.clip(CURVE_STEPS, -6.0, 12.0))
    requests = len(np.unique(candidates.i))
    found = estimate_m(
        shown,
        u,
        believed | {_NAMES: likely / likely.sum()},
        candidates.i,
        np.full(len(candidates), np.nan) if judged is None else judged,
        true_share=requests / (requests + len(candidates)),
    )
    if not found.true_pairs:
        raise TrainingError("no true pairs")
    return {
        "version": f"2u:{made['date']}",
        "made": dict(made),
        "reports": len(counted),
        "prior": round(math.log2(found.true_pairs / (requests * max(1, len(counted)))), 3),
        "proposal_threshold": 0.0,
        "shares": {},
        "comparisons": {code: _estimates(code, found, u, shown) for code in beliefs} | _independent(),
        "rarities": estimate_rarities(counted),
        "name_curve": curve_of(found.m[_NAMES], u[_NAMES]),
    }


def _shares_of_blind(blind: Sequence[Pairs]) -> dict[str, Bits]:
    counts, shares = level_counts(blind), {}
    for code, levels in shipped_beliefs().items():
        shares[code] = np.empty(len(LEVELS[code]))
        for family in families_of(code, levels):
            at = [LEVELS[code].index(level) for level in family]
            pulled = counts[code][at] + _BELIEVED * np.array([levels[level]["u"] for level in family])
            shares[code][at] = pulled / pulled.sum()
    sums = curve_counts(blind) + 0.5
    return shares | {_NAMES: sums / sums.sum()}


def _shown(code: str, candidates: Pairs) -> Shown:
    pair, level = pairs_and_levels(code, candidates)
    families = families_of(code, shipped_beliefs()[code])
    return Shown(pair, level, tuple(tuple(LEVELS[code].index(one) for one in family) for family in families))


def _shown_names(candidates: Pairs) -> Shown:
    return Shown(candidates.both_say(Has.NAMES), curve_step(name_sums(candidates)), (tuple(range(len(CURVE_STEPS))),))


def _estimates(code: str, found: Expected, u: Mapping[str, Bits], shown: Mapping[str, Shown]) -> Estimates:
    """m and u by level; one that hardly any candidate shows keeps the ratio that is believed."""
    seen = np.bincount(shown[code].level, minlength=len(LEVELS[code]))
    estimates: Estimates = {}
    for at, level in enumerate(LEVELS[code]):
        believed = shipped_beliefs()[code][level]
        m = float(found.m[code][at])
        known = seen[at] >= FEWEST_SEEN
        estimates[level] = {
            "m": max(1e-9, round(m, 9)),
            "u": max(1e-9, round(float(u[code][at]) if known else m * believed["u"] / believed["m"], 9)),
        }
    return estimates


def _independent() -> dict[str, Estimates]:
    levels = TogetherComparison.levels
    return {TogetherComparison.code: {level: {"m": 2 / len(levels), "u": 2 / len(levels)} for level in levels}}
