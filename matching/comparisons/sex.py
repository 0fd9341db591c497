"""Sex: rarely wrong, and then by the clerk."""

import numpy as np

from matching.comparisons.levels import LevelComparison
from matching.evidence import AlignedPart
from matching.names.name_columns import Positions
from matching.pairs import Pairs
from matching.prepared_record import Has, PreparedRecord


class SexComparison(LevelComparison):
    """Same or different."""

    code = "sex"
    needs = Has.SEX
    levels = ("same", "different")

    def known_levels(self, pairs: Pairs) -> Positions:
        sought, found = pairs.values("sex")
        return np.where(sought == found, 0, 1)

    def parts(self, sought: PreparedRecord, found: PreparedRecord, level: str) -> tuple[AlignedPart, ...]:
        return (AlignedPart(sought.sex or "", found.sex or "", "same" if level == "same" else "contradicts"),)
