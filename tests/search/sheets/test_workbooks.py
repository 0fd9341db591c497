"""Worksheets of a workbook as text cells; an archive that is a trap is not opened."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.errors import SheetError
from search.sheets import sheet_limits
from search.sheets.sheet_table import Table, read_table
from search.sheets.workbooks import read_workbook
from tests.search.sheets.layout_files import workbook

ROWS = [["Folio", "Fecha", "Nombre"], ["1", "2021-03-04", "Ana Núñez"], ["2", "2021-03-05", "Luis Peña"]]


def code_of(content: bytes) -> str:
    with pytest.raises(SheetError) as caught:
        read_table(content, "x.csv")
    return caught.value.code


def test_native_dates_and_numbers_become_plain_text() -> None:
    table = read_table(
        workbook({"A": [ROWS[0], [1, {"date": "2021-03-04"}, "Ana"], [2.0, {"date": "2021-03-05"}, 1.75]]})
    )
    assert [row.cells for row in table.rows] == [("1", "2021-03-04", "Ana"), ("2", "2021-03-05", "1.75")]


def test_worksheets_with_the_same_columns_are_one_table() -> None:
    table = read_table(workbook({"2021": ROWS[:2], "2022": [ROWS[0], ROWS[2]], "Nota": [["Hola"]]}))
    assert [(row.worksheet, row.number) for row in table.rows] == [("2021", 2), ("2022", 2)]
    assert table.left_out == ("Nota",)


def test_an_archive_that_inflates_too_far_is_not_opened() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(5):
            archive.writestr(f"xl/worksheets/sheet{number}.xml", b"0" * 45_000_000)
    assert code_of(out.getvalue()) == "archive_too_large"


def table_or_code(content: bytes) -> Table | str:
    try:
        return read_table(content, "x")
    except SheetError as error:
        return error.code


@settings(max_examples=60)
@given(st.integers(0, 5000), st.binary(min_size=1, max_size=6))
def test_a_damaged_workbook_is_a_table_or_a_sheet_error(at: int, damage: bytes) -> None:
    content = bytearray(workbook({"A": [*ROWS]}))
    content[at % len(content) : at % len(content) + len(damage)] = damage
    assert table_or_code(bytes(content))


def refused(content: bytes) -> str:
    with pytest.raises(SheetError) as caught:
        read_workbook(content)
    return caught.value.code


def archive(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name.replace("__", "/"), content)
    return out.getvalue()


def test_cells_read_as_they_were_meant() -> None:
    cells = [" Ana ", 3.0, 3.25, True, False, {"date": "2021-03-04"}, None, 1e20]
    assert read_workbook(workbook({"A": [cells]})).grids[0].rows == [
        ["Ana", "3", "3.25", "true", "false", "2021-03-04", "", "1e+20"]
    ]


def test_an_empty_worksheet_is_left_out() -> None:
    assert [grid.name for grid in read_workbook(workbook({"A": [["x"]], "B": [], "C": [[""]]})).grids] == ["A"]


def test_fifty_worksheets_are_read() -> None:
    sheets = {f"S{n}": [["x"]] for n in range(sheet_limits.MAX_WORKSHEETS + 3)}
    assert len(read_workbook(workbook(sheets)).grids) == sheet_limits.MAX_WORKSHEETS


def test_an_archive_of_too_many_files_is_not_opened() -> None:
    assert (
        refused(archive(**{f"xl__{n}": b"" for n in range(sheet_limits.MAX_ARCHIVE_ENTRIES + 1)}))
        == "archive_too_large"
    )
    assert (
        refused(archive(**{f"xl__{n}": b"" for n in range(sheet_limits.MAX_ARCHIVE_ENTRIES)})) == "unreadable_workbook"
    )


def test_an_archive_of_something_else_is_no_sheet() -> None:
    assert refused(archive(word__document=b"x")) == "not_a_sheet"


def test_an_encrypted_workbook_says_so() -> None:
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600 + "EncryptedPackage".encode("utf-16-le")
    assert refused(locked) == "encrypted"
    assert refused(locked[:600]) == "unreadable_workbook"
