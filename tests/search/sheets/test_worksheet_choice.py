"""Of one workbook: months of a list are read together; its copies, counts of its rows and hidden worksheets are not."""

import io
from typing import Any

import pytest
from openpyxl import Workbook

from search.sheets.sheet_table import Table, read_table
from tests.search.sheets.layout_files import workbook

HEADER = ["Folio", "Nombre", "Sexo", "Lugar del hallazgo"]
NAMES = ["Ana Prueba", "Luis Ejemplo", "Eva Modelo", "Leo Ensayo", "Mar Muestra", "Sol Patrón"]
PLACES = ["Reynosa", "Tampico", "Reynosa", "Matamoros", "Tampico", "Reynosa"]
LIST = [HEADER, *([f"M-{n:03}", name, "F" if n % 2 else "M", PLACES[n]] for n, name in enumerate(NAMES))]
COUNT: list[list[Any]] = [
    ["Lugar del hallazgo", "Sexo", "Total"],
    ["Reynosa", "F", 2],
    ["Tampico", "M", 1],
    ["Reynosa", "M", 3],
]


def numbers(table: Table) -> list[str]:
    return [row.cells[0] for row in table.rows]


@pytest.mark.parametrize(
    "copy",
    [
        [row[1:] for row in LIST],
        [[row[1], row[3], row[2]] for row in LIST],
        [["Lista publicada"], [], *LIST],
        LIST[:-1],
        [HEADER, *reversed(LIST[1:])],
    ],
)
def test_a_copy_of_the_list_is_left_out_and_named(copy: list[list[str]]) -> None:
    table = read_table(workbook({"Registro": LIST, "Publicada": copy}))
    assert len(table.rows) == len(NAMES)
    assert (table.copies, table.left_out) == (("Publicada",), ("Publicada",))
    assert table.only_in_copies == 0


def test_rows_that_only_the_copy_has_are_counted() -> None:
    published = [*LIST[:-1], ["M-9", "Paz Nueva", "F", "Reynosa"]]
    table = read_table(workbook({"Registro": LIST, "Publicada": published}))
    assert table.copies == ("Publicada",)
    assert table.only_in_copies == 1
    both = read_table(workbook({"Registro": LIST, "Publicada": LIST}), with_copies=True)
    assert len(both.rows) == 2 * len(NAMES)


def test_a_count_of_the_rows_is_no_list_of_persons() -> None:
    table = read_table(workbook({"Registro": LIST, "Resumen": COUNT}))
    assert numbers(table) == [row[0] for row in LIST[1:]]
    assert table.left_out == ("Resumen",)
    assert not table.copies


def test_months_of_one_list_are_read_together() -> None:
    july = [HEADER, *([f"J-{n}", f"Persona {n} Prueba", "M", "Reynosa"] for n in range(5))]
    table = read_table(workbook({"Junio": LIST, "Julio": july}))
    assert len(table.rows) == len(NAMES) + 5


def test_bodies_that_nothing_tells_apart_are_not_taken_for_a_copy() -> None:
    rows = [["Sexo", "Lugar del hallazgo", "Fecha"], *([["M", "Lampedusa", "2026-03-01"]] * 6)]
    table = read_table(workbook({"A": rows, "B": rows}))
    assert len(table.rows) == 12


def test_worksheets_that_are_not_shown_are_left_out_and_named() -> None:
    made = Workbook()
    for title, state in (("Julio", "visible"), ("borrador", "hidden"), ("muy", "veryHidden")):
        sheet = made.create_sheet(title)
        sheet.sheet_state = state
        for row in LIST if state == "visible" else [HEADER, ["X-1", "Borrador Prueba", "M", "x"]]:
            sheet.append(row)
    made.remove(made.worksheets[0])
    out = io.BytesIO()
    made.save(out)
    table = read_table(out.getvalue())
    assert len(table.rows) == len(NAMES)
    assert table.hidden == ("borrador", "muy")
