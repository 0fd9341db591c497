"""Worksheets of XLSX, XLSM, XLSB, XLS and ODS files as text cells, after the archive's inflated size was checked."""

import datetime
import io
import zipfile
import zlib
from dataclasses import dataclass

import python_calamine

from search.errors import SheetError
from search.sheets import sheet_limits
from search.sheets.far_cells import without_far_blanks
from search.sheets.number_formats import ShownZeros, shown_zeros
from search.sheets.open_document import DocumentCells, read_document

ZIP_MAGIC = b"PK\x03\x04"
CFB_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


_BLANK: list[str] = []
_MOST_LINES = 1_048_576 + 100
Range = tuple[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Grid:
    """One worksheet: rows of text cells; the position of a row is the sheet's own row number less one.

    `merged`: ranges of cells that are shown as one, as first and last row and column, from 0.
    """

    name: str
    rows: list[list[str]]
    merged: tuple[Range, ...] = ()


@dataclass(frozen=True, slots=True)
class Book:
    """The worksheets that hold anything, and the names of those that the sender's program does not show."""

    grids: tuple[Grid, ...]
    hidden: tuple[str, ...] = ()


def read_workbook(content: bytes) -> Book:
    """Read each visible worksheet that holds anything.

    Raises SheetError: archive_too_large, encrypted, unreadable_workbook, too_many_rows, too_many_columns.
    """
    archive = None
    if content.startswith(ZIP_MAGIC):
        archive = _checked_archive(content)
    elif _ENCRYPTED in content[:65536] or _ENCRYPTED in content[-65536:]:
        raise SheetError("encrypted")
    try:
        if archive:
            content = _small_enough(content, archive)
        workbook = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        names, hidden = _visible_names(workbook)
        shown = _Shown(archive, workbook)
        grids = (_read_grid(workbook, name, shown) for name in names[: sheet_limits.MAX_WORKSHEETS])
        return Book(tuple(grid for grid in grids if grid.rows), hidden)
    except SheetError:
        raise
    except Exception as error:
        raise SheetError("unreadable_workbook") from error
    except BaseException as error:
        # A panic in the parser's native code is not an Exception; anything else (an interrupt) goes on its way.
        if type(error).__name__ == "PanicException":
            raise SheetError("unreadable_workbook") from error
        raise


def _checked_archive(content: bytes) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        entries = archive.infolist()
    except Exception as error:
        raise SheetError("unreadable_workbook") from error
    if (
        len(entries) > sheet_limits.MAX_ARCHIVE_ENTRIES
        or sum(e.file_size for e in entries) > sheet_limits.MAX_INFLATED_BYTES
    ):
        raise SheetError("archive_too_large")
    if not any(e.filename.startswith(("xl/", "content.xml")) for e in entries):
        raise SheetError("not_a_sheet")
    if any(e.flag_bits & 1 for e in entries):
        raise SheetError("encrypted")
    return archive


def _small_enough(content: bytes, archive: zipfile.ZipFile) -> bytes:
    """The workbook as the parser can take it; too_many_rows where it cannot."""
    try:
        return without_far_blanks(content, archive)
    except ValueError as error:
        raise SheetError("too_many_rows", limit=sheet_limits.MAX_ROWS) from error
    except (OSError, EOFError, NotImplementedError, zipfile.BadZipFile, zlib.error):
        # The parser may still know better.
        return content


def _visible_names(workbook: python_calamine.CalamineWorkbook) -> tuple[list[str], tuple[str, ...]]:
    """The worksheets that are shown, and those that are not; a sheet that is a chart is neither."""
    sheets = [meta for meta in workbook.sheets_metadata if meta.typ == python_calamine.SheetTypeEnum.WorkSheet]
    visible = [meta.name for meta in sheets if meta.visible == python_calamine.SheetVisibleEnum.Visible]
    return visible, tuple(meta.name for meta in sheets if meta.name not in visible)


class _Shown:
    """What the archive tells of cells beside their values: formats of zeros, and merged ranges where need be."""

    def __init__(self, archive: zipfile.ZipFile | None, workbook: python_calamine.CalamineWorkbook) -> None:
        self._archive = archive
        document = read_document(archive) if archive and "content.xml" in archive.namelist() else []
        self._document = dict(zip(workbook.sheet_names, document, strict=False))

    def zeros(self, name: str) -> ShownZeros:
        if name in self._document or self._archive is None:
            return ShownZeros()
        return shown_zeros(self._archive, name)

    def document(self, name: str) -> DocumentCells:
        return self._document.get(name) or DocumentCells()


def _read_grid(workbook: python_calamine.CalamineWorkbook, name: str, shown: _Shown) -> Grid:
    """One worksheet; blank rows keep their place and cost nothing, so that a sign far below is no trap."""
    sheet = workbook.get_sheet_by_name(name)
    zeros, document = shown.zeros(name), shown.document(name)
    rows: list[list[str]] = []
    said = 0
    # Rows begin with the first of the worksheet, but with its first column that holds anything.
    beside = [""] * (sheet.start[1] if sheet.start else 0)
    for number, cells in enumerate(sheet.iter_rows()):
        row = [_text(cell) for cell in cells]
        if not any(row):
            rows.append(_BLANK)
            continue
        row = [*beside, *row]
        if number in zeros.formats:
            row = [zeros.shown(number, at, cell) for at, cell in enumerate(row)]
        rows.append(row)
        said += 1
        if said > sheet_limits.MAX_ROWS + 100 or number > _MOST_LINES:
            raise SheetError("too_many_rows", limit=sheet_limits.MAX_ROWS)
    for (number, at), text in document.shown.items():
        if number < len(rows) and at < len(rows[number]):
            rows[number][at] = text
    while rows and not rows[-1]:
        rows.pop()
    merged = document.merged or sheet.merged_cell_ranges or ()
    return Grid(name, rows, tuple(merged))


def _text(cell: object) -> str:
    """Dates become ISO 8601, whole numbers lose their point, so that a cell reads as it was meant."""
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e18 else repr(cell)
    if isinstance(cell, datetime.datetime):
        return cell.date().isoformat() if cell.time() == datetime.time() else cell.isoformat(" ", "seconds")
    return str(cell)
