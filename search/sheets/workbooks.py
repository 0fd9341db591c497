"""Worksheets of XLSX, XLSM, XLSB, XLS and ODS files as text cells, after the archive's inflated size was checked."""

import datetime
import io
import zipfile
from dataclasses import dataclass

import python_calamine

from search.errors import SheetError
from search.sheets import sheet_limits

ZIP_MAGIC = b"PK\x03\x04"
CFB_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


@dataclass(frozen=True, slots=True)
class Grid:
    """One worksheet: rows of text cells; the position of a row is the sheet's own row number less one."""

    name: str
    rows: list[list[str]]


def read_workbook(content: bytes) -> tuple[Grid, ...]:
    """Read each visible worksheet that holds anything.

    Raises SheetError: archive_too_large, encrypted, unreadable_workbook, too_many_rows, too_many_columns.
    """
    if content.startswith(ZIP_MAGIC):
        _check_archive(content)
    elif _ENCRYPTED in content[:65536] or _ENCRYPTED in content[-65536:]:
        raise SheetError("encrypted")
    try:
        workbook = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        names = _visible_names(workbook)[: sheet_limits.MAX_WORKSHEETS]
        return tuple(grid for name in names if (grid := _read_grid(workbook, name)).rows)
    except SheetError:
        raise
    except Exception as error:
        raise SheetError("unreadable_workbook") from error
    except BaseException as error:
        # A panic in the parser's native code is not an Exception; anything else (an interrupt) goes on its way.
        if type(error).__name__ == "PanicException":
            raise SheetError("unreadable_workbook") from error
        raise


def _check_archive(content: bytes) -> None:
    try:
        entries = zipfile.ZipFile(io.BytesIO(content)).infolist()
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


def _visible_names(workbook: python_calamine.CalamineWorkbook) -> list[str]:
    hidden = python_calamine.SheetVisibleEnum.VeryHidden
    return [meta.name for meta in workbook.sheets_metadata if meta.visible != hidden]


def _read_grid(workbook: python_calamine.CalamineWorkbook, name: str) -> Grid:
    sheet = workbook.get_sheet_by_name(name)
    if sheet.total_height > sheet_limits.MAX_ROWS + 100:
        raise SheetError("too_many_rows", limit=sheet_limits.MAX_ROWS)
    rows = [[_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    return Grid(name, rows if any(any(row) for row in rows) else [])


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
