"""A sender's file as one table of text cells, whatever format, encoding and layout it came in."""

from dataclasses import dataclass, field

from search.errors import SheetError
from search.sheets import sheet_limits
from search.sheets.delimited import split_rows
from search.sheets.encodings import decode
from search.sheets.header_rows import HeaderPlace, find_header
from search.sheets.markup_tables import is_markup, read_markup
from search.sheets.workbooks import CFB_MAGIC, ZIP_MAGIC, Grid, read_workbook
from search.values.folding import fold

_NOT_SHEETS = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"{\\rtf",
    b"\x7fELF",
    b"MZ\x90",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
)
_MAX_TITLE_CHARS = 500


@dataclass(frozen=True, slots=True)
class SheetRow:
    """`number` is the row's number as the sender's own program shows it, from 1. Cells are as many as the headers."""

    number: int
    cells: tuple[str, ...]
    worksheet: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Header texts and rows. A native date is ISO 8601 text, a whole number has no point; an unnamed column is "".

    `title` holds the words above the header, `worksheet` the names of the worksheets that rows were taken from.
    """

    headers: tuple[str, ...]
    rows: tuple[SheetRow, ...]
    filename: str = ""
    encoding: str = ""
    separator: str = ""
    worksheet: str = ""
    first_data_row: int = 2
    title: str = ""
    left_out: tuple[str, ...] = field(default=())

    def column(self, index: int) -> list[str]:
        """The non-empty cells of a column, in order."""
        return [cell for row in self.rows if (cell := row.cells[index])]


def read_table(content: bytes, filename: str = "") -> Table:
    """Read a CSV, TSV, XLSX, XLSB, XLS, ODS or HTML table by its content; the name's ending is not looked at.

    Raises SheetError: empty_file, file_too_large, not_a_sheet, encrypted, archive_too_large, unreadable_workbook,
    unreadable_text, no_rows, too_many_rows, too_many_columns, cell_too_long.
    """
    if len(content) > sheet_limits.MAX_BYTES:
        raise SheetError("file_too_large", limit=sheet_limits.MAX_BYTES)
    if not content.strip(b"\x00 \t\r\n"):
        raise SheetError("empty_file")
    if content.startswith((ZIP_MAGIC, CFB_MAGIC)):
        return _from_grids(read_workbook(content), filename)
    if content.startswith(_NOT_SHEETS):
        raise SheetError("not_a_sheet")
    text, encoding = decode(content)
    if is_markup(text):
        return _from_grids(read_markup(text), filename, encoding)
    _refuse_binary(text)
    rows, separator = split_rows(text)
    return _from_grids((Grid("", rows),), filename, encoding, separator)


def _refuse_binary(text: str) -> None:
    sample = text[:4096]
    controls = sum(1 for c in sample if c < " " and c not in "\t\r\n\x0b\x0c\x1c\x1d\x1e\x1f")
    if controls > max(4, len(sample) * 0.05):
        raise SheetError("not_a_sheet")


def _from_grids(grids: tuple[Grid, ...], filename: str, encoding: str = "", separator: str = "") -> Table:
    """Take the worksheet that reads most like a list of persons, and every other one with columns like it."""
    placed = [(grid, find_header(_checked(grid.rows))) for grid in grids]
    if not placed:
        raise SheetError("no_rows")
    main = max(range(len(placed)), key=lambda at: (_worth(*placed[at]), -at))
    grid, header = placed[main]
    taken = [item for at, item in enumerate(placed) if at == main or _is_like(item[1], header)]
    columns = _Columns()
    columns.place(grid, header)
    rows = _rows_of_all(taken, columns)
    return Table(
        headers=tuple(columns.headers),
        rows=rows,
        filename=filename,
        encoding=encoding,
        separator=separator,
        worksheet=", ".join(item[0].name for item in taken if item[0].name),
        first_data_row=header.last + 2,
        title=_words_above(grid, header),
        left_out=tuple(item[0].name for item in placed if item not in taken),
    )


def _rows_of_all(taken: list[tuple[Grid, HeaderPlace]], columns: "_Columns") -> tuple[SheetRow, ...]:
    """The rows of all worksheets, each as wide as the table that they make together."""
    found = [row for grid, header in taken for row in _rows_of(grid, header, columns)]
    if not found:
        raise SheetError("no_rows")
    if len(found) > sheet_limits.MAX_ROWS:
        raise SheetError("too_many_rows", limit=sheet_limits.MAX_ROWS)
    width = len(columns.headers)
    return tuple(SheetRow(number, _padded(cells, width), worksheet) for number, worksheet, cells in found)


def _words_above(grid: Grid, header: HeaderPlace) -> str:
    """The title: what stands above the header."""
    cells = [cell for row in grid.rows[: max(header.first, 0)] for cell in row if cell]
    return " ".join(cells)[:_MAX_TITLE_CHARS]


def _checked(rows: list[list[str]]) -> list[list[str]]:
    """Cut empty columns off the right end, in place, and hold the bounds."""
    for row in rows:
        while row and not row[-1]:
            row.pop()
        if len(row) > sheet_limits.MAX_COLUMNS:
            raise SheetError("too_many_columns", limit=sheet_limits.MAX_COLUMNS)
        if any(len(cell) > sheet_limits.MAX_CELL_CHARS for cell in row):
            raise SheetError("cell_too_long", limit=sheet_limits.MAX_CELL_CHARS)
    return rows


def _worth(grid: Grid, header: HeaderPlace) -> float:
    data = sum(1 for row in grid.rows[header.last + 1 :] if any(row))
    return (header.recognised + 0.1) * min(data, 50) ** 0.5 if data else -1.0


def _is_like(header: HeaderPlace, main: HeaderPlace) -> bool:
    """Another worksheet belongs to the table if half of its named columns are columns of the main one."""
    names = {fold(text) for text in header.headers} - {""}
    wanted = {fold(text) for text in main.headers} - {""}
    return len(names) >= 2 and len(names & wanted) >= max(2, len(names) * 0.5)


class _Columns:
    """The columns of all worksheets taken together, by header text; what one worksheet lacks stays empty there."""

    def __init__(self) -> None:
        self.headers: list[str] = []

    def place(self, grid: Grid, header: HeaderPlace) -> list[int]:
        """Return where each column of a worksheet lies in the table, adding the columns not met before."""
        width = max([len(header.headers), *(len(row) for row in grid.rows[header.last + 1 :])])
        names = [*header.headers, *("" for _ in range(width - len(header.headers)))]
        known: dict[str, list[int]] = {}
        for at, text in enumerate(self.headers):
            known.setdefault(fold(text), []).append(at)
        return [self._next(known.get(fold(name), []), name) for name in names]

    def _next(self, same: list[int], name: str) -> int:
        if same:
            return same.pop(0)
        self.headers.append(name)
        return len(self.headers) - 1


def _rows_of(grid: Grid, header: HeaderPlace, columns: _Columns) -> list[tuple[int, str, list[str]]]:
    positions = columns.place(grid, header)
    width = len(columns.headers)
    found = []
    for number, row in enumerate(grid.rows[header.last + 1 :], start=header.last + 2):
        if any(row):
            cells = [""] * width
            for at, cell in enumerate(row):
                cells[positions[at]] = cell
            found.append((number, grid.name, cells))
    return found


def _padded(cells: list[str], width: int) -> tuple[str, ...]:
    return tuple(cells) + ("",) * (width - len(cells))
