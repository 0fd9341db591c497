"""Rows are refused only where they cannot be reports; nothing that a cell says is lost."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.sheets.mapping_proposal import propose_mapping
from search.sheets.row_outcomes import RowOutcome, RowRead, RowRefusal, RowSkipped
from search.sheets.sheet_rows import SheetContext, read_rows
from search.sheets.sheet_table import SheetRow, Table, read_table
from search.vocabulary import OrganisationKind, ReportKind
from tests.search.sheets.layout_files import delimited

CONTEXT = SheetContext(today=datetime.date(2024, 6, 1))
HEADER = ["Folio", "Fecha", "Lugar", "Nombre completo", "Sexo", "Edad", "Teléfono", "Observaciones"]


def outcomes_of(*rows: list[str], header: list[str] | None = None) -> list[RowOutcome]:
    table = read_table(delimited([header or HEADER, *rows]), "x.csv")
    return list(read_rows(table, propose_mapping(table), CONTEXT))


def read(*rows: list[str], header: list[str] | None = None) -> list[RowRead]:
    return [outcome for outcome in outcomes_of(*rows, header=header) if isinstance(outcome, RowRead)]


def bare(outcome: RowOutcome) -> RowOutcome:
    """The outcome without the row as it was written."""
    return outcome if isinstance(outcome, RowSkipped) else replace(outcome, cells=())


def test_all_rows_of_a_number_that_is_used_twice_are_held_with_its_column() -> None:
    first = ["1", "03/04/2021", "Tijuana", "Ana", "F", "20", "", ""]
    outcomes = outcomes_of(first, ["2", *first[1:]], ["1", "13/04/2021", "Altar", "Eva", "F", "30", "", ""])
    held = [bare(one) for one in outcomes if isinstance(one, RowRefusal)]
    assert held == [RowRefusal(2, "Folio", "number_twice"), RowRefusal(4, "Folio", "number_twice")]


def test_a_row_repeated_word_for_word_is_skipped() -> None:
    row = ["1", "13/04/2021", "Tijuana", "Ana", "F", "20", "", ""]
    assert outcomes_of(row, ["2", *row[1:]], row)[2] == RowSkipped(4, "repeated_row")


def test_a_row_that_says_nothing_is_refused() -> None:
    rows = [["1", "13/04/2021", "Tijuana", "Ana", "F", "20", "", ""], ["2", "", "", "desconocido", "", "s/d", "", ""]]
    assert bare(outcomes_of(*rows)[1]) == RowRefusal(3, "", "nothing_said")


def test_a_row_that_is_not_taken_keeps_its_cells_as_they_were_written() -> None:
    row = ["2", "", "", "desconocido", "", "s/d", "", ""]
    (refused,) = outcomes_of(row)
    assert isinstance(refused, RowRefusal)
    assert refused.cells == tuple(row)


def test_each_row_tells_in_codes_what_came_of_it() -> None:
    row = ["1", "13/04/2021", "Altar", "Ana", "F", "20", "", ""]
    outcomes = outcomes_of(row, row, ["2", "raro", "", "Eva", "", "", "", ""], ["Total", "2", "", "", "", "", "", ""])
    warned = [[warning.code for warning in one.warnings] for one in outcomes if isinstance(one, RowRead)]
    assert warned == [[], ["date_unread"]]
    assert [one.code for one in outcomes if isinstance(one, RowSkipped)] == ["repeated_row", "total"]
    assert len(outcomes) == 4


def of_kind(organisation: OrganisationKind | None, *kinds: str) -> list[RowOutcome]:
    rows = [[str(number), "Ana Invented", kind] for number, kind in enumerate(kinds)]
    table = read_table(delimited([["Folio", "Nombre completo", "Tipo de lugar"], *rows]), "x.csv")
    mapping = propose_mapping(table, organisation=organisation)
    return list(read_rows(table, mapping, SheetContext(today=CONTEXT.today, organisation=organisation)))


@pytest.mark.parametrize("place", ["Policía", "Guardia Nacional", "Border Patrol", "شرطة"])
def test_police_is_no_source_and_what_the_sheet_said_stays_in_words(place: str) -> None:
    (row,) = of_kind(None, place)
    assert isinstance(row, RowRead)
    assert row.report.kind is ReportKind.OTHER
    assert row.report.found.words == f"Tipo de lugar: {place}"


def test_a_place_that_the_sender_is_not_stays_in_words() -> None:
    hospital, shelter = of_kind(OrganisationKind.SHELTER, "hospital", "albergue")
    assert isinstance(hospital, RowRead)
    assert isinstance(shelter, RowRead)
    assert (hospital.report.kind, hospital.report.found.words) == (ReportKind.SHELTER, "Tipo de lugar: hospital")
    assert (shelter.report.kind, shelter.report.found.words) == (ReportKind.SHELTER, "")


def test_a_body_in_a_shelters_sheet_is_refused_with_its_column() -> None:
    rows = of_kind(OrganisationKind.SHELTER, "albergue", "morgue")
    assert bare(rows[1]) == RowRefusal(3, "Tipo de lugar", "kind_not_yours")


def test_a_word_makes_no_hospital_a_forensic_service() -> None:
    (row,) = of_kind(OrganisationKind.HOSPITAL, "servicio forense")
    assert isinstance(row, RowRead)
    assert (row.report.kind, row.report.found.words) == (ReportKind.MORTUARY, "Tipo de lugar: servicio forense")


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


def test_a_total_in_the_column_that_counts_rows_is_no_person() -> None:
    rows = [["No", "Nombre", "Edad"], ["1", "Ana Mora", "30"], ["2", "Luis Paz", "40"], ["TOTAL", "", "70"]]
    table = read_table(delimited(rows), "x.csv")
    outcomes = list(read_rows(table, propose_mapping(table), SheetContext(today=datetime.date(2024, 6, 1))))
    assert [type(outcome) for outcome in outcomes] == [RowRead, RowRead, RowSkipped]
