"""Languages spoken."""

from matching.comparisons.levels import BLANK, LevelComparison
from matching.evidence import AlignedPart
from matching.prepared import Has, PreparedRecord


class LanguagesComparison(LevelComparison):
    """One in common, or none."""

    code = "languages"
    needs = Has.LANGUAGES
    levels = ("shared", "different")
    disagreeing = frozenset({"different"})

    def level(self, sought: PreparedRecord, found: PreparedRecord) -> str:
        if not sought.languages or not found.languages:
            return BLANK
        return "different" if sought.languages.isdisjoint(found.languages) else "shared"

    def parts(self, sought: PreparedRecord, found: PreparedRecord, level: str) -> tuple[AlignedPart, ...]:
        reason = "same" if level == "shared" else "contradicts"
        return (AlignedPart(" ".join(sorted(sought.languages)), " ".join(sorted(found.languages)), reason),)
