"""Numbers of an XLSX workbook that its cells show with leading zeros: 42 in a cell of format 00000 is 00042.

The parser of workbooks gives a cell's value without its format, and a case number, a phone or a paper would lose its
zeros. So the cells of such formats are looked up in the workbook's own files; nothing in these is expanded or fetched.
"""

import html
import re
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

_CHUNK = 1024 * 1024
_MOST_STYLES_BYTES = 16 * _CHUNK
_LONGEST_TAG = 4096
# Cells of these formats that are remembered; a real sheet has a column or two of them.
MOST_CELLS = 400_000
_ATTRIBUTE = re.compile(r'([\w:]+)\s*=\s*"([^"]*)"')
_CELL = re.compile(rb"<(?:\w+:)?c\s([^<>]*)>")
_ZEROS = re.compile(r'(?:[0 \-/().+]|\\.|"[^"]{0,20}")*')
_LITERAL = re.compile(r'\\(.)|"([^"]*)"')


@dataclass(slots=True)
class ShownZeros:
    """By row and column, both from 0: the format by which a number is shown."""

    formats: dict[int, dict[int, str]] = field(default_factory=lambda: defaultdict(dict))

    def shown(self, row: int, column: int, text: str) -> str:
        """A cell's text as its program shows it."""
        pattern = self.formats.get(row, {}).get(column) if self.formats else None
        return padded(text, pattern) if pattern and text.isascii() and text.isdigit() else text


def padded(digits: str, pattern: str) -> str:
    """Figures in the places of a format, from the right; what it has no place for stands first."""
    signs = [one or two or "" for one, two in _LITERAL.findall(pattern)]
    plain = _LITERAL.sub("\x00", pattern)
    left, shown = list(digits), []
    for sign in reversed(plain):
        if sign == "0":
            shown.append(left.pop() if left else "0")
        else:
            shown.append(signs.pop() if sign == "\x00" else sign)
    shown.append("".join(left))
    return "".join(reversed(shown)).strip()


def shown_zeros(archive: zipfile.ZipFile, worksheet: str) -> ShownZeros:
    """The cells of one worksheet that show leading zeros; none where the archive's files do not tell."""
    try:
        styles = _zero_styles(_text(archive, "xl/styles.xml"))
        path = _path_of(archive, worksheet) if styles else ""
        return _cells(archive, path, styles) if path else ShownZeros()
    except (KeyError, ValueError, OSError, EOFError, NotImplementedError, zipfile.BadZipFile, zlib.error):
        return ShownZeros()


def _text(archive: zipfile.ZipFile, name: str) -> str:
    with archive.open(name) as file:
        return file.read(_MOST_STYLES_BYTES).decode("utf-8", "replace")


def _zero_styles(styles: str) -> dict[str, str]:
    """Number of a cell's style → its format, for formats of zeros alone."""
    formats: dict[str, str] = {}
    for found in re.finditer(r"<(?:\w+:)?numFmt\s([^<>]*)>", styles):
        told = _attributes(found[1])
        code = html.unescape(told.get("formatCode", "")).split(";", 1)[0]
        if "00" in _LITERAL.sub("", code) and _ZEROS.fullmatch(code):
            formats[told.get("numFmtId", "")] = code
    begins = re.search(r"<(?:\w+:)?cellXfs\b", styles)
    if not formats or begins is None:
        return {}
    part = re.split(r"</(?:\w+:)?cellXfs>", styles[begins.end() :], maxsplit=1)[0]
    used = (_attributes(found[1]).get("numFmtId", "") for found in re.finditer(r"<(?:\w+:)?xf\s([^<>]*)>", part))
    return {str(number): formats[one] for number, one in enumerate(used) if one in formats}


def _path_of(archive: zipfile.ZipFile, worksheet: str) -> str:
    """Where in the archive a worksheet lies."""
    told = (_attributes(one) for one in re.findall(r"<(?:\w+:)?sheet\s([^<>]*)>", _text(archive, "xl/workbook.xml")))
    wanted = next((one.get("r:id", "") for one in told if html.unescape(one.get("name", "")) == worksheet), "")
    links = re.findall(r"<(?:\w+:)?Relationship\s([^<>]*)>", _text(archive, "xl/_rels/workbook.xml.rels"))
    target = next((one["Target"] for link in links if (one := _attributes(link)).get("Id") == wanted), "")
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}" if target else ""


def _attributes(text: str) -> dict[str, str]:
    return dict(_ATTRIBUTE.findall(text))


def _cells(archive: zipfile.ZipFile, path: str, styles: dict[str, str]) -> ShownZeros:
    """All cells of these styles; bounded, for the archive may lie about what it holds."""
    zeros, count = ShownZeros(), 0
    for tag in _cell_tags(archive, path):
        told = _attributes(tag)
        pattern = styles.get(told.get("s", ""))
        if pattern is None or told.get("t", "n") != "n" or (at := _position(told.get("r", ""))) is None:
            continue
        zeros.formats[at[0]][at[1]] = pattern
        count += 1
        if count >= MOST_CELLS:
            break
    return zeros


def _cell_tags(archive: zipfile.ZipFile, path: str) -> Iterator[str]:
    with archive.open(path) as file:
        kept = b""
        while part := file.read(_CHUNK):
            text = kept + part
            end = text.rfind(b">") + 1
            for found in _CELL.finditer(text, 0, end):
                yield found[1].decode("utf-8", "replace")
            kept = text[end:][-_LONGEST_TAG:]


def _position(reference: str) -> tuple[int, int] | None:
    """`B3` as row 2 and column 1."""
    found = re.fullmatch(r"([A-Z]{1,3})([1-9]\d{0,6})", reference)
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return int(found[2]) - 1, column - 1
