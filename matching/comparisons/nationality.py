"""Nationality: often unknown, sometimes hidden on purpose."""

from matching.comparisons.levels import BLANK, LevelComparison
from matching.evidence import AlignedPart
from matching.prepared import Has, PreparedRecord


class NationalityComparison(LevelComparison):
    """One in common, or none."""

    code = "nationality"
    needs = Has.NATIONALITY
    levels = ("shared", "different")
    disagreeing = frozenset({"different"})

    def level(self, sought: PreparedRecord, found: PreparedRecord) -> str:
        if not sought.nationalities or not found.nationalities:
            return BLANK
        return "different" if sought.nationalities.isdisjoint(found.nationalities) else "shared"

    def parts(self, sought: PreparedRecord, found: PreparedRecord, level: str) -> tuple[AlignedPart, ...]:
        reason = "same" if level == "shared" else "contradicts"
        return (AlignedPart(" ".join(sorted(sought.nationalities)), " ".join(sorted(found.nationalities)), reason),)
