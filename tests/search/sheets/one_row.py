"""One row of a sheet whose columns mean what a test says, read as a report."""

import datetime

from search.sheets.column_mapping import ColumnGuess, Mapping
from search.sheets.column_targets import Target
from search.sheets.row_cells import Cells
from search.sheets.row_keeping import RowKeeping
from search.sheets.row_outcomes import RowRead
from search.sheets.sheet_rows import SheetContext, read_row
from search.sheets.sheet_table import SheetRow
from search.vocabulary import LIVING_KINDS, ReportKind

TODAY = datetime.date(2026, 11, 22)
Column = tuple[Target, str, str]
"""What a column means, its header, and the cell."""


def mapping_of(columns: tuple[Column, ...], kind: ReportKind = ReportKind.SHELTER) -> Mapping:
    guesses = tuple(ColumnGuess(at, header, target, 1.0) for at, (target, header, _) in enumerate(columns))
    return Mapping(columns=guesses, number_column=-1, kind=kind)


def keeping(*columns: Column, kind: ReportKind = ReportKind.SHELTER) -> RowKeeping:
    """The cells of a row, before anything is read."""
    mapping = mapping_of(columns, kind)
    headers = tuple(header for _, header, _ in columns)
    cells = Cells(SheetRow(2, tuple(cell for _, _, cell in columns)), headers, mapping)
    return RowKeeping(cells, mapping, TODAY, (), is_living=kind in LIVING_KINDS)


def row_of(*columns: Column, kind: ReportKind = ReportKind.SHELTER) -> RowRead:
    """The row as a report."""
    row = SheetRow(2, tuple(cell for _, _, cell in columns))
    mapping = mapping_of(columns, kind)
    read = read_row(row, tuple(header for _, header, _ in columns), mapping, SheetContext(today=TODAY))
    assert isinstance(read, RowRead)
    return read
