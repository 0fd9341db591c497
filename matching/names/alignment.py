"""Two names as structures: which part answers which, whatever their order, and what is left over on either side."""

from dataclasses import dataclass
from operator import itemgetter

from matching.names.parts import NamePart, prepare_part
from matching.names.similarity import Likeness, likeness

Parts = tuple[NamePart, ...]
# Positions in the first and in the second name that answer each other, and how well; two positions where joined.
Pairing = tuple[Likeness, tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class PartMatch:
    """One part, or two that the other side writes as one, beside its answer."""

    one: Parts
    other: Parts
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Alignment:
    """The matched parts in the first name's order, and the parts of either side that found no answer."""

    matches: tuple[PartMatch, ...]
    left: Parts
    right: Parts


def align(one: Parts, other: Parts) -> Alignment:
    """Two names side by side, for whoever wants to see it."""
    pairings, left, right = pair_parts(one, other)
    return Alignment(
        tuple(
            PartMatch(tuple(one[i] for i in left_at), tuple(other[j] for j in right_at), level)
            for level, left_at, right_at in sorted(pairings, key=itemgetter(1))
        ),
        tuple(one[i] for i in left),
        tuple(other[j] for j in right),
    )


def pair_parts(one: Parts, other: Parts) -> tuple[list[Pairing], list[int], list[int]]:
    """Pairings, the strongest first, then parts joined on one side and split on the other; and what is left of each."""
    alike = [(-level, i, j) for i, a in enumerate(one) for j, b in enumerate(other) if (level := likeness(a, b))]
    left, right = list(range(len(one))), list(range(len(other)))
    pairings: list[Pairing] = []
    if len(alike) > 1:
        alike.sort(key=_strongest_nearest)
    for negative, i, j in alike:
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            pairings.append((Likeness(-negative), (i,), (j,)))
    if left and right and len(left) != len(right):
        pairings += _joined(one, other, left, right)
        pairings += [(level, i, j) for level, j, i in _joined(other, one, right, left)]
    return pairings, left, right


def _strongest_nearest(alike: tuple[int, int, int]) -> tuple[int, int, int, int]:
    level, i, j = alike
    return level, abs(i - j), i + j, i * j


def _joined(one: Parts, other: Parts, left: list[int], right: list[int]) -> list[Pairing]:
    """Neighbouring free parts of `one` that a single free part of `other` writes together."""
    if len(left) < 2:
        return []
    found: list[Pairing] = []
    for i in tuple(left):
        if i in left and i + 1 in left:
            for j in tuple(right):
                level = _joined_likeness(one[i], one[i + 1], other[j])
                if level >= Likeness.NEAR:
                    left.remove(i)
                    left.remove(i + 1)
                    right.remove(j)
                    found.append((level, (i, i + 1), (j,)))
                    break
    return found


def _joined_likeness(first: NamePart, second: NamePart, whole: NamePart) -> Likeness:
    """The likeness of two parts written together to one, looked at only where the consonants allow it."""
    both = first.surely | second.surely
    if (both ^ whole.surely).bit_count() > 1 or whole.longest + 1 < first.longest + second.longest:
        return Likeness.NONE
    return likeness(prepare_part(first.written + second.written), whole)
