"""The common face of all comparisons, and the kind whose outcomes are a short list of levels."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Protocol

import numpy as np
import numpy.typing as npt

from matching.evidence import AlignedPart, Evidence, Outcome
from matching.names.name_columns import Flags, Positions
from matching.pairs import Pairs
from matching.prepared_record import PreparedRecord

BLANK = "blank"
NOT_COMPARABLE = "not_comparable"
# As positions in the levels: counted from the end of a table of weights that ends with both.
BLANK_LEVEL, NOT_COMPARABLE_LEVEL = -1, -2
Weights = Mapping[str, float]
Bits = npt.NDArray[np.float64]


class Comparison(Protocol):
    """One kind of evidence. Both methods see the same; `weigh` is for many pairs, `evidence` for a reviewer's one.

    `needs` is the bit of `prepared.Has` without which, on either side, the outcome is blank. What weighs against a pair
    disagrees, whatever the level is called.
    """

    code: str
    needs: int

    def weigh(self, pairs: Pairs) -> Bits:
        """Match weights in bits, 0.0 where blank or not comparable."""

    def evidence(self, sought: PreparedRecord, found: PreparedRecord, pair: Pairs) -> Evidence:
        """The same weight with level, outcome and the values that met; `pair` is the two as columns."""


class LevelComparison(ABC):
    """A comparison whose outcome is one level; its weight is looked up."""

    code: str = ""
    needs: int = 0
    levels: tuple[str, ...] = ()

    def __init__(self, weights: Weights) -> None:
        self.disagreeing = disagreeing(weights)
        self._weights = np.array([*(weights.get(level, 0.0) for level in self.levels), 0.0, 0.0])

    @abstractmethod
    def known_levels(self, pairs: Pairs) -> Positions:
        """Positions in `levels` (or BLANK_LEVEL, NOT_COMPARABLE_LEVEL) of pairs whose both sides say something."""

    def parts(self, sought: PreparedRecord, found: PreparedRecord, level: str) -> tuple[AlignedPart, ...]:
        """The values that met, for the card."""
        return ()

    def level_numbers(self, pairs: Pairs) -> Positions:
        """Positions in `levels` of all pairs, BLANK_LEVEL or NOT_COMPARABLE_LEVEL where there is none."""
        numbers = np.full(len(pairs), BLANK_LEVEL, dtype=np.int64)
        known = pairs.both_say(self.needs)
        if len(known):
            numbers[known] = self.known_levels(pairs.chosen(known))
        return numbers

    def weigh(self, pairs: Pairs) -> Bits:
        """Match weights in bits."""
        weights: Bits = self._weights[self.level_numbers(pairs)]
        return weights

    def at_most(self, pairs: Pairs) -> Bits:
        """The greatest weight of any level, of pairs whose both sides say something."""
        return bounded(pairs, pairs.both_say(self.needs), self._weights)

    def evidence(self, sought: PreparedRecord, found: PreparedRecord, pair: Pairs) -> Evidence:
        """Level, outcome and values."""
        number = int(self.level_numbers(pair)[0])
        level = level_name(self.levels, number)
        outcome = outcome_of(level, float(self._weights[number]))
        values = () if outcome in (Outcome.BLANK, Outcome.NOT_COMPARABLE) else self.parts(sought, found, level)
        return Evidence(self.code, level, outcome, round(float(self._weights[number]), 3), values)


def bounded(pairs: Pairs, told: Positions, weights: Bits) -> Bits:
    """The greatest of some weights for the pairs that are told of, no less than 0.0, and 0.0 for all others."""
    most = np.zeros(len(pairs))
    most[told] = max(0.0, float(weights.max()))
    return most


def level_name(levels: tuple[str, ...], number: int) -> str:
    """A level's code from its position."""
    return {BLANK_LEVEL: BLANK, NOT_COMPARABLE_LEVEL: NOT_COMPARABLE}.get(number) or levels[number]


def first_that_holds(levels: tuple[str, ...], conditions: Mapping[str, Flags], otherwise: str) -> Positions:
    """For each pair the position of the first level whose condition holds, in the mapping's order."""
    return np.select(list(conditions.values()), [levels.index(level) for level in conditions], levels.index(otherwise))


def reason_of(level: str, disagreeing: frozenset[str]) -> str:
    """Why two single values stand side by side: they fit or contradict each other; the level says how far."""
    return "contradicts" if level in disagreeing else "fits"


def disagreeing(weights: Weights) -> frozenset[str]:
    """The levels that weigh against a pair."""
    return frozenset(level for level, weight in weights.items() if weight < 0.0)


def outcome_of(level: str, weight: float) -> Outcome:
    """The outcome of a level that weighs so many bits."""
    if level == BLANK:
        return Outcome.BLANK
    if level == NOT_COMPARABLE:
        return Outcome.NOT_COMPARABLE
    return Outcome.DISAGREES if weight < 0.0 else Outcome.AGREES
