"""A model without known pairs: u from blind pairs, m by expectation-maximisation over candidate pairs.

Nothing is fitted to any truth, so coefficients stay 1, and time and place are taken to be independent: its
probabilities are too sure of themselves. Where people judged some of the candidates, these count as judged.
"""

import math
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from matching.comparisons import COMPARISONS, ComparisonSpec, Learning, Table, layouts
from matching.comparisons.levels import Bits
from matching.comparisons.name_curve import CURVE_STEPS, curve_of
from matching.errors import TrainingError
from matching.expectation_maximisation import Expected, Shown, estimate_m
from matching.names.name_columns import Positions
from matching.pairs import Pairs
from matching.prepared_record import PreparedRecord
from matching.training import FEWEST_SEEN, Beliefs, Estimates, beliefs_of, estimate_rarities, level_counts

_BELIEVED = 25.0


def unjudged_document(
    blind: Sequence[Pairs],
    candidates: Pairs,
    records: Iterable[PreparedRecord],
    made: Mapping[str, str],
    judged: Bits | None = None,
    table: Table = COMPARISONS,
) -> dict[str, object]:
    """The content of a parameters file; the threshold is chosen afterwards.

    `candidates` are all that were compared of some requests, `records` the reports among which they were found.
    `judged` says of each candidate whether people judged it one person (1.0) or not (0.0), NaN where nobody did.
    Raises TrainingError where there are none, or where every one was judged not to be one person.
    """
    if not len(candidates):
        raise TrainingError("no candidates")
    counted, beliefs = list(records), beliefs_of(table)
    learnt = tuple(spec for spec in table if spec.learning is not Learning.CORRECTION)
    u = _shares_of_blind(blind, learnt, beliefs)
    shown = {spec.code: _shown(spec, candidates) for spec in learnt}
    requests = len(np.unique(candidates.i))
    found = estimate_m(
        shown,
        u,
        {spec.code: _believed(spec, u, beliefs) for spec in learnt},
        candidates.i,
        np.full(len(candidates), np.nan) if judged is None else judged,
        true_share=requests / (requests + len(candidates)),
    )
    if not found.true_pairs:
        raise TrainingError("no true pairs")
    curves = [curve_of(found.m[one.code], u[one.code]) for one in learnt if one.learning is Learning.CURVE]
    levelled = (spec for spec in learnt if spec.learning is Learning.LEVELS)
    return {
        "version": f"2u:{made['date']}",
        "made": dict(made),
        "layouts": layouts(table),
        "reports": len(counted),
        "prior": round(math.log2(found.true_pairs / (requests * max(1, len(counted)))), 3),
        "proposal_threshold": 0.0,
        "coefficients": {},
        "comparisons": {spec.code: _estimates(spec, found, u, shown, beliefs) for spec in levelled}
        | {spec.code: _independent(spec) for spec in table if spec.learning is Learning.CORRECTION},
        "rarities": estimate_rarities(counted, table),
        "name_curve": curves[0] if curves else [],
    }


def _shares_of_blind(blind: Sequence[Pairs], learnt: Table, beliefs: Beliefs) -> dict[str, Bits]:
    counts = level_counts(blind, learnt)
    return {spec.code: _share_of_each(spec, counts[spec.code], beliefs) for spec in learnt}


def _share_of_each(spec: ComparisonSpec, counts: Positions, beliefs: Beliefs) -> Bits:
    """u of each level, drawn within its family to what is believed; of the curve's steps nothing is believed."""
    if spec.learning is Learning.CURVE:
        around = counts + 0.5
        return np.asarray(around / around.sum())
    shares = np.empty(len(counts))
    for family, at in spec.stretches:
        pulled = counts[at] + _BELIEVED * np.array([beliefs[spec.code][level]["u"] for level in family])
        shares[at] = pulled / pulled.sum()
    return shares


def _believed(spec: ComparisonSpec, u: Mapping[str, Bits], beliefs: Beliefs) -> Bits:
    """m believed of each level; of the curve's steps that each bit which two names share is one, within bounds."""
    if spec.learning is Learning.CURVE:
        likely = u[spec.code] * np.exp2(np.clip(CURVE_STEPS, -6.0, 12.0))
        return np.asarray(likely / likely.sum())
    return np.array([beliefs[spec.code][level]["m"] for level in spec.estimated])


def _shown(spec: ComparisonSpec, candidates: Pairs) -> Shown:
    pair, level = spec.kind.unweighted().observed(candidates)
    return Shown(pair, level, tuple(tuple(range(at.start, at.stop)) for _, at in spec.stretches))


def _estimates(
    spec: ComparisonSpec, found: Expected, u: Mapping[str, Bits], shown: Mapping[str, Shown], beliefs: Beliefs
) -> Estimates:
    """m and u by level; one that hardly any candidate shows keeps the ratio that is believed."""
    code = spec.code
    seen = np.bincount(shown[code].level, minlength=len(spec.estimated))
    estimates: Estimates = {}
    for at, level in enumerate(spec.estimated):
        believed = beliefs[code][level]
        m = float(found.m[code][at])
        known = seen[at] >= FEWEST_SEEN
        estimates[level] = {
            "m": max(1e-9, round(m, 9)),
            "u": max(1e-9, round(float(u[code][at]) if known else m * believed["u"] / believed["m"], 9)),
        }
    return estimates


def _independent(spec: ComparisonSpec) -> Estimates:
    """A correction that corrects nothing."""
    return {level: {"m": 1 / len(family), "u": 1 / len(family)} for family in spec.families for level in family}
