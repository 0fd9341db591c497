"""How alike two name parts sound: a weighted edit distance over sounds, with the reason of the verdict."""

from enum import IntEnum
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from matching.names.parts import NamePart, Sounding
from matching.names.phonetic import VOWELS
from matching.names.tables import read_rows

_COMPARED_PARTS = 262_144
_CONSONANT = 1.0
_VOWEL = 0.35
_FIRST_VOWEL = 0.7
_SILENT = {"~": 0.04, "@": 0.12, "h": 0.45, "y": 0.3, "w": 0.4, "G": 0.6}
# Where one script writes no short vowels, a vowel missing there says nothing.
_UNWRITTEN_VOWEL = 0.05
_NEAR = 0.86
_SIMILAR = 0.74


class Likeness(IntEnum):
    """Degrees in which two parts agree, the best last."""

    NONE = 0
    INITIAL = 1
    SIMILAR = 2
    NICKNAME = 3
    NEAR = 4
    SAME_SOUND = 5
    SAME = 6


def likeness(one: NamePart, other: NamePart) -> Likeness:
    """The degree in which two parts agree; symmetric."""
    if one.native == other.native:
        return Likeness.SAME
    if not (one.short_form_of or other.short_form_of or one.initial or other.initial) and _consonants_differ(
        one, other
    ):
        return Likeness.NONE
    return _likeness(one, other)


@lru_cache(maxsize=_COMPARED_PARTS)
def _likeness(one: NamePart, other: NamePart) -> Likeness:
    if one.initial or other.initial:
        return Likeness.INITIAL if _same_initial(one, other) else Likeness.NONE
    if _is_short_form(one, other):
        return Likeness.NICKNAME
    return _degree(sound_similarity(one, other))


def _consonants_differ(one: NamePart, other: NamePart) -> bool:
    """So many consonant classes are on one side only that the allowed edits cannot bridge them: the cheap way out."""
    apart = (one.surely & ~other.perhaps).bit_count() + (other.surely & ~one.perhaps).bit_count()
    return apart > (2 if one.longest <= 4 and other.longest <= 4 else 4)


def sound_similarity(one: NamePart, other: NamePart) -> float:
    """The best similarity of any two readings, 0 to 1; 0 at once where the consonants have little in common."""
    best = 0.0
    for a in one.readings:
        for b in other.readings:
            if a.sound == b.sound:
                return 1.0
            if _skeletons_meet(a.skeleton, b.skeleton):
                best = max(best, _similarity(a, b))
    return best


def _degree(similarity: float) -> Likeness:
    if similarity >= _NEAR:
        return Likeness.SAME_SOUND if similarity >= 0.955 else Likeness.NEAR
    return Likeness.SIMILAR if similarity >= _SIMILAR else Likeness.NONE


def _is_short_form(one: NamePart, other: NamePart) -> bool:
    return any(r.sound in one.short_form_of for r in other.readings) or any(
        r.sound in other.short_form_of for r in one.readings
    )


def _same_initial(one: NamePart, other: NamePart) -> bool:
    firsts = {reading.sound[:1] for reading in one.readings}
    return not firsts.isdisjoint(reading.sound[:1] for reading in other.readings)


def _skeletons_meet(a: str, b: str) -> bool:
    if a == b:
        return True
    longest = max(len(a), len(b))
    allowed = 1 if longest <= 4 else 2
    return longest > 1 and Levenshtein.distance(a, b, score_cutoff=allowed) <= allowed


def _similarity(a: Sounding, b: Sounding) -> float:
    weight = max(_weight(a.sound, open_vowels=b.open_vowels), _weight(b.sound, open_vowels=a.open_vowels))
    if weight == 0.0:
        return 0.0
    return round(max(0.0, 1.0 - _distance(a, b) / weight), 4)


def _weight(sound: str, *, open_vowels: bool) -> float:
    return sum(
        _dropping(sound, position, open_vowels=open_vowels) if letter in VOWELS else 1.0
        for position, letter in enumerate(sound)
    )


def _distance(a: Sounding, b: Sounding) -> float:
    """The cheapest way from one sound string to the other, by dynamic programming."""
    left, right = a.sound, b.sound
    dropping_left = [_dropping(left, i, open_vowels=b.open_vowels) for i in range(len(left))]
    dropping_right = [_dropping(right, j, open_vowels=a.open_vowels) for j in range(len(right))]
    costs = _sound_costs()
    row = [0.0]
    for cost in dropping_right:
        row.append(row[-1] + cost)
    for i, x in enumerate(left):
        above, row = row, [row[0] + dropping_left[i]]
        for j, y in enumerate(right):
            swap = above[j] if x == y else above[j] + costs.get((x, y), _CONSONANT)
            row.append(min(swap, above[j + 1] + dropping_left[i], row[j] + dropping_right[j]))
    return row[-1]


def _dropping(sound: str, position: int, *, open_vowels: bool) -> float:
    """What it costs that the other side does not have this sound."""
    letter = sound[position]
    if letter in _SILENT:
        return _SILENT[letter]
    if letter not in VOWELS:
        return _CONSONANT
    if open_vowels and position > 0:
        return _UNWRITTEN_VOWEL
    return _VOWEL if position else _FIRST_VOWEL


@lru_cache(maxsize=1)
def _sound_costs() -> dict[tuple[str, str], float]:
    table: dict[tuple[str, str], float] = {}
    for x, y, cost in read_rows("sound_costs.tsv"):
        table[x, y] = table[y, x] = float(cost)
    return table
