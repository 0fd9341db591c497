"""The sheet of rows that were not taken."""

import csv
import io
from collections.abc import Iterator

import pytest
from flask import Flask, Response

from search.sheet_summaries import RowOutcome
from web.partner.refused_rows import refusals_file


@pytest.fixture(autouse=True)
def reader(unconnected_family: Flask) -> Iterator[None]:
    """Somebody who reads English."""
    with unconnected_family.test_request_context():
        yield


def rows_of(answer: Response) -> list[list[str]]:
    return list(csv.reader(io.StringIO(answer.get_data(as_text=True).removeprefix("\ufeff"))))


def refused(row: int, column: str, reason: str = "date_unread") -> RowOutcome:
    return RowOutcome(row=row, outcome="refused", column=column, reason=reason)


def test_every_row_has_its_number_its_column_and_its_reason_in_words() -> None:
    answer = refusals_file([refused(6, "Edad", "age_unread"), refused(9, "", "nothing_said")])
    assert rows_of(answer) == [
        ["Row", "Column", "Reason"],
        ["6", "Edad", "No age that we can read"],
        ["9", "", "The row says nothing about a person."],
    ]


def test_spreadsheet_programs_are_told_the_encoding_and_the_name_of_the_file() -> None:
    answer = refusals_file([])
    assert answer.get_data().startswith(b"\xef\xbb\xbf")
    assert answer.mimetype == "text/csv"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="rows.csv"'


@pytest.mark.parametrize("column", ["=1+1", "+A1", "-A1", "@SUM", "\tx", "\rx"])
def test_a_header_that_a_program_would_take_for_a_formula_is_only_text(column: str) -> None:
    (_header, row) = rows_of(refusals_file([refused(2, column)]))
    assert row[1].startswith("'" + column[0])


def test_a_harmless_header_stays_as_it_is() -> None:
    (_header, row) = rows_of(refusals_file([refused(2, "N° Exp.")]))
    assert row[1] == "N° Exp."
