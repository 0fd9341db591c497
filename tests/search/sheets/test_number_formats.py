"""A number that its workbook shows with leading zeros is read with them."""

import io
import zipfile

import pytest
from openpyxl import Workbook

from search.sheets.number_formats import padded, shown_zeros
from search.sheets.sheet_table import read_table


@pytest.mark.parametrize(
    ("digits", "pattern", "shown"),
    [
        ("42", "00000", "00042"),
        ("123456", "00000", "123456"),
        ("4021234567", "000-0000000", "402-1234567"),
        ("4125551234", "(0000) 000\\-0000", "(0412) 555-1234"),
        ("7", '"M"000', "M007"),
        ("0", "000", "000"),
    ],
)
def test_figures_stand_in_the_places_of_their_format(digits: str, pattern: str, shown: str) -> None:
    assert padded(digits, pattern) == shown


def book(**formats: str) -> bytes:
    """A sheet with one column for each format, over the number 42."""
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = "Lista & más"
    sheet.append(["Nombre", *formats])
    sheet.append(["Ana Prueba", *([42] * len(formats))])
    for at, code in enumerate(formats.values(), start=2):
        sheet.cell(2, at).number_format = code
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_only_formats_of_zeros_change_what_is_read() -> None:
    content = book(Expediente="000000", Edad="0", Monto="#,##0.00", Fecha="General", Teléfono="0000;[Red]-0000")
    assert read_table(content).rows[0].cells == ("Ana Prueba", "000042", "42", "42", "42", "0042")


def test_columns_far_to_the_right_and_sheets_that_begin_further_down_keep_their_zeros() -> None:
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    sheet["D5"], sheet["E5"], sheet["AB5"] = "Folio", "Nombre", "Cédula"
    sheet["D6"], sheet["E6"], sheet["AB6"] = 7, "Ana Prueba", 1234567
    sheet["D6"].number_format, sheet["AB6"].number_format = "0000", "0000000000"
    out = io.BytesIO()
    made.save(out)
    assert [cell for cell in read_table(out.getvalue()).rows[0].cells if cell] == ["0007", "Ana Prueba", "0001234567"]


@pytest.mark.parametrize("damaged", ["xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"])
def test_an_archive_that_does_not_tell_changes_nothing(damaged: str) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book(Folio="0000"))) as whole, zipfile.ZipFile(out, "w") as made:
        for name in whole.namelist():
            made.writestr(name, b'<x formatCode="' if name == damaged else whole.read(name))
    assert not shown_zeros(zipfile.ZipFile(out), "Lista & más").formats
