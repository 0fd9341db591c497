"""Nationality: often unknown, sometimes hidden on purpose."""

import numpy as np

from matching.comparisons.levels import LevelComparison
from matching.comparisons.set_pairing import share_a_code
from matching.evidence import AlignedPart
from matching.names.name_columns import Positions
from matching.pairs import Pairs
from matching.prepared_record import Has, PreparedRecord


class NationalityComparison(LevelComparison):
    """One in common, or none."""

    code = "nationality"
    needs = Has.NATIONALITY
    levels = ("shared", "different")

    def known_levels(self, pairs: Pairs) -> Positions:
        return np.where(share_a_code(*pairs.values("nationalities")), 0, 1)

    def parts(self, sought: PreparedRecord, found: PreparedRecord, level: str) -> tuple[AlignedPart, ...]:
        reason = "same" if level == "shared" else "contradicts"
        return (AlignedPart(" ".join(sorted(sought.nationalities)), " ".join(sorted(found.nationalities)), reason),)
