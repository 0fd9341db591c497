"""Rows that went out to their sender carry columns of our own; sent again, they come back with them."""

from dataclasses import replace

from search.sheets.returned_names import OURS, ROW
from search.sheets.sheet_table import Table
from search.values.folding import fold

# Folding takes the last sign of it for a blank.
_BEGINS = f"{fold(OURS)} "
# A row of a file: its worksheet and its number.
Row = tuple[str, int]


def without_returned(table: Table) -> tuple[Table, dict[Row, str]]:
    """The table as its sender keeps it, and what says of each row that came back which one it was."""
    ours = {at: header for at, header in enumerate(table.headers) if f"{fold(header)} ".startswith(_BEGINS)}
    if not ours:
        return table, {}
    tokens = [at for at, header in ours.items() if _is(header, ROW)]
    said = {
        (row.worksheet, row.number): row.cells[at].strip()
        for row in table.rows
        for at in tokens
        if at < len(row.cells) and row.cells[at].strip()
    }
    rows = tuple(replace(row, cells=_without(row.cells, ours)) for row in table.rows)
    return replace(table, headers=_without(table.headers, ours), rows=rows), said


def _is(header: str, ours: str) -> bool:
    return fold(header) == fold(ours)


def _without(cells: tuple[str, ...], ours: dict[int, str]) -> tuple[str, ...]:
    return tuple(cell for at, cell in enumerate(cells) if at not in ours)
