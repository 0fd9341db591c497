"""Two names compared: how alike they are, how much that tells, and why, part by part."""

import math
from dataclasses import dataclass
from functools import lru_cache

from matching.evidence import AlignedPart
from matching.names.alignment import Pairing, Parts, align
from matching.names.name_evidence import name_bits
from matching.names.name_parts import NamePart, prepare_part
from matching.names.part_rarity import SHIPPED_RARITIES, PartRarities
from matching.names.part_similarity import are_alike_by_ear, is_equivalent, is_short_form, letter_bits
from matching.names.segmentation import Segmentation, segmentations_of

_PREPARED_NAMES = 65_536
# Bits at which two names are as likely one as not, and bits for every doubling of the odds, for `similarity`.
_UNDECIDED, _BITS_A_DOUBLING = 6.0, 2.0
_MOST_ALIKE = 0.999


@dataclass(frozen=True, slots=True, eq=False)
class PreparedName:
    """A name made ready once: its segmentations into parts, the likeliest first; what is no name has one without parts.

    `sought` are those in which an index looks for it: syllables of a given name are looked for together too.
    """

    text: str
    segmentations: tuple[Parts, ...]
    sought: tuple[Parts, ...]
    natives: frozenset[tuple[str, ...]]

    @property
    def parts(self) -> Parts:
        """The parts in the likeliest segmentation."""
        return self.segmentations[0]

    @property
    def every_part(self) -> tuple[NamePart, ...]:
        """The parts in all segmentations, each once."""
        return tuple(dict.fromkeys(part for segmentation in self.segmentations for part in segmentation))


@dataclass(frozen=True, slots=True)
class NameComparison:
    """How two names compare.

    `similarity` is in 0..1: 1 for the same name in the same script, 0.5 where it is as likely one name as not.
    `match_weight` is in bits (log2 Bayes factor) from -12 for nothing in common up to the rarity of the name; both
    order pairs alike. `parts` says which part answers which: same, same_sound, other_script, nickname, other_language,
    by_ear, spelling, initial, missing, contradicts.
    """

    similarity: float
    match_weight: float
    parts: tuple[AlignedPart, ...]


@lru_cache(maxsize=_PREPARED_NAMES)
def prepare(name: str, rarities: PartRarities = SHIPPED_RARITIES) -> PreparedName:
    """Everything that comparing needs, derived once; any text will do, the empty one included."""
    segmentations = tuple(_prepared(segmentation, rarities) for segmentation in segmentations_of(name))
    together = tuple(
        _unspaced(segmentation) for segmentation in segmentations if len(segmentation) > 2 and segmentation[-1].syllable
    )
    return PreparedName(
        name,
        segmentations,
        (*segmentations, *together),
        frozenset(
            tuple(sorted(part.native for part in segmentation)) for segmentation in segmentations if segmentation
        ),
    )


def _prepared(segmentation: Segmentation, rarities: PartRarities) -> Parts:
    return tuple(
        prepare_part(written, segmentation.groups, syllable=segmentation.syllables and at > 0, rarities=rarities)
        for at, written in enumerate(segmentation.parts)
    )


def _unspaced(segmentation: Parts) -> Parts:
    given = "".join(part.written for part in segmentation[1:])
    return (segmentation[0], prepare_part(given, segmentation[0].groups, rarities=segmentation[0].rarities))


def compare_names(one: str, other: str) -> NameComparison:
    """Two names as written, in any scripts; symmetric but for the order of the sides in `parts`."""
    return compare_prepared(prepare(one), prepare(other))


def compare_prepared(one: PreparedName, other: PreparedName) -> NameComparison:
    """Two names prepared once, compared as `compare_names` compares what was written."""
    bits, left, right = max(
        ((name_bits(a, b), a, b) for a in one.segmentations for b in other.segmentations),
        key=lambda compared: compared[0],
    )
    same = not one.natives.isdisjoint(other.natives)
    return NameComparison(similarity_of(bits, same=same), round(bits, 3), shown_parts(left, right))


def prepared_bits(one: PreparedName, other: PreparedName) -> float:
    """The match weight alone, the fast way."""
    if len(one.segmentations) == 1 and len(other.segmentations) == 1:
        return name_bits(one.segmentations[0], other.segmentations[0])
    return max([name_bits(a, b) for a in one.segmentations for b in other.segmentations])


def similarity_of(bits: float, *, same: bool) -> float:
    """1 for the same parts in whatever order, else the odds of the bits as a share of 1, rising with them."""
    if same:
        return 1.0
    odds = math.exp2((bits - _UNDECIDED) / _BITS_A_DOUBLING)
    return _MOST_ALIKE * odds / (1.0 + odds)


def shown_parts(one: Parts, other: Parts) -> tuple[AlignedPart, ...]:
    """The aligned parts in the first name's order with the reason of each, then those without an answer."""
    aligned = align(one, other)
    shown = [
        AlignedPart(_written(one, found.left), _written(other, found.right), _reason(one, other, found))
        for found in sorted(aligned.pairings, key=lambda pairing: (pairing.bits <= 0.0, pairing.left))
    ]
    shown += [AlignedPart(one[at].written, "", "missing") for at in aligned.left]
    shown += [AlignedPart("", other[at].written, "missing") for at in aligned.right]
    return tuple(shown)


def _written(parts: Parts, positions: tuple[int, ...]) -> str:
    return " ".join(parts[at].written for at in positions)


def _reason(one: Parts, other: Parts, found: Pairing) -> str:
    if found.bits <= 0.0:
        return "contradicts"
    a, b = one[found.left[0]], other[found.right[0]]
    if a.initial != b.initial:
        return "initial"
    if a.native == b.native and len(found.left) == len(found.right):
        return "same"
    if len(found.left) == len(found.right) and letter_bits(a, b) < found.bits:
        return _reason_beside_letters(a, b)
    if a.script is not b.script:
        return "other_script"
    return "spelling" if {r.sound for r in a.readings}.isdisjoint(r.sound for r in b.readings) else "same_sound"


def _reason_beside_letters(one: NamePart, other: NamePart) -> str:
    if is_short_form(one, other):
        return "nickname"
    if is_equivalent(one, other):
        return "other_language"
    return "by_ear" if are_alike_by_ear(one, other) else "spelling"
