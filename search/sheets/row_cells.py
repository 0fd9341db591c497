"""The cells of one row, by what their columns mean."""

from dataclasses import replace

from matching.record import Place
from search.sheets.column_mapping import ColumnGuess, Mapping
from search.sheets.column_targets import Target
from search.sheets.sheet_table import SheetRow
from search.values.blanks import is_blank
from search.values.place_texts import read_place

# A cell that is longer is no value of any kind: it is kept, as words, and nobody looks for a date or a number in it.
LONGEST_READ = 4000


class Cells:
    """The cells of one row by target."""

    def __init__(self, row: SheetRow, headers: tuple[str, ...], mapping: Mapping) -> None:
        filled = [(c, row.cells[c.index].strip()) for c in mapping.columns if c.index < len(row.cells)]
        self.columns = [(_as_words(c) if len(cell) > LONGEST_READ else c, cell) for c, cell in filled]
        self._by_target: dict[Target, list[tuple[str, str]]] = {}
        for column, cell in self.columns:
            if cell:
                self._by_target.setdefault(column.target, []).append((column.header, cell))
        self.headers = headers

    def pairs(self, target: Target) -> list[tuple[str, str]]:
        """Header and cell of each filled column of a target."""
        return self._by_target.get(target, [])

    def texts(self, target: Target) -> list[str]:
        """The cells of a target that say something."""
        return [cell for _, cell in self.pairs(target) if not is_blank(cell)]

    def text(self, target: Target) -> str:
        """The first cell of a target that says something, or ""."""
        return next(iter(self.texts(target)), "")

    def place(self, target: Target) -> Place | None:
        """The words of a target as a place."""
        return read_place(", ".join(self.texts(target)))


def _as_words(column: ColumnGuess) -> ColumnGuess:
    return replace(column, target=Target.WORDS)
