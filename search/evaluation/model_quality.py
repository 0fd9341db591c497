"""How good a model is on the part of a folder that nothing was learnt from: recall, precision, calibration, ablation.

In memory and without a database: candidates are found from either side, as the worker does, and scored at once.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matching import Engine
from matching.model import Model, probability
from matching.quality_measures import (
    RANKS,
    ReliabilityBin,
    brier_score,
    precision,
    recall_at,
    reliability,
    true_among_first,
)
from matching.scoring import Scorer
from search.evaluation.estimating_from_folder import weights_of
from search.evaluation.training_folder import Material, Numbers

Bits = npt.NDArray[np.float64]
FIRST = (100, 400, 1000)


@dataclass(frozen=True, slots=True)
class Recall:
    """Recall at each of `RANKS`: of all true pairs, of those whose report has a name, of the others."""

    without: str
    overall: tuple[float, ...]
    named: tuple[float, ...]
    nameless: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """What came of one part of the requests. `recalls` begins with nothing left out, then without each comparison."""

    requests: int
    true_pairs: int
    candidates: int
    true_candidates: int
    recalls: tuple[Recall, ...]
    proposals: int
    precision: float
    true_among_first: tuple[tuple[int, int], ...]
    brier: float
    bins: tuple[ReliabilityBin, ...]


def judge(material: Material, model: Model, *, learnt: bool | None = False, ablation: bool = True) -> Judged:
    """Judge on the requests held back, on those learnt from, or on all (None)."""
    engine, scorer = Engine(model), Scorer(model)
    candidates = material.candidates(engine)
    wanted = np.ones(len(candidates.true), dtype=np.bool_) if learnt is None else candidates.learnt == learnt
    pairs = candidates.pairs.chosen(np.flatnonzero(wanted))
    weights, true = weights_of(scorer, pairs), candidates.true[wanted]
    chosen = material.learnt == (material.learnt if learnt is None else learnt)
    truth = [(i, j) for i, j in material.true_pairs if chosen[i]]
    total = scorer.prior + weights.sum(axis=1)
    ranked = _Ranked(material, truth, pairs.i, pairs.j)
    recalls = [ranked.recall("", total)]
    if ablation:
        recalls += [ranked.recall(code, total - weights[:, at]) for at, code in enumerate(scorer.codes)]
    proposed = np.flatnonzero(total >= model.proposal_threshold)
    verdicts = list(zip(total.tolist(), true.tolist(), strict=True))
    predictions = [(probability(weight), is_true) for weight, is_true in verdicts]
    return Judged(
        requests=int(chosen.sum()),
        true_pairs=len(truth),
        candidates=len(true),
        true_candidates=int(true.sum()),
        recalls=tuple(recalls),
        proposals=len(proposed),
        precision=precision(
            [(str(i), str(j)) for i, j in zip(pairs.i[proposed], pairs.j[proposed], strict=True)], _named(truth)
        ),
        true_among_first=tuple((first, true_among_first(verdicts, first)) for first in FIRST),
        brier=brier_score(predictions),
        bins=tuple(reliability(predictions)),
    )


class _Ranked:
    """Recall by rank for any weights of the same pairs."""

    def __init__(self, material: Material, truth: Sequence[tuple[int, int]], i: Numbers, j: Numbers) -> None:
        self._i, self._j = i, j
        named = [bool(material.found[report].names) for _, report in truth]
        self._all = _named(truth)
        self._named = [pair for pair, has_name in zip(self._all, named, strict=True) if has_name]
        self._nameless = [pair for pair, has_name in zip(self._all, named, strict=True) if not has_name]

    def recall(self, without: str, weights: Bits) -> Recall:
        order = np.lexsort((self._j, -weights, self._i))
        ranked: dict[str, list[str]] = {}
        for request, report in zip(self._i[order].tolist(), self._j[order].tolist(), strict=True):
            of_request = ranked.setdefault(str(request), [])
            if len(of_request) < RANKS[-1]:
                of_request.append(str(report))
        return Recall(without, *(tuple(recall_at(ranked, part)) for part in (self._all, self._named, self._nameless)))


def _named(pairs: Sequence[tuple[int, int]]) -> list[tuple[str, str]]:
    return [(str(i), str(j)) for i, j in pairs]


def lines(judged: Judged) -> Iterator[tuple[str, ...]]:
    """The result as rows of a table."""
    yield ("requests", str(judged.requests))
    yield ("true pairs", str(judged.true_pairs))
    yield ("candidates", str(judged.candidates), f"{judged.candidates / max(1, judged.requests):.0f} a request")
    yield ("true pairs among candidates", f"{judged.true_candidates / max(1, judged.true_pairs):.3f}")
    yield ("proposals per request", f"{judged.proposals / max(1, judged.requests):.2f}")
    yield ("precision at threshold", f"{judged.precision:.3f}")
    for first, true in judged.true_among_first:
        yield (f"true among the first {first}", str(true))
    yield ("Brier score", f"{judged.brier:.6f}")
    yield ("probability", "pairs", "mean", "share true")
    for each in judged.bins:
        yield (
            f"{each.low:.1f} to {each.high:.1f}",
            str(each.pairs),
            f"{each.mean_probability:.4f}",
            f"{each.share_true:.4f}",
        )
    yield ("recall without", *(f"{part} at {rank}" for part in ("all", "named", "nameless") for rank in RANKS))
    for recall in judged.recalls:
        figures = (*recall.overall, *recall.named, *recall.nameless)
        yield (recall.without or "(nothing left out)", *(f"{figure:.3f}" for figure in figures))
