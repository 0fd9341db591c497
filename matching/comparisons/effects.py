"""Clothing and belongings as codes; what somebody wore when last seen is not always what is found."""

from matching.comparisons.levels import BLANK, Weights, outcome_of
from matching.comparisons.sets import pair_up
from matching.evidence import AlignedPart, Evidence
from matching.prepared import Has, PreparedRecord
from matching.record import Effect

_TAKEN_FOR = (
    frozenset({"shirt", "tshirt"}),
    frozenset({"shirt", "blouse"}),
    frozenset({"jacket", "coat"}),
    frozenset({"jacket", "hoodie"}),
    frozenset({"sweater", "hoodie"}),
    frozenset({"trousers", "jeans"}),
    frozenset({"shoes", "boots"}),
    frozenset({"shoes", "sandals"}),
    frozenset({"cap", "hat"}),
    frozenset({"headscarf", "scarf"}),
    frozenset({"backpack", "bag"}),
    frozenset({"rosary", "prayer_beads"}),
    frozenset({"rosary", "necklace"}),
    frozenset({"dress", "robe"}),
)


class EffectsComparison:
    """Each thing of the side that lists fewer is paired with its best counterpart; the weights of the pairs add up."""

    code = "effects"
    needs = Has.EFFECTS
    levels = ("same", "colour_open", "other_word", "colour_differs", "unlike")
    disagreeing = frozenset({"unlike"})

    def __init__(self, weights: Weights, rarities: Weights) -> None:
        self._weights = [weights[level] for level in self.levels]
        self._rarities = rarities

    def weigh(self, sought: PreparedRecord, found: PreparedRecord) -> float:
        """Match weight in bits; rarer things weigh more."""
        if not sought.effects or not found.effects:
            return 0.0
        return sum(self._weight(rank, effect) for rank, effect, _ in self.meetings(sought, found))

    def evidence(self, sought: PreparedRecord, found: PreparedRecord) -> Evidence:
        """The best meeting names the level; the parts say how each thing fared."""
        if not sought.effects or not found.effects:
            return Evidence(self.code, BLANK, outcome_of(BLANK, self.disagreeing), 0.0)
        pairs = self.meetings(sought, found)
        level = self.levels[min(rank for rank, _, _ in pairs)]
        weight = round(self.weigh(sought, found), 3)
        return Evidence(self.code, level, outcome_of(level, self.disagreeing), weight, tuple(map(self._part, pairs)))

    def meetings(self, sought: PreparedRecord, found: PreparedRecord) -> list[tuple[int, Effect, Effect]]:
        """Pairs of things with the index of their level."""
        return pair_up(sought.effects, found.effects, _rank)

    def _weight(self, rank: int, effect: Effect) -> float:
        if rank == len(self.levels) - 1:
            return self._weights[rank]
        return self._weights[rank] + self._rarities.get(effect.item, 0.0)

    def _part(self, pair: tuple[int, Effect, Effect]) -> AlignedPart:
        rank, one, other = pair
        reason = {"colour_open": "same", "unlike": "missing"}.get(self.levels[rank], self.levels[rank])
        return AlignedPart(_shown(one), _shown(other), reason)


def _rank(one: Effect, other: Effect) -> int:
    levels = EffectsComparison.levels
    same_colour = one.colour == other.colour
    if one.item == other.item:
        if same_colour:
            return levels.index("same")
        return levels.index("colour_differs" if one.colour and other.colour else "colour_open")
    if same_colour and one.colour and frozenset({one.item, other.item}) in _TAKEN_FOR:
        return levels.index("other_word")
    return levels.index("unlike")


def _shown(effect: Effect) -> str:
    return " ".join(filter(None, (effect.item, effect.colour)))
