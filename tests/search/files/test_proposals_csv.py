"""What goes out as CSV is shown by a spreadsheet, never run."""

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.files.proposals_csv import safe_cell, write_rows


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "-1+cmd|' /C calc'!A0", "+1+2", "\t=1", "\r=1", "＝1"])
def test_formulas_lose_their_force(text: str) -> None:
    safe = safe_cell(text)
    assert safe.startswith("'")
    assert safe.replace("'", "") == text.replace("'", "")


@pytest.mark.parametrize(
    ("text", "safe"),
    [("1;=1+1", "1;'=1+1"), ("7\t=1+1", "7\t'=1+1"), ("a; @x", "a;' @x"), ("a|-x", "a|'-x"), ("1\n=2", "1\n'=2")],
)
def test_what_follows_a_sign_at_which_others_divide_loses_its_force_too(text: str, safe: str) -> None:
    assert safe_cell(text) == safe


@pytest.mark.parametrize(
    "text",
    ["+52 664 123 4567; +52 664 123 4568", "1;-2", "+526641234567", "+52 664 123 4567", "-110.5", "12.3", "Ana", ""],
)
def test_phones_and_numbers_stay_as_they_are(text: str) -> None:
    assert safe_cell(text) == text


def test_rows_come_back_from_the_file() -> None:
    content = write_rows(["request", "weight"], [["R-1", 12.5], ["حسين, علي", None]])
    assert list(csv.reader(io.StringIO(content.decode("utf-8-sig")))) == [
        ["request", "weight"],
        ["R-1", "12.5"],
        ["حسين, علي", ""],
    ]


@given(st.text(max_size=40))
def test_no_cell_begins_a_formula(text: str) -> None:
    cell = safe_cell(text)
    assert cell.replace("'", "") == text.replace("'", "")
    assert not any(part.lstrip(" ").startswith(("=", "@")) for part in re.split(r"[;|\t\r\n]", cell))


def test_every_cell_is_quoted() -> None:
    assert write_rows(["a"], [["b;c"]]).decode("utf-8-sig") == '"a"\r\n"b;c"\r\n'
