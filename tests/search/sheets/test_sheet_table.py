"""Any file becomes a table or a SheetError with a code, whatever its bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.errors import SheetError
from search.sheets import sheet_limits
from search.sheets.sheet_table import Table, read_table
from tests.search.sheets.layout_files import delimited, workbook

ROWS = [["Folio", "Fecha", "Nombre"], ["1", "2021-03-04", "Ana Núñez"], ["2", "2021-03-05", "Luis Peña"]]


def code_of(content: bytes) -> str:
    with pytest.raises(SheetError) as caught:
        read_table(content, "x.csv")
    return caught.value.code


def test_row_numbers_are_those_that_the_senders_program_shows() -> None:
    rows = [["Registro de personas"], [], ROWS[0], ROWS[1], [], ROWS[2]]
    table = read_table(delimited(rows), "x.csv")
    assert [row.number for row in table.rows] == [4, 6]
    assert table.title == "Registro de personas"
    assert table.first_data_row == 4


def test_worksheets_with_the_same_columns_are_one_table() -> None:
    table = read_table(workbook({"2021": ROWS[:2], "2022": [ROWS[0], ROWS[2]], "Nota": [["Hola"]]}))
    assert [(row.worksheet, row.number) for row in table.rows] == [("2021", 2), ("2022", 2)]
    assert table.left_out == ("Nota",)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty_file"),
        (b"\r\n \r\n", "empty_file"),
        (b"%PDF-1.7 ...", "not_a_sheet"),
        (b"\x89PNG\r\n\x1a\n0000", "not_a_sheet"),
        (b"PK\x03\x04 broken", "unreadable_workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600, "unreadable_workbook"),
        (b"Folio;Nombre;Sexo\n", "no_rows"),
        (b"Folio;Nombre\n1;" + b"x" * (sheet_limits.MAX_CELL_CHARS + 1), "cell_too_long"),
        (b";".join(b"c%d" % n for n in range(300)) + b"\n" + b";".join([b"1"] * 300), "too_many_columns"),
        (b"Folio;Nombre\n" + b"1;a\n" * (sheet_limits.MAX_ROWS + 200), "too_many_rows"),
        (b"x" * (sheet_limits.MAX_BYTES + 1), "file_too_large"),
    ],
)
def test_what_cannot_be_a_sheet_is_refused_by_code(content: bytes, code: str) -> None:
    assert code_of(content) == code


def table_or_code(content: bytes) -> Table | str:
    try:
        return read_table(content, "x")
    except SheetError as error:
        return error.code


@given(st.binary(max_size=400))
def test_any_bytes_are_a_table_or_a_sheet_error(content: bytes) -> None:
    found = table_or_code(content)
    assert found
    if isinstance(found, Table):
        assert all(len(row.cells) == len(found.headers) for row in found.rows)
