"""Bodily marks, teeth and medical features as codes; families remember side and place less well than the mark."""

from matching.comparisons.levels import BLANK, NOT_COMPARABLE, Weights, outcome_of
from matching.comparisons.sets import pair_up
from matching.evidence import AlignedPart, Evidence
from matching.prepared import Has, PreparedRecord
from matching.record import Mark, Remains

# Marks of the skin go first; a skeleton keeps its fractures and its teeth.
_OF_THE_SKIN = frozenset(
    {"tattoo", "scar", "mole", "birthmark", "burn", "piercing", "vitiligo", "scarification", "henna"}
)
# What one person calls by one word, another calls by the other.
_TAKEN_FOR = (
    frozenset({"mole", "birthmark"}),
    frozenset({"scar", "burn"}),
    frozenset({"scar", "operation"}),
    frozenset({"scar", "scarification"}),
    frozenset({"missing_tooth", "tooth_gap"}),
    frozenset({"missing_tooth", "broken_tooth"}),
    frozenset({"amputation", "deformity"}),
    frozenset({"tattoo", "henna"}),
)
_NEIGHBOURS = (
    frozenset({"hand", "wrist"}),
    frozenset({"hand", "finger"}),
    frozenset({"wrist", "forearm"}),
    frozenset({"forearm", "elbow"}),
    frozenset({"forearm", "upper_arm"}),
    frozenset({"upper_arm", "shoulder"}),
    frozenset({"upper_arm", "elbow"}),
    frozenset({"chest", "abdomen"}),
    frozenset({"hip", "thigh"}),
    frozenset({"hip", "abdomen"}),
    frozenset({"thigh", "knee"}),
    frozenset({"knee", "lower_leg"}),
    frozenset({"thigh", "lower_leg"}),
    frozenset({"ankle", "lower_leg"}),
    frozenset({"ankle", "foot"}),
    frozenset({"foot", "toe"}),
    frozenset({"face", "head"}),
    frozenset({"face", "nose"}),
    frozenset({"face", "ear"}),
    frozenset({"face", "eye"}),
    frozenset({"face", "mouth"}),
    frozenset({"shoulder", "back"}),
    frozenset({"shoulder", "chest"}),
)


class MarksComparison:
    """Each mark of the side that lists fewer is paired with its best counterpart; the weights of the pairs add up."""

    code = "marks"
    needs = Has.MARKS
    levels = (
        "same",
        "side_open",
        "kind_alone",
        "side_differs",
        "motif_differs",
        "neighbouring",
        "other_word",
        "place_differs",
        "unlike",
    )
    disagreeing = frozenset({"unlike"})

    def __init__(self, weights: Weights, rarities: Weights) -> None:
        self._weights = [weights[level] for level in self.levels]
        self._rarities = rarities

    def weigh(self, sought: PreparedRecord, found: PreparedRecord) -> float:
        """Match weight in bits; rarer kinds weigh more."""
        if not sought.marks or not found.marks:
            return 0.0
        pairs = self.meetings(sought, found)
        return sum(self._weight(rank, mark) for rank, mark, _ in pairs)

    def evidence(self, sought: PreparedRecord, found: PreparedRecord) -> Evidence:
        """The best meeting names the level; the parts say how each mark fared."""
        if not sought.marks or not found.marks:
            return Evidence(self.code, BLANK, outcome_of(BLANK, self.disagreeing), 0.0)
        pairs = self.meetings(sought, found)
        if not pairs:
            return Evidence(self.code, NOT_COMPARABLE, outcome_of(NOT_COMPARABLE, self.disagreeing), 0.0)
        level = self.levels[min(rank for rank, _, _ in pairs)]
        weight = round(self.weigh(sought, found), 3)
        return Evidence(self.code, level, outcome_of(level, self.disagreeing), weight, tuple(map(self._part, pairs)))

    def meetings(self, sought: PreparedRecord, found: PreparedRecord) -> list[tuple[int, Mark, Mark]]:
        """Pairs of marks with the index of their level; marks that the remains cannot show are left out."""
        visible = sought.marks
        if found.remains is Remains.SKELETAL:
            visible = tuple(mark for mark in visible if mark.kind not in _OF_THE_SKIN)
        return pair_up(visible, found.marks, _rank)

    def _weight(self, rank: int, mark: Mark) -> float:
        if rank == len(self.levels) - 1:
            return self._weights[rank]
        return self._weights[rank] + self._rarities.get(mark.kind, 0.0)

    def _part(self, pair: tuple[int, Mark, Mark]) -> AlignedPart:
        rank, one, other = pair
        reason = {"side_open": "same", "kind_alone": "same", "unlike": "missing"}.get(
            self.levels[rank], self.levels[rank]
        )
        return AlignedPart(_shown(one), _shown(other), reason)


def _rank(one: Mark, other: Mark) -> int:
    levels = MarksComparison.levels
    if one.kind == other.kind:
        return levels.index(_same_kind(one, other))
    if one.place and one.place == other.place and frozenset({one.kind, other.kind}) in _TAKEN_FOR:
        return levels.index("other_word")
    return levels.index("unlike")


def _same_kind(one: Mark, other: Mark) -> str:
    if one.motif and other.motif and one.motif != other.motif:
        return "motif_differs" if one.place == other.place else "unlike"
    if not one.place or not other.place:
        return "kind_alone"
    if one.place != other.place:
        return "neighbouring" if frozenset({one.place, other.place}) in _NEIGHBOURS else "place_differs"
    if one.side == other.side:
        return "same"
    return "side_differs" if one.side and other.side else "side_open"


def _shown(mark: Mark) -> str:
    return " ".join(filter(None, (mark.kind, mark.motif, mark.place, mark.side)))
