"""Which rows of a table speak of anybody: a sheet may be numbered, or filled in with what every row says, far down.

A cell says nothing of its row where its column counts the rows, holds bare numbers of unknown meaning, or says the same
everywhere. A row in which nothing else stands is empty. It is never taken for empty because it equals others: where no
row of a table says more, or where a row says when and where somebody was found, all of it counts.
"""

import re
from collections import Counter
from dataclasses import dataclass, replace
from statistics import median

from search.sheets.cell_shapes import is_counter
from search.sheets.column_mapping import Mapping
from search.sheets.column_targets import Target
from search.sheets.sheet_table import SheetRow, Table
from search.values.folding import plain_digits

# Nobody is described by these alone; of these a column that says the same in each row tells of no row anything.
_OF_THE_SHEET = frozenset(
    {
        Target.WORDS,
        Target.NOTES,
        Target.REPORTER,
        Target.REPORT_DATE,
        Target.KIND,
        Target.FOUND_COUNTRY,
        Target.PRESENT_PLACE,
        Target.OUTCOME,
        Target.CAUSE,
        Target.NATIONALITY,
        Target.COMMUNITY,
        Target.RELIGION,
        Target.LATITUDE,
        Target.LONGITUDE,
        Target.COORDINATES,
    }
)
_SILENT = frozenset({Target.ROW_COUNTER, Target.IGNORE, Target.SENDER_NUMBER})
# Below so many rows nothing is taken for filled in beforehand.
_LEAST_ROWS = 20
_EVERYWHERE = 0.95
_NUMBERS = 0.9
_CODE = re.compile(r"[^\W\d_]{1,6}[-_/.]?\d{1,12}")
# What the rows that speak of somebody say at least, beside what every row says.
_SPEAKING = 2


@dataclass(frozen=True, slots=True)
class _Column:
    """What one column can say of a row: nothing, nothing but for `usual` values, or anything."""

    silent: bool = False
    usual: str = ""
    of_the_sheet: bool = False


class RowPresence:
    """Tells rows that speak of a person from those that were only prepared, by the columns of the whole table."""

    def __init__(self, table: Table, mapping: Mapping) -> None:
        self._columns = [_column(table, mapping, at) for at in range(len(table.headers))]
        self._number = mapping.number_column
        self._all_counts = self._usual_counts(table)
        self._prepared = sum(1 for row in table.rows if not self._said(row)) >= _LEAST_ROWS

    def is_empty(self, row: SheetRow) -> bool:
        """Whether nothing in a row speaks of anybody; a code of its own is not filled in for nobody, here and there."""
        said = self._said(row)
        if not said:
            number = row.cells[self._number] if self._number >= 0 else ""
            return self._prepared or not number or _is_number(number)
        if self._all_counts or any(not self._is_usual(at, row.cells[at]) for at in said):
            return False
        return sum(1 for at in said if not self._columns[at].of_the_sheet) < _SPEAKING

    def _said(self, row: SheetRow) -> list[int]:
        return [at for at, cell in enumerate(row.cells) if cell and not self._columns[at].silent]

    def _is_usual(self, at: int, cell: str) -> bool:
        return bool(self._columns[at].usual) and cell == self._columns[at].usual

    def _usual_counts(self, table: Table) -> bool:
        """Whether what every row says has to count: the table is too short to tell, or no row says much more."""
        if len(table.rows) < _LEAST_ROWS or not any(column.usual for column in self._columns):
            return True
        more = [sum(1 for at in self._said(row) if not self._is_usual(at, row.cells[at])) for row in table.rows]
        return median([count for count in more if count] or [0]) < _SPEAKING


def speaking_rows(table: Table, mapping: Mapping) -> tuple[Table, int]:
    """The table without the rows that speak of nobody, and how many these were."""
    presence = RowPresence(table, mapping)
    kept = tuple(row for row in table.rows if not presence.is_empty(row))
    return (table, 0) if len(kept) == len(table.rows) else (replace(table, rows=kept), len(table.rows) - len(kept))


def _column(table: Table, mapping: Mapping, at: int) -> _Column:
    target = mapping.columns[at].target
    if target in _SILENT or at == mapping.number_column:
        return _Column(silent=True)
    values = table.column(at)
    if target is Target.WORDS and (_are_numbers(values) or is_counter(values)):
        return _Column(silent=True)
    value, count = Counter(values).most_common(1)[0] if values else ("", 0)
    everywhere = count >= max(_LEAST_ROWS, _EVERYWHERE * len(table.rows))
    return _Column(usual=value if everywhere else "", of_the_sheet=target in _OF_THE_SHEET)


def _are_numbers(values: list[str]) -> bool:
    """Figures alone, or behind a few letters: amounts, codes and counts, whatever they are of."""
    numbers = sum(1 for value in values if _is_number(value) or _CODE.fullmatch(plain_digits(value)))
    return bool(values) and numbers >= _NUMBERS * len(values)


def _is_number(value: str) -> bool:
    plain = (
        plain_digits(value).strip().lstrip("+-#").replace(",", "").replace(".", "").replace("%", "").replace(" ", "")
    )
    return plain.isascii() and plain.isdigit()
