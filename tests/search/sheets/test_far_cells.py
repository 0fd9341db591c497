"""A blank far from everything takes neither the memory of the child nor the sheet from its sender."""

import io
import zipfile

import pytest
from openpyxl import Workbook

from search.errors import SheetError
from search.sheets import far_cells
from search.sheets.sheet_table import read_table


def book(columns: int, row: int, column: int, value: str) -> bytes:
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.append(["Folio", "Nombre", *(f"C{n}" for n in range(columns - 2))])
    sheet.append(["1", "Ana Prueba"])
    sheet.append(["2", " Luis Mora "])
    sheet.cell(row, column).value = value
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


@pytest.mark.parametrize("columns", [4, 40, 190])
@pytest.mark.parametrize("value", [" ", "\u00a0", "\n \t"])
def test_a_blank_in_the_last_row_is_not_there(columns: int, value: str) -> None:
    table = read_table(book(columns, 1_048_570, 1, value))
    assert [row.cells[:2] for row in table.rows] == [("1", "Ana Prueba"), ("2", "Luis Mora")]


def test_a_blank_in_the_last_column_of_the_last_row_is_not_there() -> None:
    assert len(read_table(book(4, 1_048_576, 16_384, " ")).rows) == 2


def test_a_word_there_makes_the_sheet_too_large() -> None:
    with pytest.raises(SheetError, match="too_many_rows"):
        read_table(book(190, 1_048_570, 1, "x"))
    assert len(read_table(book(4, 1_048_570, 1, "Eva Ruiz")).rows) == 3


def test_a_workbook_of_usual_size_stays_as_it_is() -> None:
    content = book(4, 60, 1, " ")
    assert far_cells.without_far_blanks(content, zipfile.ZipFile(io.BytesIO(content))) is content


def test_more_than_may_be_looked_through_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(far_cells, "_MOST_BYTES", 200)
    with pytest.raises(SheetError, match="too_many_rows"):
        read_table(book(190, 1_048_570, 1, " "))
