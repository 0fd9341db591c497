"""Whether a pair that was ruled out says something else now, because one of its two records was revised since.

Nothing else brings a pair back: not another engine, not what is known of a third record.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from matching.record import Side
from search.vocabulary import RuledOutBy

# What depends on records beyond the two, and so changes without a word of either.
_OF_OTHERS = frozenset({"incident", "travelled"})
# What a finding of the body says is not argued with by what was typed.
PRIMARY = frozenset({RuledOutBy.DNA, RuledOutBy.TEETH, RuledOutBy.FINGERPRINTS})

Revisions = Mapping[Side, int | None]
StoredEvidence = Sequence[Sequence[Any]]


@dataclass(frozen=True, slots=True)
class NewEvidence:
    """Which sides were revised since, and which comparisons came out otherwise because of it."""

    sides: tuple[Side, ...]
    comparisons: tuple[str, ...]

    def stored(self) -> dict[str, list[str]]:
        """As a pair keeps it: codes only."""
        return {"sides": [side.value for side in self.sides], "comparisons": list(self.comparisons)}


def new_evidence(
    before: StoredEvidence | None, now: StoredEvidence, revised_before: Revisions, revised_now: Revisions
) -> NewEvidence | None:
    """What changed between two weighings; None where no record was revised, or what they say is what it was.

    `before` and a revision are None of judgements that are older than the keeping of them: then any revision is newer.
    """
    sides = tuple(side for side in Side if (revised_now[side] or 0) > (revised_before[side] or 0))
    comparisons = tuple(sorted({comparison for comparison, *_ in _codes(before or ()) ^ _codes(now)}))
    return NewEvidence(sides, comparisons) if sides and comparisons else None


def returns_by_itself(ruled_out_by: Collection[str], *, living: bool) -> bool:
    """Whether new evidence brings the pair back; not the dead whom teeth, prints or DNA ruled out."""
    return living or not PRIMARY & set(ruled_out_by)


def _codes(evidence: StoredEvidence) -> frozenset[tuple[str, str, str]]:
    """What the comparisons say, without the bits, which another engine weighs otherwise."""
    return frozenset((one[0], one[1], one[2]) for one in evidence if one[0] not in _OF_OTHERS)
