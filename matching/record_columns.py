"""Records as columns: what the comparisons read, in arrays, from the packed bytes of each record (`packing`)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from matching.errors import PackingError
from matching.names.name_columns import Flags, PartColumns, Positions, Table, filled_rows, starts_of, stretches
from matching.names.part_packing import PART, PackedParts
from matching.names.part_rarity import SHIPPED_RARITIES, PartRarities
from matching.prepared_record import PreparedRecord
from matching.record_packing import NAME, RECORD, SETS, layout, pack

Codes = npt.NDArray[np.uint32]
# The buffers of a packed record, by their place.
_SET_BUFFERS = {field: at for at, field in enumerate(SETS)}
_NAME_BUFFERS, _PART_BUFFERS = range(5, 8), range(8, 13)
_Scalar = TypeVar("_Scalar", bound=np.generic)


class RecordColumns:
    """Records of one side. `table` has a row of `RECORD` each; what a person may have several of is asked by method."""

    def __init__(self, packed: Sequence[bytes], rarities: PartRarities) -> None:
        """From records that were packed with these rarities; raises PackingError for bytes of another layout."""
        size = RECORD.itemsize
        if any(len(one) < size for one in packed):
            raise PackingError("other_length")
        self.table: Table = np.frombuffer(b"".join([one[:size] for one in packed]), dtype=RECORD)
        self.count = len(packed)
        if self.count and (self.table["layout"] != layout(rarities)).any():
            raise PackingError("other_layout")
        self._packed = packed
        self._rarities = rarities
        self._sets: dict[str, npt.NDArray[Any]] = {}
        self._ends = _ends(self.table)
        if [len(one) for one in packed] != self._ends[-1].tolist():
            raise PackingError("other_length")

    @classmethod
    def of(cls, records: Iterable[PreparedRecord]) -> "RecordColumns":
        """The columns of prepared records, in their order; raises PackingError where several engines prepared them."""
        every = list(records)
        return cls([pack(record) for record in every], every[0].rarities if every else SHIPPED_RARITIES)

    def taken(self, rows: Positions) -> "RecordColumns":
        """The columns of some of the records."""
        return RecordColumns([self._packed[row] for row in rows.tolist()], self._rarities)

    @cached_property
    def names(self) -> "RecordNames":
        """The names of all records."""
        return _names(self.table, [self._buffer(at) for at in _NAME_BUFFERS])

    @cached_property
    def parts(self) -> PartColumns:
        """The parts of all names, which `names.rows` numbers."""
        return PartColumns(PackedParts(*(self._buffer(at) for at in _PART_BUFFERS)), self._rarities)

    def phones(self, rows: Positions) -> npt.NDArray[np.int64]:
        """Phones of some records, of shape (rows, most of one): a 1 and the last 17 digits; 0 for none."""
        return self._several("phones", rows)

    def documents(self, rows: Positions) -> npt.NDArray[np.bytes_]:
        """Document numbers of some records, empty for none."""
        return self._several("documents", rows)

    def marks(self, rows: Positions) -> Codes:
        """Marks of some records, of shape (rows, most of one, 4): kind, place, side, motif; kind 0 for none."""
        return self._several("marks", rows)

    def effects(self, rows: Positions) -> Codes:
        """Things worn or carried, of shape (rows, most of one, 2): item and colour; item 0 for none."""
        return self._several("effects", rows)

    def traits(self, rows: Positions) -> Codes:
        """Features, of shape (rows, most of one, 2): feature and value; feature 0 for none."""
        return self._several("traits", rows)

    def _several(self, field: str, rows: Positions) -> npt.NDArray[Any]:
        """What some records have of one kind, filled up with zeros."""
        if field not in self._sets:
            self._sets[field] = np.frombuffer(self._buffer(_SET_BUFFERS[field]), dtype=SETS[field])
        return _filled(self._sets[field], self.table[field], rows)

    def _buffer(self, at: int) -> bytes:
        """One buffer of all records, joined, by its place in a packed record."""
        starts, ends = self._ends[at], self._ends[at + 1]
        given = np.flatnonzero(ends > starts)
        places = zip(given.tolist(), starts[given].tolist(), ends[given].tolist(), strict=True)
        return b"".join([self._packed[row][start:end] for row, start, end in places])


@dataclass(frozen=True, slots=True)
class RecordNames:
    """Names of all records: `table` a row of `NAME` each, `rows` the segmentations in numbers of parts.

    `name_starts` and `segmentation_starts` say where a record's names and a name's segmentations begin.
    """

    table: Table
    name_starts: Positions
    segmentation_starts: Positions
    rows: Positions


def _ends(table: Table) -> Positions:
    """Where the rows of records end, and then each of their buffers, of shape (buffers + 1, records).

    Heaps are sets, names, segmentations, refs, and those of parts.
    """
    widths = [
        np.full(len(table), RECORD.itemsize),
        *(table[field].astype(np.int64) * kind.itemsize for field, kind in SETS.items()),
        table["names"].astype(np.int64) * NAME.itemsize,
        table["segmentations"].astype(np.int64),
        table["refs"].astype(np.int64),
        *table["sizes"].astype(np.int64).T,
    ]
    ends: Positions = np.cumsum(np.array(widths), axis=0)
    return ends


def _names(records: Table, buffers: Sequence[bytes]) -> RecordNames:
    table: Table = np.frombuffer(buffers[0], dtype=NAME)
    lengths = np.frombuffer(buffers[1], dtype=np.uint8).astype(np.int64)
    parts_before = starts_of(records["sizes"][:, 0].astype(np.int64) // PART.itemsize)[:-1]
    refs = np.frombuffer(buffers[2], dtype=np.uint8).astype(np.int64) + np.repeat(parts_before, records["refs"])
    return RecordNames(
        table=table,
        name_starts=starts_of(records["names"].astype(np.int64)),
        segmentation_starts=starts_of(table["segmentations"].astype(np.int64)),
        rows=filled_rows(refs, lengths),
    )


def _filled(buffer: npt.NDArray[_Scalar], counts: npt.NDArray[np.uint8], rows: Positions) -> npt.NDArray[_Scalar]:
    """What some records have, of shape (rows, most of one, …), filled up with zeros; `counts` is of all records."""
    starts = starts_of(counts.astype(np.int64))
    lengths = counts[rows].astype(np.int64)
    width = int(lengths.max(initial=1)) or 1
    inside: Flags = np.arange(width) < lengths[:, None]
    filled = np.zeros((len(rows), width, *buffer.shape[1:]), dtype=buffer.dtype)
    filled[inside] = buffer[stretches(starts, rows)]
    return filled
