"""Stable features such as eyes, hair or build."""

import numpy as np

from matching.comparisons.levels import BLANK_LEVEL, NOT_COMPARABLE_LEVEL, LevelComparison, first_that_holds
from matching.evidence import AlignedPart
from matching.names.name_columns import Positions
from matching.pairs import Pairs
from matching.prepared_record import Has, PreparedRecord
from matching.record import Remains
from matching.record_packing import REMAINS, code

# What is left of a person decides what can be compared at all.
_LOST: dict[Remains, frozenset[str]] = {
    Remains.SKELETAL: frozenset({"eyes", "skin", "build", "hair_colour", "hair_form", "facial_hair", "glasses"}),
    Remains.DECOMPOSED: frozenset({"eyes", "skin", "build", "facial_hair"}),
    Remains.PARTIAL: frozenset({"eyes", "skin", "build", "hair_colour", "hair_form", "facial_hair"}),
}

_LOST_CODES = [
    (REMAINS.index(state), np.array([code(feature) for feature in sorted(lost)], dtype=np.uint32))
    for state, lost in _LOST.items()
]


class TraitsComparison(LevelComparison):
    """How many of the features known on both sides have the same value."""

    code = "traits"
    needs = Has.TRAITS
    levels = ("all_same", "most_same", "half_same", "few_same", "none_same")

    def known_levels(self, pairs: Pairs) -> Positions:
        sought, found = pairs.sought.traits(pairs.i)[:, :, None], pairs.found.traits(pairs.j)[:, None, :]
        same_feature = (sought[..., 0] == found[..., 0]) & (sought[..., 0] > 0)
        known = same_feature.any(axis=(1, 2))
        for remains in pairs.values("remains"):
            for state, lost in _LOST_CODES:
                same_feature[remains == state] &= ~np.isin(sought[remains == state][..., 0], lost)
        left = same_feature.sum(axis=(1, 2))
        same = (same_feature & (sought[..., 1] == found[..., 1])).sum(axis=(1, 2))
        conditions = {
            "all_same": same == left,
            "most_same": same * 2 > left,
            "half_same": same * 2 == left,
            "few_same": same > 0,
        }
        numbers = first_that_holds(self.levels, conditions, "none_same")
        numbers[left == 0] = NOT_COMPARABLE_LEVEL
        numbers[~known] = BLANK_LEVEL
        return numbers

    def parts(self, sought: PreparedRecord, found: PreparedRecord, level: str) -> tuple[AlignedPart, ...]:
        return tuple(
            AlignedPart(
                sought.traits[f], found.traits[f], "same" if sought.traits[f] == found.traits[f] else "contradicts"
            )
            for f in sorted(sought.traits.keys() & found.traits.keys())
        )
