"""Records as columns: what the comparisons read, in arrays, from the packed bytes of each record (`packing`)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from matching.errors import PackingError
from matching.names.columns import Flags, PartColumns, Positions, Table, filled_rows, starts_of, stretches
from matching.names.packing import PART, PackedParts
from matching.packing import DOCUMENT, EFFECT, MARK, NAME, PHONE, RECORD, SETS, TRAIT, layout, pack
from matching.prepared import PreparedRecord

Codes = npt.NDArray[np.uint32]
_Scalar = TypeVar("_Scalar", bound=np.generic)


class RecordColumns:
    """Records of one side. `table` has a row of `RECORD` each; what a person may have several of is asked by method."""

    def __init__(self, packed: Sequence[bytes]) -> None:
        """From packed records; raises PackingError for bytes of another layout."""
        size = RECORD.itemsize
        if any(len(one) < size for one in packed):
            raise PackingError("other_length")
        self.table: Table = np.frombuffer(b"".join([one[:size] for one in packed]), dtype=RECORD)
        self.count = len(packed)
        if self.count and (self.table["layout"] != layout()).any():
            raise PackingError("other_layout")
        heaps = _divided(packed, self.table)
        self._phones: npt.NDArray[np.int64] = np.frombuffer(heaps[0], dtype=PHONE)
        self._documents: npt.NDArray[np.bytes_] = np.frombuffer(heaps[1], dtype=DOCUMENT)
        self._marks: Codes = np.frombuffer(heaps[2], dtype=MARK)
        self._effects: Codes = np.frombuffer(heaps[3], dtype=EFFECT)
        self._traits: Codes = np.frombuffer(heaps[4], dtype=TRAIT)
        self.names = _names(self.table, heaps[5:8])
        self.parts = PartColumns(PackedParts(*heaps[8:]))

    @classmethod
    def of(cls, records: Iterable[PreparedRecord]) -> "RecordColumns":
        """The columns of prepared records, in their order."""
        return cls([pack(record) for record in records])

    def phones(self, rows: Positions) -> npt.NDArray[np.int64]:
        """Phones of some records, of shape (rows, most of one): a 1 and the last 17 digits; 0 for none."""
        return _filled(self._phones, self.table["phones"], rows)

    def documents(self, rows: Positions) -> npt.NDArray[np.bytes_]:
        """Document numbers of some records, empty for none."""
        return _filled(self._documents, self.table["documents"], rows)

    def marks(self, rows: Positions) -> Codes:
        """Marks of some records, of shape (rows, most of one, 4): kind, place, side, motif; kind 0 for none."""
        return _filled(self._marks, self.table["marks"], rows)

    def effects(self, rows: Positions) -> Codes:
        """Things worn or carried, of shape (rows, most of one, 2): item and colour; item 0 for none."""
        return _filled(self._effects, self.table["effects"], rows)

    def traits(self, rows: Positions) -> Codes:
        """Features, of shape (rows, most of one, 2): feature and value; feature 0 for none."""
        return _filled(self._traits, self.table["traits"], rows)


@dataclass(frozen=True, slots=True)
class RecordNames:
    """Names of all records: `table` a row of `NAME` each, `rows` the ways in numbers of parts.

    `name_starts` and `way_starts` say where a record's names and a name's ways begin.
    """

    table: Table
    name_starts: Positions
    way_starts: Positions
    rows: Positions


def _divided(packed: Sequence[bytes], table: Table) -> list[bytes]:
    """The heaps of all records, each joined: phones, documents, marks, effects, traits, names, ways, refs, parts."""
    widths = [
        *(table[field].astype(np.int64) * kind.itemsize for field, kind in SETS.items()),
        table["names"].astype(np.int64) * NAME.itemsize,
        table["ways"].astype(np.int64),
        table["refs"].astype(np.int64),
        *table["sizes"].astype(np.int64).T,
    ]
    ends = RECORD.itemsize + np.cumsum(np.array(widths), axis=0).T
    starts = np.empty_like(ends)
    starts[:, 0] = RECORD.itemsize
    starts[:, 1:] = ends[:, :-1]
    if [len(one) for one in packed] != ends[:, -1].tolist():
        raise PackingError("other_length")
    return [
        b"".join(
            [
                one[start:end]
                for one, start, end in zip(packed, starts[:, at].tolist(), ends[:, at].tolist(), strict=True)
            ]
        )
        for at in range(len(widths))
    ]


def _names(records: Table, heaps: Sequence[bytes]) -> RecordNames:
    table: Table = np.frombuffer(heaps[0], dtype=NAME)
    lengths = np.frombuffer(heaps[1], dtype=np.uint8).astype(np.int64)
    parts_before = starts_of(records["sizes"][:, 0].astype(np.int64) // PART.itemsize)[:-1]
    refs = np.frombuffer(heaps[2], dtype=np.uint8).astype(np.int64) + np.repeat(parts_before, records["refs"])
    return RecordNames(
        table=table,
        name_starts=starts_of(records["names"].astype(np.int64)),
        way_starts=starts_of(table["ways"].astype(np.int64)),
        rows=filled_rows(refs, lengths),
    )


def _filled(heap: npt.NDArray[_Scalar], counts: npt.NDArray[np.uint8], rows: Positions) -> npt.NDArray[_Scalar]:
    """What some records have, of shape (rows, most of one, …), filled up with zeros; `counts` is of all records."""
    starts = starts_of(counts.astype(np.int64))
    lengths = counts[rows].astype(np.int64)
    width = int(lengths.max(initial=1)) or 1
    inside: Flags = np.arange(width) < lengths[:, None]
    filled = np.zeros((len(rows), width, *heap.shape[1:]), dtype=heap.dtype)
    filled[inside] = heap[stretches(starts, rows)]
    return filled
