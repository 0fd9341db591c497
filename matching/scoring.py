"""Weights of pairs: the sum of the prior and of every comparison, in the order of their table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from matching.comparisons import COMPARISONS, Table, layouts
from matching.comparisons.levels import Bits, Comparison
from matching.errors import ParametersError
from matching.evidence import Evidence, ScoredPair
from matching.model import Model, probability
from matching.names.name_columns import Positions
from matching.pairs import Pairs
from matching.prepared_record import PreparedRecord

_ROUNDING = 0.001


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A comparison with its weights, and what its row in the table says of it."""

    comparison: Comparison
    same_side: bool
    costly: bool
    tells_place: bool


def comparisons_of(model: Model, table: Table = COMPARISONS) -> tuple[Comparison, ...]:
    """Every comparison of a table with the model's weights.

    Raises ParametersError where the model lacks a level, or was estimated for other levels than those of the table.
    """
    try:
        made = tuple(spec.kind.of(model) for spec in table)
    except KeyError as error:
        raise ParametersError(f"no estimate for {error.args[0]}") from error
    for code, layout in layouts(table).items():
        if model.layouts.get(code) != layout:
            raise ParametersError(f"other levels of {code}")
    return made


class Scorer:
    """All comparisons of one model."""

    def __init__(self, model: Model, table: Table = COMPARISONS) -> None:
        self.prior = model.prior
        made = zip(comparisons_of(model, table), table, strict=True)
        self._all = tuple(_Weighed(one, spec.same_side, spec.costly, spec.tells_place) for one, spec in made)
        self._same_side = tuple(one for one in self._all if one.same_side)

    @property
    def codes(self) -> tuple[str, ...]:
        """The comparisons in the card's order."""
        return tuple(one.comparison.code for one in self._all)

    def weights(self, pairs: Pairs) -> Bits:
        """What every comparison says of every pair, in bits of shape (pairs, comparisons)."""
        return np.stack([one.comparison.weigh(pairs) for one in self._all], axis=1)

    def score(self, pairs: Pairs) -> Bits:
        """Match weights in bits of pairs of a sought and a found record, prior included."""
        return self._sum(self._all, pairs)

    def score_above(self, pairs: Pairs, threshold: float) -> tuple[Positions, Bits]:
        """Of the pairs at or above a threshold the positions, ascending, and the match weights, as of `score`."""
        return self._above(self._all, pairs, threshold)

    def told_above(self, pairs: Pairs, threshold: float) -> tuple[Positions, Bits]:
        """As `score_above`, by the weights that may be told: of the living nothing that moves with their place."""
        return self._above(self._all, pairs, threshold, told=True)

    def score_same_side(self, pairs: Pairs) -> Bits:
        """Match weights in bits of pairs of records of one side: may both be of one person?"""
        return self._sum(self._same_side, pairs)

    def score_same_side_above(self, pairs: Pairs, threshold: float) -> tuple[Positions, Bits]:
        """Of pairs of records of one side, those at or above a threshold."""
        return self._above(self._same_side, pairs, threshold)

    def explain(self, sought: PreparedRecord, found: PreparedRecord) -> ScoredPair:
        """The weight of one pair, as of `score`, with its evidence."""
        return self._explained(self._all, sought, found)

    def explain_same_side(self, one: PreparedRecord, other: PreparedRecord) -> ScoredPair:
        """The weight of two records of one side, as of `score_same_side`, with its evidence."""
        return self._explained(self._same_side, one, other)

    def _above(
        self, chosen: Sequence[_Weighed], pairs: Pairs, threshold: float, *, told: bool = False
    ) -> tuple[Positions, Bits]:
        """Names are compared only where the rest, with the most that names can weigh, comes to the threshold."""
        most = self._sum([one for one in chosen if not one.costly], pairs, told=told)
        for one in chosen:
            if one.costly:
                most += one.comparison.at_most(pairs)
        open_ = np.flatnonzero(most >= threshold - _ROUNDING)
        weights = self._sum(chosen, pairs if len(open_) == len(pairs) else pairs.narrowed(open_), told=told)
        above = weights >= threshold
        return open_[above], weights[above]

    def _sum(self, chosen: Iterable[_Weighed], pairs: Pairs, *, told: bool = False) -> Bits:
        total = np.full(len(pairs), self.prior)
        if len(pairs):
            for one in chosen:
                bits = one.comparison.weigh(pairs)
                total += np.where(pairs.found.table["dead"][pairs.j], bits, 0.0) if told and one.tells_place else bits
        # To a ten-thousandth of a bit, so that no order of summing shows.
        return total.round(4)

    def _explained(self, chosen: Sequence[_Weighed], one: PreparedRecord, other: PreparedRecord) -> ScoredPair:
        pair = Pairs.of_two(one, other)
        evidence: tuple[Evidence, ...] = tuple(each.comparison.evidence(one, other, pair) for each in chosen)
        weight = float(self._sum(chosen, pair)[0])
        return ScoredPair(weight, probability(weight), evidence)
