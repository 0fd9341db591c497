"""The people, clan or community, in whatever words: compared as a name is."""

import numpy as np

from matching.comparisons.levels import LevelComparison
from matching.comparisons.names import best_sums
from matching.comparisons.parents import named
from matching.evidence import AlignedPart
from matching.names.name_columns import Positions
from matching.names.name_comparison import compare_prepared
from matching.pairs import Pairs
from matching.prepared_record import Has, NameRole, PreparedRecord

_SAME = 3.0


class CommunityComparison(LevelComparison):
    """One word on both sides, or another; another says little, because a people has several names."""

    code = "community"
    needs = Has.COMMUNITY
    levels = ("same", "different")
    edges = (_SAME,)

    def known_levels(self, pairs: Pairs) -> Positions:
        return np.where(best_sums(pairs, NameRole.COMMUNITY) >= _SAME, 0, 1)

    def parts(self, sought: PreparedRecord, found: PreparedRecord, level: str) -> tuple[AlignedPart, ...]:
        one, other = named(sought, NameRole.COMMUNITY)[0], named(found, NameRole.COMMUNITY)[0]
        return compare_prepared(one.name, other.name).parts
