"""Two sets of parameters beside each other: which levels weigh otherwise, and which pairs move because of it.

Pairs are told by references and codes of comparisons alone, so that a table of them can be passed on.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from matching import Engine
from matching.comparisons import ORDER
from matching.comparisons.levels import Bits
from matching.comparisons.names import NamesComparison
from matching.model import Model
from matching.names.name_columns import Flags, Positions
from matching.pairs import Pairs
from matching.scoring import Scorer
from search.evaluation.estimating_from_folder import weights_of
from search.evaluation.model_description import level_rows
from search.evaluation.training_folder import Material

RANKS = (1, 10)
Line = tuple[str, ...]
# Less than this moved no pair in a way worth a word.
_WORTH_TELLING = 0.05


@dataclass(frozen=True, slots=True)
class LevelChange:
    """What a level weighs in bits in either model, 0.0 where a model does not know it; of names a step of the curve."""

    comparison: str
    level: str
    old: float
    new: float

    @property
    def moved(self) -> float:
        """Bits that the level gained."""
        return self.new - self.old


@dataclass(frozen=True, slots=True)
class Crossings:
    """Pairs that reach the threshold: of both models, of the new one only, of the old one only; how many are true."""

    stay: int
    stay_true: int
    up: int
    up_true: int
    down: int
    down_true: int


@dataclass(frozen=True, slots=True)
class RankChange:
    """True pairs whose report is among the first `rank` of its request: with either model, and who came and went."""

    rank: int
    old: int
    new: int
    gained: int
    lost: int


@dataclass(frozen=True, slots=True)
class MovedPair:
    """One pair with its weights and ranks in either model, and what moved it: comparisons with bits, the most first."""

    request: str
    sender: str
    report: str
    true: bool
    weights: tuple[float, float]
    ranks: tuple[int, int]
    by: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class PairChanges:
    """What came of comparing the candidates of one part of the requests.

    `true_pairs` counts those too that are no candidates. `moved` begins with the pair that moved most.
    """

    pairs: int
    true_pairs: int
    crossings: Crossings
    ranks: tuple[RankChange, ...]
    moved: tuple[MovedPair, ...]


def level_changes(old: Model, new: Model) -> list[LevelChange]:
    """Every level of either model, the one that moved most first."""
    before, after = _weights_by_level(old), _weights_by_level(new)
    changes = [LevelChange(*key, before.get(key, 0.0), after.get(key, 0.0)) for key in dict.fromkeys([*before, *after])]
    changes += [
        LevelChange("names", f"sum of {total:g}", *(_of_names(model, total) for model in (old, new)))
        for total in sorted({total for model in (old, new) for total, _ in model.name_curve})
    ]
    return sorted(changes, key=lambda change: -abs(change.moved))


def compare_on(material: Material, old: Model, new: Model, *, top: int, learnt: bool | None = False) -> PairChanges:
    """Which candidate pairs move, of the requests held back, of those learnt from, or of all (None).

    Each model proposes by its own threshold, as it stands in its file. Of the pairs that either proposes or that are
    true, the `top` that move most are told one by one. Raises ParametersError where a model lacks a level.
    """
    # Which records meet is a matter of their keys: the same for every model.
    candidates = material.candidates(Engine(new))
    chosen = np.ones(len(material.learnt), dtype=np.bool_) if learnt is None else material.learnt == learnt
    wanted = np.flatnonzero(chosen[candidates.pairs.i])
    pairs, true = candidates.pairs.chosen(wanted), candidates.true[wanted]
    before, after = _weighed(old, pairs), _weighed(new, pairs)
    return PairChanges(
        pairs=len(pairs),
        true_pairs=sum(bool(chosen[i]) for i, _ in material.true_pairs),
        crossings=_crossings(before.over, after.over, true),
        ranks=tuple(_rank_change(rank, before.ranks[true], after.ranks[true]) for rank in RANKS),
        moved=tuple(_moved(material, pairs, true, (before, after), top)),
    )


def lines_of_models(old: Model, new: Model, top: int) -> Iterator[Line]:
    """Coefficients, prior, and the `top` levels that moved most, as rows of tables."""
    yield ("", "old", "new", "change")
    yield ("version", old.version, new.version, "")
    yield ("reports", str(old.reports), str(new.reports), f"{new.reports - old.reports:+d}")
    yield _changed("prior", old.prior, new.prior)
    yield _changed("threshold", old.proposal_threshold, new.proposal_threshold)
    for code in ORDER:
        yield _changed(f"coefficient of {code}", old.coefficient(code), new.coefficient(code))
    yield ("comparison", "level", "old bits", "new bits", "change")
    for change in level_changes(old, new)[:top]:
        yield (change.comparison, *_changed(change.level, change.old, change.new))


def lines_of_pairs(changes: PairChanges) -> Iterator[Line]:
    """Crossings, ranks and pairs as rows of tables."""
    yield ("candidate pairs", str(changes.pairs))
    yield ("true pairs", str(changes.true_pairs))
    crossed = changes.crossings
    yield ("proposed", "pairs", "true")
    yield ("by both", str(crossed.stay), str(crossed.stay_true))
    yield ("by the new only", str(crossed.up), str(crossed.up_true))
    yield ("by the old only", str(crossed.down), str(crossed.down_true))
    yield ("true pairs at rank", "old", "new", "gained", "lost")
    for each in changes.ranks:
        yield (str(each.rank), str(each.old), str(each.new), f"+{each.gained}", f"-{each.lost}")
    yield ("request", "sender", "report", "true", "old bits", "new bits", "old rank", "new rank", "moved by")
    for pair in changes.moved:
        true = "true" if pair.true else "other"
        weights, ranks = (f"{weight:.2f}" for weight in pair.weights), map(str, pair.ranks)
        reasons = ", ".join(f"{code} {bits:+.1f}" for code, bits in pair.by)
        yield (pair.request, pair.sender, pair.report, true, *weights, *ranks, reasons)


@dataclass(frozen=True, slots=True)
class _Weighed:
    """What one model says of the pairs. `parts` are in bits, of shape (pairs, prior and comparisons)."""

    codes: tuple[str, ...]
    parts: Bits
    total: Bits
    over: Flags
    ranks: Positions


def _weighed(model: Model, pairs: Pairs) -> _Weighed:
    scorer = Scorer(model)
    parts = np.c_[np.full(len(pairs), scorer.prior), weights_of(scorer, pairs)]
    # As the engine rounds, so that no order of summing shows.
    total: Bits = parts.sum(axis=1).round(4)
    return _Weighed(("prior", *scorer.codes), parts, total, total >= model.proposal_threshold, _ranks(pairs, total))


def _ranks(pairs: Pairs, total: Bits) -> Positions:
    """The place of each pair among those of its request, from 1; the earlier report first where they weigh the same."""
    order = np.lexsort((pairs.j, -total, pairs.i))
    requests = pairs.i[order]
    ranks = np.empty(len(pairs), dtype=np.int64)
    ranks[order] = np.arange(len(pairs)) - np.searchsorted(requests, requests) + 1
    return ranks


def _crossings(before: Flags, after: Flags, true: Flags) -> Crossings:
    stay, up, down = before & after, ~before & after, before & ~after
    counts = (int(flags.sum()) for group in (stay, up, down) for flags in (group, group & true))
    return Crossings(*counts)


def _rank_change(rank: int, before: Positions, after: Positions) -> RankChange:
    old, new = before <= rank, after <= rank
    return RankChange(rank, int(old.sum()), int(new.sum()), int((new & ~old).sum()), int((old & ~new).sum()))


def _moved(
    material: Material, pairs: Pairs, true: Flags, sides: tuple[_Weighed, _Weighed], top: int
) -> Iterator[MovedPair]:
    before, after = sides
    matter = np.flatnonzero(true | before.over | after.over)
    change = np.abs(after.total - before.total)[matter]
    for at in matter[np.argsort(-change, kind="stable")[:top]].tolist():
        bits = zip(before.codes, (after.parts[at] - before.parts[at]).tolist(), strict=True)
        sender, report = material.reports[int(pairs.j[at])]
        yield MovedPair(
            request=material.references[int(pairs.i[at])],
            sender=sender,
            report=report,
            true=bool(true[at]),
            weights=(float(before.total[at]), float(after.total[at])),
            ranks=(int(before.ranks[at]), int(after.ranks[at])),
            by=tuple(sorted((one for one in bits if abs(one[1]) >= _WORTH_TELLING), key=lambda one: -abs(one[1]))),
        )


def _weights_by_level(model: Model) -> dict[tuple[str, str], float]:
    return {(row.comparison, row.level): row.weight for row in level_rows(model)}


def _of_names(model: Model, total: float) -> float:
    sums, bits = zip(*model.curve_bits(NamesComparison.code), strict=True)
    return float(np.interp(total, sums, bits))


def _changed(what: str, old: float, new: float) -> Line:
    return (what, f"{old:.3f}", f"{new:.3f}", f"{new - old:+.3f}")
