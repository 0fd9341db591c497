"""Any file becomes a table or a SheetError with a code, whatever its bytes."""

import io
import zipfile

import pytest
from hypothesis import given, settings
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


@pytest.mark.parametrize("separator", [",", ";", "\t", "|", "^"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "iso-8859-15"]
)
def test_separator_and_encoding_are_found(separator: str, encoding: str) -> None:
    table = read_table(delimited(ROWS, separator, encoding), "x.dat")
    assert table.separator == separator
    assert table.headers == ("Folio", "Fecha", "Nombre")
    assert [row.cells[2] for row in table.rows] == ["Ana Núñez", "Luis Peña"]


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", "Номер;Имя\n1;Екатерина\n2;Юрий\n"),
        ("koi8-u", "Номер;Имя\n1;Екатерина\n2;Юрий\n"),
        ("cp866", "Номер;Имя\n1;Екатерина\n2;Юрий\n"),
        ("cp1253", "Αριθμός;Όνομα\n1;Ελένη\n2;Γιώργος\n"),
        ("cp1254", "Dosya No;Adı Soyadı\n1;Ayşe Öztürk\n2;İbrahim Çağlar\n"),
        ("cp1256", "رقم الملف;الاسم\n1;فاطمة علي\n2;يوسف حسن\n"),
        ("cp1255", "מספר תיק;שם\n1;רחל כהן\n2;משה לוי\n"),
        ("cp1250", "Číslo;Jméno\n1;Žofie Dvořáková\n2;Jiří Růžička\n"),
        ("mac-roman", "Folio;Nombre\n1;Íñigo Núñez\n2;José Peña\n"),
        ("shift_jis", "番号;名前\n1;山田花子\n2;佐藤次郎\n"),
    ],
)
def test_code_pages_are_told_apart_by_the_words_they_make(encoding: str, text: str) -> None:
    table = read_table(text.encode(encoding), "x.csv")
    assert [row.cells[1] for row in table.rows] == [line.split(";")[1] for line in text.splitlines()[1:]]


def test_row_numbers_are_those_that_the_senders_program_shows() -> None:
    rows = [["Registro de personas"], [], ROWS[0], ROWS[1], [], ROWS[2]]
    table = read_table(delimited(rows), "x.csv")
    assert [row.number for row in table.rows] == [4, 6]
    assert table.title == "Registro de personas"
    assert table.first_data_row == 4


def test_native_dates_and_numbers_become_plain_text() -> None:
    table = read_table(
        workbook({"A": [ROWS[0], [1, {"date": "2021-03-04"}, "Ana"], [2.0, {"date": "2021-03-05"}, 1.75]]})
    )
    assert [row.cells for row in table.rows] == [("1", "2021-03-04", "Ana"), ("2", "2021-03-05", "1.75")]


def test_worksheets_with_the_same_columns_are_one_table() -> None:
    table = read_table(workbook({"2021": ROWS[:2], "2022": [ROWS[0], ROWS[2]], "Nota": [["Hola"]]}))
    assert [(row.worksheet, row.number) for row in table.rows] == [("2021", 2), ("2022", 2)]
    assert table.left_out == ("Nota",)


def test_quoted_cells_may_hold_separators_and_lines() -> None:
    table = read_table(b'Folio,Fecha,Nombre\n1,2021-03-04,"P\xc3\xa9rez, Ana\nMar\xc3\xada"\n', "x.csv")
    assert table.rows[0].cells[2] == "Pérez, Ana\nMaría"


def test_a_stray_quotation_mark_does_not_swallow_the_file() -> None:
    lines = [b"Folio;Nombre;Sexo", b'0;"Ana;F', *(b"%d;Eva;F" % n for n in range(1, 60))]
    assert len(read_table(b"\n".join(lines), "x.csv").rows) == 60


def test_excels_own_separator_line_is_no_row() -> None:
    table = read_table(b"sep=;\nFolio;Nombre;Sexo\n1;Ana;F\n", "x.csv")
    assert table.headers == ("Folio", "Nombre", "Sexo")
    assert table.rows[0].number == 3


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


@given(st.binary(max_size=400))
def test_any_bytes_are_a_table_or_a_sheet_error(content: bytes) -> None:
    found = table_or_code(content)
    assert found
    if isinstance(found, Table):
        assert all(len(row.cells) == len(found.headers) for row in found.rows)


@settings(max_examples=60)
@given(st.integers(0, 5000), st.binary(min_size=1, max_size=6))
def test_a_damaged_workbook_is_a_table_or_a_sheet_error(at: int, damage: bytes) -> None:
    content = bytearray(workbook({"A": [*ROWS]}))
    content[at % len(content) : at % len(content) + len(damage)] = damage
    assert table_or_code(bytes(content))
