"""The header is found below titles, in one row or two, or not at all."""

import pytest

from search.sheets.header_rows import HeaderPlace, find_header, recognised_share
from search.sheets.header_words import GROUP

HEADER = ["Folio", "Fecha", "Nombre"]
DATA = [["1", "2021-03-04", "Ana"], ["2", "2021-03-05", "Luis"]]


def place(*rows: list[str]) -> tuple[int, int]:
    found = find_header(list(rows))
    return found.first, found.last


def test_below_a_title_and_instructions() -> None:
    title, note = ["Registro de personas"], ["Favor de llenar todos los campos que se conozcan"]
    assert place(title, [], note, HEADER, *DATA) == (3, 3)


def test_forty_rows_are_searched() -> None:
    assert place(*[["1", "2"]] * 39, HEADER, *DATA) == (39, 39)
    assert place(*[["1", "2"]] * 40, HEADER, *DATA) == (-1, -1)


def test_a_sheet_without_a_header_has_one_of_empty_names() -> None:
    assert find_header(DATA) == HeaderPlace(-1, -1, ("", "", ""), 0.0)
    assert find_header([]) == HeaderPlace(-1, -1, (), 0.0)


def test_unknown_words_above_numbers_are_names_of_columns() -> None:
    assert place(["Uno", "Dos"], ["1", "2"], ["3", "4"]) == (0, 0)
    assert place(["Uno", "Uno"], ["1", "2"], ["3", "4"]) == (-1, -1)
    assert place(["Uno", "Dos"], ["a", "b"], ["c", "d"]) == (-1, -1)
    assert place(["Uno", "Dos"], ["1", "2", "3"], ["4", "5", "6"]) == (-1, -1)


def test_a_second_row_of_sub_headings_is_joined() -> None:
    rows = [["Folio", "Nombre", "Hallazgo", ""], ["", "", "Fecha", "Lugar"], ["1", "Ana", "2021-03-04", "Altar"]]
    found = find_header(rows)
    assert (found.first, found.last) == (0, 1)
    assert found.headers == ("Folio", "Nombre", f"Hallazgo{GROUP}Fecha", f"Hallazgo{GROUP}Lugar")


def test_two_rows_that_fill_each_other_s_gaps_are_one_header() -> None:
    rows = [["No", "Name", "Birth", ""], ["", "", "Date", "Place"], ["1", "Ana Mora", "12/05/1990", "Altar"]]
    found = find_header(rows)
    assert found.headers == ("No", "Name", f"Birth{GROUP}Date", f"Birth{GROUP}Place")


def test_one_column_is_a_header_only_above_one_column() -> None:
    assert place(["Nombre"], ["Ana"], ["Luis"]) == (0, 0)
    assert place(["Nombre"], ["1", "Ana"], ["2", "Luis"]) == (-1, -1)


@pytest.mark.parametrize("cell", ["12/08/2021", "100 %", "x" * 121, " ".join(["nombre"] * 13), ""])
def test_values_and_stories_are_no_names_of_columns(cell: str) -> None:
    assert recognised_share([cell]) == 0
    assert recognised_share(["Folio"]) == 1.0
