"""Bodily marks, teeth and medical features as codes; families remember side and place less well than the mark."""

import numpy as np

from matching.columns import Codes
from matching.comparisons.levels import BLANK, NOT_COMPARABLE, Bits, Weights, outcome_of
from matching.comparisons.sets import KinCodes, Meetings, Ranks, Rarities, pair_up
from matching.evidence import AlignedPart, Evidence, Outcome
from matching.packing import REMAINS, code
from matching.pairs import Pairs
from matching.prepared import Has, PreparedRecord
from matching.record import Mark, Remains

# Marks of the skin go first; a skeleton keeps its fractures and its teeth.
_OF_THE_SKIN = frozenset(
    {"tattoo", "scar", "mole", "birthmark", "burn", "piercing", "vitiligo", "scarification", "henna"}
)
_SKIN_CODES = np.array([code(kind) for kind in sorted(_OF_THE_SKIN)], dtype=np.uint32)
_SKELETAL = REMAINS.index(Remains.SKELETAL)
# What one person calls by one word, another calls by the other.
_TAKEN_FOR = KinCodes(
    (
        ("mole", "birthmark"),
        ("scar", "burn"),
        ("scar", "operation"),
        ("scar", "scarification"),
        ("missing_tooth", "tooth_gap"),
        ("missing_tooth", "broken_tooth"),
        ("amputation", "deformity"),
        ("tattoo", "henna"),
    )
)
_NEIGHBOURS = KinCodes(
    (
        ("hand", "wrist"),
        ("hand", "finger"),
        ("wrist", "forearm"),
        ("forearm", "elbow"),
        ("forearm", "upper_arm"),
        ("upper_arm", "shoulder"),
        ("upper_arm", "elbow"),
        ("chest", "abdomen"),
        ("hip", "thigh"),
        ("hip", "abdomen"),
        ("thigh", "knee"),
        ("knee", "lower_leg"),
        ("thigh", "lower_leg"),
        ("ankle", "lower_leg"),
        ("ankle", "foot"),
        ("foot", "toe"),
        ("face", "head"),
        ("face", "nose"),
        ("face", "ear"),
        ("face", "eye"),
        ("face", "mouth"),
        ("shoulder", "back"),
        ("shoulder", "chest"),
    )
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

    def __init__(self, weights: Weights, rarities: dict[str, float]) -> None:
        self._weights = np.array([weights.get(level, 0.0) for level in self.levels])
        self._rarities = Rarities(rarities)

    def weigh(self, pairs: Pairs) -> Bits:
        """Match weights in bits; rarer kinds weigh more."""
        known = pairs.both_say(self.needs)
        weights = np.zeros(len(pairs))
        if len(known):
            chosen = pairs.chosen(known)
            met, sought = self.meetings(chosen)
            found = chosen.found.marks(chosen.j)
            rarity = self._rarities.of_both(sought[met.pair, met.i, 0], found[met.pair, met.j, 0])
            told = self._weights[met.rank] + np.where(met.rank < _UNLIKE, rarity, 0.0)
            weights[known] = np.bincount(met.pair, told, minlength=len(known))
        return weights

    def evidence(self, sought: PreparedRecord, found: PreparedRecord, pair: Pairs) -> Evidence:
        """The best meeting names the level; the parts say how each mark fared."""
        if not sought.marks or not found.marks:
            return Evidence(self.code, BLANK, Outcome.BLANK, 0.0)
        met, _ = self.meetings(pair)
        if not len(met.rank):
            return Evidence(self.code, NOT_COMPARABLE, Outcome.NOT_COMPARABLE, 0.0)
        level = self.levels[int(met.rank[0])]
        parts = tuple(
            self._part(rank, sought.marks[i], found.marks[j])
            for rank, i, j in zip(met.rank.tolist(), met.i.tolist(), met.j.tolist(), strict=True)
        )
        weight = round(float(self.weigh(pair)[0]), 3)
        return Evidence(self.code, level, outcome_of(level, weight), weight, parts)

    def meetings(self, pairs: Pairs) -> tuple[Meetings, Codes]:
        """Which marks meet, and the sought side's marks; those that the remains cannot show are left out."""
        sought, found = pairs.sought.marks(pairs.i), pairs.found.marks(pairs.j)
        ranks = _ranks(sought[:, :, None, :], found[:, None, :, :])
        bare, other_bare = (remains == _SKELETAL for remains in pairs.values("remains"))
        ranks[other_bare[:, None] & np.isin(sought[:, :, _KIND], _SKIN_CODES)] = _NOTHING
        ranks.transpose(0, 2, 1)[bare[:, None] & np.isin(found[:, :, _KIND], _SKIN_CODES)] = _NOTHING
        return pair_up(ranks, none=_NOTHING), sought

    def _part(self, rank: int, one: Mark, other: Mark) -> AlignedPart:
        reason = {"side_open": "same", "kind_alone": "same", "unlike": "missing"}.get(
            self.levels[rank], self.levels[rank]
        )
        return AlignedPart(_shown(one), _shown(other), reason)


_UNLIKE = MarksComparison.levels.index("unlike")
_NOTHING = 100
_KIND, _PLACE, _SIDE, _MOTIF = range(4)


def _ranks(one: Codes, other: Codes) -> Ranks:
    """The position of the level of each two marks, `_NOTHING` where there is none on a side."""
    same = one == other
    given = (one > 0) & (other > 0)
    other_motif = given[..., _MOTIF] & ~same[..., _MOTIF]
    sides_told = given[..., _SIDE]
    neighbouring = _NEIGHBOURS.of(one[..., _PLACE], other[..., _PLACE])
    of_one_kind = {
        "motif_differs": other_motif & same[..., _PLACE],
        "unlike": other_motif,
        "kind_alone": ~given[..., _PLACE],
        "neighbouring": ~same[..., _PLACE] & neighbouring,
        "place_differs": ~same[..., _PLACE],
        "same": same[..., _SIDE],
        "side_differs": sides_told,
    }
    kind = same[..., _KIND]
    levels = MarksComparison.levels
    ranks = np.select(
        list(of_one_kind.values()), [levels.index(level) for level in of_one_kind], levels.index("side_open")
    )
    other_word = given[..., _PLACE] & same[..., _PLACE] & _TAKEN_FOR.of(one[..., _KIND], other[..., _KIND])
    ranks = np.where(kind, ranks, np.where(other_word, levels.index("other_word"), _UNLIKE))
    return np.where(given[..., _KIND], ranks, _NOTHING).astype(np.uint8)


def _shown(mark: Mark) -> str:
    return " ".join(filter(None, (mark.kind, mark.motif, mark.place, mark.side)))
