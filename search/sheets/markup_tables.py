"""Tables inside HTML and XML files: many registries save these under a spreadsheet's name."""

import re
from html.parser import HTMLParser

from search.errors import SheetError
from search.sheets import sheet_limits
from search.sheets.workbooks import Grid, Range

_ROW_TAGS = frozenset({"tr", "row", "ss:row"})
_CELL_TAGS = frozenset({"td", "th", "cell", "ss:cell"})
_HIDDEN_TAGS = frozenset({"style", "script", "title", "styles", "ss:styles", "documentproperties"})


def is_markup(text: str) -> bool:
    """A tag at the beginning and a table row somewhere."""
    start = text.lstrip("\ufeff \t\r\n")[:1]
    lowered = text[:200_000].lower()
    return start == "<" and any(f"<{tag}" in lowered for tag in ("tr", "row", "ss:row"))


def read_markup(text: str) -> tuple[Grid, ...]:
    """Read all table rows as one grid. Raises SheetError: too_many_rows."""
    reader = _TableReader()
    try:
        reader.feed(_within_linear_time(text))
        reader.close()
    except (ValueError, AssertionError) as error:
        # The standard parser gives up on some broken declarations.
        raise SheetError("unreadable_text") from error
    reader.end_row()
    return (Grid("", reader.rows, tuple(reader.merged)),)


def _within_linear_time(text: str) -> str:
    """The text without comments, and without a tag at its end that never ends.

    For each of either the standard parser looks through all that follows: a megabyte of "<!--" would take it an hour.
    """
    parts, at = [], 0
    while (begins := text.find("<!--", at)) >= 0:
        parts.append(text[at:begins])
        ends = text.find("-->", begins + 4)
        at = len(text) if ends < 0 else ends + 3
    kept = "".join([*parts, text[at:]])
    last = kept.rfind(">") + 1
    return kept[:last] + kept[last:].replace("<", " ")


class _TableReader(HTMLParser):
    """No entity of the file's own making is expanded, nothing outside of it is fetched, and nesting costs no stack."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = []
        self.merged: list[Range] = []
        self._row: list[str] = []
        self._cell: list[str] | None = None
        self._span = self._down = 1
        # Column → how many rows more a cell of a row above reaches down.
        self._covered: dict[int, int] = {}
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HIDDEN_TAGS:
            self._hidden += 1
        elif tag == "table":
            self.end_row()
            self._covered.clear()
        elif tag in _ROW_TAGS:
            self.end_row()
        elif tag in _CELL_TAGS:
            self._end_cell()
            self._cell = []
            self._place(dict(attrs))
        elif tag == "br" and self._cell is not None:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN_TAGS:
            self._hidden = max(0, self._hidden - 1)
        elif tag in _CELL_TAGS:
            self._end_cell()
        elif tag in _ROW_TAGS:
            self.end_row()

    def handle_data(self, data: str) -> None:
        if self._cell is not None and not self._hidden:
            self._cell.append(data)

    def end_row(self) -> None:
        self._end_cell()
        if self._row:
            self.rows.append(self._row)
            self._row = []
            self._covered = {at: left - 1 for at, left in self._covered.items() if left > 1}
        if len(self.rows) > sheet_limits.MAX_ROWS + 100:
            raise SheetError("too_many_rows", limit=sheet_limits.MAX_ROWS)

    def _place(self, attributes: dict[str, str | None]) -> None:
        """A cell begins: right of those that reach down into its row, or where it says that it stands."""
        across = _small_number(attributes.get("ss:mergeacross"), 0) + 1
        self._span = _small_number(attributes.get("colspan"), across)
        down = _rows(attributes.get("ss:mergedown"), 0) + 1
        self._down = _rows(attributes.get("rowspan"), down)
        index = _small_number(attributes.get("ss:index"), 0)
        while len(self._row) in self._covered or len(self._row) + 1 < index:
            self._row.append("")

    def _end_cell(self) -> None:
        if self._cell is None:
            return
        first, row = len(self._row), len(self.rows)
        self._row.append(" ".join("".join(self._cell).split(" ")).strip())
        self._row.extend([""] * (self._span - 1))
        self._cell = None
        if self._down > 1 and len(self.merged) < sheet_limits.MAX_ROWS:
            self.merged.append(((row, first), (row + self._down - 1, first + self._span - 1)))
            covered = range(first, min(first + self._span, sheet_limits.MAX_COLUMNS))
            self._covered |= dict.fromkeys(covered, self._down)


def _rows(text: str | None, default: int) -> int:
    """How many rows a cell takes; no more than a table has."""
    return min(int(text), sheet_limits.MAX_ROWS) if text and re.fullmatch(r"[0-9]{1,6}", text) else default


def _small_number(text: str | None, default: int) -> int:
    return (
        min(int(text), sheet_limits.MAX_COLUMNS)
        if text and text.isascii() and text.isdigit() and len(text) < 6
        else default
    )
