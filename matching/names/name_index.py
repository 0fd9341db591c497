"""Names held in memory and found again by a name in any script: for measuring and small registries."""

from array import array
from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

import numpy as np

from matching.names.alignment import Parts
from matching.names.batch_comparison import compare_segmentations
from matching.names.letter_weights import Array, Bits
from matching.names.name_columns import NO_PART, Flags, Gathered, NameColumns, PartColumns, Positions
from matching.names.name_comparison import PreparedName, prepare, similarity_of
from matching.names.name_parts import NamePart, Sounding, class_bits
from matching.names.part_keys import near_skeletons
from matching.names.part_rarity import SHIPPED_RARITIES, PartRarities
from matching.names.part_scores import part_scores
from matching.names.readings.reading_result import OPEN_VOWELS

Id = TypeVar("Id")

_MOST_COMPARED = 64
# Parts alike in less than this, in bits, do not bring a name among those compared.
_LEAST_ALIKE = 0.5
_MOST_SEGMENTATIONS = 3
_SAME_WITHIN = 2.0
_NOWHERE = np.zeros(0, dtype=np.int64)
_LONG_SKELETON, _SHORT_SKELETON, _MOST_LETTERS_APART = 3, 3, 3
_KIN_CLASSES = np.array([class_bits(pair) for pair in ("lr", "sc", "kx", "kc", "fb", "ts", "tc", "mn", "xc", "kt")])


class NameIndex(Generic[Id]):
    """An index of (id, name). Adding is cheap; the first search after it puts the index in order."""

    def __init__(self, names: Iterable[tuple[Id, str]] = (), rarities: PartRarities = SHIPPED_RARITIES) -> None:
        self._rarities = rarities
        self._ids: list[Id] = []
        self._gathered = Gathered()
        self._ordered: _Ordered | None = None
        for one, name in names:
            self.add(one, name)

    def __len__(self) -> int:
        return len(self._ids)

    def add(self, one: Id, name: str) -> None:
        """Add a name under an id; an id may have several names."""
        self._ids.append(one)
        self._gathered.add(prepare(name, self._rarities))
        self._ordered = None

    def search(self, name: str, limit: int = 10) -> list[tuple[Id, float]]:
        """At most `limit` (id, similarity in 0..1), the most alike first; ties in the order added."""
        query = prepare(name, self._rarities)
        if not self._ids or limit < 1 or not query.parts:
            return []
        if self._ordered is None:
            self._ordered = _Ordered(self._gathered.columns(), self._gathered.parts)
        found, bits, same = self._ordered.compared(query, max(limit, _MOST_COMPARED))
        alike = [similarity_of(weight, same=equal) for weight, equal in zip(bits.tolist(), same.tolist(), strict=True)]
        best = np.lexsort((found, -bits, -np.array(alike)))[:limit].tolist()
        return [(self._ids[found[at]], alike[at]) for at in best]


class _Ordered:
    """The columns of all names, which names have a part, and which parts have a key."""

    def __init__(self, columns: NameColumns, distinct: Sequence[NamePart]) -> None:
        self._columns = columns
        self._natives = [part.native for part in distinct]
        self._several_rows = len(columns.rows) > columns.count
        rows, at = np.nonzero(columns.rows != NO_PART)
        parts = columns.rows[rows, at]
        order = np.argsort(parts, kind="stable")
        self._names_of = columns.row_name[rows[order]].astype(np.int32)
        self._starts = np.searchsorted(parts[order], np.arange(columns.parts.count + 1))
        soundings = [sounding for part in distinct for sounding in part.readings]
        self._by_sound = _by_key((one.coarse, at) for at, one in enumerate(soundings))
        self._by_skeleton = _by_key((one.skeleton, at) for at, one in enumerate(soundings))
        self._nearly = _by_key((key, at) for at, one in enumerate(soundings) for key in near_skeletons(one))

    def compared(self, query: PreparedName, most: int) -> tuple[Positions, Array, Flags]:
        """The names that share the most with the query, at most `most`: positions, bits, and whether it is the same."""
        columns = self._columns
        names, segmentations = self._candidates(query, most)
        at = np.flatnonzero(np.isin(columns.row_name, names)) if self._several_rows else names
        bits, same = np.full(len(names), -np.inf), np.zeros(len(names), dtype=np.bool_)
        of_name = np.searchsorted(names, columns.row_name[at])
        np.maximum.at(bits, of_name, compare_segmentations(segmentations, columns, columns.rows[at]))
        # The same name has the most bits that a name can have with it.
        for row in np.flatnonzero(bits[of_name] >= bits.max(initial=0.0) - _SAME_WITHIN).tolist():
            native = sorted(self._natives[i] for i in columns.rows[at[row]].tolist() if i != NO_PART)
            same[of_name[row]] |= tuple(native) in query.natives
        return names, bits, same

    def _candidates(self, query: PreparedName, most: int) -> tuple[Positions, list[Parts]]:
        """Positions of the names that share the most with the query, ascending; and its likeliest segmentations."""
        parts = list(dict.fromkeys(part for segmentation in query.sought for part in segmentation))
        alike = {part: self._shared(*found) for part, found in zip(parts, self._alike(parts), strict=True)}
        total = np.zeros(self._columns.count, dtype=np.float32)
        best: list[tuple[float, int]] = []
        for number, segmentation in enumerate(query.sought):
            shared = (
                np.sum([alike[part] for part in segmentation], axis=0)
                if len(segmentation) > 1
                else alike[segmentation[0]]
            )
            best.append((-float(shared.max()), number))
            np.maximum(total, shared, out=total)
        found = np.flatnonzero(total > 0)
        if len(found) > most:
            found = np.sort(found[np.argpartition(-total[found], most)[:most]])
        return found, [query.sought[number] for _, number in sorted(best)[:_MOST_SEGMENTATIONS]]

    def _alike(self, parts: list[NamePart]) -> list[tuple[Positions, Bits]]:
        """For each part of a query the parts of the index that it may be, and in how many bits, the best last."""
        found = []
        soundings = [sounding for part in parts for sounding in part.readings]
        scores = part_scores(
            PartColumns.of(parts), self._columns.parts, lambda sounding: self._near(soundings[sounding])
        )
        for row in scores:
            positions = np.flatnonzero(row >= _LEAST_ALIKE)
            positions = positions[np.argsort(row[positions], kind="stable")]
            found.append((positions, row[positions]))
        return found

    def _near(self, one: Sounding) -> Positions:
        """Soundings with the same consonants, or one more, less or other; for an unlikely one those of its sound."""
        if one.doubt:
            return self._by_sound.get(one.coarse, _NOWHERE)
        left_out = near_skeletons(one)
        keys = [(one.skeleton, self._by_skeleton), (one.skeleton, self._nearly)]
        keys += [(key, self._by_skeleton) for key in left_out]
        if len(one.skeleton) >= _LONG_SKELETON:
            keys += [(key, self._nearly) for key in left_out]
        near = np.zeros(len(self._columns.parts.soundings), dtype=np.bool_)
        for key, known in keys:
            near[known.get(key, _NOWHERE)] = True
        found = np.flatnonzero(near)
        return found if len(one.skeleton) > _SHORT_SKELETON else found[self._kin(one, found)]

    def _kin(self, one: Sounding, soundings: Positions) -> Flags:
        """Where so few consonants differ that each matters: at most one class apart, or two that clerks confuse.

        Nor are short names much longer or shorter than each other, unless one leaves its vowels out.
        """
        parts = self._columns.parts
        apart = parts.soundings["classes"][soundings] ^ np.uint32(one.classes)
        found: Flags = (np.bitwise_count(apart) <= 1) | np.isin(apart, _KIN_CLASSES)
        if one.group not in OPEN_VOWELS:
            found &= (
                np.abs(parts.soundings["units"][soundings].astype(np.int64) - len(one.units)) <= _MOST_LETTERS_APART
            )
        return found

    def _shared(self, positions: Positions, scores: Bits) -> Bits:
        """For every name the bits of its part that is most alike; 0 for none."""
        shared = np.zeros(self._columns.count, dtype=np.float32)
        for position, score in zip(positions.tolist(), scores.tolist(), strict=True):
            shared[self._names_of[self._starts[position] : self._starts[position + 1]]] = score
        return shared


def _by_key(keys: Iterable[tuple[str, int]]) -> dict[str, Positions]:
    found: dict[str, array[int]] = {}
    for key, number in keys:
        found.setdefault(key, array("l")).append(number)
    return {key: np.array(numbers, dtype=np.int64) for key, numbers in found.items()}
