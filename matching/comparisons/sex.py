"""Sex: rarely wrong, and then by the clerk."""

from matching.comparisons.levels import BLANK, LevelComparison
from matching.evidence import AlignedPart
from matching.prepared import Has, PreparedRecord


class SexComparison(LevelComparison):
    """Same or different."""

    code = "sex"
    needs = Has.SEX
    levels = ("same", "different")
    disagreeing = frozenset({"different"})

    def level(self, sought: PreparedRecord, found: PreparedRecord) -> str:
        if sought.sex is None or found.sex is None:
            return BLANK
        return "same" if sought.sex is found.sex else "different"

    def parts(self, sought: PreparedRecord, found: PreparedRecord, level: str) -> tuple[AlignedPart, ...]:
        return (AlignedPart(sought.sex or "", found.sex or "", "same" if level == "same" else "contradicts"),)
