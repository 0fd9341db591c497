"""Estimating the model: m from pairs known to be one person, u from blind pairs, level by level.

Every estimate starts from what is believed beforehand (`parameters/beliefs.json`), which counts as a few pairs, so that
a level that the data never showed keeps a sensible weight and none becomes impossible.
"""

import json
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import pairwise

import numpy as np

from matching.comparisons.effects import EffectsComparison
from matching.comparisons.elapsed import ElapsedComparison, exact_dates
from matching.comparisons.levels import Bits
from matching.comparisons.marks import MarksComparison
from matching.comparisons.names import best_sums
from matching.comparisons.together import TIMES, TogetherComparison
from matching.errors import TrainingError
from matching.names.name_columns import Positions
from matching.pairs import Pairs
from matching.prepared_record import Has, NameRole, PreparedRecord
from matching.scoring import LEVEL_COMPARISONS

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
# Sums over name parts at which the curve is estimated; between them it is straight.
CURVE_STEPS = (-8.0, -4.0, -1.0, 1.0, 3.0, 5.0, 7.0, 9.0, 11.0, 13.0, 16.0, 20.0)
# Beyond the last step a bit of rarity is a bit, at this discount for parts that depend on each other, up to a ceiling.
_BIT_FOR_BIT = 0.7
_RAREST_NAME = 26.0
# Expected pairs that independence counts for where time and place are looked at together.
_INDEPENDENT = 5.0


@dataclass(frozen=True, slots=True)
class Sample:
    """What is estimated from: pairs known to be one person, and blind pairs in pieces that fit into memory."""

    true: Pairs
    blind: Sequence[Pairs]


def parameters_document(
    sample: Sample, records: Iterable[PreparedRecord], made: Mapping[str, str]
) -> dict[str, object]:
    """The content of a parameters file but for what is fitted afterwards: shares, calibration, threshold.

    `made` says with which date, data and command. The prior is that of a pair drawn blindly being one person: one true
    report in so many, as many as the records given.
    """
    counted = list(records)
    return {
        "version": f"2:{made['date']}",
        "made": dict(made),
        "reports": len(counted),
        "prior": round(-math.log2(max(2, len(counted) * _REPORTS_PER_TRUE_PAIR)), 2),
        "proposal_threshold": 0.0,
        "shares": {},
        "comparisons": estimate(sample, shipped_beliefs()),
        "rarities": estimate_rarities(counted),
        "name_curve": estimate_name_curve(sample),
    }


def estimate(sample: Sample, beliefs: Beliefs) -> dict[str, Estimates]:
    """m and u of every level of every comparison but names; raises TrainingError for fewer than 50 true pairs."""
    if len(sample.true) < _FEWEST_TRUE_PAIRS:
        raise TrainingError("too few true pairs")
    true, blind = level_counts([sample.true]), level_counts(sample.blind)
    estimates = {code: _smoothed(code, true[code], blind[code], levels) for code, levels in beliefs.items()}
    return estimates | {TogetherComparison.code: _interaction(true, blind)}


def shipped_beliefs() -> Beliefs:
    """m and u believed before any data."""
    document = json.loads(files("matching").joinpath("parameters", "beliefs.json").read_text(encoding="utf-8"))
    beliefs: Beliefs = document["comparisons"]
    return beliefs


def level_counts(pieces: Iterable[Pairs]) -> dict[str, Positions]:
    """How many pairs show each level, by comparison; of marks and things worn how many meetings do."""
    totals: dict[str, Positions] = {code: np.zeros(len(levels), dtype=np.int64) for code, levels in LEVELS.items()}
    for pairs in pieces:
        for code, total in totals.items():
            np.add(total, np.bincount(pairs_and_levels(code, pairs)[1], minlength=len(total)), out=total)
    return totals


def pairs_and_levels(code: str, pairs: Pairs) -> tuple[Positions, Positions]:
    """Which pair shows which level, as positions: one for most comparisons, one a meeting for sets of things."""
    if code in ("marks", "effects"):
        both = pairs.both_say(Has.MARKS if code == "marks" else Has.EFFECTS)
        met = (_MARKS if code == "marks" else _EFFECTS).meetings(pairs.chosen(both))
        return both[met.pair], met.rank
    chosen = np.flatnonzero(exact_dates(pairs)) if code == "elapsed" else np.arange(len(pairs))
    comparison = _ELAPSED if code == "elapsed" else _BY_LEVEL[code]
    levels = comparison.level_numbers(pairs.chosen(chosen))
    return chosen[levels >= 0], levels[levels >= 0]


def estimate_rarities(records: Iterable[PreparedRecord]) -> dict[str, dict[str, float]]:
    """Bits by which a kind of mark or a thing worn is rarer (or commoner, below 0) than the average one."""
    marks: Counter[str] = Counter()
    effects: Counter[str] = Counter()
    for record in records:
        marks.update(mark.kind for mark in record.marks)
        effects.update(effect.item for effect in record.effects)
    return {"marks": _bits_apart(marks), "effects": _bits_apart(effects)}


def estimate_name_curve(sample: Sample) -> list[tuple[float, float]]:
    """Bits by sum over name parts: the log ratio of the shares around each step, then bit for bit."""
    true = curve_counts([sample.true])
    if true.sum() < _FEWEST_TRUE_PAIRS:
        raise TrainingError("too few true pairs with names")
    blind = curve_counts(sample.blind)
    return curve_of((true + 0.5) / (true.sum() + 1), (blind + 0.5) / (blind.sum() + 1))


def curve_of(m: Bits, u: Bits) -> list[tuple[float, float]]:
    """The curve from the shares around each step."""
    curve = list(zip(CURVE_STEPS, _ascending(np.log2(m / u).tolist()), strict=True))
    last_sum, last_bits = curve[-1]
    return [*curve, (_RAREST_NAME, round(last_bits + (_RAREST_NAME - last_sum) * _BIT_FOR_BIT, 3))]


def curve_counts(pieces: Iterable[Pairs]) -> Positions:
    """How many pairs of names lie around each step of the curve."""
    counts: Positions = np.zeros(len(CURVE_STEPS), dtype=np.int64)
    for pairs in pieces:
        counts += np.bincount(curve_step(name_sums(pairs)), minlength=len(CURVE_STEPS))
    return counts


def curve_step(sums: Bits) -> Positions:
    """The step of the curve that each sum lies nearest to."""
    return np.searchsorted([(a + b) / 2 for a, b in pairwise(CURVE_STEPS)], sums, side="right")


def name_sums(pairs: Pairs) -> Bits:
    """The sums over name parts of the pairs that are named on both sides."""
    return best_sums(pairs.chosen(pairs.both_say(Has.NAMES)), NameRole.OWN)


def _smoothed(code: str, true: Positions, blind: Positions, believed: Mapping[str, Mapping[str, float]]) -> Estimates:
    """Shares within each family of levels (dead and living, stated and assessed) with the beliefs counted in.

    A level that fewer true pairs than `FEWEST_SEEN` show keeps the believed ratio of m to u, or the estimated one where
    blind pairs show it and it speaks more against the pair: what is rare in both is no strong agreement.
    """
    at = {level: number for number, level in enumerate(LEVELS[code])}
    estimates: Estimates = {}
    for family in families_of(code, believed):
        numbers = [at[level] for level in family]
        true_total, blind_total = true[numbers].sum(), blind[numbers].sum()
        for level, number in zip(family, numbers, strict=True):
            m = (true[number] + _BELIEVED_TRUE * believed[level]["m"]) / (true_total + _BELIEVED_TRUE)
            u = (blind[number] + _BELIEVED_RANDOM * believed[level]["u"]) / (blind_total + _BELIEVED_RANDOM)
            if true[number] < FEWEST_SEEN:
                u = max(u if blind[number] >= FEWEST_SEEN else 0.0, m * believed[level]["u"] / believed[level]["m"])
            estimates[level] = {"m": round(float(m), 9), "u": round(float(u), 9)}
    return estimates


def _interaction(true: Counts, blind: Counts) -> Estimates:
    """Time and place together: m is the share of true pairs, u that which time and place alone lead to expect.

    What the two expect is the share if they were independent among true pairs, times how much they depend on each other
    among blind pairs. So the weight is what the sum of both weights lacks or has too much.
    """
    estimates: Estimates = {}
    levels, code = TogetherComparison.levels, TogetherComparison.code
    for half in range(2):
        kind = slice(half * len(levels) // 2, (half + 1) * len(levels) // 2)
        expected = _shares_expected(true[code][kind])
        m, u = (expected * _dependence(counts[code][kind]) for counts in (true, blind))
        for level, one, other in zip(levels[kind], m.tolist(), u.tolist(), strict=True):
            estimates[level] = {"m": round(one, 9), "u": round(other, 9)}
    return estimates


def _shares_expected(counts: Positions) -> Bits:
    """The shares of time by place if the two were independent, flat."""
    table = counts.reshape(len(TIMES), -1) + 1.0 / counts.size
    shares: Bits = (table.sum(axis=1, keepdims=True) * table.sum(axis=0, keepdims=True) / table.sum() ** 2).ravel()
    return shares


def _dependence(counts: Positions) -> Bits:
    """How many times oftener each time and place come together than if they were independent; few pairs say little."""
    expected = _shares_expected(counts) * counts.sum()
    times: Bits = (counts + _INDEPENDENT) / (expected + _INDEPENDENT)
    return times


def families_of(code: str, levels: Iterable[str]) -> list[list[str]]:
    """Levels of which a pair shows one: those of the dead and the living, of stated and assessed ages, apart."""
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


def _ascending(bits: list[float]) -> list[float]:
    """More agreement never weighs less: neighbours that say otherwise share their mean (pool adjacent violators)."""
    pools: list[tuple[float, int]] = []
    for value in bits:
        pools.append((value, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (one, many), (other, more) = pools[-2], pools[-1]
            pools[-2:] = [((one * many + other * more) / (many + more), many + more)]
    return [round(value, 3) for value, count in pools for _ in range(count)]


_NO_WEIGHTS: dict[str, float] = {}
_BY_LEVEL = {kind.code: kind(_NO_WEIGHTS) for kind in LEVEL_COMPARISONS}
_MARKS, _EFFECTS = MarksComparison(_NO_WEIGHTS, {}), EffectsComparison(_NO_WEIGHTS, {})
_ELAPSED = ElapsedComparison(_NO_WEIGHTS)
_BY_THING: tuple[MarksComparison | EffectsComparison | ElapsedComparison, ...] = (_MARKS, _EFFECTS, _ELAPSED)
LEVELS = {code: one.levels for code, one in _BY_LEVEL.items()} | {one.code: one.levels for one in _BY_THING}
