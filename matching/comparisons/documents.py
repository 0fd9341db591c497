"""Numbers of identity documents."""

import numpy as np

from matching.comparisons.levels import LevelComparison
from matching.comparisons.one_stroke import one_stroke_apart
from matching.evidence import AlignedPart
from matching.names.name_columns import Positions
from matching.pairs import Pairs
from matching.prepared_record import Has, PreparedRecord

# Shorter numbers meet by chance.
_LONG_ENOUGH = 5


class DocumentsComparison(LevelComparison):
    """The best of any two document numbers; different numbers say little, people have several papers."""

    code = "documents"
    needs = Has.DOCUMENTS
    levels = ("same", "one_digit", "different")
    edges = (_LONG_ENOUGH,)

    def known_levels(self, pairs: Pairs) -> Positions:
        sought, found = pairs.sought.documents(pairs.i), pairs.found.documents(pairs.j)
        return np.array(
            [
                min(
                    self.levels.index(_meeting(one, other))
                    for one in filter(None, ours)
                    for other in filter(None, theirs)
                )
                for ours, theirs in zip(sought.tolist(), found.tolist(), strict=True)
            ]
        )

    def parts(self, sought: PreparedRecord, found: PreparedRecord, level: str) -> tuple[AlignedPart, ...]:
        met = [
            (self.levels.index(_meeting(one.encode(), other.encode())), one, other)
            for one in sought.documents
            for other in found.documents
        ]
        _, one, other = min(met)
        return (AlignedPart(one, other, "contradicts" if level == "different" else level),)


def _meeting(one: bytes, other: bytes) -> str:
    if min(len(one), len(other)) < _LONG_ENOUGH:
        return "different"
    if one == other:
        return "same"
    return "one_digit" if one_stroke_apart(one, other) else "different"
