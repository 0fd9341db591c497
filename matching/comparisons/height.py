"""Height, which families round and pathologists estimate."""

import numpy as np

from matching.comparisons.levels import NOT_COMPARABLE_LEVEL, LevelComparison, reason_of
from matching.evidence import AlignedPart
from matching.names.name_columns import Positions
from matching.pairs import Pairs
from matching.prepared_record import Has, PreparedRecord
from matching.record import Remains
from matching.record_packing import REMAINS

# Centimetres apart up to which each level goes; beyond the last is far.
_LIMITS = (3, 6, 10, 15, 20)
_PARTIAL = REMAINS.index(Remains.PARTIAL)


class HeightComparison(LevelComparison):
    """Centimetres between the two intervals."""

    code = "height"
    needs = Has.HEIGHT
    levels = ("within_3", "within_6", "within_10", "within_15", "within_20", "far")
    edges = _LIMITS

    def known_levels(self, pairs: Pairs) -> Positions:
        sought, found = (heights.astype(np.int64) for heights in pairs.values("height"))
        apart = np.maximum(sought[:, 0] - found[:, 1], found[:, 0] - sought[:, 1])
        numbers: Positions = np.searchsorted(_LIMITS, apart)
        remains = pairs.values("remains")
        numbers[(remains[0] == _PARTIAL) | (remains[1] == _PARTIAL)] = NOT_COMPARABLE_LEVEL
        return numbers

    def parts(self, sought: PreparedRecord, found: PreparedRecord, level: str) -> tuple[AlignedPart, ...]:
        return (AlignedPart(_shown(sought.height), _shown(found.height), reason_of(level, self.disagreeing)),)


def _shown(height: tuple[int, int] | None) -> str:
    if height is None:
        return ""
    return str(height[0]) if height[0] == height[1] else f"{height[0]}-{height[1]}"
