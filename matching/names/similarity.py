"""How alike two name parts sound: a weighted edit distance over sounds, with the reason of the verdict."""

from enum import IntEnum
from functools import lru_cache
from itertools import accumulate

from rapidfuzz.distance import Levenshtein

from matching.names.costs import QUITE_ANOTHER, sound_costs
from matching.names.parts import NamePart, Sounding
from matching.names.scripts import Script

_COMPARED_PARTS = 262_144
_NEAR = 0.86
_SIMILAR = 0.74
_SURELY_READ = frozenset({Script.LATIN, Script.ARABIC})


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
    degree = _degree(sound_similarity(one, other))
    if degree is Likeness.SIMILAR and _two_names(one, other):
        return Likeness.NONE
    if degree is Likeness.NEAR and (one.well_known or other.well_known) and _differ_by_gender(one, other):
        return Likeness.SIMILAR
    return degree


def _two_names(one: NamePart, other: NamePart) -> bool:
    """Both are well known in scripts whose reading is sure: misspellings are seldom names of their own.

    Muhammad and Mahmud, Omar and Amr are alike, and two names each.
    """
    return one.well_known and other.well_known and _SURELY_READ.issuperset((one.script, other.script))


def _differ_by_gender(one: NamePart, other: NamePart) -> bool:
    """One is the other with a final a."""
    ends = {reading.sound for reading in one.readings} | {reading.sound for reading in other.readings}
    return any(sound + "a" in ends for sound in ends)


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
    dropping_a = a.dropping_if_open if b.open_vowels else a.dropping
    dropping_b = b.dropping_if_open if a.open_vowels else b.dropping
    whole = max(dropping_a.whole, dropping_b.whole)
    if whole == 0.0:
        return 0.0
    return round(max(0.0, 1.0 - _distance(a.sound, b.sound, dropping_a.each, dropping_b.each) / whole), 4)


def _distance(one: str, other: str, dropping_one: tuple[float, ...], dropping_other: tuple[float, ...]) -> float:
    """The cheapest way from one sound string to the other, by dynamic programming."""
    costs = sound_costs()
    row = list(accumulate(dropping_other, initial=0.0))
    for x, drop in zip(one, dropping_one, strict=True):
        above, last = row, row[0] + drop
        row = [last]
        taking = costs[x]
        for j, y in enumerate(other):
            swap = above[j] + taking.get(y, QUITE_ANOTHER)
            skip = above[j + 1] + drop
            last += dropping_other[j]
            last = min(skip, last) if swap > skip or swap > last else swap
            row.append(last)
    return row[-1]
