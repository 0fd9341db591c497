"""Rows of a text file whose columns are divided by a comma, semicolon, tab, pipe or any other usual sign."""

import csv
import io
from collections import Counter
from typing import Literal

from search.errors import SheetError
from search.sheets import sheet_limits
from search.sheets.stray_quotes import without_stray_quotes

SEPARATORS = (",", ";", "\t", "|", "^", "~", "\x1f", "¦")
# The commas and semicolons of Arabic and East Asian letters: only where none of those above divides the records.
_OTHER_SEPARATORS = ("،", "؛", "，", "；", "、")
_SAMPLE_CHARS = 65536
_SAMPLE_ROWS = 60
_RUNAWAY_LINES = 25
# Of half of the records, divided into two columns.
_CLEARLY = 0.25
# Blank rows keep their place, so that rows have the numbers of the sender's own program; no program has more.
_MOST_LINES = 1_048_576 + 100
_BLANK: list[str] = []
_QUOTED: Literal[0] = 0  # csv.QUOTE_MINIMAL
_PLAIN: Literal[3] = 3  # csv.QUOTE_NONE


def split_rows(text: str) -> tuple[list[list[str]], str]:
    """Return all records, blank ones included, and the separator found.

    Raises SheetError: too_many_rows, cell_too_long, unreadable_text.
    """
    text = text.lstrip("\ufeff").replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n")
    declared, body = _declared_separator(text)
    separator = declared or find_separator(body)
    rows = _parse(without_stray_quotes(body, separator), separator, _QUOTED)
    if any(cell.count("\n") > _RUNAWAY_LINES for row in rows for cell in row):
        # A quotation mark that swallowed many lines all the same: in this file they are plain characters.
        rows = _parse(body, separator, _PLAIN)
    if declared:
        rows.insert(0, [])
    return rows, separator


def find_separator(text: str) -> str:
    """Return the sign that divides most records into the same number of columns; a comma where none does."""
    sample = text[:_SAMPLE_CHARS]
    for separators in (SEPARATORS, _OTHER_SEPARATORS):
        scores = {separator: _regularity(sample, separator) for separator in separators if separator in sample}
        best = max(scores, key=lambda s: scores[s], default=",")
        if scores.get(best, 0) > (0 if separators is _OTHER_SEPARATORS else _least(sample)):
            return best
    return ","


def _least(sample: str) -> float:
    """How regular a usual separator has to be: more so where the text has another one in nearly every line."""
    lines = [line for line in sample.splitlines() if line.strip()][:_SAMPLE_ROWS]
    others = max(sum(1 for line in lines if sign in line) for sign in _OTHER_SEPARATORS)
    return _CLEARLY if lines and others >= 0.8 * len(lines) else 0.0


def _declared_separator(text: str) -> tuple[str, str]:
    """Excel's own first line `sep=;`."""
    first, _, rest = text.partition("\n")
    if first.strip().strip('"').lower().startswith("sep=") and len(first.strip().strip('"')) == 5:
        return first.strip().strip('"')[4], rest
    return "", text


def _regularity(sample: str, separator: str) -> float:
    try:
        rows = [row for row in _reader(sample, separator, _QUOTED) if any(row)][:_SAMPLE_ROWS]
    except csv.Error:
        return 0.0
    if len(sample) == _SAMPLE_CHARS and len(rows) > 1:
        rows = rows[:-1]
    widths = Counter(len(row) for row in rows if len(row) > 1)
    if not widths:
        return 0.0
    width, count = max(widths.items(), key=lambda item: (item[1] * (item[0] - 0.5), item[0]))
    return (count / len(rows)) ** 2 * min(width - 1, 12)


def _reader(text: str, separator: str, quoting: Literal[0, 3]) -> list[list[str]]:
    rows: list[list[str]] = []
    said = 0
    # newline="" keeps line breaks inside quoted cells.
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator, quoting=quoting, skipinitialspace=True):
        cells = [cell.strip() for cell in row]
        said += any(cells)
        rows.append(cells if any(cells) else _BLANK)
        if said > sheet_limits.MAX_ROWS + 100 or len(rows) > _MOST_LINES:
            raise SheetError("too_many_rows", limit=sheet_limits.MAX_ROWS)
    return rows


def _parse(text: str, separator: str, quoting: Literal[0, 3]) -> list[list[str]]:
    try:
        return _reader(text, separator, quoting)
    except csv.Error as error:
        if quoting == _PLAIN:
            raise SheetError("unreadable_text") from error
    return _parse(text, separator, _PLAIN)
