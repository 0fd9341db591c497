"""Cells of an XLSX workbook that hold a blank far from everything: left out before the workbook is opened.

The parser keeps a worksheet as one rectangle. A single space in row 1,048,570 of a sheet of twenty columns makes that
more than a child may have, although the sheet holds ten people.
"""

import io
import re
import zipfile

# Cells of a rectangle that the parser may keep.
MOST_CELLS = 6_000_000
_CHUNK = 1024 * 1024
_MOST_BYTES = 48 * _CHUNK
_LONGEST_TAG = 4096
_PLACE = re.compile(rb'<(?:\w+:)?c\s[^<>]*?\br="([A-Z]{1,3})([0-9]{1,7})"')
_CELL = re.compile(rb"<((?:\w+:)?)c\s([^<>]*?)(?:/>|>(.*?)</\1c>)", re.DOTALL)
_STRING = re.compile(rb"<((?:\w+:)?)si(?:\s[^<>]*)?(?:/>|>(.*?)</\1si>)", re.DOTALL)
_VALUE = re.compile(rb"<(?:\w+:)?v(?:\s[^<>]*)?>\s*([0-9]{1,9})\s*<")
_TAG = re.compile(rb"<[^<>]*>")
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)


def without_far_blanks(content: bytes, archive: zipfile.ZipFile) -> bytes:
    """The workbook without the blank cells of the worksheets that are too large for the parser as they stand.

    ValueError where a worksheet is too large even so.
    """
    large = [entry.filename for entry in archive.infolist() if _SHEET.fullmatch(entry.filename)]
    large = [name for name in large if _rectangle(archive, name) > MOST_CELLS]
    if not large:
        return content
    blanks = _blank_strings(archive)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
        for name in dict.fromkeys(archive.namelist()):
            made.writestr(name, _without(archive, name, blanks) if name in large else archive.read(name))
    with zipfile.ZipFile(out) as smaller:
        if any(_rectangle(smaller, name) > MOST_CELLS for name in large):
            raise ValueError("cells")
    return out.getvalue()


def _rectangle(archive: zipfile.ZipFile, name: str) -> int:
    """How many cells lie between the first and the last one of a worksheet that holds anything but a format."""
    rows, columns = [1 << 30, 0], [1 << 30, 0]
    with archive.open(name) as file:
        kept = b""
        while part := file.read(_CHUNK):
            text = kept + part
            end = text.rfind(b">") + 1
            for letters, digits in _PLACE.findall(text, 0, end):
                row, column = int(digits), _column(letters)
                rows = [min(rows[0], row), max(rows[1], row)]
                columns = [min(columns[0], column), max(columns[1], column)]
            kept = text[end:][-_LONGEST_TAG:]
    return max(0, rows[1] - rows[0] + 1) * max(0, columns[1] - columns[0] + 1)


def _column(letters: bytes) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + letter - 64
    return column


def _blank_strings(archive: zipfile.ZipFile) -> frozenset[int]:
    """The numbers of the shared texts that hold nothing but blanks."""
    if "xl/sharedStrings.xml" not in archive.namelist():
        return frozenset()
    strings = _STRING.finditer(_bounded(archive, "xl/sharedStrings.xml"))
    return frozenset(number for number, found in enumerate(strings) if _is_blank(found[2] or b""))


def _is_blank(markup: bytes) -> bool:
    return not _TAG.sub(b"", markup).replace(b"&#160;", b"").decode("utf-8", "replace").strip()


def _without(archive: zipfile.ZipFile, name: str, blanks: frozenset[int]) -> bytes:
    def kept(cell: re.Match[bytes]) -> bytes:
        value = _VALUE.search(cell[3] or b"")
        if re.search(rb'\bt="s"', cell[2]):
            return b"" if value and int(value[1]) in blanks else cell[0]
        return b"" if _is_blank(cell[3] or b"") else cell[0]

    return _CELL.sub(kept, _bounded(archive, name))


def _bounded(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as file:
        data = file.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise ValueError("bytes")
    return data
