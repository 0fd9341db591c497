"""Sheets of senders that do not exist, as files in `layouts/`: how each is written, and what each of its rows means.

A layout is a JSON file: `format` (delimited, workbook, text), the cells of its worksheets, the separator and encoding
of a text file, and `expected`, one object for each row that is a report. `{"date": …}` is a native date of a workbook.
"""

import datetime
import io
import json
from pathlib import Path
from typing import Any

from openpyxl import Workbook

FOLDER = Path(__file__).parent / "layouts"
NAMES = sorted(path.stem for path in FOLDER.glob("*.json"))


def load(name: str) -> dict[str, Any]:
    layout: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    return layout


def content(layout: dict[str, Any]) -> bytes:
    """The file as a sender's program would have written it."""
    if layout["format"] == "workbook":
        return workbook(layout["sheets"], layout.get("merged", {}))
    if layout["format"] == "text":
        return str(layout["text"]).encode(layout["encoding"])
    return delimited(layout["sheets"][""], layout["separator"], layout["encoding"], layout["line"])


def delimited(rows: list[list[str]], separator: str = ",", encoding: str = "utf-8", line: str = "\r\n") -> bytes:
    def quoted(cell: str) -> str:
        special = separator in cell or '"' in cell or "\n" in cell
        return '"' + cell.replace('"', '""') + '"' if special else cell

    return line.join(separator.join(map(quoted, row)) for row in rows).encode(encoding)


def workbook(sheets: dict[str, list[list[Any]]], merged: dict[str, str] | None = None) -> bytes:
    book = Workbook()
    first = book.active
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append([_native(cell) for cell in row])
    if first is not None:
        book.remove(first)
    for title, cells in (merged or {}).items():
        book[title].merge_cells(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _native(cell: Any) -> Any:
    return datetime.date.fromisoformat(cell["date"]) if isinstance(cell, dict) else cell
