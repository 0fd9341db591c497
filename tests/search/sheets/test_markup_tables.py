"""Tables inside HTML and XML files are read without their scripts, and never further than a sheet may be."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.errors import SheetError
from search.sheets import sheet_limits
from search.sheets.markup_tables import is_markup, read_markup
from tests.fixtures.growth import grows_in_proportion


def rows(text: str) -> list[list[str]]:
    return read_markup(text)[0].rows


@pytest.mark.parametrize("text", ["<table><tr><td>x", "\ufeff \n<html><TR>", "<?xml?><ss:Row>", "<Workbook><Row>"])
def test_a_tag_first_and_a_row_somewhere_is_markup(text: str) -> None:
    assert is_markup(text)


@pytest.mark.parametrize("text", ["Folio;<tr>", "<p>no table</p>", "", "<html>" + " " * 200_000 + "<tr>"])
def test_everything_else_is_not(text: str) -> None:
    assert not is_markup(text)


def test_cells_rows_and_breaks() -> None:
    text = "<table><tr><th> Folio </th><th>Nota</th></tr><tr><td>1<td>una<br>dos &amp; tres</tr></table>"
    assert rows(text) == [["Folio", "Nota"], ["1", "una\ndos & tres"]]


def test_a_wide_cell_fills_its_columns_and_an_index_leaves_a_gap() -> None:
    assert rows('<tr><td colspan="3">A</td><td>B</td></tr>') == [["A", "", "", "B"]]
    assert rows('<Row><Cell>A</Cell><Cell ss:Index="4">B</Cell></Row>') == [["A", "", "", "B"]]


@pytest.mark.parametrize("span", ["x", "", "-3", "٣"])
def test_a_width_that_is_no_number_is_one(span: str) -> None:
    assert rows(f'<tr><td colspan="{span}">A</td></tr>') == [["A"]]


def test_no_cell_is_wider_than_a_sheet_may_be() -> None:
    assert len(rows('<tr><td colspan="99999">A</td></tr>')[0]) == sheet_limits.MAX_COLUMNS
    assert rows('<tr><td colspan="100000">A</td></tr>') == [["A"]]


def test_scripts_and_styles_are_no_words() -> None:
    assert rows("<style><tr><td>x</td></tr></style><tr><td>A<script>b()</script></td></tr>")[-1] == ["A"]


def test_comments_are_no_words_whether_or_not_they_end() -> None:
    assert rows("<tr><td>A<!-- <td>B --></td><td>C</td></tr><tr><td>D<!--<td>E") == [["A", "C"], ["D"]]


def test_a_tag_that_never_ends_is_no_tag() -> None:
    assert rows("<tr><td>A</td></tr><tr><td>B<td C") == [["A"], ["B td C"]]


@pytest.mark.parametrize("piece", ["<!--", '<a b="', "<a b=c ", "<a/", "<a ", "</a ", "<![CDATA[", "<!", "<?"])
@pytest.mark.parametrize("end", ["", ">", '">', "-->", "]]>"])
def test_markup_takes_time_in_proportion_to_its_length(piece: str, end: str) -> None:
    # Quadratic where each piece looks through all that follow.
    def read(times: int) -> None:
        with contextlib.suppress(SheetError):
            read_markup("<tr><td>x" + piece * times + end)

    assert grows_in_proportion(read, 1000)


def test_more_rows_than_the_limit_are_refused() -> None:
    with pytest.raises(SheetError) as caught:
        read_markup("<tr><td>x" * (sheet_limits.MAX_ROWS + 101))
    assert caught.value.code == "too_many_rows"


@given(st.text(alphabet="<>/tdr ab!-[]&;'\"=", max_size=120))
def test_no_markup_breaks_the_reader(text: str) -> None:
    with contextlib.suppress(SheetError):
        assert all(isinstance(cell, str) for row in rows(text) for cell in row)
