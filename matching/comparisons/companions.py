"""Companions named on either side: people who travelled together are reported together."""

from matching.comparisons.levels import BLANK, LevelComparison
from matching.comparisons.names import best_pair, best_sum
from matching.evidence import AlignedPart
from matching.names.comparison import compare_prepared
from matching.prepared import Has, PreparedRecord

_STRONG = 16.0
_FAIR = 9.0


class CompanionsComparison(LevelComparison):
    """The best pair of companions' names; not sharing one says nothing, few lists are complete."""

    code = "companions"
    needs = Has.COMPANIONS
    levels = ("same_person", "perhaps", "others")
    disagreeing = frozenset({"others"})

    def level(self, sought: PreparedRecord, found: PreparedRecord) -> str:
        if not sought.companions or not found.companions:
            return BLANK
        best = best_sum(sought.companions, found.companions)
        return "same_person" if best >= _STRONG else "perhaps" if best >= _FAIR else "others"

    def parts(self, sought: PreparedRecord, found: PreparedRecord, level: str) -> tuple[AlignedPart, ...]:
        pair = best_pair(sought.companions, found.companions)
        return () if pair is None or level == "others" else compare_prepared(pair[0].name, pair[1].name).parts
