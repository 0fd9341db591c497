"""Stable features such as eyes, hair or build."""

from matching.comparisons.levels import BLANK, NOT_COMPARABLE, LevelComparison
from matching.evidence import AlignedPart
from matching.prepared import Has, PreparedRecord
from matching.record import Remains

# What is left of a person decides what can be compared at all.
_LOST: dict[Remains, frozenset[str]] = {
    Remains.SKELETAL: frozenset({"eyes", "skin", "build", "hair_colour", "hair_form", "facial_hair", "glasses"}),
    Remains.DECOMPOSED: frozenset({"eyes", "skin", "build", "facial_hair"}),
    Remains.PARTIAL: frozenset({"eyes", "skin", "build", "hair_colour", "hair_form", "facial_hair"}),
}


class TraitsComparison(LevelComparison):
    """How many of the features known on both sides have the same value."""

    code = "traits"
    needs = Has.TRAITS
    levels = ("all_same", "most_same", "half_same", "few_same", "none_same")
    disagreeing = frozenset({"few_same", "none_same"})

    def level(self, sought: PreparedRecord, found: PreparedRecord) -> str:
        known = sought.traits.keys() & found.traits.keys()
        if not known:
            return BLANK
        left = known - _LOST.get(found.remains, frozenset()) if found.remains else known
        if not left:
            return NOT_COMPARABLE
        share = sum(sought.traits[feature] == found.traits[feature] for feature in left) / len(left)
        return _level(share)

    def parts(self, sought: PreparedRecord, found: PreparedRecord, level: str) -> tuple[AlignedPart, ...]:
        return tuple(
            AlignedPart(
                sought.traits[f], found.traits[f], "same" if sought.traits[f] == found.traits[f] else "contradicts"
            )
            for f in sorted(sought.traits.keys() & found.traits.keys())
        )


def _level(share: float) -> str:
    if share == 1:
        return "all_same"
    if share > 0.5:
        return "most_same"
    if share == 0.5:
        return "half_same"
    return "few_same" if share > 0 else "none_same"
