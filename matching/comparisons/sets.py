"""Coded things of which each side may list several: each is paired with its best counterpart."""

from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


def pair_up(sought: Sequence[T], found: Sequence[T], rank: Callable[[T, T], int]) -> list[tuple[int, T, T]]:
    """Pairs (rank, sought, found), the lowest rank first, nothing used twice; as many as the shorter side has."""
    if len(sought) == 1 and len(found) == 1:
        return [(rank(sought[0], found[0]), sought[0], found[0])]
    ranked = sorted((rank(a, b), i, j) for i, a in enumerate(sought) for j, b in enumerate(found))
    free_sought, free_found = set(range(len(sought))), set(range(len(found)))
    pairs: list[tuple[int, T, T]] = []
    for position, i, j in ranked:
        if i in free_sought and j in free_found:
            free_sought.remove(i)
            free_found.remove(j)
            pairs.append((position, sought[i], found[j]))
    return pairs
