"""Numbers of identity documents."""

from matching.comparisons.levels import BLANK, LevelComparison
from matching.comparisons.numbers import one_stroke_apart
from matching.evidence import AlignedPart
from matching.prepared import Has, PreparedRecord

# Shorter numbers meet by chance.
_LONG_ENOUGH = 5


class DocumentsComparison(LevelComparison):
    """The best of any two document numbers; different numbers say little, people have several papers."""

    code = "documents"
    needs = Has.DOCUMENTS
    levels = ("same", "one_digit", "different")
    disagreeing = frozenset({"different"})

    def level(self, sought: PreparedRecord, found: PreparedRecord) -> str:
        return self._best(sought, found)[0] if sought.documents and found.documents else BLANK

    def parts(self, sought: PreparedRecord, found: PreparedRecord, level: str) -> tuple[AlignedPart, ...]:
        _, one, other = self._best(sought, found)
        return (AlignedPart(one, other, "contradicts" if level == "different" else level),)

    def _best(self, sought: PreparedRecord, found: PreparedRecord) -> tuple[str, str, str]:
        best = (self.levels.index("different"), sought.documents[0], found.documents[0])
        for one in sought.documents:
            for other in found.documents:
                best = min(best, (self.levels.index(_meeting(one, other)), one, other))
        return self.levels[best[0]], best[1], best[2]


def _meeting(one: str, other: str) -> str:
    if min(len(one), len(other)) < _LONG_ENOUGH:
        return "different"
    if one == other:
        return "same"
    return "one_digit" if one_stroke_apart(one, other) else "different"
