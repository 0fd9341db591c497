"""The parts of two names taken together: what they tell about two people, brothers and sisters thought of.

Evidence of a part is that of a mixture: in a small share of true pairs a part is simply another one (another name
used, a mistake), so that no part contradicts without bound. Against the two names being of one person stand two
explanations: strangers, of whom each part was drawn on its own, and one family, whose members share all parts but one.
However rare the shared parts are, a contradicting part leaves the family.
"""

import math

from matching.names.alignment import Parts, align, unspaced_bits
from matching.names.name_parts import NamePart

# Share of true pairs in which a part is simply another.
ANOTHER_PART = 0.02
# Below the mixture's floor a trace of likeness still counts, in bits per bit.
TRACE = 0.03
# How often two records belong to two members of one family rather than to one person or strangers.
FAMILY = 2.0**-10
# A part that one side does not give, in bits.
MISSING, MISSING_SYLLABLE = -0.3, -5.0
# The syllables of a given name in another order make another name, in bits.
CROSSED = -5.0
NOTHING_SHARED = -12.0


def evidence_bits(bits: float) -> float:
    """What one pair of parts is worth: near `bits` where they agree, never below about -6."""
    trace = TRACE * bits if bits < 0.0 else 0.0
    return math.log2((1.0 - ANOTHER_PART) * math.exp2(bits) + ANOTHER_PART) + trace


def _crossed(parts: Parts, answers: list[tuple[int, int]]) -> bool:
    """The syllables of a given name are answered in another order."""
    answered = [answer for at, answer in sorted(answers) if parts[at].syllable]
    return answered != sorted(answered)


def missing_bits(part: NamePart) -> float:
    """What it costs that the other name lacks a part: little, but for a syllable of a given name."""
    return MISSING_SYLLABLE if part.syllable else MISSING


def name_bits(one: Parts, other: Parts) -> float:
    """Match weight in bits of two names in parts, symmetric; -12 where a side has no part at all."""
    if not one or not other:
        return NOTHING_SHARED
    alignment = align(one, other)
    evidence = [evidence_bits(pairing.bits) for pairing in alignment.pairings]
    crossed = 0.0
    if _crossed(one, [(found.left[0], found.right[0]) for found in alignment.pairings]) or _crossed(
        other, [(found.right[0], found.left[0]) for found in alignment.pairings]
    ):
        crossed = CROSSED
    missing = sum([missing_bits(one[i]) for i in alignment.left]) + sum(
        [missing_bits(other[j]) for j in alignment.right]
    )
    total = sum(evidence)
    if len(evidence) > 1:
        relative = FAMILY * sum([math.exp2(-bits) for bits in evidence]) / len(evidence)
        total = -math.log2(math.exp2(-total) + relative)
    together = unspaced_bits(one, other)
    return max(total + missing + crossed, evidence_bits(together) if together else -math.inf)
