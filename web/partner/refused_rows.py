"""Rows that were not taken, as a sheet that its sender can open beside the own one."""

from collections.abc import Iterable

from flask import Response

from search.files.proposals_csv import write_rows
from search.sheet_summaries import RowOutcome
from web.labels import words
from web.locale import gettext


def refusals_file(refused: Iterable[RowOutcome]) -> Response:
    """A download with row number, column and reason; UTF-8 with the mark that spreadsheet programs look for."""
    header = [gettext("Row"), gettext("Column"), gettext("Reason")]
    rows = ((one.row, one.column, words(one.reason, "row_reason")) for one in refused)
    answer = Response(write_rows(header, rows), mimetype="text/csv")
    answer.headers["Content-Disposition"] = 'attachment; filename="rows.csv"'
    return answer
