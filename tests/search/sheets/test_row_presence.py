"""Rows that were only prepared are no persons; rows that equal each other are."""

import datetime

import pytest

from search.sheets.mapping_proposal import propose_mapping
from search.sheets.row_presence import speaking_rows
from search.sheets.sheet_reading import SheetQuestion
from search.sheets.sheet_table import read_table
from search.sheets.sheet_understanding import understand
from tests.fixtures.growth import grows_in_proportion
from tests.search.sheets.layout_files import delimited

NAMES = ["Ana", "Luis", "Eva", "Leo"]
HEADER = ["Id event", "date", "location", "name", "age", "nationality", "Cause of death"]


def person(number: int) -> list[str]:
    day, name = f"2026-0{number % 8 + 1}-11", f"{NAMES[number % 4]} {chr(65 + number % 20)}rueba"
    return [str(number), day, f"Place {number % 3}", name, str(20 + number % 40), "Sudan", f"Cause {number % 2}"]


def kept(header: list[str], *rows: list[str]) -> list[int]:
    table = read_table(delimited([header, *rows]), "x.csv")
    return [row.number for row in speaking_rows(table, propose_mapping(table))[0].rows]


@pytest.mark.parametrize(
    "prepared",
    [
        ["{}", "", "", "", "", "", ""],
        ["E-{}", "", "", "", "", "", ""],
        ["{}", "", "Calais", "", "", "", ""],
        ["{}", "", "", "", "", "", "Drowning"],
        ["{}", "", "Calais", "", "", "Sudan", "Drowning"],
        ["", "", "", "", "0", "", ""],
    ],
)
def test_rows_that_say_what_every_row_says_are_empty(prepared: list[str]) -> None:
    persons = [person(n) for n in range(1, 13)]
    rows = [[cell.format(n) for cell in prepared] for n in range(13, 400)]
    assert kept(HEADER, *persons, *rows) == list(range(2, 14))


def test_numbers_of_unknown_meaning_alone_are_no_person() -> None:
    header = ["Folio", "Nombre", "Edad", "Qzx", "Wvt"]
    rows = [["1", "Ana Prueba", "20", "7", "3.5"], ["2", "", "", "8", "4.5"], ["3", "Luis Mora", "30", "", "1"]]
    assert kept(header, *rows) == [2, 4]


def test_six_men_whom_nothing_tells_apart_are_six_rows() -> None:
    equal = [[str(n), "2026-03-01", "Lampedusa", "", "", "", "Drowning"] for n in range(1, 7)]
    assert len(kept(HEADER, *equal)) == 6


@pytest.mark.parametrize("named", [0, 1, 5, 59])
def test_bodies_found_together_stay_however_few_have_a_name(named: int) -> None:
    header = ["No", "Name", "Sex", "Date found", "Place found"]
    rows = [
        [str(n), f"Ana Prueba {chr(65 + n)}" if n <= named else "", "M", "2026-03-01", "Lampedusa"]
        for n in range(1, 61)
    ]
    assert len(kept(header, *rows)) == 60


def test_the_sex_of_each_row_is_no_preparation_where_nothing_else_is_known() -> None:
    rows = [[str(n), "F" if n == 4 else "M"] for n in range(1, 41)]
    assert len(kept(["No", "Sex"], *rows)) == 40


def test_a_code_of_its_own_here_and_there_is_a_row_that_says_nothing() -> None:
    rows = [["SH-1", "Ana Prueba", "20"], ["SH-2", "", ""], ["SH-3", "Luis Mora", "30"]]
    assert kept(["Case No", "Name", "Age"], *rows) == [2, 3, 4]


def test_a_sheet_numbered_to_its_last_row_takes_time_in_proportion_to_its_rows() -> None:
    def read(last: int) -> None:
        rows = [person(n) for n in range(1, 37)] + [[str(n), *[""] * 6] for n in range(37, last)]
        asked = SheetQuestion(
            filename="x.csv",
            content=delimited([HEADER, *rows]),
            today=datetime.date(2026, 11, 29),
            organisation=None,
            sender="",
        )
        reading = understand(asked)
        assert (len(reading.rows), sum(reading.skipped.values())) == (36, max(last - 37, 0))

    assert grows_in_proportion(read, 65_536 // 8)
