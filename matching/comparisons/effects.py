"""Clothing and belongings as codes; what somebody wore when last seen is not always what is found."""

import numpy as np

from matching.columns import Codes
from matching.comparisons.levels import BLANK, Bits, Weights, outcome_of
from matching.comparisons.sets import KinCodes, Meetings, Ranks, Rarities, pair_up
from matching.evidence import AlignedPart, Evidence, Outcome
from matching.pairs import Pairs
from matching.prepared import Has, PreparedRecord
from matching.record import Effect

_TAKEN_FOR = KinCodes(
    (
        ("shirt", "tshirt"),
        ("shirt", "blouse"),
        ("jacket", "coat"),
        ("jacket", "hoodie"),
        ("sweater", "hoodie"),
        ("trousers", "jeans"),
        ("shoes", "boots"),
        ("shoes", "sandals"),
        ("cap", "hat"),
        ("headscarf", "scarf"),
        ("backpack", "bag"),
        ("rosary", "prayer_beads"),
        ("rosary", "necklace"),
        ("dress", "robe"),
    )
)


class EffectsComparison:
    """Each thing of the side that lists fewer is paired with its best counterpart; the weights of the pairs add up."""

    code = "effects"
    needs = Has.EFFECTS
    levels = ("same", "colour_open", "other_word", "colour_differs", "unlike")

    def __init__(self, weights: Weights, rarities: dict[str, float]) -> None:
        self._weights = np.array([weights.get(level, 0.0) for level in self.levels])
        self._rarities = Rarities(rarities)

    def weigh(self, pairs: Pairs) -> Bits:
        """Match weights in bits; rarer things weigh more."""
        known = pairs.both_say(self.needs)
        weights = np.zeros(len(pairs))
        if len(known):
            chosen = pairs.chosen(known)
            met, sought = self.meetings(chosen)
            found = chosen.found.effects(chosen.j)
            rarity = self._rarities.of_both(sought[met.pair, met.i, 0], found[met.pair, met.j, 0])
            told = self._weights[met.rank] + np.where(met.rank < _UNLIKE, rarity, 0.0)
            weights[known] = np.bincount(met.pair, told, minlength=len(known))
        return weights

    def evidence(self, sought: PreparedRecord, found: PreparedRecord, pair: Pairs) -> Evidence:
        """The best meeting names the level; the parts say how each thing fared."""
        if not sought.effects or not found.effects:
            return Evidence(self.code, BLANK, Outcome.BLANK, 0.0)
        met, _ = self.meetings(pair)
        level = self.levels[int(met.rank[0])]
        parts = tuple(
            self._part(rank, sought.effects[i], found.effects[j])
            for rank, i, j in zip(met.rank.tolist(), met.i.tolist(), met.j.tolist(), strict=True)
        )
        weight = round(float(self.weigh(pair)[0]), 3)
        return Evidence(self.code, level, outcome_of(level, weight), weight, parts)

    def meetings(self, pairs: Pairs) -> tuple[Meetings, Codes]:
        """Which things meet, and the sought side's things."""
        sought, found = pairs.sought.effects(pairs.i), pairs.found.effects(pairs.j)
        return pair_up(_ranks(sought[:, :, None, :], found[:, None, :, :]), none=_NOTHING), sought

    def _part(self, rank: int, one: Effect, other: Effect) -> AlignedPart:
        reason = {"colour_open": "same", "unlike": "missing"}.get(self.levels[rank], self.levels[rank])
        return AlignedPart(_shown(one), _shown(other), reason)


_UNLIKE = EffectsComparison.levels.index("unlike")
_NOTHING = 100
_ITEM, _COLOUR = range(2)


def _ranks(one: Codes, other: Codes) -> Ranks:
    """The position of the level of each two things, `_NOTHING` where there is none on a side."""
    same, given = one == other, (one > 0) & (other > 0)
    item, colour, both_colours = same[..., _ITEM], same[..., _COLOUR], given[..., _COLOUR]
    levels = EffectsComparison.levels
    conditions = {
        "same": item & colour,
        "colour_differs": item & both_colours,
        "colour_open": item,
        "other_word": colour & both_colours & _TAKEN_FOR.of(one[..., _ITEM], other[..., _ITEM]),
    }
    ranks = np.select(list(conditions.values()), [levels.index(level) for level in conditions], _UNLIKE)
    return np.where(given[..., _ITEM], ranks, _NOTHING).astype(np.uint8)


def _shown(effect: Effect) -> str:
    return " ".join(filter(None, (effect.item, effect.colour)))
