"""Rows that were not taken, whole, as a sheet that its sender can mend and send again."""

from collections.abc import Iterable, Mapping

from flask import Response

from search.files.proposals_csv import write_rows
from search.sheets.returned_names import REASON, ROW
from search.sheets.row_outcomes import RowRefusal
from web.labels import words


def refusals_file(
    headers: tuple[str, ...], refused: Iterable[RowRefusal], tokens: Mapping[int, str] | None = None
) -> Response:
    """A download with the sender's own columns, the reason and what the row is known by when it comes back.

    UTF-8 with the mark that spreadsheet programs look for; no cell is run as a formula. `tokens` are by place.
    """
    rows = (
        (*_padded(one.cells, len(headers)), _reason(one), (tokens or {}).get(place, ""))
        for place, one in enumerate(refused)
    )
    answer = Response(write_rows((*headers, REASON, ROW), rows), mimetype="text/csv")
    answer.headers["Content-Disposition"] = 'attachment; filename="rows.csv"'
    return answer


def _padded(cells: tuple[str, ...], width: int) -> tuple[str, ...]:
    return (*cells[:width], *[""] * (width - len(cells)))


def _reason(one: RowRefusal) -> str:
    """The row's number and column with the reason, in the reader's language."""
    told = words(one.code, "row_reason")
    return f"{one.number}: {one.column}: {told}" if one.column else f"{one.number}: {told}"
