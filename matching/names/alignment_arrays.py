"""Many alignments at once: the programme of `part_similarity` over arrays, one pair of spellings in each column."""

import numpy as np
import numpy.typing as npt

from matching.names.letter_units import HOW_MANY
from matching.names.letter_weights import Bits, Weights

Units = npt.NDArray[np.intp]

# Fills up short rows: it meets nothing and costs nothing.
PAD = HOW_MANY
_NEVER = -1000.0


class Kernel:
    """The weights of one way of writing, made ready for padded units.

    Shapes: `first` (a, n) and `second` (b, n) hold units or `PAD`, a pair of spellings in each column, so that every
    step runs along the pairs; every result is (n,) in bits.
    """

    def __init__(self, weights: Weights) -> None:
        square = np.full((HOW_MANY + 1, HOW_MANY + 1), _NEVER, dtype=np.float32)
        square[:HOW_MANY, :HOW_MANY] = weights.substitution
        self._flat = square.ravel()
        self._dropping = _with_pad(weights.dropping)
        self._adding = _with_pad(weights.adding)
        self._usual_first = _with_pad(weights.usual_first)
        self._usual_second = _with_pad(weights.usual_second)

    def usual(self, first: Units, second: Units) -> Bits:
        """What pairs of one name as long as these usually reach: the mean of both sides."""
        both: Bits = (self._usual_first[first].sum(axis=0) + self._usual_second[second].sum(axis=0)) / 2
        return both

    def align(self, first: Units, second: Units) -> Bits:
        """The best sum of weights of each pair."""
        width, count = second.shape
        added = self._adding[second]
        best = np.zeros((width + 1, count), dtype=np.float32)
        np.cumsum(added, axis=0, out=best[1:])
        meeting, where, step = np.empty_like(added), np.empty_like(second), np.empty(count, dtype=np.float32)
        for letters in first:
            np.add(letters * (HOW_MANY + 1), second, out=where)
            np.take(self._flat, where, out=meeting, mode="clip")
            meeting += best[:-1]
            best += self._dropping[letters]
            np.maximum(best[1:], meeting, out=best[1:])
            for place, cost in enumerate(added):
                np.add(best[place], cost, out=step)
                np.maximum(best[place + 1], step, out=best[place + 1])
        last: Bits = best[-1]
        return last


def _with_pad(by_unit: npt.ArrayLike) -> Bits:
    return np.append(np.asarray(by_unit, dtype=np.float32), np.float32(0.0))
