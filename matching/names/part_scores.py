"""Parts against many distinct parts at once: the bits of `part_similarity`, from arrays."""

from collections.abc import Callable
from functools import lru_cache

import numpy as np
from rapidfuzz.distance import Levenshtein

from matching.names.alignment_arrays import Kernel
from matching.names.letter_weights import Bits
from matching.names.name_columns import NO_PART, Flags, PartColumns, Positions
from matching.names.part_packing import EQUIVALENT, FORMAL, GROUPS, KNOWN, SCRIPT_NUMBER
from matching.names.part_similarity import (
    APART,
    BEGINNING,
    BY_EAR,
    HARDLY_BORNE,
    INITIAL,
    LEAST_SHORT_FORM,
    MOST_SOUNDS_APART,
    OTHER_CHARACTERS,
    OTHER_INITIAL,
    SHORT_FORM_COST,
    SHORT_FORM_SHARE,
    SHORTEST_BEGINNING,
    TWO_NAMES,
    WITH_SYLLABLES,
    oriented_groups,
    share_of_lack,
)
from matching.names.scripts import Script
from matching.names.shipped_weights import shipped_weights

_LATIN = SCRIPT_NUMBER[Script.LATIN]
# The bits of a part that is not there, or that has an answer already.
TAKEN = np.float32(-1e6)

# The soundings of many that a sounding, given by its position, is compared with.
Where = Callable[[int], Positions]
# By orientation and key of the weights: a sounding of one, and the soundings to align it with.
_Work = dict[tuple[bool, str], list[tuple[int, Positions]]]
_SYLLABIC = np.array([number for script, number in SCRIPT_NUMBER.items() if script in WITH_SYLLABLES])


def part_scores(one: PartColumns, many: PartColumns, where: Where) -> Bits:
    """Bits of shape (parts of one, parts of many and one more column that stands for no part).

    `where` says for each sounding of one with which soundings of many to align it; the others stay as if nothing were
    in common.
    """
    scores = np.full((one.count, many.count + 1), APART, dtype=np.float32)
    scores[:, NO_PART] = TAKEN
    work: _Work = {}
    for sounding in range(len(one.soundings)):
        _gather(work, one, sounding, many, where(sounding))
    for (swapped, key), pairs in work.items():
        _align(scores, one, many, pairs, swapped=swapped, key=key)
    for at in range(one.count):
        _known_otherwise(scores[at, :-1], one, at, many)
    return scores


def _gather(work: _Work, one: PartColumns, sounding: int, many: PartColumns, others: Positions) -> None:
    """Note which soundings are worth aligning, by the weights that it takes."""
    chosen = others[_worth_aligning(one, sounding, many, others)]
    groups = many.soundings["group"][chosen]
    mine = GROUPS[one.soundings["group"][sounding]]
    for number in np.flatnonzero(np.bincount(groups)).tolist():
        key = oriented_groups(mine, GROUPS[number])
        work.setdefault(key, []).append((sounding, chosen[groups == number]))


def _worth_aligning(one: PartColumns, sounding: int, many: PartColumns, at: Positions) -> Flags:
    """The cheap test of `part_similarity.worth_aligning`."""
    mine, others = one.soundings[sounding], many.soundings[at]
    slack, doubt = others["slack"], others["doubt"]
    allowed = np.where(doubt == mine["doubt"], np.maximum(slack, mine["slack"]), np.minimum(slack, mine["slack"]))
    found: Flags = np.bitwise_count(others["classes"] ^ mine["classes"]) <= allowed
    doubtful = np.flatnonzero(found & ((doubt > 0) | (mine["doubt"] > 0))).tolist()
    if doubtful:
        sound = one.coarse_of(sounding)
        for position in doubtful:
            apart = Levenshtein.distance(sound, many.coarse_of(int(at[position])), score_cutoff=MOST_SOUNDS_APART)
            found[position] = apart <= MOST_SOUNDS_APART
    return found


def _known_otherwise(scores: Bits, one: PartColumns, at: int, many: PartColumns) -> None:
    """Set what `part_similarity.part_bits` knows beside the letters, the weaker reasons first."""
    mine, theirs = one.parts[at], many.parts
    short = _short_forms(one, at, many)
    letters = scores[short]
    scores[_beginnings(one, at, many) & (scores < BEGINNING)] = BEGINNING
    two_names = _two_names(one, at, many)
    heard = _by_ear(one, at, many) & (scores < BY_EAR)
    heard[two_names] = False
    scores[heard] = BY_EAR
    scores[two_names] = np.minimum(scores[two_names], TWO_NAMES)
    if mine["ending"]:
        other_sex = (theirs["stem"] == mine["stem"]) & (theirs["ending"] != 0) & (theirs["ending"] != mine["ending"])
        scores[other_sex] = TWO_NAMES
    rarity = np.minimum(mine["rarity"], theirs["rarity"])
    known = np.maximum(SHORT_FORM_SHARE * rarity[short] - SHORT_FORM_COST, LEAST_SHORT_FORM)
    scores[short] = np.maximum(letters, known)
    initials = theirs["initial"] | mine["initial"]
    if initials.any():
        alike = (theirs["firsts"][initials] & mine["firsts"]) != 0
        scores[initials] = np.where(alike, INITIAL, OTHER_INITIAL)
    same = theirs["native"] == mine["native"]
    scores[same] = INITIAL if mine["initial"] else rarity[same]


def _short_forms(one: PartColumns, at: int, many: PartColumns) -> Positions:
    """Parts of which one is short for the other, or the same name in another language."""
    found = np.zeros(many.count, dtype=np.bool_)
    for kind, mine in ((FORMAL, one.coarse_sounds(at)), (EQUIVALENT, one.digests_at(at, EQUIVALENT))):
        digests, owners = many.digests_of(kind)
        if len(mine) and len(digests):
            found[owners[np.isin(digests, mine)]] = True
    formal = one.digests_at(at, FORMAL)
    if len(formal):
        found[many.sounding_part[np.isin(many.soundings["coarse"], formal)]] = True
    return np.flatnonzero(found)


def _beginnings(one: PartColumns, at: int, many: PartColumns) -> Flags:
    """Parts of which one's spoken sound is the beginning, or which are the beginning of it."""
    mine = np.frombuffer(one.spoken_of(at), dtype=np.uint8)
    none = np.zeros(many.count, dtype=np.bool_)
    if len(mine) < SHORTEST_BEGINNING or not many.count:
        return none
    lengths = many.parts["spoken"].astype(np.int64)
    shorter = np.minimum(lengths, len(mine))
    near = (shorter >= SHORTEST_BEGINNING) & (np.abs(lengths - len(mine)) >= SHORTEST_BEGINNING - 1)
    spoken = many.spoken[:, : len(mine)]
    equal = spoken == mine[: spoken.shape[1]]
    same: Positions = np.where(equal.all(axis=1), spoken.shape[1], equal.argmin(axis=1))
    found: Flags = near & (same >= shorter)
    return found


def _by_ear(one: PartColumns, at: int, many: PartColumns) -> Flags:
    """Parts that a clerk may have written for this one by ear."""
    mine, theirs = one.parts[at], many.parts
    if not mine["ear"]:
        return np.zeros(many.count, dtype=np.bool_)
    found: Flags = (theirs["rarity"] >= HARDLY_BORNE) | (mine["rarity"] >= HARDLY_BORNE)
    found &= theirs["ear"] == mine["ear"]
    if mine["script"] != _LATIN:
        found &= theirs["script"] != mine["script"]
    return found


def _two_names(one: PartColumns, at: int, many: PartColumns) -> Positions:
    """Parts that are known to be other names than this one, however alike."""
    mine = one.digests_at(at, KNOWN)
    if not len(mine):
        return np.zeros(0, dtype=np.int64)
    digests, owners = many.digests_of(KNOWN)
    may_be = np.zeros(many.count, dtype=np.bool_)
    may_be[owners[np.isin(digests, mine)]] = True
    return np.flatnonzero((many.parts["digests"][:, KNOWN] > 0) & ~may_be)


def _align(
    scores: Bits,
    one: PartColumns,
    many: PartColumns,
    pairs: list[tuple[int, Positions]],
    *,
    swapped: bool,
    key: str,
) -> None:
    """Align all pairs that take one kind of weights, and keep the best of each pair of parts."""
    others = np.concatenate([chosen for _, chosen in pairs])
    own = np.repeat([sounding for sounding, _ in pairs], [len(chosen) for _, chosen in pairs])
    mine, theirs = one.units_of(own), many.units_of(others)
    first, second = (theirs, mine) if swapped else (mine, theirs)
    kernel = kernel_of(key)
    bits = kernel.align(first, second)
    lack = kernel.usual(first, second) - bits
    at, part = one.sounding_part[own], many.sounding_part[others]
    rarity = np.minimum(one.parts["rarity"][at], many.parts["rarity"][part])
    told = np.minimum(bits, rarity) - share_of_lack(key) * np.maximum(lack, 0.0)
    told -= one.soundings["doubt"][own] + many.soundings["doubt"][others]
    scripts = one.parts["script"][at]
    told -= np.where((scripts == many.parts["script"][part]) & np.isin(scripts, _SYLLABIC), OTHER_CHARACTERS, 0.0)
    np.maximum.at(scores, (at, part), told)


@lru_cache(maxsize=32)
def kernel_of(key: str) -> Kernel:
    """The kernel of one way of writing, with the shipped weights."""
    return Kernel(shipped_weights().of(key))
