"""The parts of one name against many distinct parts at once: the same bits as `similarity`, from arrays."""

from collections.abc import Callable, Sequence
from functools import lru_cache

import numpy as np

from matching.names.columns import GROUPS, NO_PART, SCRIPT_NUMBER, Flags, PartColumns, Positions
from matching.names.kernel import Kernel, padded
from matching.names.parts import NamePart, Sounding
from matching.names.similarity import (
    APART,
    INITIAL,
    OTHER_CHARACTERS,
    OTHER_INITIAL,
    SHORTEST_BEGINNING,
    TWO_NAMES,
    WITH_SYLLABLES,
    oriented_groups,
    part_bits,
    share_of_lack,
    sound_alike,
)
from matching.names.sounds import shipped_weights
from matching.names.weights import Bits

# The bits of a part that is not there, or that has an answer already.
TAKEN = np.float32(-1e6)

_NO_SCRIPT = -1
# The soundings of many that a sounding is compared with.
Where = Callable[[Sounding], Positions]
# By orientation and key of the weights: a sounding of the part at a position, and the soundings to align it with.
_Work = dict[tuple[bool, str], list[tuple[int, Sounding, Positions]]]


def part_scores(one: Sequence[NamePart], many: PartColumns, where: Where) -> Bits:
    """Bits of shape (parts of one, parts of many and one more column that stands for no part).

    `where` says for each sounding of one with which soundings of many to align it; the others stay as if nothing were
    in common.
    """
    scores = np.full((len(one), len(many.parts) + 1), APART, dtype=np.float32)
    scores[:, NO_PART] = TAKEN
    work: _Work = {}
    for at, part in enumerate(one):
        for sounding in part.readings:
            _gather(work, at, sounding, many, where(sounding))
    for (swapped, key), pairs in work.items():
        _align(scores, one, many, pairs, swapped=swapped, key=key)
    for at, part in enumerate(one):
        _known_otherwise(scores[at, :-1], part, many)
    return scores


def _gather(work: _Work, at: int, sounding: Sounding, many: PartColumns, others: Positions) -> None:
    """Note which soundings are worth aligning, by the weights that it takes."""
    chosen = others[_worth_aligning(sounding, many, others)]
    groups = many.sounding_group[chosen]
    for number in np.flatnonzero(np.bincount(groups)).tolist():
        key = oriented_groups(sounding.group, GROUPS[number])
        work.setdefault(key, []).append((at, sounding, chosen[groups == number]))


def _worth_aligning(one: Sounding, many: PartColumns, at: Positions) -> Flags:
    """The cheap test of `similarity.worth_aligning`."""
    slack, doubt = many.slack[at], many.doubt[at]
    allowed = np.where(doubt == np.float32(one.doubt), np.maximum(slack, one.slack), np.minimum(slack, one.slack))
    found: Flags = np.bitwise_count(many.classes[at] ^ one.classes) <= allowed
    for position in np.flatnonzero(found & ((doubt > 0) | (one.doubt > 0))).tolist():
        found[position] = sound_alike(one, many.soundings[at[position]])
    return found


def _known_otherwise(scores: Bits, part: NamePart, many: PartColumns) -> None:
    """Set the bits of two names that look alike, of initials, of parts with the same letters, and of short forms."""
    if part.known:
        may_be = np.isin(many.known, [at for name in part.known for at in many.known_at.get(name, ())])
        two_names = many.known[~may_be]
        scores[two_names] = np.minimum(scores[two_names], TWO_NAMES)
    if part.ending:
        same_stem = np.array(many.stem_at.get(part.stem, ()), dtype=np.int64)
        scores[same_stem[many.ending[same_stem] != part.ending]] = TWO_NAMES
    initials = slice(None) if part.initial else many.initials
    scores[initials] = np.where(many.firsts[initials] & part.firsts, INITIAL, OTHER_INITIAL)
    found = set(many.native_at.get(part.native, ()))
    for sounding in part.readings:
        found.update(many.formal_at.get(sounding.coarse, ()))
    for formal in part.formal:
        found.update(many.sound_at.get(formal, ()))
    for key in part.equivalents:
        found.update(many.equivalent_at.get(key, ()))
    found.update(many.begun_by(part.spoken, SHORTEST_BEGINNING))
    for other in found:
        scores[other] = part_bits(part, many.parts[other])


def _align(
    scores: Bits,
    one: Sequence[NamePart],
    many: PartColumns,
    pairs: list[tuple[int, Sounding, Positions]],
    *,
    swapped: bool,
    key: str,
) -> None:
    """Align all pairs that take one kind of weights, and keep the best of each pair of parts."""
    others = np.concatenate([chosen for _, _, chosen in pairs])
    lengths = [len(chosen) for _, _, chosen in pairs]
    mine = np.repeat(padded([sounding.units for _, sounding, _ in pairs]), lengths, axis=1)
    theirs = many.units_of(others)
    first, second = (theirs, mine) if swapped else (mine, theirs)
    kernel = kernel_of(key)
    bits = kernel.align(first, second)
    lack = kernel.usual(first, second) - bits
    part, at = many.sounding_part[others], np.repeat([at for at, _, _ in pairs], lengths)
    rarity = np.minimum(np.array([p.rarity for p in one], dtype=np.float32)[at], many.rarity[part])
    doubt = np.repeat(np.array([sounding.doubt for _, sounding, _ in pairs], dtype=np.float32), lengths)
    told = np.minimum(bits, rarity) - share_of_lack(key) * np.maximum(lack, 0.0) - doubt - many.doubt[others]
    syllables = [SCRIPT_NUMBER[p.script] if p.script in WITH_SYLLABLES else _NO_SCRIPT for p in one]
    told -= np.where(np.array(syllables)[at] == many.script[part], OTHER_CHARACTERS, 0.0)
    np.maximum.at(scores, (at, part), told)


@lru_cache(maxsize=32)
def kernel_of(key: str) -> Kernel:
    """The kernel of one way of writing, with the shipped weights."""
    return Kernel(shipped_weights().of(key))
