"""Columns that contradict each other are made to agree, and what lost its field says so."""

import pytest

from search.sheets.cell_evidence import Column, describe
from search.sheets.column_agreement import settle
from search.sheets.column_mapping import ColumnGuess
from search.sheets.column_targets import Target
from search.sheets.mapping_proposal import propose_mapping
from search.sheets.sheet_table import SheetRow, Table


def columns(headers: list[str], rows: list[list[str]]) -> list[Column]:
    table = Table(
        headers=tuple(headers), rows=tuple(SheetRow(number, tuple(row)) for number, row in enumerate(rows, start=2))
    )
    return [describe(table, at, "en") for at in range(len(headers))]


def settled(rows: list[list[str]], *claims: tuple[str, Target, float]) -> list[tuple[Target, str]]:
    guesses = [ColumnGuess(at, header, target, score) for at, (header, target, score) in enumerate(claims)]
    found = settle(guesses, columns([header for header, _, _ in claims], rows))
    return [(guess.target, guess.doubt) for guess in found]


@pytest.mark.parametrize(
    ("first", "second", "targets"),
    [
        (("Nombre", Target.FULL_NAME), ("Apellidos", Target.FAMILY), (Target.GIVEN, Target.FAMILY)),
        (("", Target.FULL_NAME), ("Prénom", Target.GIVEN), (Target.FAMILY, Target.GIVEN)),
        (("Nombre", Target.GIVEN), ("Edad", Target.AGE), (Target.FULL_NAME, Target.AGE)),
        (("Prénom", Target.GIVEN), ("Age", Target.AGE), (Target.GIVEN, Target.AGE)),
    ],
)
def test_names_complete_each_other(
    first: tuple[str, Target], second: tuple[str, Target], targets: tuple[Target, Target]
) -> None:
    found = settled([["Ana", "Cruz"]], (*first, 1.0), (*second, 1.0))
    assert tuple(target for target, _ in found) == targets


def test_of_two_dates_the_best_named_is_the_finding_and_the_other_stays_in_words() -> None:
    rows = [["2021-03-04", "2021-03-09"]]
    assert settled(rows, ("Date", Target.FOUND_DATE, 0.8), ("Date found", Target.FOUND_DATE, 1.0)) == [
        (Target.WORDS, "second_column"),
        (Target.FOUND_DATE, ""),
    ]


def test_two_dates_that_are_named_as_well_are_both_asked() -> None:
    columns_of_days = columns(["Date", "Date"], [["2021-03-04", "2021-03-09"]])
    guesses = [ColumnGuess(at, "Date", Target.FOUND_DATE, 1.0) for at in (0, 1)]
    found = settle(guesses, columns_of_days)
    assert [(g.target, g.suggested, g.must_answer) for g in found] == [
        (Target.FOUND_DATE, None, True),
        (Target.WORDS, Target.FOUND_DATE, True),
    ]


@pytest.mark.parametrize(("born", "target"), [("2015", Target.BIRTH_DATE), ("2016", Target.WORDS)])
def test_of_two_dates_the_one_more_than_five_years_earlier_is_perhaps_the_birth(born: str, target: Target) -> None:
    rows = [["2021-03-04", f"{born}-03-04"]]
    found = settled(rows, ("Date", Target.FOUND_DATE, 1.0), ("Date", Target.FOUND_DATE, 1.0))
    assert found == [(Target.FOUND_DATE, "second_column"), (target, "second_column")]


def test_a_country_beside_a_nationality_is_where_the_person_was_found() -> None:
    rows = [["Honduras", "Honduran"]]
    claims = (("Country", Target.NATIONALITY, 0.9), ("Nationality", Target.NATIONALITY, 1.0))
    assert [target for target, _ in settled(rows, *claims)] == [Target.FOUND_COUNTRY, Target.NATIONALITY]
    assert [target for target, _ in settled(rows, claims[0])] == [Target.NATIONALITY]


@pytest.mark.parametrize(
    ("distinct", "rows", "expected"),
    [
        (8, 8, (Target.SENDER_NUMBER, "")),
        (7, 8, (Target.SENDER_NUMBER, "")),
        (6, 8, (Target.WORDS, "numbers_repeat")),
        (4, 7, (Target.SENDER_NUMBER, "")),
    ],
)
def test_numbers_that_repeat_in_a_fifth_of_eight_rows_tell_nothing_apart(
    distinct: int, rows: int, expected: tuple[Target, str]
) -> None:
    cells = [[f"A-{n % distinct}"] for n in range(rows)]
    assert settled(cells, ("Case", Target.SENDER_NUMBER, 1.0)) == [expected]


def test_a_count_of_rows_is_no_number_and_under_a_word_for_case_it_is_asked() -> None:
    rows = [["1", "X-9"], ["2", "X-7"]]
    assert settled(rows, ("No", Target.ROW_COUNTER, 1.0)) == [(Target.ROW_COUNTER, "")]
    case = ("Case", Target.SENDER_NUMBER, 1.0)
    assert settled(rows, case) == [(Target.SENDER_NUMBER, "counter_or_number")]
    assert settled(rows, case, ("Ref", Target.SENDER_NUMBER, 1.0)) == [
        (Target.ROW_COUNTER, ""),
        (Target.SENDER_NUMBER, ""),
    ]
    assert settled([["0001"], ["0002"]], case) == [(Target.SENDER_NUMBER, "")]


def test_two_columns_that_claim_one_name_are_both_asked() -> None:
    given = ("Given", Target.GIVEN, 1.0)
    assert settled([["Ana", "Eva"]], given, given) == [(Target.GIVEN, "second_column"), (Target.WORDS, "second_column")]


def test_a_column_without_a_header_right_of_a_name_goes_on_with_it_and_is_asked() -> None:
    rows = [["Ana", "María", "Mora", "Paz"]]
    found = settled(
        rows,
        ("Given", Target.GIVEN, 1.0),
        ("", Target.WORDS, 0.0),
        ("Family", Target.FAMILY, 1.0),
        ("", Target.WORDS, 0.0),
    )
    assert found[1][1] == found[3][1] == "second_column"
    assert found[3][0] is Target.SECOND_FAMILY


def test_a_few_names_over_many_rows_are_asked() -> None:
    names = ("Name", Target.FULL_NAME, 1.0)
    rows = [[("Dry Wash", "Red Mesa")[n % 2]] for n in range(40)]
    assert settled(rows, names) == [(Target.FULL_NAME, "few_names")]
    assert settled(rows[:20], names) == [(Target.FULL_NAME, "")]


def test_the_surer_column_has_the_field_and_the_other_keeps_its_words() -> None:
    rows = [["M", "F"]]
    assert settled(rows, ("Sex", Target.SEX, 0.8), ("Gender", Target.SEX, 1.0)) == [
        (Target.WORDS, "second_column"),
        (Target.SEX, ""),
    ]
    assert settled(rows, ("Hair", Target.HAIR, 1.0), ("Hair 2", Target.HAIR, 0.8))[1] == (Target.NOTES, "second_column")
    assert settled(rows, ("Notes", Target.NOTES, 1.0), ("Remarks", Target.NOTES, 0.8))[1] == (Target.NOTES, "")


def test_towns_they_came_from_beside_a_nationality_are_their_homes() -> None:
    table = Table(
        headers=("Nationalité", "Provenance"),
        rows=tuple(SheetRow(at, ("guinéenne", "Italie")) for at in range(2, 6)),
    )
    found = [guess.target for guess in propose_mapping(table).columns]
    assert found == [Target.NATIONALITY, Target.RESIDENCE]


def test_places_that_are_positions_are_positions_once() -> None:
    cells = ("(41.8801, -87.6301)",)
    alone = Table(headers=("Location",), rows=tuple(SheetRow(at, cells) for at in range(2, 6)))
    beside = Table(
        headers=("Location", "Latitude", "Longitude"),
        rows=tuple(SheetRow(at, (*cells, "41.8801", "-87.6301")) for at in range(2, 6)),
    )
    assert propose_mapping(alone).columns[0].target is Target.COORDINATES
    assert propose_mapping(beside).columns[0].target is Target.WORDS


def test_a_column_without_a_cell_contests_nothing() -> None:
    table = Table(
        headers=("Check in date", "Date of arrival"), rows=tuple(SheetRow(at, ("14/03/2026", "")) for at in range(2, 6))
    )
    assert [(guess.target, guess.doubt) for guess in propose_mapping(table).columns] == [
        (Target.FOUND_DATE, ""),
        (Target.IGNORE, ""),
    ]


def test_a_number_that_nobody_knows_is_asked_about_where_nothing_else_numbers_the_rows() -> None:
    rows = tuple(SheetRow(at, (f"AZ{at}", "Ana Mora")) for at in range(2, 8))
    lone = propose_mapping(Table(headers=("AZR-Nr.", "Name"), rows=rows)).columns[0]
    assert (lone.target, lone.suggested, lone.must_answer) == (Target.WORDS, Target.SENDER_NUMBER, True)
    numbered = tuple(SheetRow(row.number, (*row.cells, f"C-{row.number}")) for row in rows)
    beside = propose_mapping(Table(headers=("AZR-Nr.", "Name", "Case number"), rows=numbered)).columns[0]
    assert not beside.must_answer


def test_times_beside_days_are_no_births() -> None:
    rows = tuple(SheetRow(at, (f"{at:02}/03/2026", "0930")) for at in range(2, 8))
    found = propose_mapping(Table(headers=("Date of death", "Time of death"), rows=rows)).columns
    assert [guess.target for guess in found] == [Target.FOUND_DATE, Target.WORDS]
