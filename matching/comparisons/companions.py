"""Companions named on either side: people who travelled together are reported together."""

import numpy as np

from matching.comparisons.levels import LevelComparison
from matching.comparisons.names import best_pair, best_sums
from matching.evidence import AlignedPart
from matching.names.name_columns import Positions
from matching.names.name_comparison import compare_prepared
from matching.pairs import Pairs
from matching.prepared_record import Has, NameRole, PreparedRecord

_STRONG = 16.0
_FAIR = 9.0


class CompanionsComparison(LevelComparison):
    """The best pair of companions' names; not sharing one says nothing, few lists are complete."""

    code = "companions"
    needs = Has.COMPANIONS
    levels = ("same_person", "perhaps", "others")
    edges = (_STRONG, _FAIR)

    def known_levels(self, pairs: Pairs) -> Positions:
        best = best_sums(pairs, NameRole.COMPANION)
        return np.select([best >= _STRONG, best >= _FAIR], [0, 1], 2)

    def parts(self, sought: PreparedRecord, found: PreparedRecord, level: str) -> tuple[AlignedPart, ...]:
        pair = best_pair(sought.companions, found.companions)
        return () if pair is None or level == "others" else compare_prepared(pair[0].name, pair[1].name).parts
