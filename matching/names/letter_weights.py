"""What it tells that one letter stands where another does: learned weights in bits, by way of writing.

The model is a pair hidden Markov model without memory (Durbin, Eddy, Krogh and Mitchison, Biological Sequence Analysis,
1998, chapter 4): two spellings of one name are made of letters that stand for each other and letters that one side
drops. The weight of x for y is log2 of how much oftener the two stand for each other in names known to be one than they
would by chance; that of a dropped letter is log2 of how often it is dropped. The sum along the best alignment is the
match weight of two name parts, before rarity.

Counts are few for most pairs of letters, so each ratio is drawn towards a coarser one: letters in context towards plain
letters of the same way of writing, those towards plain letters of all, those towards what was believed beforehand.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from matching.names.letter_units import HOW_MANY, LETTERS, PLAIN_LETTER, UNIT_OF, VOWELS

Array = npt.NDArray[np.float64]
Bits = npt.NDArray[np.float32]
# By letter on the first side, by letter on the second, how often; "" is a letter dropped or added.
Counts = Mapping[str, Mapping[str, float]]
# Pairs of names that are both not Latin: of one way of writing, or of two.
SAME_WRITING, TWO_WRITINGS = "same", "two"
# Ways of writing in which neither side is the first by nature.
SYMMETRIC = frozenset({"latin", SAME_WRITING, TWO_WRITINGS})

_PULL = 1.0
_DROP_PULL = 4.0
# Ratios and shares believed before any data.
_SAME_LETTER, _KIN, _BOTH_VOWELS, _VOWEL_FOR_CONSONANT, _STRANGERS = 12.0, 1.5, 2.5, 0.03, 0.06
_KIN_LETTERS = frozenset(
    {
        "kq",
        "ck",
        "cq",
        "cs",
        "sz",
        "vw",
        "bp",
        "dt",
        "gk",
        "gj",
        "jy",
        "iy",
        "uw",
        "fv",
        "bv",
        "fp",
        "gh",
        "hk",
        "hx",
        "xs",
        "kx",
        "cz",
        "jz",
        "lr",
        "mn",
        "ow",
        "dz",
        "tz",
        "ts",
        "ch",
        "gy",
    }
)
_DROPPED_VOWEL, _DROPPED_CONSONANT = 0.3, 0.05
_USUAL, _USUAL_PULL = 3.0, 2.0
# Weights in hundredths of a bit: the same on every machine, and one number object for all that are equal.
_PER_BIT, _MIDDLE = 100, 3000
_NUMBERS = [(at - _MIDDLE) / _PER_BIT for at in range(2 * _MIDDLE + 1)]
_PLAIN = np.array(PLAIN_LETTER)
_N = len(LETTERS)
_UNKNOWN_USUAL = np.full(HOW_MANY, _USUAL)


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one way of writing as arrays: letters that met, those dropped from the first side, those added."""

    met: Array
    dropped: Array
    added: Array

    @classmethod
    def of(cls, counts: Counts) -> "Tally":
        """From counts by what the units are called; a unit that is not known raises KeyError."""
        met, dropped, added = np.zeros((HOW_MANY, HOW_MANY)), np.zeros(HOW_MANY), np.zeros(HOW_MANY)
        for one, others in counts.items():
            for other, count in others.items():
                if not one:
                    added[UNIT_OF[other]] += count
                elif not other:
                    dropped[UNIT_OF[one]] += count
                else:
                    met[UNIT_OF[one], UNIT_OF[other]] += count
        return cls(met, dropped, added)

    def plain(self) -> "Tally":
        """These counts by plain letter."""
        met = np.zeros((_N, _N))
        np.add.at(met, (_PLAIN[:, None], _PLAIN[None, :]), self.met)
        return Tally(met, _by_plain(self.dropped), _by_plain(self.added))

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.met + other.met, self.dropped + other.dropped, self.added + other.added)

    @property
    def first(self) -> Array:
        """How often each letter occurred on the first side."""
        total: Array = self.met.sum(axis=1) + self.dropped
        return total

    @property
    def second(self) -> Array:
        """How often each letter occurred on the second side."""
        total: Array = self.met.sum(axis=0) + self.added
        return total

    @property
    def steps(self) -> float:
        """How many steps all alignments had together."""
        return float(self.met.sum() + self.dropped.sum() + self.added.sum())


class Weights:
    """The weights of one way of writing against another, in bits; arrays are indexed by unit.

    `substitution[x, y]`, `dropping[x]` and `adding[y]` are log2, to two decimals; `usual_first[x]` and
    `usual_second[y]` are what the unit contributes on average where the names are one.
    """

    def __init__(self, substitution: Array, dropping: Array, adding: Array, tally: Tally | None) -> None:
        self.substitution = _rounded(substitution)
        self.dropping = _rounded(dropping)
        self.adding = _rounded(adding)
        self._tally = tally
        self._rows: dict[int, list[float]] = {}

    def row(self, unit: int) -> list[float]:
        """The weights of one unit of the first side for every unit of the second."""
        found = self._rows.get(unit)
        if found is None:
            hundredths = np.rint(self.substitution[unit] * _PER_BIT).astype(int) + _MIDDLE
            found = self._rows[unit] = [_NUMBERS[at] for at in hundredths.tolist()]
        return found

    @cached_property
    def usual_first(self) -> Array:
        """By unit of the first side."""
        tally = self._tally
        return _usual(tally.met, tally.dropped, self.substitution, self.dropping) if tally else _UNKNOWN_USUAL

    @cached_property
    def usual_second(self) -> Array:
        """By unit of the second side."""
        tally = self._tally
        return _usual(tally.met.T, tally.added, self.substitution.T, self.adding) if tally else _UNKNOWN_USUAL


class AllWeights:
    """The weights of every way of writing, each made when it is first asked for."""

    def __init__(self, counts: Mapping[str, Counts]) -> None:
        self._tallies = {key: Tally.of(one) for key, one in counts.items()}
        self._made: dict[str, Weights] = {}

    def of(self, key: str) -> Weights:
        """By group, or for two names that are both not Latin by `SAME_WRITING` or `TWO_WRITINGS`."""
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = self._make(key)
        return found

    def _make(self, key: str) -> Weights:
        ratio, dropped, added = self._of_all_writing
        if key in SYMMETRIC:
            ratio, dropped = (ratio + ratio.T) / 2, (dropped + added) / 2
            added = dropped
        tally = self._tallies.get(key)
        if tally is not None:
            plain = tally.plain()
            ratio = _drawn_ratio(plain, ratio)
            dropped = _drawn_share(plain.dropped, plain.first, dropped)
            added = _drawn_share(plain.added, plain.second, added)
        ratio, dropped, added = ratio[np.ix_(_PLAIN, _PLAIN)], dropped[_PLAIN], added[_PLAIN]
        if tally is not None:
            ratio = _drawn_ratio(tally, ratio)
            dropped = _drawn_share(tally.dropped, tally.first, dropped)
            added = _drawn_share(tally.added, tally.second, added)
        return Weights(np.log2(ratio), np.log2(dropped), np.log2(added), tally)

    @cached_property
    def _of_all_writing(self) -> tuple[Array, Array, Array]:
        """Ratios and shares by plain letter over all ways of writing together."""
        ratio, dropped = _believed_ratios(), _believed_drops()
        added = dropped
        if self._tallies:
            tallies = [tally.plain() for tally in self._tallies.values()]
            every = sum(tallies[1:], tallies[0])
            ratio = _drawn_ratio(every, ratio)
            dropped = _drawn_share(every.dropped, every.first, dropped)
            added = _drawn_share(every.added, every.second, added)
        return ratio, dropped, added


def _rounded(bits: Array) -> Bits:
    return (np.rint(bits * _PER_BIT) / _PER_BIT).astype(np.float32)


def _drawn_ratio(tally: Tally, towards: Array) -> Array:
    """How much oftener than by chance two letters met, drawn towards a coarser ratio where little was expected."""
    expected = np.outer(tally.first, tally.second) / max(tally.steps, 1.0)
    drawn: Array = (tally.met + _PULL * towards) / (expected + _PULL)
    return drawn


def _drawn_share(dropped: Array, occurred: Array, towards: Array) -> Array:
    drawn: Array = (dropped + _DROP_PULL * towards) / (occurred + _DROP_PULL)
    return drawn


def _usual(met: Array, dropped: Array, substitution: Bits, dropping: Bits) -> Array:
    total = (met * substitution).sum(axis=1) + dropped * dropping
    drawn: Array = (total + _USUAL_PULL * _USUAL) / (met.sum(axis=1) + dropped + _USUAL_PULL)
    return drawn


def _by_plain(by_unit: Array) -> Array:
    summed: Array = np.bincount(_PLAIN, by_unit, _N).astype(np.float64)
    return summed


def _believed_ratios() -> Array:
    return np.array([[_believed(one, other) for other in LETTERS] for one in LETTERS])


def _believed(one: str, other: str) -> float:
    a, b = sorted((one.lower(), other.lower()))
    if a == b:
        return _SAME_LETTER
    vowels = (one in VOWELS) + (other in VOWELS)
    if vowels:
        return _BOTH_VOWELS if vowels == 2 else _VOWEL_FOR_CONSONANT
    return _KIN if a + b in _KIN_LETTERS else _STRANGERS


def _believed_drops() -> Array:
    return np.array([_DROPPED_VOWEL if c in VOWELS or c == "h" else _DROPPED_CONSONANT for c in LETTERS])
