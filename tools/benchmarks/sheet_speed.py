"""The slowest sheet that is accepted: processor time of the confined child over shapes made to cost much.

Each shape is as large as the bounds of a sheet allow (bytes, rows, columns, characters of a cell, worksheets), times a
part; it is read at a quarter of that as well, because a reader that is worse than linear shows there first.
"""

import datetime
import io
import resource
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar
from xml.sax.saxutils import escape

from benchmarks.waiting_speed import large_sheet, slow_sheet
from search.confined.confinement import Confinement
from search.confined.slots import Slots
from search.errors import SheetError
from search.sheets import sheet_limits
from search.sheets.parser_process import read_confined
from search.sheets.sheet_reading import SheetQuestion
from search.vocabulary import OrganisationKind

_TODAY = datetime.date(2026, 1, 1)
_HEADERS = ("Case No", "Full name", "Birth date", "Distinguishing marks", "Belongings", "Place found", "Phone", "Age")
_CELLS = ("B-1", "Ana Nunez Perez", "3/4/1999", "scar on left arm", "blue shirt", "Tapachula", "+503 7000 1111", "20")
# Below this many seconds a ratio says more of starting the child than of the sheet.
_TELLABLE = 1.0
Bounds = tuple[int, int]
# A file's name and content, as large as these bytes and rows allow.
Made = Callable[[Bounds], tuple[str, bytes]]


@dataclass(frozen=True, slots=True)
class SheetCost:
    """What a sheet cost: seconds of a processor, at a quarter and whole; how the whole one ended."""

    HEADER: ClassVar[tuple[str, ...]] = ("shape", "megabytes", "rows", "ended", "quarter_cpu_s", "cpu_s", "ratio")
    shape: str
    size: int
    rows: int
    ended: str
    quarter: float
    whole: float

    @property
    def ratio(self) -> float:
        """How many times longer the whole took than its quarter; starting the child is not counted."""
        return self.whole / max(self.quarter, _TELLABLE / 4)

    def cells(self) -> tuple[str, ...]:
        """One line of the table."""
        told = f"{self.size / 1024**2:.1f}", str(self.rows), self.ended
        return self.shape, *told, f"{self.quarter:.1f}", f"{self.whole:.1f}", f"{self.ratio:.1f}"


def costs(part: float, only: str = "") -> Iterator[SheetCost]:
    """Every shape at this part of the bounds; those whose name holds `only`."""
    with tempfile.TemporaryDirectory() as places:
        confinement = Confinement(Slots(Path(places)))
        start, _, _ = _read(confinement, "a.csv", _text([_HEADERS, _CELLS]).encode())
        for shape, made in SHAPES.items():
            if only not in shape:
                continue
            seconds, ended, rows, content = [], "", 0, b""
            for share in (part / 4, part):
                name, content = made((int(share * sheet_limits.MAX_BYTES), int(share * sheet_limits.MAX_ROWS)))
                taken, ended, rows = _read(confinement, name, content)
                seconds.append(max(0.0, taken - start))
            yield SheetCost(shape, len(content), rows, ended, *seconds)


def _read(confinement: Confinement, name: str, content: bytes) -> tuple[float, str, int]:
    """Seconds of the child's processor; "read" or the code with which it ended; its rows."""
    question = SheetQuestion(
        filename=name, content=content, today=_TODAY, organisation=OrganisationKind.HUMANITARIAN, sender="Invented"
    )
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    try:
        reading = read_confined(confinement, question, patience=60)
        ended, rows = "read", reading.row_count
    except SheetError as error:
        ended, rows = error.code, 0
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return min(seconds, time.monotonic() - begun + 1), ended, rows


def _text(rows: list[tuple[str, ...]], delimiter: str = ",") -> str:
    return "\n".join(delimiter.join(row) for row in rows)


def _filled(bounds: Bounds, headers: tuple[str, ...], cells: tuple[str, ...]) -> list[tuple[str, ...]]:
    """As many rows as the bounds allow, no two cells of words alike, so that nothing is remembered of them."""
    width = sum(len(cell.encode()) + 7 for cell in cells)
    count = max(1, min(bounds[1] - 1, (bounds[0] - 4096) // width))
    return [headers, *(tuple(_another(cell, at) for cell in cells) for at in range(count))]


def _another(cell: str, at: int) -> str:
    """A cell like this one; numbers and dates stay what they are."""
    return f"{cell} {at:05}"[-sheet_limits.MAX_CELL_CHARS :] if cell[:1].isalpha() else cell


def _csv(headers: tuple[str, ...], cells: tuple[str, ...], encoding: str = "utf-8") -> Made:
    def made(bounds: Bounds) -> tuple[str, bytes]:
        wide = 2 if encoding.startswith("utf-16") else 1
        rows = _filled((bounds[0] // wide, bounds[1]), headers, cells)
        return "a.csv", _text(rows).encode(encoding, "replace")

    return made


def _wide(text: str) -> Made:
    """As many columns as there may be, each known."""
    count = sheet_limits.MAX_COLUMNS
    headers = tuple(_HEADERS[at % len(_HEADERS)] + ("" if at < len(_HEADERS) else f" {at}") for at in range(count))
    return _csv(headers, (text,) * count)


def _long(header: str, text: str) -> Made:
    """Cells as long as they may be."""
    cell = (text * sheet_limits.MAX_CELL_CHARS)[: (sheet_limits.MAX_CELL_CHARS - 1)]
    return _csv(("Case No", header), ("B-1", cell))


def _repeated(name: str, begin: str, middle: str, end: str = "") -> Made:
    def made(bounds: Bounds) -> tuple[str, bytes]:
        room = bounds[0] - len(begin) - len(end) - 1
        return name, (begin + middle * (room // len(middle.encode())) + end).encode()

    return made


def _workbook(sheets: int = 1, *, merged: bool = False, cells: tuple[str, ...] = _CELLS) -> Made:
    """An XLSX with its strings in the cells; `merged` joins every two cells of every row."""

    def made(bounds: Bounds) -> tuple[str, bytes]:
        one = "".join(f'<c t="inlineStr"><is><t>{escape(cell)}</t></is></c>' for cell in cells)
        inflated = bounds[0] * sheet_limits.MAX_INFLATED_BYTES // sheet_limits.MAX_BYTES
        each = min(bounds[1], inflated // (len(one) + 80)) // sheets
        written = io.BytesIO()
        with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            for path, content in _workbook_parts(sheets):
                archive.writestr(path, content)
            rows = f"<row>{one}</row>" * max(1, each - 1)
            head = "".join(f'<c t="inlineStr"><is><t>{name}</t></is></c>' for name in _HEADERS)
            joined = "".join(f'<mergeCell ref="A{at}:B{at}"/>' for at in range(2, each + 1)) if merged else ""
            joined = joined and f"<mergeCells>{joined}</mergeCells>"
            body = f'<worksheet xmlns="{_MAIN}"><sheetData><row>{head}</row>{rows}</sheetData>{joined}</worksheet>'
            for at in range(1, sheets + 1):
                archive.writestr(f"xl/worksheets/sheet{at}.xml", body)
        return "a.xlsx", written.getvalue()

    return made


_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def _workbook_parts(sheets: int) -> Iterator[tuple[str, str]]:
    listed = range(1, sheets + 1)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    types = "".join(
        f'<Override PartName="/xl/worksheets/sheet{at}.xml" ContentType="{kind}.worksheet+xml"/>' for at in listed
    )
    yield (
        "[Content_Types].xml",
        (
            f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>{types}</Types>'
        ),
    )
    yield (
        "_rels/.rels",
        (
            f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" Type="{_OFFICE}/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>'
        ),
    )
    named = "".join(f'<sheet name="S{at}" sheetId="{at}" r:id="r{at}"/>' for at in listed)
    yield "xl/workbook.xml", f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{named}</sheets></workbook>'
    held = "".join(
        f'<Relationship Id="r{at}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{at}.xml"/>' for at in listed
    )
    yield "xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{_PACKAGE}/relationships">{held}</Relationships>'


def _large(bounds: Bounds) -> tuple[str, bytes]:
    return "a.csv", large_sheet(max(10, bounds[1] - 1))[: bounds[0] - 1]


def _slow(bounds: Bounds) -> tuple[str, bytes]:
    lines = slow_sheet(sheet_limits.MAX_ROWS).split(b"\n")
    size, kept = 0, []
    for line in lines[: bounds[1]]:
        size += len(line) + 1
        if size > bounds[0]:
            break
        kept.append(line)
    return "a.csv", b"\n".join(kept)


def _html(bounds: Bounds) -> tuple[str, bytes]:
    rows = _filled((bounds[0] * 2 // 3, bounds[1]), _HEADERS, _CELLS)
    told = "".join(f"<tr>{''.join(f'<td>{cell}' for cell in row)}" for row in rows)
    return "a.xls", f"<table>{told}</table>".encode()[: bounds[0] - 1]


_ARABIC = ("B-1", "فاطمة بوزيان", "٣/٤/١٩٩٩", "ندبة على الذراع اليسرى", "قميص أزرق", "طرابلس", "+21891000111", "٢٠")
_RUSSIAN = ("Б-1", "Нурбек Токтосунов", "3.4.1999", "шрам на левой руке", "синяя рубашка", "Ош", "+996 700 111 222")
_CHINESE = ("B-1", "欧阳静", "1999年4月3日", "左臂疤痕", "蓝色衬衫", "上海", "+86 138 0013 8000", "20")
_COSTLY = ("B-1", "Ana", "12 march or april 2020", f"scar 1{' ' * 900}x", "blue shirt y " * 20, "x", "1", "2")
# As many fields as two hundred bytes a row hold, which is what 20 MB allow to each of 100,000 rows.
_FIELDS = {
    "Case No": "B",
    "Full name": "Нурбек",
    "Date of birth": "3 марта 1999",
    "Date found": "14/06/2025",
    "Place found": "Ош",
    "Nationality": "salvador y honduras",
    "Distinguishing marks": "scar arm",
    "Belongings": "blue shirt",
    "Phone": "+503 7000 1111",
    "Height": "1,70 m",
    "Languages": "español",
    "Documents": "DNI 1234567",
}
SHAPES: dict[str, Made] = {
    "most rows": _large,
    "twelve fields, all rows": _csv(tuple(_FIELDS), tuple(_FIELDS.values())),
    "cells that take long": _slow,
    "most columns, short": _wide("1"),
    "most columns, words": _wide("scar on left arm y tatuaje"),
    "longest cells, marks": _long("Distinguishing marks", "scar 1 y tatuaje "),
    "longest cells, belongings": _long("Belongings", "blue shirt y red shoes "),
    "longest cells, dates": _long("Date found", "12/3/2020 or april "),
    "longest cells, phones": _long("Phone", "+34 600 111 222 / "),
    "longest cells, names": _long("Full name", "Ana Nunez y "),
    "longest cells, places": _long("Place found", "12.34 N 45.67 W near "),
    "longest cells, blanks": _long("Distinguishing marks", "1" + " " * 900),
    "quotes never closed": _repeated("a.csv", _text([_HEADERS]) + "\n", 'B-1,"Ana,3/4/1999\n'),
    "one quote for all": _repeated("a.csv", _text([_HEADERS]) + '\nB-1,"', "Ana,x\n"),
    "quotes in quotes": _repeated("a.csv", _text([_HEADERS]) + '\n"', '""'),
    "delimiters alone": _repeated("a.csv", _text([_HEADERS]) + "\n", ";,\t|" * 20 + "\n"),
    "one line": _repeated("a.csv", "Case No,Full name,", "Ana,"),
    "utf-16": _csv(_HEADERS, _ARABIC, "utf-16"),
    "windows-1256": _csv(_HEADERS, _ARABIC, "cp1256"),
    "koi8-r": _csv(_HEADERS, _RUSSIAN, "koi8-r"),
    "gb18030": _csv(_HEADERS, _CHINESE, "gb18030"),
    "shift-jis": _csv(_HEADERS, _CHINESE, "shift_jis"),
    "iso-2022-jp": _csv(_HEADERS, _CHINESE, "iso2022_jp"),
    "utf-8, broken now and then": _repeated("a.csv", _text([_HEADERS]) + "\n", "B-1,Ana \u00e9\u00c3,3/4/1999,x\n"),
    "HTML, nothing closed": _html,
    "HTML, comments never closed": _repeated("a.xls", "<table><tr><td>name</td></tr>", "<!--"),
    "HTML, nested": _repeated("a.xls", "<table><tr><td>name</td></tr>", "<table><tr><td>"),
    "HTML, entities": _repeated("a.xls", "<table><tr><td>Full name</td></tr><tr><td>", "&amp;&#x41;"),
    "XLSX, rows alone": _workbook(),
    "XLSX, all merged": _workbook(merged=True),
    "XLSX, fifty sheets": _workbook(sheet_limits.MAX_WORKSHEETS),
    "XLSX, cells that take long": _workbook(cells=_COSTLY),
}
