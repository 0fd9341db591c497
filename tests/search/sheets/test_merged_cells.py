"""A merged cell gives its value to each row of its range, whatever program merged it; a merged title is no value."""

from typing import Any

import pytest

from search.sheets.sheet_table import Table, read_table
from tests.search.sheets.layout_files import workbook

HEADER = ["No", "Nombre", "Lugar del hallazgo", "Fecha del hallazgo"]
ROWS: list[list[Any]] = [
    HEADER,
    ["a1", "Ana Prueba", "Reynosa", "2026-09-01"],
    ["a2", "Luis Ejemplo", None, None],
    ["a3", "Eva Modelo", None, None],
    ["a4", "Leo Ensayo", "Tampico", "2026-09-13"],
]
PLACES = ["Reynosa", "Reynosa", "Reynosa", "Tampico"]


def places(table: Table) -> list[str]:
    return [row.cells[2] for row in table.rows]


def test_in_a_workbook() -> None:
    assert places(read_table(workbook({"A": ROWS}, {"A": "C2:C4"}))) == PLACES


def test_over_two_columns_the_first_one_gets_it() -> None:
    table = read_table(workbook({"A": ROWS}, {"A": "C2:D4"}))
    assert places(table) == PLACES
    assert [row.cells[3] for row in table.rows[1:3]] == ["", ""]


def test_a_range_over_rows_that_say_nothing_makes_no_rows() -> None:
    table = read_table(workbook({"A": [*ROWS[:2], [None, None, None, None], ROWS[4]]}, {"A": "C2:C400"}))
    assert [row.number for row in table.rows] == [2, 4]


def test_a_title_above_the_header_is_no_value() -> None:
    table = read_table(workbook({"A": [["Registro 2026", None, None, None], *ROWS]}, {"A": "A1:D1"}))
    assert table.headers == tuple(HEADER)
    assert table.title == "Registro 2026"


def test_a_header_over_two_rows_is_one_header() -> None:
    groups: list[list[Any]] = [["No", "Nombre", "Hallazgo", None], [None, None, "Lugar", "Fecha"], *ROWS[1:]]
    table = read_table(workbook({"A": groups}, {"A": "A1:A2"}))
    assert table.headers == ("No", "Nombre", "Hallazgo › Lugar", "Hallazgo › Fecha")
    assert len(table.rows) == 4


@pytest.mark.parametrize(
    "last",
    ['<td rowspan="3">Reynosa</td><td>2026-09-01</td>', "<td rowspan=3>Reynosa</td><td rowspan=3>2026-09-01</td>"],
)
def test_in_a_table_of_a_page(last: str) -> None:
    head = "".join(f"<th>{name}</th>" for name in HEADER)
    dates = "<td>x</td>" if "rowspan=3>2026" not in last else ""
    rows = f"<tr><td>a1</td><td>Ana Prueba</td>{last}</tr>"
    rows += f"<tr><td>a2</td><td>Luis Ejemplo</td>{dates}</tr><tr><td>a3</td><td>Eva Modelo</td>{dates}</tr>"
    rows += "<tr><td>a4</td><td>Leo Ensayo</td><td>Tampico</td><td>2026-09-13</td></tr>"
    assert places(read_table(f"<html><table><tr>{head}</tr>{rows}</table></html>".encode())) == PLACES


def test_in_a_sheet_that_was_saved_as_xml() -> None:
    def row(*cells: str) -> str:
        return "<Row>" + "".join(cells) + "</Row>"

    def cell(text: str, more: str = "") -> str:
        return f'<Cell{more}><Data ss:Type="String">{text}</Data></Cell>'

    made = (
        row(*map(cell, HEADER))
        + row(cell("a1"), cell("Ana Prueba"), cell("Reynosa", ' ss:MergeDown="2"'), cell("2026-09-01"))
        + row(cell("a2"), cell("Luis Ejemplo"), cell("2026-09-02", ' ss:Index="4"'))
        + row(cell("a3"), cell("Eva Modelo"), cell("2026-09-03", ' ss:Index="4"'))
        + row(cell("a4"), cell("Leo Ensayo"), cell("Tampico"), cell("2026-09-13"))
    )
    table = read_table(
        f'<?xml version="1.0"?><Workbook><Worksheet><Table>{made}</Table></Worksheet></Workbook>'.encode()
    )
    assert places(table) == PLACES
    assert [one.cells[3][-2:] for one in table.rows] == ["01", "02", "03", "13"]
