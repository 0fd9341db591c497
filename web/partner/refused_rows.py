"""Rows that were not taken, whole, as a sheet that its sender can mend and send again."""

from collections.abc import Iterable, Mapping

from flask import Response

from search.files.proposals_csv import write_rows
from search.sheets.returned_names import REASON, ROW
from search.sheets.row_outcomes import RowRefusal
from web.labels import words

# Signs that spreadsheet programs divide columns at.
_USUAL = (",", ";", "\t")


def refusals_file(
    headers: tuple[str, ...],
    refused: Iterable[RowRefusal],
    tokens: Mapping[int, str] | None = None,
    separator: str = "",
) -> Response:
    """A download with the sender's own columns, the reason and what the row is known by when it comes back.

    UTF-8 with the mark that spreadsheet programs look for; no cell is run as a formula. `tokens` are by place.
    Its columns are divided as those of the file were; of a workbook, at commas.
    """
    rows = (
        (*_padded(one.cells, len(headers)), _reason(one), (tokens or {}).get(place, ""))
        for place, one in enumerate(refused)
    )
    answer = Response(write_rows((*headers, REASON, ROW), rows, _separator(separator)), mimetype="text/csv")
    answer.headers["Content-Disposition"] = 'attachment; filename="rows.csv"'
    return answer


def _separator(of_file: str) -> str:
    """That of the file, where spreadsheet programs divide columns at it; else a comma."""
    return of_file if of_file in _USUAL else ","


def _padded(cells: tuple[str, ...], width: int) -> tuple[str, ...]:
    return (*cells[:width], *[""] * (width - len(cells)))


def _reason(one: RowRefusal) -> str:
    """The row's number and column with the reason, in the reader's language."""
    told = words(one.code, "row_reason")
    return f"{one.number}: {one.column}: {told}" if one.column else f"{one.number}: {told}"
