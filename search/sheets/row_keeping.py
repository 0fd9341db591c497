"""What every reader of a row's cells does: read those of a target, and keep in words what cannot be read."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from search.fields.table import row_filled_by
from search.sheets.column_mapping import Mapping
from search.sheets.column_targets import Target
from search.sheets.row_cells import Cells
from search.values.blanks import is_blank

_T = TypeVar("_T")
WORDS = "description.words"


@dataclass(slots=True)
class RowKeeping:
    """The cells of one row; `warnings` collects (header, code) of what stayed in words, `unread` the words by field."""

    cells: Cells
    mapping: Mapping
    today: datetime.date
    regions: tuple[str, ...]
    is_living: bool
    warnings: list[tuple[str, str]] = field(default_factory=list)
    unread: list[tuple[str, str]] = field(default_factory=list)

    def note(self, target: Target, header: str, cell: str) -> None:
        """Keeps a cell in words under the field of its column; one without a field among the words of the row."""
        row = row_filled_by(target)
        path = row.path if row else WORDS
        if target is Target.RESIDENCE and not self.is_living:
            path = "description.residence"
        self.unread.append((path, f"{header}: {cell}" if header else cell))

    def note_all(self, *targets: Target, path: str = "") -> None:
        """Keeps the cells of columns in words, under one field where a path is given."""
        for target in targets:
            for header, cell in self.cells.pairs(target):
                if not is_blank(cell):
                    self.note(target, header, cell)
                    if path:
                        self.unread[-1] = (path, self.unread[-1][1])

    def keep(self, target: Target, header: str, cell: str, code: str) -> None:
        """Keeps a cell in words, and warns of it."""
        self.warnings.append((header, code))
        self.note(target, header, cell)

    def read_each(self, target: Target, read: Callable[[str], _T | None], code: str) -> list[_T]:
        """The values of a target's cells; a cell that cannot be read is kept."""
        found = []
        for header, cell in self.cells.pairs(target):
            if is_blank(cell):
                continue
            value = read(cell)
            if value:
                found.append(value)
            else:
                self.keep(target, header, cell, code)
        return found
