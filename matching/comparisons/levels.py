"""The common face of all comparisons, and the kind whose outcomes are a short list of levels."""

import hashlib
from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import ClassVar, Self

import numpy as np
import numpy.typing as npt

from matching.evidence import AlignedPart, Evidence, Outcome
from matching.model import Model
from matching.names.name_columns import Flags, Positions
from matching.pairs import Pairs
from matching.prepared_record import PreparedRecord

BLANK = "blank"
NOT_COMPARABLE = "not_comparable"
# As positions in the levels: counted from the end of a table of weights that ends with both.
BLANK_LEVEL, NOT_COMPARABLE_LEVEL = -1, -2
Weights = Mapping[str, float]
Bits = npt.NDArray[np.float64]
# Levels of which a pair shows one: m and u sum to 1 within them.
Family = tuple[str, ...]


class Comparison(ABC):
    """One kind of evidence: what `weigh` says of many pairs, `evidence` says of a reviewer's one.

    `needs` is the bit of `prepared_record.Has` without which, on either side, the outcome is blank. What weighs against
    a pair disagrees, whatever the level is called. `edges` are the constants between its levels: weights that were
    estimated with others say nothing of these.
    """

    code: ClassVar[str] = ""
    needs: ClassVar[int] = 0
    levels: ClassVar[tuple[str, ...]] = ()
    edges: ClassVar[tuple[object, ...]] = ()

    @classmethod
    @abstractmethod
    def of(cls, model: Model) -> Self:
        """The comparison with a model's weights; raises KeyError for a level that the model lacks."""

    @classmethod
    @abstractmethod
    def unweighted(cls) -> Self:
        """The comparison without weights, for whoever only asks what pairs show."""

    @classmethod
    def families(cls) -> tuple[Family, ...]:
        """The levels that are estimated, in families of which a pair shows one level each."""
        return (cls.levels,)

    @abstractmethod
    def observed(self, pairs: Pairs) -> tuple[Positions, Positions]:
        """What estimates are made from: which pair shows which level, as positions in `pairs` and in the families.

        A pair that says nothing is left out; where several things of a pair are compared, it is there several times.
        """

    @abstractmethod
    def weigh(self, pairs: Pairs) -> Bits:
        """Match weights in bits, 0.0 where blank or not comparable."""

    def at_most(self, pairs: Pairs) -> Bits:
        """Bits that `weigh` never exceeds; worth less work than weighing where that compares names."""
        return self.weigh(pairs)

    @abstractmethod
    def evidence(self, sought: PreparedRecord, found: PreparedRecord, pair: Pairs) -> Evidence:
        """The weight of one pair with level, outcome and the values that met; `pair` is the two as columns."""


class WeighedLevels(Comparison):
    """A comparison whose levels each have a weight."""

    def __init__(self, weights: Weights) -> None:
        self._weights = np.array([weights.get(level, 0.0) for level in self.levels])

    @classmethod
    def of(cls, model: Model) -> Self:
        """The comparison with a model's weights; raises KeyError for a level that the model lacks."""
        return cls(weights_of(cls, model))

    @classmethod
    def unweighted(cls) -> Self:
        """The comparison without weights, for whoever only asks what pairs show."""
        return cls({})


class LevelComparison(WeighedLevels):
    """A comparison whose outcome is one level; its weight is looked up."""

    def __init__(self, weights: Weights) -> None:
        super().__init__(weights)
        self.disagreeing = disagreeing(weights)
        self._weights = np.append(self._weights, (0.0, 0.0))

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

    def observed(self, pairs: Pairs) -> tuple[Positions, Positions]:
        """The pairs that show a level, and which."""
        numbers = self.level_numbers(pairs)
        shown = np.flatnonzero(numbers >= 0)
        return shown, numbers[shown]

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


def weights_of(kind: type[WeighedLevels], model: Model) -> dict[str, float]:
    """A model's weight in bits of every level of a comparison; raises KeyError, by its code, for one that it lacks."""
    weights = model.weights(kind.code)
    return {level: weights[level] for level in kind.levels}


def layout_of(kind: type[Comparison]) -> str:
    """A digest of a comparison's levels and of the constants between them: what its weights were estimated for."""
    return hashlib.sha256(repr((kind.levels, kind.edges)).encode()).hexdigest()[:8]


def by_beginning(levels: tuple[str, ...]) -> tuple[Family, ...]:
    """Levels in families by their first word: the dead and the living, stated and assessed ages."""
    families: dict[str, list[str]] = {}
    for level in levels:
        families.setdefault(level.partition("_")[0], []).append(level)
    return tuple(map(tuple, families.values()))


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
