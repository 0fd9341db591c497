"""Estimating the model: m from pairs known to be one person, u from blind pairs, level by level.

Every estimate starts from what is believed beforehand (`parameters/beliefs.json`), which counts as a few pairs, so that
a level that the data never showed keeps a sensible weight and none becomes impossible. Which pairs a comparison learns
from, and which of its levels are estimated apart, the comparison itself says.
"""

import json
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from matching.comparisons import COMPARISONS, ComparisonSpec, Learning, Table, layouts
from matching.comparisons.coded_sets import PairedComparison
from matching.comparisons.levels import Bits
from matching.comparisons.name_curve import curve_of
from matching.comparisons.together import TogetherComparison
from matching.errors import TrainingError
from matching.names.name_columns import Positions
from matching.pairs import Pairs
from matching.prepared_record import PreparedRecord

Estimates = dict[str, dict[str, float]]
Beliefs = Mapping[str, Mapping[str, Mapping[str, float]]]
Counts = Mapping[str, Positions]

# What the beliefs count for, in pairs, beside the data.
_BELIEVED_TRUE = 25.0
_BELIEVED_RANDOM = 25.0
# Pairs that have to show a level before what is believed of it gives way.
FEWEST_SEEN = 5
_FEWEST_TRUE_PAIRS = 50
# Half of the sought have been reported at all, once.
_REPORTS_PER_TRUE_PAIR = 2
# Expected pairs that independence counts for where time and place are looked at together.
_INDEPENDENT = 5.0


@dataclass(frozen=True, slots=True)
class Sample:
    """What is estimated from: pairs known to be one person, and blind pairs in pieces that fit into memory."""

    true: Pairs
    blind: Sequence[Pairs]


def parameters_document(
    sample: Sample, records: Iterable[PreparedRecord], made: Mapping[str, str], table: Table = COMPARISONS
) -> dict[str, object]:
    """The content of a parameters file but for what is fitted afterwards: coefficients, calibration, threshold.

    `made` says with which date, data and command. The prior is that of a pair drawn blindly being one person: one true
    report in so many, as many as the records given.
    """
    counted = list(records)
    return {
        "version": f"2:{made['date']}",
        "made": dict(made),
        "layouts": layouts(table),
        "reports": len(counted),
        "prior": round(-math.log2(max(2, len(counted) * _REPORTS_PER_TRUE_PAIR)), 2),
        "proposal_threshold": 0.0,
        "coefficients": {},
        "comparisons": estimate(sample, beliefs_of(table), table),
        "rarities": estimate_rarities(counted, table),
        "name_curve": estimate_name_curve(sample, table),
    }


def estimate(sample: Sample, beliefs: Beliefs, table: Table = COMPARISONS) -> dict[str, Estimates]:
    """m and u of every level that has them; raises TrainingError for fewer than 50 true pairs."""
    if len(sample.true) < _FEWEST_TRUE_PAIRS:
        raise TrainingError("too few true pairs")
    levelled = tuple(spec for spec in table if spec.learning is not Learning.CURVE)
    true, blind = level_counts([sample.true], levelled), level_counts(sample.blind, levelled)
    estimates: dict[str, Estimates] = {}
    for spec in levelled:
        code = spec.code
        if spec.learning is Learning.LEVELS:
            estimates[code] = _smoothed(spec, true[code], blind[code], beliefs[code])
        else:
            estimates[code] = _corrections(spec, true[code], blind[code])
    return estimates


def beliefs_of(table: Table) -> Beliefs:
    """m and u believed before any data, of every comparison that is learnt level by level.

    Where the shipped beliefs do not list a comparison, its levels are believed to say nothing.
    """
    shipped = shipped_beliefs()
    learnt = [spec for spec in table if spec.learning is Learning.LEVELS]
    return {spec.code: shipped.get(spec.code) or _saying_nothing(spec) for spec in learnt}


@cache
def shipped_beliefs() -> Beliefs:
    """The beliefs of `parameters/beliefs.json`."""
    document = json.loads(files("matching").joinpath("parameters", "beliefs.json").read_text(encoding="utf-8"))
    beliefs: Beliefs = document["comparisons"]
    return beliefs


def level_counts(pieces: Iterable[Pairs], table: Table) -> dict[str, Positions]:
    """How many pairs show each estimated level, by comparison; of marks and things worn how many meetings do."""
    learnt = {spec: spec.kind.unweighted() for spec in table}
    totals = {spec.code: np.zeros(len(spec.estimated), dtype=np.int64) for spec in table}
    for pairs in pieces:
        for spec, comparison in learnt.items():
            shown = comparison.observed(pairs)[1]
            totals[spec.code] += np.bincount(shown, minlength=len(spec.estimated))
    return totals


def estimate_rarities(records: Iterable[PreparedRecord], table: Table = COMPARISONS) -> dict[str, dict[str, float]]:
    """Bits by which a kind of mark or a thing worn is rarer (or commoner, below 0) than the average one."""
    paired = [spec.kind for spec in table if issubclass(spec.kind, PairedComparison)]
    counts: dict[str, Counter[str]] = {kind.code: Counter() for kind in paired}
    for record in records:
        for kind in paired:
            counts[kind.code].update(kind.kinds(record))
    return {code: _bits_apart(counted) for code, counted in counts.items()}


def estimate_name_curve(sample: Sample, table: Table = COMPARISONS) -> list[tuple[float, float]]:
    """Bits by sum over name parts: the log ratio of how many pairs lie around each step, then bit for bit."""
    curved = tuple(spec for spec in table if spec.learning is Learning.CURVE)
    if not curved:
        return []
    (spec,) = curved
    true, blind = level_counts([sample.true], curved)[spec.code], level_counts(sample.blind, curved)[spec.code]
    if true.sum() < _FEWEST_TRUE_PAIRS:
        raise TrainingError("too few true pairs with names")
    return curve_of((true + 0.5) / (true.sum() + 1), (blind + 0.5) / (blind.sum() + 1))


def _saying_nothing(spec: ComparisonSpec) -> Mapping[str, Mapping[str, float]]:
    return {level: {"m": 1 / len(family), "u": 1 / len(family)} for family in spec.families for level in family}


def _smoothed(
    spec: ComparisonSpec, true: Positions, blind: Positions, believed: Mapping[str, Mapping[str, float]]
) -> Estimates:
    """Shares within each family of levels (dead and living, stated and assessed) with the beliefs counted in.

    A level that fewer true pairs than `FEWEST_SEEN` show keeps the believed ratio of m to u, or the estimated one where
    blind pairs show it and it speaks more against the pair: what is rare in both is no strong agreement.
    """
    estimates: Estimates = {}
    for family, chosen in spec.stretches:
        true_total, blind_total = true[chosen].sum(), blind[chosen].sum()
        for number, level in enumerate(family, chosen.start):
            m = (true[number] + _BELIEVED_TRUE * believed[level]["m"]) / (true_total + _BELIEVED_TRUE)
            u = (blind[number] + _BELIEVED_RANDOM * believed[level]["u"]) / (blind_total + _BELIEVED_RANDOM)
            if true[number] < FEWEST_SEEN:
                u = max(u if blind[number] >= FEWEST_SEEN else 0.0, m * believed[level]["u"] / believed[level]["m"])
            estimates[level] = {"m": round(float(m), 9), "u": round(float(u), 9)}
    return estimates


def _corrections(spec: ComparisonSpec, true: Positions, blind: Positions) -> Estimates:
    """Time and place together: m is the share of true pairs, u that which time and place alone lead to expect.

    What the two expect is the share if they were independent among true pairs, times how much they depend on each other
    among blind pairs. So the weight is what the sum of both weights lacks or has too much.
    """
    estimates: Estimates = {}
    for family, chosen in spec.stretches:
        expected = _shares_expected(true[chosen])
        m, u = (expected * _dependence(counts[chosen]) for counts in (true, blind))
        for level, one, other in zip(family, m.tolist(), u.tolist(), strict=True):
            estimates[level] = {"m": round(one, 9), "u": round(other, 9)}
    return estimates


def _shares_expected(counts: Positions) -> Bits:
    """The shares of time by place if the two were independent, flat."""
    table = counts.reshape(TogetherComparison.times, -1) + 1.0 / counts.size
    shares: Bits = (table.sum(axis=1, keepdims=True) * table.sum(axis=0, keepdims=True) / table.sum() ** 2).ravel()
    return shares


def _dependence(counts: Positions) -> Bits:
    """How many times oftener each time and place come together than if they were independent; few pairs say little."""
    expected = _shares_expected(counts) * counts.sum()
    times: Bits = (counts + _INDEPENDENT) / (expected + _INDEPENDENT)
    return times


def _bits_apart(counts: Counter[str]) -> dict[str, float]:
    total = sum(counts.values())
    if not total:
        return {}
    mean = sum(count / total * math.log2(total / count) for count in counts.values())
    return {
        code: round(max(-3.0, min(3.0, math.log2(total / count) - mean)), 3) for code, count in sorted(counts.items())
    }
