"""Rows are refused only where they cannot be reports; nothing that a cell says is lost."""

import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from search.sheets.mapping_proposal import propose_mapping
from search.sheets.sheet_rows import RowOutcome, RowRead, RowRefusal, RowSkipped, SheetContext, read_rows
from search.sheets.sheet_table import SheetRow, Table, read_table
from tests.search.sheets.layout_files import delimited

CONTEXT = SheetContext(today=datetime.date(2024, 6, 1))
HEADER = ["Folio", "Fecha", "Lugar", "Nombre completo", "Sexo", "Edad", "Teléfono", "Observaciones"]


def outcomes_of(*rows: list[str], header: list[str] | None = None) -> list[RowOutcome]:
    table = read_table(delimited([header or HEADER, *rows]), "x.csv")
    return list(read_rows(table, propose_mapping(table), CONTEXT))


def read(*rows: list[str], header: list[str] | None = None) -> list[RowRead]:
    return [outcome for outcome in outcomes_of(*rows, header=header) if isinstance(outcome, RowRead)]


def test_a_number_used_twice_for_different_persons_is_refused_with_its_column() -> None:
    first = ["1", "03/04/2021", "Tijuana", "Ana", "F", "20", "", ""]
    outcomes = outcomes_of(first, ["2", *first[1:]], ["1", "13/04/2021", "Altar", "Eva", "F", "30", "", ""])
    assert outcomes[2] == RowRefusal(4, "Folio", "duplicate_number")


def test_a_row_repeated_word_for_word_is_skipped() -> None:
    row = ["1", "13/04/2021", "Tijuana", "Ana", "F", "20", "", ""]
    assert outcomes_of(row, ["2", *row[1:]], row)[2] == RowSkipped(4, "repeated_row")


def test_a_row_that_says_nothing_is_refused() -> None:
    rows = [["1", "13/04/2021", "Tijuana", "Ana", "F", "20", "", ""], ["2", "", "", "desconocido", "", "s/d", "", ""]]
    assert outcomes_of(*rows)[1] == RowRefusal(3, "", "nothing_said")


def test_each_row_tells_in_codes_what_came_of_it() -> None:
    row = ["1", "13/04/2021", "Altar", "Ana", "F", "20", "", ""]
    outcomes = outcomes_of(row, row, ["2", "raro", "", "Eva", "", "", "", ""], ["Total", "2", "", "", "", "", "", ""])
    warned = [[warning.code for warning in one.warnings] for one in outcomes if isinstance(one, RowRead)]
    assert warned == [[], ["date_unread"]]
    assert [one.code for one in outcomes if isinstance(one, RowSkipped)] == ["repeated_row", "total"]
    assert len(outcomes) == 4


CELL = st.text(max_size=24) | st.sampled_from(
    ["", "2021", "M", "25-30", "+5211", "13/13/2021", "0", "=1+1", "Ana", "México"]
)


@settings(max_examples=150)
@given(st.lists(st.lists(CELL, min_size=8, max_size=8), min_size=1, max_size=6))
def test_any_cells_give_each_row_one_outcome(rows: list[list[str]]) -> None:
    table = Table(headers=tuple(HEADER), rows=read_rows_as_table(rows))
    outcomes = list(read_rows(table, propose_mapping(table), CONTEXT))
    assert [outcome.number for outcome in outcomes] == [row.number for row in table.rows]


def read_rows_as_table(rows: list[list[str]]) -> tuple[SheetRow, ...]:
    return tuple(SheetRow(number, tuple(row)) for number, row in enumerate(rows, start=2))
