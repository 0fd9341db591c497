"""Height, which families round and pathologists estimate."""

from matching.comparisons.levels import BLANK, NOT_COMPARABLE, LevelComparison, reason_of
from matching.evidence import AlignedPart
from matching.prepared import Has, PreparedRecord
from matching.record import Remains


class HeightComparison(LevelComparison):
    """Centimetres between the two intervals."""

    code = "height"
    needs = Has.HEIGHT
    levels = ("within_3", "within_6", "within_10", "within_15", "within_20", "far")
    disagreeing = frozenset({"within_15", "within_20", "far"})

    def level(self, sought: PreparedRecord, found: PreparedRecord) -> str:
        if sought.height is None or found.height is None:
            return BLANK
        if Remains.PARTIAL in (sought.remains, found.remains):
            return NOT_COMPARABLE
        apart = max(sought.height[0] - found.height[1], found.height[0] - sought.height[1], 0)
        for limit in (3, 6, 10, 15, 20):
            if apart <= limit:
                return f"within_{limit}"
        return "far"

    def parts(self, sought: PreparedRecord, found: PreparedRecord, level: str) -> tuple[AlignedPart, ...]:
        return (AlignedPart(_shown(sought.height), _shown(found.height), reason_of(level, self.disagreeing)),)


def _shown(height: tuple[int, int] | None) -> str:
    if height is None:
        return ""
    return str(height[0]) if height[0] == height[1] else f"{height[0]}-{height[1]}"
