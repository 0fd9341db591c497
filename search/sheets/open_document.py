"""What the parser of workbooks does not tell of an ODS file: merged cells, and numbers shown with leading zeros."""

import re
import zipfile
import zlib
from dataclasses import dataclass, field

_MOST_BYTES = 64 * 1024 * 1024
_MOST_CELLS = 400_000
_TAG = re.compile(
    r"<(table:table|table:table-row|table:table-cell|table:covered-table-cell)(?=[\s/>])([^<>]*)>"
    r"(?:<text:p>(0\d{1,30})</text:p>)?"
)
_ATTRIBUTE = re.compile(r'([\w:-]+)\s*=\s*"([^"]*)"')

Range = tuple[tuple[int, int], tuple[int, int]]


@dataclass(slots=True)
class DocumentCells:
    """Of one worksheet, rows and columns from 0: merged ranges, and the text that padded numbers are shown as."""

    merged: list[Range] = field(default_factory=list)
    shown: dict[tuple[int, int], str] = field(default_factory=dict)


def read_document(archive: zipfile.ZipFile) -> list[DocumentCells]:
    """The worksheets in their order; none where the archive does not tell."""
    try:
        with archive.open("content.xml") as file:
            text = file.read(_MOST_BYTES).decode("utf-8", "replace")
    except (KeyError, OSError, EOFError, NotImplementedError, ValueError, zipfile.BadZipFile, zlib.error):
        return []
    return _read(text) if "number-rows-spanned" in text or "<text:p>0" in text else []


def _read(text: str) -> list[DocumentCells]:
    sheets: list[DocumentCells] = []
    row = column = count = 0
    repeated = 1
    for tag in _TAG.finditer(text):
        name, told = tag[1], dict(_ATTRIBUTE.findall(tag[2]))
        if name == "table:table":
            sheets.append(DocumentCells())
            row, repeated = 0, 0
        elif name == "table:table-row":
            row, column = row + repeated, 0
            repeated = _number(told, "table:number-rows-repeated")
        elif sheets and count < _MOST_CELLS:
            count += _note(sheets[-1], row, column, told, tag[3])
            column += _number(told, "table:number-columns-repeated")
    return sheets


def _note(sheet: DocumentCells, row: int, column: int, told: dict[str, str], shown: str | None) -> int:
    down, right = _number(told, "table:number-rows-spanned"), _number(told, "table:number-columns-spanned")
    if down > 1 or right > 1:
        sheet.merged.append(((row, column), (row + down - 1, column + right - 1)))
    value = told.get("office:value", "").removesuffix(".0")
    if shown and value.isascii() and value.isdigit() and int(value) == int(shown):
        sheet.shown[row, column] = shown
    return 1


def _number(told: dict[str, str], name: str) -> int:
    text = told.get(name, "1")
    return int(text) if text.isascii() and text.isdigit() and 0 < len(text) < 8 else 1
