"""Coded things of which each side may list several: each is paired with its best counterpart."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matching.names.name_columns import Flags, Positions
from matching.record_columns import Codes
from matching.record_packing import code

_TAKEN = 255
Ranks = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Meetings:
    """Things that were paired: for each meeting the pair of records, the rank, and the positions on either side.

    The lowest ranks of a pair of records come first; nothing is used twice.
    """

    pair: Positions
    rank: Positions
    i: Positions
    j: Positions


def pair_up(ranks: Ranks, *, none: int) -> Meetings:
    """The strongest pairings first, from ranks of shape (pairs, most of sought, most of found); `none` is no thing."""
    pairs, ours, theirs = ranks.shape
    flat = np.where(ranks == none, _TAKEN, ranks).reshape(pairs, ours * theirs).astype(np.uint8)
    at = np.arange(ours * theirs)
    found: list[tuple[Positions, Positions, Positions]] = []
    open_pairs = np.arange(pairs)
    for _ in range(min(ours, theirs)):
        best = flat[open_pairs].argmin(axis=1)
        rank = flat[open_pairs, best]
        open_pairs, best, rank = open_pairs[rank < _TAKEN], best[rank < _TAKEN], rank[rank < _TAKEN]
        if not len(open_pairs):
            break
        found.append((open_pairs, rank.astype(np.int64), best))
        used = (at // theirs == (best // theirs)[:, None]) | (at % theirs == (best % theirs)[:, None])
        flat[open_pairs] = np.where(used, _TAKEN, flat[open_pairs])
    if not found:
        nothing = np.zeros(0, dtype=np.int64)
        return Meetings(nothing, nothing, nothing, nothing)
    pair, rank_of, best_of = (np.concatenate(each) for each in zip(*found, strict=True))
    return Meetings(pair, rank_of, best_of // theirs, best_of % theirs)


def share_a_code(one: Codes, other: Codes) -> Flags:
    """Rows that have a code in common; 0 is no code."""
    shared: Flags = ((one[:, :, None] == other[:, None, :]) & (one[:, :, None] != 0)).any(axis=(1, 2))
    return shared


class KinCodes:
    """Unordered pairs of codes that stand for each other, as neighbouring places of the body do."""

    def __init__(self, pairs: tuple[tuple[str, str], ...]) -> None:
        self._known = np.unique(
            np.array([_joined(*sorted((code(one), code(other)))) for one, other in pairs], dtype=np.uint64)
        )

    def of(self, one: Codes, other: Codes) -> Flags:
        """Where two arrays of one shape hold such a pair."""
        low, high = np.minimum(one, other).astype(np.uint64), np.maximum(one, other).astype(np.uint64)
        joined = (low << np.uint64(32)) | high
        at = np.minimum(np.searchsorted(self._known, joined), len(self._known) - 1)
        found: Flags = self._known[at] == joined
        return found


class Rarities:
    """Bits by which a kind of thing is rarer than the average one, by its code."""

    def __init__(self, bits: Mapping[str, float]) -> None:
        ordered = sorted((code(word), value) for word, value in bits.items())
        self._codes = np.array([0, *(number for number, _ in ordered)], dtype=np.uint32)
        self._bits = np.array([0.0, *(value for _, value in ordered)])

    def of(self, codes: Codes) -> npt.NDArray[np.float64]:
        """Bits of each code, 0.0 for one that is not listed."""
        at = np.minimum(np.searchsorted(self._codes, codes), len(self._codes) - 1)
        bits: npt.NDArray[np.float64] = np.where(self._codes[at] == codes, self._bits[at], 0.0)
        return bits

    def of_both(self, one: Codes, other: Codes) -> npt.NDArray[np.float64]:
        """Bits of things that meet: where two words stand for one thing, it is as common as the commoner of them."""
        return np.minimum(self.of(one), self.of(other))


def _joined(low: int, high: int) -> int:
    return low << 32 | high
