"""Bodily marks, teeth and medical features as codes; families remember side and place less well than the mark."""

from collections.abc import Iterable
from types import MappingProxyType

import numpy as np

from matching.comparisons.coded_sets import NOTHING, UNLIKE, PairedComparison, join_codes
from matching.comparisons.set_pairing import KinCodes, Ranks
from matching.names.name_columns import Positions
from matching.pairs import Pairs
from matching.prepared_record import Has, PreparedRecord
from matching.record import Remains
from matching.record_columns import Codes, RecordColumns
from matching.record_packing import REMAINS, code

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


class MarksComparison(PairedComparison):
    """Marks by kind, place, side and motif; those that the remains cannot show are left out."""

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
        UNLIKE,
    )
    reasons = MappingProxyType({"side_open": "same", "kind_alone": "same", UNLIKE: "missing"})

    @staticmethod
    def kinds(record: PreparedRecord) -> Iterable[str]:
        return [mark.kind for mark in record.marks]

    def codes(self, records: RecordColumns, rows: Positions) -> Codes:
        return records.marks(rows)

    def ranks(self, pairs: Pairs, sought: Codes, found: Codes) -> Ranks:
        ranks = _ranks(sought[:, :, None, :], found[:, None, :, :])
        bare, other_bare = (remains == _SKELETAL for remains in pairs.values("remains"))
        ranks[other_bare[:, None] & np.isin(sought[:, :, _KIND], _SKIN_CODES)] = NOTHING
        ranks.transpose(0, 2, 1)[bare[:, None] & np.isin(found[:, :, _KIND], _SKIN_CODES)] = NOTHING
        return ranks

    def shown(self, record: PreparedRecord) -> list[str]:
        return [join_codes(mark.kind, mark.motif, mark.place, mark.side) for mark in record.marks]


_KIND, _PLACE, _SIDE, _MOTIF = range(4)


def _ranks(one: Codes, other: Codes) -> Ranks:
    """The position of the level of each two marks, `NOTHING` where there is none on a side."""
    same = one == other
    given = (one > 0) & (other > 0)
    other_motif = given[..., _MOTIF] & ~same[..., _MOTIF]
    sides_told = given[..., _SIDE]
    neighbouring = _NEIGHBOURS.of(one[..., _PLACE], other[..., _PLACE])
    of_one_kind = {
        "motif_differs": other_motif & same[..., _PLACE],
        UNLIKE: other_motif,
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
    ranks = np.where(kind, ranks, np.where(other_word, levels.index("other_word"), levels.index(UNLIKE)))
    return np.where(given[..., _KIND], ranks, NOTHING).astype(np.uint8)
