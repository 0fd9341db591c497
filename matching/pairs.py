"""Pairs of records to compare, as positions in the columns of both sides."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from matching.names.name_columns import Positions
from matching.prepared_record import PreparedRecord
from matching.record_columns import RecordColumns

# A field's type is known to the table (`packing.RECORD`) and not to the type checker.
Column = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class Pairs:
    """`i` are positions in `sought`, `j` in `found`, of one length: that of every array that comparisons return."""

    sought: RecordColumns
    found: RecordColumns
    i: Positions
    j: Positions

    def __len__(self) -> int:
        return len(self.i)

    @classmethod
    def of_two(cls, sought: PreparedRecord, found: PreparedRecord) -> "Pairs":
        """One pair alone."""
        none = np.zeros(1, dtype=np.int64)
        return cls(RecordColumns.of([sought]), RecordColumns.of([found]), none, none)

    @classmethod
    def one_with_all(cls, sought: RecordColumns, found: RecordColumns) -> "Pairs":
        """Every record of one side with the only one of the other; no pairs where there is none."""
        i, j = np.arange(sought.count), np.arange(found.count)
        return cls(sought, found, *((np.zeros_like(j), j) if sought.count == 1 else (i, np.zeros_like(i))))

    def chosen(self, positions: Positions) -> "Pairs":
        """These of the pairs."""
        return Pairs(self.sought, self.found, self.i[positions], self.j[positions])

    def narrowed(self, positions: Positions) -> "Pairs":
        """These of the pairs, in columns of the records that are in them alone."""
        sought, i = np.unique(self.i[positions], return_inverse=True)
        found, j = np.unique(self.j[positions], return_inverse=True)
        return Pairs(self.sought.taken(sought), self.found.taken(found), i, j)

    def both_say(self, bit: int) -> Positions:
        """The pairs of which both records say something that a comparison needs (a bit of `prepared.Has`)."""
        return np.flatnonzero(self.sought.table["has"][self.i] & self.found.table["has"][self.j] & bit)

    def values(self, field: str) -> tuple[Column, Column]:
        """One field of the records' tables on both sides."""
        return self.sought.table[field][self.i], self.found.table[field][self.j]
