"""How much it tells that two name parts are written as they are: bits along the best alignment of their letters."""

from functools import lru_cache
from itertools import accumulate

from rapidfuzz.distance import Levenshtein

from matching.names.letter_weights import SAME_WRITING, TWO_WRITINGS
from matching.names.name_parts import NamePart, Side, Sounding
from matching.names.readings.reading_result import Group
from matching.names.scripts import Script

_COMPARED_PARTS = 262_144
# Bits of parts that have nothing in common; what is less alike than that need not be told apart.
APART = -30.0
# Of what an alignment lacks of the usual, this share is taken off again: rarity alone would hide it.
_SHARE_OF_LACK, _SHARE_WITHIN_SCRIPT = 0.3, 0.6
# The beginning of a name may be short for it.
BEGINNING, SHORTEST_BEGINNING = 1.0, 3
# Parts that sound alike to a clerk of another tongue do not contradict, however their letters differ, where one of them
# is a spelling that hardly anybody bears, in bits of rarity: Mario and Mauro are two names, and so are Мира and Maria.
BY_EAR, HARDLY_BORNE = 1.0, 14.0
INITIAL, OTHER_INITIAL = 1.5, -6.0
TWO_NAMES = -6.0
MOST_SOUNDS_APART = 2
# Signs that only sound alike are other signs to whoever writes in them; in bits.
WITH_SYLLABLES = frozenset({Script.HAN, Script.HANGUL, Script.KANA})
OTHER_CHARACTERS = 5.0
# A short form stands for several names, and several short forms for a name.
SHORT_FORM_SHARE, SHORT_FORM_COST, LEAST_SHORT_FORM = 0.6, 1.5, 1.0


def part_bits(one: NamePart, other: NamePart) -> float:
    """Match weight in bits of two parts, symmetric: above 0 for one name, down to -30 for parts with nothing in common.

    At most the rarity of the commoner part: sharing Muhammad says little, however well it is written.
    """
    if one.native == other.native:
        return INITIAL if one.initial else min(one.rarity, other.rarity)
    if one.initial or other.initial:
        return INITIAL if one.firsts & other.firsts else OTHER_INITIAL
    if is_equivalent(one, other) or ((one.formal or other.formal) and is_short_form(one, other)):
        return _short_form_bits(one, other)
    if differ_by_sex(one, other):
        return TWO_NAMES
    bits = APART if _consonants_differ(one, other) else _part_bits(one, other)
    if bits < BEGINNING and is_beginning(one, other):
        bits = BEGINNING
    if bits > TWO_NAMES and is_two_names(one, other):
        return TWO_NAMES
    return BY_EAR if bits < BY_EAR and are_alike_by_ear(one, other) and not is_two_names(one, other) else bits


def are_alike_by_ear(one: NamePart, other: NamePart) -> bool:
    """Whoever writes down what is heard may write either for the other; in other letters of their own people spell."""
    if not one.ear or one.ear != other.ear or (one.script is other.script and one.script is not Script.LATIN):
        return False
    return max(one.rarity, other.rarity) >= HARDLY_BORNE


def letter_bits(one: NamePart, other: NamePart) -> float:
    """The bits of the letters alone, whatever is known of the names."""
    return _part_bits(one, other)


@lru_cache(maxsize=_COMPARED_PARTS)
def _part_bits(one: NamePart, other: NamePart) -> float:
    rarity = min(one.rarity, other.rarity)
    tried = [_sounding_bits(a, b, rarity) for a in one.readings for b in other.readings if worth_aligning(a, b)]
    bits = max(tried, default=APART)
    if one.script is other.script and one.script in WITH_SYLLABLES:
        bits -= OTHER_CHARACTERS
    return max(APART, bits)


def _short_form_bits(one: NamePart, other: NamePart) -> float:
    known = SHORT_FORM_SHARE * min(one.rarity, other.rarity) - SHORT_FORM_COST
    return max(_part_bits(one, other), known, LEAST_SHORT_FORM)


def is_two_names(one: NamePart, other: NamePart) -> bool:
    """Two common names that look alike and are never one, as Hasan and Husayn."""
    return bool(one.known and other.known) and one.known.isdisjoint(other.known)


def differ_by_sex(one: NamePart, other: NamePart) -> bool:
    """One is a man's name and the other the woman's, as Karim and Karima."""
    return bool(one.ending and other.ending) and one.ending != other.ending and one.stem == other.stem


def is_beginning(one: NamePart, other: NamePart) -> bool:
    """One is the beginning of the other, as Tim is of Timothy; one letter less is another name: Karim and Karima."""
    a, b = one.spoken, other.spoken
    if len(a) > len(b):
        a, b = b, a
    return len(a) >= SHORTEST_BEGINNING and len(b) >= len(a) + 2 and b.startswith(a)


def is_short_form(one: NamePart, other: NamePart) -> bool:
    """One is a short or pet form of the other."""
    return any(r.coarse in one.formal for r in other.readings) or any(r.coarse in other.formal for r in one.readings)


def is_equivalent(one: NamePart, other: NamePart) -> bool:
    """The two are one name in two languages, as John and Juan are."""
    return not one.equivalents.isdisjoint(other.equivalents)


def _consonants_differ(one: NamePart, other: NamePart) -> bool:
    """No two readings are alike enough to be worth aligning: the cheap way out."""
    apart = (one.surely & ~other.perhaps).bit_count() + (other.surely & ~one.perhaps).bit_count()
    return apart > max(one.slack, other.slack)


def worth_aligning(one: Sounding, other: Sounding) -> bool:
    """So few consonant classes are on one side only that a spelling may bridge them."""
    doubtful = one.doubt or other.doubt
    slack = max(one.slack, other.slack) if one.doubt == other.doubt else min(one.slack, other.slack)
    return (one.classes ^ other.classes).bit_count() <= slack and (not doubtful or sound_alike(one, other))


def sound_alike(one: Sounding, other: Sounding) -> bool:
    """At most two sounds apart: of many readings only these are worth the while."""
    return Levenshtein.distance(one.coarse, other.coarse, score_cutoff=MOST_SOUNDS_APART) <= MOST_SOUNDS_APART


def _sounding_bits(one: Sounding, other: Sounding, rarity: float) -> float:
    swapped, key = oriented_groups(one.group, other.group)
    first, second = (other, one) if swapped else (one, other)
    left, right = first.first(key), second.second(key)
    bits = _best_alignment(left, right, second.units)
    lack = (left.usual + right.usual) / 2 - bits
    return min(bits, rarity) - (share_of_lack(key) * lack if lack > 0.0 else 0.0) - one.doubt - other.doubt


def share_of_lack(key: str) -> float:
    """In bits per bit; within one script other than Latin people spell alike, so that a difference says more."""
    return _SHARE_WITHIN_SCRIPT if key == SAME_WRITING else _SHARE_OF_LACK


def oriented_groups(one: Group, other: Group) -> tuple[bool, str]:
    """Whether two ways of writing change places to stand as their weights were learned, and the key of these."""
    if other is Group.LATIN:
        return False, one
    if one is Group.LATIN:
        return True, other
    return False, SAME_WRITING if one is other else TWO_WRITINGS


def _best_alignment(left: Side, right: Side, units: tuple[int, ...]) -> float:
    """The best sum of weights over all ways to align the letters, by dynamic programming."""
    adds = right.drops
    row = list(accumulate(adds, initial=0.0))
    for weights, drop in zip(left.rows, left.drops, strict=True):
        above = iter(row)
        diagonal = next(above)
        last = diagonal + drop
        row = [last]
        for unit, add, over in zip(units, adds, above, strict=True):
            meet, skip = diagonal + weights[unit], over + drop
            last += add
            last = max(last, meet)
            last = max(last, skip)
            row.append(last)
            diagonal = over
    return row[-1]
