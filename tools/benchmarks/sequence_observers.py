"""Observers of sequences: what they look at, three ways to learn from it, and how well they guess."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from search.asking.ordering import QUESTIONS

if TYPE_CHECKING:
    from benchmarks.question_sequences import Asked, Case

Numbers = npt.NDArray[np.float64]
Learn = Callable[[Numbers, Numbers, Numbers], Numbers]
_KINDS: Final = ("unknown", "none", "common", "rare")
_FOLDS: Final = 5
_PLACE: Final = {question: place for place, question in enumerate(QUESTIONS)}


@dataclass(frozen=True, slots=True)
class Features:
    """`counts` are many small facts of each case, `ranks` when each question was asked and what the search says."""

    counts: Numbers
    ranks: Numbers

    @classmethod
    def of(cls, cases: Sequence["Case"], told: Sequence[Sequence["Asked"]]) -> "Features":
        return cls(
            np.array([_counts(case, slots) for case, slots in zip(cases, told, strict=True)]),
            np.array([_ranks(case, slots) for case, slots in zip(cases, told, strict=True)]),
        )


def _public(case: "Case") -> list[float]:
    """What the search says itself, as its family knows it."""
    return [*(float(one in case.open_now) for one in QUESTIONS), float(case.sex == "female"), float(case.sex == "male")]


def _counts(case: "Case", slots: Sequence["Asked"]) -> list[float]:
    """Which question in which slot, which two together, which after which, and what was answered early or late."""
    width = len(QUESTIONS)
    when, early = np.zeros((width, len(slots))), np.zeros((width, len(_KINDS), 2))
    together, asked_open = np.zeros((width, width)), np.zeros(width)
    for slot, asked in enumerate(slots):
        for question, kind in asked:
            when[_PLACE[question], slot] = 1
            early[_PLACE[question], _KINDS.index(kind), int(slot * 2 >= len(slots))] = 1
            asked_open[_PLACE[question]] = len(case.open_now) / width
        for (one, _), (other, _) in combinations(sorted(asked), 2):
            together[_PLACE[one], _PLACE[other]] = 1
    pairs = together[np.triu_indices(width, 1)]
    return [*when.ravel(), *early.ravel(), *pairs, *asked_open, *_public(case)]


def _ranks(case: "Case", slots: Sequence["Asked"]) -> list[float]:
    ranks, answers = np.full(len(QUESTIONS), float(2 * len(slots) + 4)), np.zeros(len(QUESTIONS))
    place = 0
    for asked in slots:
        for question, kind in asked:
            ranks[_PLACE[question]] = place
            answers[_PLACE[question]] = _KINDS.index(kind) + 1
            place += 1
    return [*ranks, *answers, *_public(case)]


def logistic(seen: Numbers, labels: Numbers, unseen: Numbers) -> Numbers:
    """A linear observer of all small facts, held back by a penalty."""
    mean, spread = seen.mean(axis=0), seen.std(axis=0) + 1e-3
    x = np.c_[(seen - mean) / np.maximum(spread, 0.05), np.ones(len(seen))]
    weights, penalty = np.zeros(x.shape[1]), 60.0
    for _ in range(12):
        p = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        curvature = (x * (p * (1 - p))[:, None]).T @ x + penalty * np.eye(x.shape[1])
        weights -= np.linalg.solve(curvature, x.T @ (p - labels) + penalty * weights)
    scores: Numbers = np.c_[(unseen - mean) / np.maximum(spread, 0.05), np.ones(len(unseen))] @ weights
    return scores


def boosted_trees(seen: Numbers, labels: Numbers, unseen: Numbers) -> Numbers:
    """Many trees of two questions each, every one for what the earlier ones got wrong."""
    total, score = np.zeros(len(seen)), np.zeros(len(unseen))
    for _ in range(80):
        wrong = labels - 1 / (1 + np.exp(-total))
        first, second = _tree(seen, wrong, unseen)
        total, score = total + 0.3 * first, score + 0.3 * second
    return score


def _tree(seen: Numbers, wrong: Numbers, unseen: Numbers) -> tuple[Numbers, Numbers]:
    column, edge = _best_edge(seen, wrong)
    first, second = np.zeros(len(seen)), np.zeros(len(unseen))
    for side in (True, False):
        here, there = (seen[:, column] <= edge) == side, (unseen[:, column] <= edge) == side
        if here.sum() < 40:
            first[here] = second[there] = wrong[here].sum() * 4 / (here.sum() + 20)
            continue
        inner, cut = _best_edge(seen[here], wrong[here])
        for low in (True, False):
            a, b = here & ((seen[:, inner] <= cut) == low), there & ((unseen[:, inner] <= cut) == low)
            first[a] = second[b] = wrong[a].sum() * 4 / (a.sum() + 20)
    return first, second


def _best_edge(seen: Numbers, wrong: Numbers) -> tuple[int, float]:
    best = (-1.0, 0, 0.0)
    for edge in np.unique(np.quantile(seen, (0.05, 0.2, 0.4, 0.6, 0.8), axis=0)):
        low = seen <= edge
        sums, sizes = wrong @ low, low.sum(axis=0)
        gain = sums**2 / (sizes + 10) + (wrong.sum() - sums) ** 2 / (len(seen) - sizes + 10)
        column = int(np.argmax(gain))
        best = max(best, (float(gain[column]), column, float(edge)))
    return best[1], best[2]


def neighbours(seen: Numbers, labels: Numbers, unseen: Numbers) -> Numbers:
    """How many of the forty most alike had candidates."""
    spread = seen.std(axis=0) + 1e-9
    a, b = seen / spread, unseen / spread
    far = (b**2).sum(axis=1)[:, None] - 2 * b @ a.T + (a**2).sum(axis=1)
    nearest = np.argpartition(far, 40, axis=1)[:, :40]
    scores: Numbers = labels[nearest].mean(axis=1)
    return scores


OBSERVERS: Final[dict[str, tuple[str, Learn]]] = {
    "logistic": ("counts", logistic),
    "trees": ("ranks", boosted_trees),
    "neighbours": ("ranks", neighbours),
}


def held_out_scores(features: Features, labels: Sequence[bool], observer: tuple[str, Learn], seed: int) -> Numbers:
    """For every case the score of an observer that never saw it."""
    which, learn = observer
    values, truth = getattr(features, which), np.array(labels, dtype=float)
    folds = np.random.default_rng(seed).permutation(len(truth)) % _FOLDS
    scores = np.zeros(len(truth))
    for fold in range(_FOLDS):
        out = folds == fold
        found = learn(values[~out], truth[~out], values[out])
        # Places, so that scores of different folds can stand beside one another.
        scores[out] = np.argsort(np.argsort(found)) / max(1, out.sum() - 1)
    return scores


@dataclass(frozen=True, slots=True)
class Interval:
    """The area under the curve, and what lies in its 95 % interval."""

    value: float
    low: float
    high: float

    @property
    def holds_chance(self) -> bool:
        """Whether guessing cannot be told from chance."""
        return self.low <= 0.5 <= self.high


def auc_of(scores: Numbers, labels: Sequence[bool]) -> Interval:
    """How often a case with candidates scores higher than one without (ties count half), by Hanley and McNeil."""
    truth = np.array(labels, dtype=bool)
    order = np.sort(scores[~truth])
    below = (np.searchsorted(order, scores[truth], "left") + np.searchsorted(order, scores[truth], "right")) / 2
    n1, n0 = int(truth.sum()), int((~truth).sum())
    area = float(below.mean() / n0)
    q1, q2 = area / (2 - area), 2 * area**2 / (1 + area)
    deviation = math.sqrt((area * (1 - area) + (n1 - 1) * (q1 - area**2) + (n0 - 1) * (q2 - area**2)) / (n1 * n0))
    return Interval(area, area - 1.96 * deviation, area + 1.96 * deviation)
