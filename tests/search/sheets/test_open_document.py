"""Of an ODS file: merged cells give their value to each row, numbers keep their zeros, hidden sheets stay out."""

import io
import zipfile

from search.sheets.open_document import read_document
from search.sheets.sheet_table import read_table

_NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"))
)

_MANIFEST = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'


def document(*sheets: str) -> bytes:
    """An ODS file of worksheets, each given as the XML of its rows."""
    tables = "".join(
        f'<table:table table:name="H{number}" table:style-name="{_style(rows)}">{rows}</table:table>'
        for number, rows in enumerate(sheets, start=1)
    )
    styles = "".join(
        f'<style:style style:name="{name}" style:family="table">'
        f'<style:table-properties table:display="{shown}"/></style:style>'
        for name, shown in (("vis", "true"), ("hid", "false"))
    )
    content = (
        f'<?xml version="1.0"?><office:document-content {_NAMES}>'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        made.writestr("META-INF/manifest.xml", _MANIFEST)
        made.writestr("content.xml", content)
    return out.getvalue()


def _style(rows: str) -> str:
    return "hid" if "HIDDEN" in rows else "vis"


def row(*cells: str) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def text(value: str, more: str = "") -> str:
    return f'<table:table-cell office:value-type="string" {more}><text:p>{value}</text:p></table:table-cell>'


def number(value: int, shown: str) -> str:
    told = f'office:value-type="float" office:value="{value}"'
    return f"<table:table-cell {told}><text:p>{shown}</text:p></table:table-cell>"


COVERED = "<table:covered-table-cell/>"
HEADER = row(text("Folio"), text("Nombre"), text("Lugar del hallazgo"))


def test_a_merged_cell_gives_its_value_to_each_row() -> None:
    down = 'table:number-rows-spanned="3" table:number-columns-spanned="1"'
    content = document(
        HEADER
        + row(text("a1"), text("Ana Prueba"), text("Reynosa", down))
        + row(text("a2"), text("Luis Mora"), COVERED)
        + row(text("a3"), text("Eva Ruiz"), COVERED)
        + row(text("a4"), text("Leo Paz"), text("Tampico"))
    )
    assert [one.cells[2] for one in read_table(content).rows] == ["Reynosa"] * 3 + ["Tampico"]


def test_numbers_are_read_as_they_are_shown() -> None:
    content = document(
        HEADER + row(number(42, "00042"), text("Ana Prueba"), text("x")) + row(number(7, "7"), text("Eva"), text("y"))
    )
    assert [one.cells[0] for one in read_table(content).rows] == ["00042", "7"]


def test_a_hidden_worksheet_is_left_out_and_named() -> None:
    other = HEADER + row(text("x1"), text("Borrador Prueba"), text("HIDDEN"))
    table = read_table(document(HEADER + row(text("a1"), text("Ana Prueba"), text("Reynosa")), other))
    assert [one.cells[1] for one in table.rows] == ["Ana Prueba"]
    assert table.hidden == ("H2",)


def test_rows_and_columns_that_are_repeated_are_counted() -> None:
    gap = row('<table:table-cell table:number-columns-repeated="3"/>').replace("row>", "row @>", 1)
    gap = gap.replace("@", 'table:number-rows-repeated="5"')
    down = 'table:number-rows-spanned="2" table:number-columns-spanned="1"'
    last = row('<table:table-cell table:number-columns-repeated="2"/>', text("Reynosa", down))
    content = document(HEADER + gap + last)
    sheets = read_document(zipfile.ZipFile(io.BytesIO(content)))
    assert sheets[0].merged == [((6, 2), (7, 2))]
