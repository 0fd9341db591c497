"""The sheet of rows that were not taken."""

import csv
import io
from collections.abc import Iterator

import pytest
from flask import Flask, Response

from search.sheets.row_outcomes import RowRefusal
from web.partner.refused_rows import refusals_file

HEADERS = ("N° Exp.", "Nombre")


@pytest.fixture(autouse=True)
def reader(unconnected_family: Flask) -> Iterator[None]:
    """Somebody who reads English."""
    with unconnected_family.test_request_context():
        yield


def rows_of(answer: Response) -> list[list[str]]:
    return list(csv.reader(io.StringIO(answer.get_data(as_text=True).removeprefix("\ufeff"))))


def refused(row: int, column: str, *cells: str, reason: str = "nothing_said") -> RowRefusal:
    return RowRefusal(row, column, reason, cells=cells)


def test_every_row_comes_back_whole_with_its_reason_and_what_it_is_known_by() -> None:
    held = refused(6, "N° Exp.", "7", "Ana Núñez", reason="date_unread")
    answer = refusals_file(HEADERS, [held, refused(9, "", "8", "")], {0: "abc-0", 1: "abc-1"})
    assert rows_of(answer) == [
        ["N° Exp.", "Nombre", "ovillo_reason", "ovillo_row"],
        [
            "7",
            "Ana Núñez",
            "6: N° Exp.: No date that we can read",
            "abc-0",
        ],
        ["8", "", "9: The row says nothing about a person.", "abc-1"],
    ]


def test_a_row_of_which_no_cells_are_kept_has_its_reason_in_the_right_column() -> None:
    assert rows_of(refusals_file(HEADERS, [refused(9, "")]))[1] == [
        "",
        "",
        "9: The row says nothing about a person.",
        "",
    ]


def test_spreadsheet_programs_are_told_the_encoding_and_the_name_of_the_file() -> None:
    answer = refusals_file((), [])
    assert answer.get_data().startswith(b"\xef\xbb\xbf")
    assert answer.mimetype == "text/csv"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="rows.csv"'


@pytest.mark.parametrize("cell", ["=1+1", "+A1", "-A1", "@SUM", "\tx", "\rx"])
def test_a_cell_that_a_program_would_take_for_a_formula_is_only_text(cell: str) -> None:
    header, row = rows_of(refusals_file((cell, "Nombre"), [refused(2, "", "8", cell)]))
    assert header[0].startswith("'" + cell[0])
    assert row[1].startswith("'" + cell[0])


def test_a_harmless_cell_stays_as_it_is() -> None:
    assert rows_of(refusals_file(HEADERS, [refused(2, "", "N° 8", "+34 600 000 001")]))[1][:2] == [
        "N° 8",
        "+34 600 000 001",
    ]


@pytest.mark.parametrize(
    ("of_file", "divides"),
    [(";", ";"), (",", ","), ("\t", "\t"), ("~", ","), ("", ",")],
    ids=["semicolon", "comma", "tab", "rare", "workbook"],
)
def test_rows_come_back_divided_as_their_file_was(of_file: str, divides: str) -> None:
    told = refusals_file(HEADERS, [refused(9, "", "=1+1", "a;=2")], {0: "abc-0"}, of_file).get_data(as_text=True)
    assert told.startswith("\ufeff" + divides.join(['"N° Exp."', '"Nombre"', '"ovillo_reason"', '"ovillo_row"']))
    (_, row) = csv.reader(io.StringIO(told.removeprefix("\ufeff"), newline=""), delimiter=divides)
    assert (row[:2], row[3]) == (["'=1+1", "a;'=2"], "abc-0")
