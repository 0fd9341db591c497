"""Estimating the model: m from pairs known to be one person, u from random pairs, level by level.

Every estimate starts from what is believed beforehand (`parameters/beliefs.json`), which counts as a few pairs, so that
a level that the data never showed keeps a sensible weight and none becomes impossible.
"""

import json
import math
import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import pairwise

from matching.comparisons.effects import EffectsComparison
from matching.comparisons.elapsed import ElapsedComparison, exact_dates
from matching.comparisons.levels import BLANK, NOT_COMPARABLE
from matching.comparisons.marks import MarksComparison
from matching.comparisons.names import best_sum
from matching.errors import TrainingError
from matching.prepared import PreparedRecord
from matching.scoring import LEVEL_COMPARISONS

Pair = tuple[PreparedRecord, PreparedRecord]
Estimates = dict[str, dict[str, float]]
Beliefs = Mapping[str, Mapping[str, Mapping[str, float]]]

# What the beliefs count for, in pairs, beside the data.
_BELIEVED_TRUE = 25.0
_BELIEVED_RANDOM = 25.0
# A level that hardly any pair showed keeps the weight that is believed: there are hundreds of times more random pairs
# than true ones, so that counting the beliefs in would make whatever is rare in both look like strong agreement.
_FEWEST_SEEN = 5
_FEWEST_TRUE_PAIRS = 50
# Half of the sought have been reported at all, once.
_REPORTS_PER_TRUE_PAIR = 2
# Sums over name parts at which the curve is estimated; between them it is straight.
_CURVE_STEPS = (-8.0, -4.0, 0.0, 3.0, 6.0, 9.0, 12.0, 16.0, 20.0)
# Beyond the last step a bit of rarity is a bit, at this discount for parts that depend on each other, up to a ceiling.
_BIT_FOR_BIT = 0.7
_RAREST_NAME = 26.0


@dataclass(frozen=True, slots=True)
class Sample:
    """What is estimated from: pairs known to be one person and pairs drawn blindly, each (sought, found)."""

    true_pairs: Sequence[Pair]
    random_pairs: Sequence[Pair]


def random_pairs(
    sought: Sequence[PreparedRecord], found: Sequence[PreparedRecord], count: int, rng: random.Random
) -> list[Pair]:
    """Pairs drawn blindly; in any real registry next to none of them is one person."""
    return [(rng.choice(sought), rng.choice(found)) for _ in range(count)]


def parameters_document(
    sample: Sample, records: Iterable[PreparedRecord], made: Mapping[str, str]
) -> dict[str, object]:
    """The content of a parameters file, but for the threshold, which is chosen afterwards by what it lets through.

    `made` says with which date, data and command. The prior is that of a pair drawn blindly being one person: one true
    report in so many, as many as the records given.
    """
    counted = list(records)
    return {
        "version": f"1:{made['date']}",
        "made": dict(made),
        "prior": round(-math.log2(max(2, len(counted) * _REPORTS_PER_TRUE_PAIR)), 2),
        "proposal_threshold": 0.0,
        "comparisons": estimate(sample, shipped_beliefs()),
        "rarities": estimate_rarities(counted),
        "name_curve": estimate_name_curve(sample),
    }


def estimate(sample: Sample, beliefs: Beliefs) -> dict[str, Estimates]:
    """m and u of every level of every comparison but names; raises TrainingError for fewer than 50 true pairs."""
    if len(sample.true_pairs) < _FEWEST_TRUE_PAIRS:
        raise TrainingError("too few true pairs")
    return {
        code: _smoothed(code, _counts(code, sample.true_pairs), _counts(code, sample.random_pairs), levels)
        for code, levels in beliefs.items()
    }


def shipped_beliefs() -> Beliefs:
    """m and u believed before any data."""
    document = json.loads(files("matching").joinpath("parameters", "beliefs.json").read_text(encoding="utf-8"))
    beliefs: Beliefs = document["comparisons"]
    return beliefs


def estimate_rarities(records: Iterable[PreparedRecord]) -> dict[str, dict[str, float]]:
    """Bits by which a kind of mark or a thing worn is rarer (or commoner, below 0) than the average one."""
    marks: Counter[str] = Counter()
    effects: Counter[str] = Counter()
    for record in records:
        marks.update(mark.kind for mark in record.marks)
        effects.update(effect.item for effect in record.effects)
    return {"marks": _bits_apart(marks), "effects": _bits_apart(effects)}


def estimate_name_curve(sample: Sample) -> list[tuple[float, float]]:
    """Bits by sum over name parts: the log ratio of both cumulative shares at each step, then bit for bit."""
    true_sums, random_sums = _name_sums(sample.true_pairs), _name_sums(sample.random_pairs)
    if len(true_sums) < _FEWEST_TRUE_PAIRS:
        raise TrainingError("too few true pairs with names")
    edges = (-math.inf, *((a + b) / 2 for a, b in pairwise(_CURVE_STEPS)), math.inf)
    bits = [_log_ratio(true_sums, random_sums, low, high) for low, high in pairwise(edges)]
    curve = list(zip(_CURVE_STEPS, _ascending(bits), strict=True))
    last_sum, last_bits = curve[-1]
    return [*curve, (_RAREST_NAME, last_bits + (_RAREST_NAME - last_sum) * _BIT_FOR_BIT)]


def _counts(code: str, pairs: Sequence[Pair]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for sought, found in pairs:
        counts.update(level for level in _levels(code, sought, found) if level not in (BLANK, NOT_COMPARABLE))
    return counts


def _levels(code: str, sought: PreparedRecord, found: PreparedRecord) -> list[str]:
    """The levels that one pair shows: one for most comparisons, one per pair of marks or things for the sets."""
    if code == "elapsed":
        return [_LEVEL_OF_ELAPSED(sought, found)] if exact_dates(sought, found) else []
    if code in ("marks", "effects"):
        sets = _MARKS if code == "marks" else _EFFECTS
        return [sets.levels[rank] for rank, _, _ in sets.meetings(sought, found)]
    return [_BY_LEVEL[code].level(sought, found)]


def _smoothed(
    code: str, true: Counter[str], blind: Counter[str], believed: Mapping[str, Mapping[str, float]]
) -> Estimates:
    """Shares within each family of levels (dead and living, stated and assessed) with the beliefs counted in.

    A level with fewer observations than `_FEWEST_SEEN` keeps the believed ratio of m to u.
    """
    estimates: Estimates = {}
    for family in _families(code, believed):
        true_total, blind_total = sum(true[level] for level in family), sum(blind[level] for level in family)
        for level in family:
            m = (true[level] + _BELIEVED_TRUE * believed[level]["m"]) / (true_total + _BELIEVED_TRUE)
            u = (blind[level] + _BELIEVED_RANDOM * believed[level]["u"]) / (blind_total + _BELIEVED_RANDOM)
            if true[level] + blind[level] < _FEWEST_SEEN:
                u = m * believed[level]["u"] / believed[level]["m"]
            estimates[level] = {"m": round(m, 9), "u": round(u, 9)}
    return estimates


def _families(code: str, levels: Iterable[str]) -> list[list[str]]:
    if code not in ("age", "elapsed", "place", "origin"):
        return [list(levels)]
    families: dict[tuple[str, bool], list[str]] = {}
    for level in levels:
        head, _, tail = level.partition("_")
        by_words = code == "place" and tail in ("same_route", "same_country", "elsewhere")
        families.setdefault((head, by_words), []).append(level)
    return list(families.values())


def _bits_apart(counts: Counter[str]) -> dict[str, float]:
    total = sum(counts.values())
    if not total:
        return {}
    mean = sum(count / total * math.log2(total / count) for count in counts.values())
    return {
        code: round(max(-3.0, min(3.0, math.log2(total / count) - mean)), 3) for code, count in sorted(counts.items())
    }


def _name_sums(pairs: Sequence[Pair]) -> list[float]:
    return [best_sum(sought.names, found.names) for sought, found in pairs if sought.names and found.names]


def _log_ratio(true_sums: list[float], random_sums: list[float], low: float, high: float) -> float:
    m = (sum(low <= total < high for total in true_sums) + 0.5) / (len(true_sums) + 1)
    u = (sum(low <= total < high for total in random_sums) + 0.5) / (len(random_sums) + 1)
    return round(math.log2(m / u), 3)


def _ascending(bits: list[float]) -> list[float]:
    """More agreement never weighs less: each step at least the one before."""
    ascending: list[float] = []
    for value in bits:
        ascending.append(max(value, ascending[-1]) if ascending else value)
    return ascending


_NO_WEIGHTS: dict[str, float] = {}
_BY_LEVEL = {kind.code: kind(_NO_WEIGHTS) for kind in LEVEL_COMPARISONS}
_MARKS = MarksComparison(dict.fromkeys(MarksComparison.levels, 0.0), _NO_WEIGHTS)
_EFFECTS = EffectsComparison(dict.fromkeys(EffectsComparison.levels, 0.0), _NO_WEIGHTS)
_LEVEL_OF_ELAPSED = ElapsedComparison(dict.fromkeys(ElapsedComparison.levels, 0.0)).level
