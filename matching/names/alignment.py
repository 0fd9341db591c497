"""Two names as structures: which part answers which, whatever their order, and what is left over on either side."""

from dataclasses import dataclass
from functools import reduce
from itertools import pairwise
from operator import or_

from rapidfuzz.distance import Levenshtein

from matching.names.name_parts import NamePart, prepare_part
from matching.names.part_similarity import part_bits

Parts = tuple[NamePart, ...]

# Two parts that the other side writes as one have to agree this well, in bits.
LEAST_JOINED = 3.0
# A part is no answer to two syllables if it is shorter than this share of both.
_LEAST_OF_SYLLABLES = 0.75
_READINGS_TRIED = 4
FEWEST_UNSPACED = 3
# Parts that agree in less are not put side by side because of it.
_LEAST_ANSWER = 0.0


@dataclass(frozen=True, slots=True)
class Pairing:
    """Positions in the first and in the second name that answer each other, and in how many bits.

    Two positions on one side where the other writes them together. Bits of 0 and less: a contradiction.
    """

    bits: float
    left: tuple[int, ...]
    right: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Alignment:
    """The pairings, the strongest first and contradictions last, and the positions of either side without an answer."""

    pairings: tuple[Pairing, ...]
    left: tuple[int, ...]
    right: tuple[int, ...]


def align(one: Parts, other: Parts) -> Alignment:
    """Strongest pairings first, then parts joined on one side, then what is left contradicts in the order written."""
    scored = [(-part_bits(a, b), i, j) for i, a in enumerate(one) for j, b in enumerate(other)]
    if len(scored) > 1:
        scored.sort(key=_strongest_nearest)
    left, right = list(range(len(one))), list(range(len(other)))
    pairings: list[Pairing] = []
    contradictions: list[tuple[float, int, int]] = []
    for negative, i, j in scored:
        if i in left and j in right:
            if negative < -_LEAST_ANSWER:
                left.remove(i)
                right.remove(j)
                pairings.append(Pairing(-negative, (i,), (j,)))
            else:
                contradictions.append((-negative, i, j))
    if left and len(one) > 1:
        pairings = _joined(one, other, pairings, left, right)
    if right and len(other) > 1:
        turned = _joined(other, one, [_turned(found) for found in pairings], right, left)
        pairings = [_turned(found) for found in turned]
    if left and right:
        pairings += _contradicting(contradictions, left, right)
    return Alignment(tuple(pairings), tuple(left), tuple(right))


def _turned(pairing: Pairing) -> Pairing:
    return Pairing(pairing.bits, pairing.right, pairing.left)


def _strongest_nearest(scored: tuple[float, int, int]) -> tuple[float, int, int, int]:
    """Sorts pairs of parts, the strongest first, in an order that does not depend on which name comes first."""
    negative, i, j = scored
    return negative, abs(i - j), i + j, i * j


def _joined(one: Parts, other: Parts, pairings: list[Pairing], left: list[int], right: list[int]) -> list[Pairing]:
    """The pairings, with neighbours in `one` put together where the other name writes them as one part."""
    for i in tuple(left):
        for at in (i - 1, i):
            if 0 <= at < len(one) - 1 and i in left:
                pairings = _put_together(one, other, pairings, left, right, at)
    return pairings


def _put_together(
    one: Parts, other: Parts, pairings: list[Pairing], left: list[int], right: list[int], at: int
) -> list[Pairing]:
    """Join the parts at `at` and `at + 1`, one of which is free, if a part of the other name agrees better so."""
    held = next((found for found in pairings if at in found.left or at + 1 in found.left), None)
    if held is not None and (len(held.left) > 1 or len(held.right) > 1):
        return pairings
    before = held.bits if held else 0.0
    answers = [*right, *(held.right if held else ())]
    best = max(((_joined_bits(one[at], one[at + 1], other[j]), -j) for j in answers), default=(0.0, 0))
    if best[0] < before + LEAST_JOINED:
        return pairings
    if held:
        right += held.right
    right.remove(-best[1])
    left[:] = [i for i in left if i not in (at, at + 1)]
    return [*(found for found in pairings if found is not held), Pairing(best[0], (at, at + 1), (-best[1],))]


def _joined_bits(first: NamePart, second: NamePart, whole: NamePart) -> float:
    """The bits of two parts written together with one."""
    if not may_be_one(first, second, whole):
        return 0.0
    joined = prepare_part(first.written + second.written, first.groups, rarities=first.rarities)
    if second.syllable and len(whole.readings[0].text) < _LEAST_OF_SYLLABLES * len(joined.readings[0].text):
        return 0.0
    return part_bits(joined, whole)


def may_be_one(first: NamePart, second: NamePart, whole: NamePart) -> bool:
    """Two parts together have the consonants of a third, but for one: only then are they written together."""
    both = first.surely | second.surely
    if (both ^ whole.surely).bit_count() > 1 or abs(first.longest + second.longest - whole.longest) > 1:
        return False
    together = first.readings[0].skeleton + second.readings[0].skeleton
    return any(
        Levenshtein.distance(together, reading.skeleton, score_cutoff=1) <= 1
        for reading in whole.readings[:_READINGS_TRIED]
    )


def unspaced_bits(one: Parts, other: Parts) -> float:
    """The bits of a name of several parts with one that is written without any space; 0 for other names."""
    whole, parts = (one, other) if len(one) == 1 else (other, one)
    if len(whole) != 1 or len(parts) < FEWEST_UNSPACED or not _may_be_unspaced(whole[0], parts):
        return 0.0
    joined = prepare_part("".join(part.written for part in parts), parts[0].groups, rarities=parts[0].rarities)
    return part_bits(whole[0], joined)


def _may_be_unspaced(whole: NamePart, parts: Parts) -> bool:
    classes = reduce(or_, (part.surely for part in parts))
    longest = sum(part.longest for part in parts)
    return (classes ^ whole.surely).bit_count() <= 2 and abs(longest - whole.longest) <= 2


def may_be_joined(one: Parts, other: Parts) -> bool:
    """Whether neighbours in one of two names may be a part of the other, or all of one the whole other."""
    if unspaced_bits(one, other):
        return True
    return any(
        _joined_bits(first, second, whole) >= LEAST_JOINED
        for parts, wholes in ((one, other), (other, one))
        for first, second in pairwise(parts)
        for whole in wholes
    )


def _contradicting(scored: list[tuple[float, int, int]], left: list[int], right: list[int]) -> list[Pairing]:
    found: list[Pairing] = []
    for bits, i, j in scored:
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            found.append(Pairing(bits, (i,), (j,)))
    return found
