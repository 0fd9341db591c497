"""A sender's file as one table of text cells, whatever format, encoding and layout it came in."""

from dataclasses import dataclass

from search.errors import SheetError
from search.sheets import sheet_limits
from search.sheets.broken_letters import mended_rows, mended_text
from search.sheets.delimited import split_rows
from search.sheets.encodings import decode
from search.sheets.file_kinds import kind_of_cells, kind_of_lines, kind_of_text
from search.sheets.header_rows import HeaderPlace, find_header
from search.sheets.markup_tables import is_markup, read_markup
from search.sheets.workbooks import CFB_MAGIC, ZIP_MAGIC, Book, Grid, read_workbook
from search.sheets.worksheet_choice import Choice, Placed, choose
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

    `title` holds the words above the header, `worksheet` the names of the worksheets that rows were taken from;
    `left_out` those of the others, `copies` those among them that hold the same list again (`only_in_copies` counts
    the rows that no other holds), `hidden` those that the sender's program does not show.
    """

    headers: tuple[str, ...]
    rows: tuple[SheetRow, ...]
    filename: str = ""
    encoding: str = ""
    separator: str = ""
    worksheet: str = ""
    first_data_row: int = 2
    title: str = ""
    left_out: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    only_in_copies: int = 0
    hidden: tuple[str, ...] = ()

    def column(self, index: int) -> list[str]:
        """The non-empty cells of a column, in order."""
        return [cell for row in self.rows if (cell := row.cells[index])]


def read_table(content: bytes, filename: str = "", *, with_copies: bool = False) -> Table:
    """Read a CSV, TSV, XLSX, XLSB, XLS, ODS or HTML table by its content; the name's ending is not looked at.

    `with_copies`: worksheets that repeat the list are read as well. Raises SheetError: empty_file, file_too_large,
    not_a_sheet, encrypted, archive_too_large, unreadable_workbook, unreadable_text, no_rows, too_many_rows,
    too_many_columns, cell_too_long; and what a file is that is no sheet: pfif, html_page, xml, json, geojson, vcard,
    calendar, mail, code, letter, one_column.
    """
    if len(content) > sheet_limits.MAX_BYTES:
        raise SheetError("file_too_large", limit=sheet_limits.MAX_BYTES)
    if not content.strip(b"\x00 \t\r\n"):
        raise SheetError("empty_file")
    if content.startswith((ZIP_MAGIC, CFB_MAGIC)):
        book = read_workbook(content)
        for grid in book.grids:
            mended_rows(grid.rows)
        return _from_book(book, filename, with_copies=with_copies)
    if content.startswith(_NOT_SHEETS):
        raise SheetError("not_a_sheet")
    text, encoding = decode(content)
    _refuse_binary(text)
    text = mended_text(text)
    return _from_text(text, filename, encoding)


def _from_text(text: str, filename: str, encoding: str) -> Table:
    kind = kind_of_text(text)
    if kind in ("html_page", "xml") and is_markup(text):
        grids = read_markup(text)
        mended_rows(grids[0].rows)
        if _is_a_table(grids[0].rows):
            return _from_book(Book(grids), filename, encoding)
    if kind:
        raise SheetError(kind)
    rows, separator = split_rows(text)
    if kind := kind_of_lines(text, rows):
        raise SheetError(kind)
    mended_rows(rows)
    return _from_book(Book((Grid("", rows),)), filename, encoding, separator)


def _is_a_table(rows: list[list[str]]) -> bool:
    """Two rows of two cells: a page may lay out its words in a table as well."""
    return sum(1 for row in rows if sum(map(bool, row)) > 1) > 1


def _refuse_binary(text: str) -> None:
    sample = text[:4096]
    controls = sum(1 for c in sample if c < " " and c not in "\t\r\n\x0b\x0c\x1c\x1d\x1e\x1f")
    if controls > max(4, len(sample) * 0.05):
        raise SheetError("not_a_sheet")


def _from_book(
    book: Book, filename: str, encoding: str = "", separator: str = "", *, with_copies: bool = False
) -> Table:
    """One table of the worksheets that belong together."""
    placed = [_placed(grid) for grid in book.grids]
    if not placed:
        raise SheetError("no_rows")
    chosen = choose(placed, with_copies=with_copies)
    if kind := kind_of_cells(chosen.main.grid.rows):
        raise SheetError(kind)
    columns = _Columns()
    columns.place(chosen.main)
    rows = _rows_of_all(chosen, columns)
    return Table(
        headers=tuple(columns.headers),
        rows=rows,
        filename=filename,
        encoding=encoding,
        separator=separator,
        worksheet=", ".join(one.grid.name for one in chosen.taken if one.grid.name),
        first_data_row=chosen.main.header.last + 2,
        title=_words_above(chosen.main),
        left_out=chosen.left_out,
        copies=chosen.copies,
        only_in_copies=chosen.only_in_copies,
        hidden=book.hidden,
    )


def _placed(grid: Grid) -> Placed:
    header = find_header(_checked(grid.rows))
    _fill_merged(grid, header)
    return Placed(grid, header)


def _fill_merged(grid: Grid, header: HeaderPlace) -> None:
    """Give the value of a merged range to each row that says anything else; a merged title is no column's value."""
    for (first, column), (last, _) in grid.merged[: sheet_limits.MAX_ROWS]:
        if first <= header.last or not 0 <= column < sheet_limits.MAX_COLUMNS or first >= len(grid.rows):
            continue
        value = grid.rows[first][column] if column < len(grid.rows[first]) else ""
        for row in grid.rows[first + 1 : last + 1] if value else ():
            if row and not (column < len(row) and row[column]):
                row.extend([""] * (column + 1 - len(row)))
                row[column] = value


def _rows_of_all(chosen: Choice, columns: "_Columns") -> tuple[SheetRow, ...]:
    """The rows of all worksheets, each as wide as the table that they make together."""
    found = [row for one in chosen.taken for row in _rows_of(one, columns)]
    if not found:
        raise SheetError("no_rows")
    if len(found) > sheet_limits.MAX_ROWS:
        raise SheetError("too_many_rows", limit=sheet_limits.MAX_ROWS)
    width = len(columns.headers)
    return tuple(SheetRow(number, _padded(cells, width), worksheet) for number, worksheet, cells in found)


def _words_above(one: Placed) -> str:
    """The title: what stands above the header."""
    cells = [cell for row in one.grid.rows[: max(one.header.first, 0)] for cell in row if cell]
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


class _Columns:
    """The columns of all worksheets taken together, by header text; what one worksheet lacks stays empty there."""

    def __init__(self) -> None:
        self.headers: list[str] = []

    def place(self, one: Placed) -> list[int]:
        """Return where each column of a worksheet lies in the table, adding the columns not met before."""
        headers = one.header.headers
        width = max([len(headers), *(len(row) for row in one.grid.rows[one.header.last + 1 :])])
        names = [*headers, *("" for _ in range(width - len(headers)))]
        known: dict[str, list[int]] = {}
        for at, text in enumerate(self.headers):
            known.setdefault(fold(text), []).append(at)
        return [self._next(known.get(fold(name), []), name) for name in names]

    def _next(self, same: list[int], name: str) -> int:
        if same:
            return same.pop(0)
        self.headers.append(name)
        return len(self.headers) - 1


def _rows_of(one: Placed, columns: _Columns) -> list[tuple[int, str, list[str]]]:
    positions = columns.place(one)
    width = len(columns.headers)
    found = []
    for number, row in enumerate(one.grid.rows[one.header.last + 1 :], start=one.header.last + 2):
        if any(row):
            cells = [""] * width
            for at, cell in enumerate(row):
                cells[positions[at]] = cell
            found.append((number, one.grid.name, cells))
    return found


def _padded(cells: list[str], width: int) -> tuple[str, ...]:
    return tuple(cells) + ("",) * (width - len(cells))
