"""Rows that were not taken, as a sheet that its sender can open beside the own one."""

import csv
import io
from collections.abc import Iterable

from flask import Response

from search.summaries import RowOutcome
from web.labels import words
from web.locale import gettext

# A cell that begins so is taken for a formula by spreadsheet programs.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def refusals_file(refused: Iterable[RowOutcome]) -> Response:
    """A download with row number, column and reason; UTF-8 with the mark that spreadsheet programs look for."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([gettext("Row"), gettext("Column"), gettext("Reason")])
    writer.writerows([one.row, _harmless(one.column), _harmless(words(one.reason, "row_reason"))] for one in refused)
    answer = Response("\ufeff" + text.getvalue(), mimetype="text/csv")
    answer.headers["Content-Disposition"] = 'attachment; filename="rows.csv"'
    return answer


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
