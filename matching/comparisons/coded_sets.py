"""The common face of comparisons of coded things of which each side may list several: marks, things worn."""

from abc import abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import ClassVar, Self

import numpy as np

from matching.comparisons.levels import (
    BLANK,
    NOT_COMPARABLE,
    Bits,
    WeighedLevels,
    Weights,
    outcome_of,
    weights_of,
)
from matching.comparisons.set_pairing import Meetings, Ranks, Rarities, pair_up
from matching.evidence import AlignedPart, Evidence, Outcome
from matching.model import Model
from matching.names.name_columns import Positions
from matching.pairs import Pairs
from matching.prepared_record import PreparedRecord
from matching.record_columns import Codes, RecordColumns

# The rank of two of which a side has none, or cannot show one.
NOTHING = 100
UNLIKE = "unlike"


class PairedComparison(WeighedLevels):
    """Each thing of the side that lists fewer is paired with its best counterpart; the weights of the pairs add up.

    A level is how two things agree, the best first, and its rank the position in `levels`; the last is `UNLIKE`.
    `reasons` are the words of a card where they are not the level's own.
    """

    reasons: ClassVar[Mapping[str, str]] = MappingProxyType({})

    def __init__(self, weights: Weights, rarities: Mapping[str, float] = MappingProxyType({})) -> None:
        super().__init__(weights)
        self._rarities = Rarities(rarities)

    @classmethod
    def of(cls, model: Model) -> Self:
        """The comparison with a model's weights and rarities; raises KeyError for a level that the model lacks."""
        return cls(weights_of(cls, model), model.rarity_bits(cls.code))

    @staticmethod
    @abstractmethod
    def kinds(record: PreparedRecord) -> Iterable[str]:
        """The kinds of a record's things, of which the rarity is counted."""

    @abstractmethod
    def codes(self, records: RecordColumns, rows: Positions) -> Codes:
        """The things of some records, of shape (rows, most of one, width); the kind first, 0 for none."""

    @abstractmethod
    def ranks(self, pairs: Pairs, sought: Codes, found: Codes) -> Ranks:
        """The rank of every two things, of shape (pairs, most of sought, most of found); `NOTHING` for none."""

    @abstractmethod
    def shown(self, record: PreparedRecord) -> Sequence[str]:
        """A record's things as a card says them, in the order of `codes`."""

    def meetings(self, pairs: Pairs) -> Meetings:
        """Which things meet."""
        return pair_up(self.ranks(pairs, *self._of_both(pairs)), none=NOTHING)

    def observed(self, pairs: Pairs) -> tuple[Positions, Positions]:
        """How things meet, one level a meeting: a pair of records may show several."""
        both = pairs.both_say(self.needs)
        met = self.meetings(pairs.chosen(both))
        return both[met.pair], met.rank

    def weigh(self, pairs: Pairs) -> Bits:
        """Match weights in bits; rarer kinds weigh more."""
        known = pairs.both_say(self.needs)
        weights = np.zeros(len(pairs))
        if len(known):
            chosen = pairs.chosen(known)
            sought, found = self._of_both(chosen)
            met = pair_up(self.ranks(chosen, sought, found), none=NOTHING)
            rarity = self._rarities.of_both(sought[met.pair, met.i, 0], found[met.pair, met.j, 0])
            told = self._weights[met.rank] + np.where(met.rank < self.levels.index(UNLIKE), rarity, 0.0)
            weights[known] = np.bincount(met.pair, told, minlength=len(known))
        return weights

    def evidence(self, sought: PreparedRecord, found: PreparedRecord, pair: Pairs) -> Evidence:
        """The best meeting names the level; the parts say how each thing fared."""
        ours, theirs = self.shown(sought), self.shown(found)
        if not ours or not theirs:
            return Evidence(self.code, BLANK, Outcome.BLANK, 0.0)
        met = self.meetings(pair)
        if not len(met.rank):
            return Evidence(self.code, NOT_COMPARABLE, Outcome.NOT_COMPARABLE, 0.0)
        levels = [self.levels[rank] for rank in met.rank.tolist()]
        parts = tuple(
            AlignedPart(ours[i], theirs[j], self.reasons.get(level, level))
            for level, i, j in zip(levels, met.i.tolist(), met.j.tolist(), strict=True)
        )
        weight = round(float(self.weigh(pair)[0]), 3)
        return Evidence(self.code, levels[0], outcome_of(levels[0], weight), weight, parts)

    def _of_both(self, pairs: Pairs) -> tuple[Codes, Codes]:
        return self.codes(pairs.sought, pairs.i), self.codes(pairs.found, pairs.j)


def join_codes(*words: str) -> str:
    """The codes of one thing as a card says them."""
    return " ".join(filter(None, words))
