"""One name against many at once: the same match weights as one by one, from arrays."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from matching.names.alignment import FEWEST_UNSPACED, LEAST_JOINED, Parts, may_be_joined
from matching.names.letter_weights import Array, Bits
from matching.names.name_columns import NO_PART, Digests, Flags, NameColumns, PartColumns, Positions, Table
from matching.names.name_comparison import PreparedName
from matching.names.name_evidence import ANOTHER_PART, CROSSED, FAMILY, NOTHING_SHARED, TRACE, name_bits
from matching.names.part_scores import TAKEN, part_scores
from matching.names.part_similarity import APART


def compare_batch(one: PreparedName, many: NameColumns) -> Array:
    """Match weights in bits of shape (names of many), in their order."""
    bits = np.full(many.count, -np.inf)
    np.maximum.at(bits, many.row_name, compare_segmentations(one.segmentations, many, many.rows))
    bits[np.isneginf(bits)] = NOTHING_SHARED
    return bits


def compare_segmentations(segmentations: Sequence[Parts], many: NameColumns, rows: Positions) -> Array:
    """Match weights in bits of a name in several segmentations with some of the rows of many, of shape (rows)."""
    parts = list(dict.fromkeys(part for segmentation in segmentations for part in segmentation))
    number = {part: at for at, part in enumerate(parts)}
    numbered = [np.array([number[part] for part in segmentation], dtype=np.int64) for segmentation in segmentations]
    return compare_rows(PartColumns.of(parts), numbered, many.parts, rows)


def compare_rows(own: PartColumns, segmentations: Sequence[Positions], many: PartColumns, rows: Positions) -> Array:
    """Match weights of a name, in ways of positions in `own`, with rows of positions in `many`, of shape (rows)."""
    if not segmentations:
        return np.full(len(rows), NOTHING_SHARED)
    best: Array = segmentation_scores(own, segmentations, many, rows).max(axis=0)
    return best


def segmentation_scores(
    own: PartColumns, segmentations: Sequence[Positions], many: PartColumns, rows: Positions
) -> Array:
    """Match weights in bits of shape (segmentations, rows): each of a name with every row."""
    bits = np.full((len(segmentations), len(rows)), NOTHING_SHARED)
    given = rows != NO_PART
    lengths = given.sum(axis=1)
    if not own.count or not lengths.any():
        return bits
    met, at = np.unique(rows[given], return_inverse=True)
    rows = np.full_like(rows, NO_PART)
    rows[given] = at
    many = many.taken(met)
    everywhere = np.arange(len(many.soundings))
    scores = part_scores(own, many, lambda _: everywhere)
    for least, most in pairwise(_LENGTHS if len(rows) > _FEW else (0, rows.shape[1])):
        chosen = np.flatnonzero((lengths > least) & (lengths <= most))
        if len(chosen):
            trimmed = rows[chosen, : lengths[chosen].max()]
            for number, segmentation in enumerate(segmentations):
                if len(segmentation):
                    bits[number, chosen] = _segmentation_bits(own, segmentation, scores[segmentation], many, trimmed)
    return bits


def _segmentation_bits(
    own: PartColumns, segmentation: Positions, scores: Bits, many: PartColumns, rows: Positions
) -> Array:
    mine = own.parts[segmentation]
    paired = _Pairing(scores[:, rows].transpose(1, 0, 2).astype(np.float64), rows != NO_PART)
    bits = paired.bits()
    bits += paired.free_ours @ mine["missing"].astype(np.float64)
    bits += np.where(_crossed(mine["syllable"], many, rows, paired), CROSSED, 0.0)
    bits += np.where(paired.free_theirs, many.parts["missing"][rows], 0.0).sum(axis=1)
    joinable = np.flatnonzero(_may_be_joined(mine, many.parts[rows], rows != NO_PART, paired)).tolist()
    parts = tuple(own.part(at) for at in segmentation.tolist()) if joinable else ()
    for row in joinable:
        other = tuple(many.part(at) for at in rows[row].tolist() if at != NO_PART)
        if may_be_joined(parts, other):
            bits[row] = name_bits(parts, other)
    return bits


_NO_ANSWER = -1
# Names of like length are paired together, so that little is filled up.
_LENGTHS = (0, 2, 3, 5, 12)
_FEW = 500


class _Pairing:
    """The strongest pairings first, as `alignment.align` does it, of many names at once.

    `pairs` has the shape (names, parts of one, most parts of another); `given` says which of the latter there are.
    """

    def __init__(self, pairs: Array, given: Flags) -> None:
        count, ours, theirs = pairs.shape
        self._order = _strongest_nearest(ours, theirs)
        self._flat = pairs.reshape(count, -1)[:, self._order]
        self._theirs = theirs
        self.free_ours = np.ones((count, ours), dtype=np.bool_)
        self.free_theirs = given.copy()
        self.answer_of_ours = np.full((count, ours), _NO_ANSWER)
        self.answer_of_theirs = np.full((count, theirs), _NO_ANSWER)
        # Of parts that agree with their answer; a contradiction counts for nothing.
        self.bits_of_ours, self.bits_of_theirs = np.zeros((count, ours)), np.zeros((count, theirs))
        self._sum = np.zeros(count)
        self._relative = np.zeros(count)
        self._paired = np.zeros(count, dtype=np.int64)
        steps = min(ours, theirs)
        self._take(steps, least=0.0)
        self.joinable_ours, self.joinable_theirs = self.free_ours.copy(), self.free_theirs.copy()
        self._take(steps, least=APART - 1.0)

    def bits(self) -> Array:
        """What the paired parts of each name tell."""
        relative = FAMILY * self._relative / np.maximum(self._paired, 1)
        together = -np.log2(np.exp2(-self._sum) + np.where(self._paired > 1, relative, 0.0))
        bits: Array = np.where(self._paired > 1, together, self._sum)
        return bits

    def _take(self, steps: int, least: float) -> None:
        """Take the best pair of free parts of every name, again and again, while it has more bits than `least`."""
        rows = np.arange(len(self._flat))
        for _ in range(steps):
            at = self._flat.argmax(axis=1)
            best = self._flat[rows, at]
            taken = rows[best > least]
            if not len(taken):
                return
            evidence = _evidence(best[taken])
            self._sum[taken] += evidence
            self._relative[taken] += np.exp2(-evidence)
            self._paired[taken] += 1
            i, j = np.divmod(self._order[at[taken]], self._theirs)
            self.answer_of_ours[taken, i] = j
            self.answer_of_theirs[taken, j] = i
            self.bits_of_ours[taken, i] = self.bits_of_theirs[taken, j] = np.maximum(best[taken], 0.0)
            self.free_ours[taken, i] = False
            self.free_theirs[taken, j] = False
            gone = (self._order // self._theirs == i[:, None]) | (self._order % self._theirs == j[:, None])
            self._flat[taken] = np.where(gone, TAKEN, self._flat[taken])


def _evidence(bits: Array) -> Array:
    evidence: Array = np.log2((1.0 - ANOTHER_PART) * np.exp2(bits) + ANOTHER_PART) + TRACE * np.minimum(bits, 0.0)
    return evidence


def _strongest_nearest(ours: int, theirs: int) -> Positions:
    """Positions (i, j) in the order in which equal bits are taken."""
    pairs = [(abs(i - j), i + j, i * j, i * theirs + j) for i in range(ours) for j in range(theirs)]
    return np.array([pair[-1] for pair in sorted(pairs)], dtype=np.int64)


def _crossed(ours: Flags, many: PartColumns, rows: Positions, paired: _Pairing) -> Flags:
    """Names in which the syllables of a given name (`ours` says which they are) are answered in another order."""
    theirs = many.parts["syllable"][rows] & (rows != NO_PART)
    found: Flags = _unordered(np.where(ours, paired.answer_of_ours, _NO_ANSWER))
    found |= _unordered(np.where(theirs, paired.answer_of_theirs, _NO_ANSWER))
    return found


def _unordered(answers: Positions) -> Flags:
    """Rows in which an answer comes before one that stands to its left; what has none is passed over."""
    before = np.maximum.accumulate(answers, axis=1)[:, :-1]
    found: Flags = ((answers[:, 1:] != _NO_ANSWER) & (answers[:, 1:] < before)).any(axis=1)
    return found


def _may_be_joined(ours: Table, theirs: Table, given: Flags, paired: _Pairing) -> Flags:
    """Names in which neighbours on one side, one of them free, may be one part on the other: judged one by one.

    The one part is free too, or answers one of the two, and may agree in enough bits more than it does now. `ours` are
    the parts of the way, `theirs` those of all names; for one that is not `given` any part stands.
    """
    longest, our_longest = theirs["longest"].astype(np.int64), ours["longest"].astype(np.int64)
    found = _may_be_unspaced(ours, theirs, given)
    answers, bits = paired.answer_of_theirs, paired.bits_of_ours
    for i, j in pairwise(range(len(ours))):
        fits = _fits(theirs["surely"] ^ (ours["surely"][i] | ours["surely"][j]), longest - our_longest[[i, j]].sum())
        fits &= given & (paired.joinable_theirs | (answers == i) | (answers == j))
        fits &= theirs["rarity"] >= (bits[:, i] + bits[:, j])[:, None] + LEAST_JOINED
        found |= (paired.joinable_ours[:, i] | paired.joinable_ours[:, j]) & fits.any(axis=1)
    both, long = theirs["surely"][:, :-1] | theirs["surely"][:, 1:], longest[:, :-1] + longest[:, 1:]
    neighbours = (paired.joinable_theirs[:, :-1] | paired.joinable_theirs[:, 1:]) & given[:, 1:]
    held = paired.bits_of_theirs[:, :-1] + paired.bits_of_theirs[:, 1:]
    left = np.arange(both.shape[1])
    for i, whole in enumerate(ours):
        answer = paired.answer_of_ours[:, [i]]
        fits = neighbours & _fits(both ^ whole["surely"], long - our_longest[i])
        fits &= paired.joinable_ours[:, [i]] | (answer == left) | (answer == left + 1)
        found |= (fits & (whole["rarity"] >= held + LEAST_JOINED)).any(axis=1)
    return found


def _may_be_unspaced(ours: Table, theirs: Table, given: Flags) -> Flags:
    """Names of which one is a single part and the other, of three or more, has its consonants all together."""
    lengths = given.sum(axis=1)
    several = (lengths >= FEWEST_UNSPACED) if len(ours) == 1 else (lengths == 1) & (len(ours) >= FEWEST_UNSPACED)
    classes = np.bitwise_or.reduce(np.where(given, theirs["surely"], 0), axis=1)
    consonants = np.where(given, theirs["longest"], 0).sum(axis=1)
    apart = np.bitwise_count(classes ^ np.bitwise_or.reduce(ours["surely"]))
    found: Flags = several & (apart <= 2) & (np.abs(consonants - ours["longest"].sum(dtype=np.int64)) <= 2)
    return found


def _fits(classes_apart: Digests, consonants_apart: Positions) -> Flags:
    """The test of `alignment`: the consonants are the same but for one."""
    fits: Flags = (np.bitwise_count(classes_apart) <= 1) & (np.abs(consonants_apart) <= 1)
    return fits
