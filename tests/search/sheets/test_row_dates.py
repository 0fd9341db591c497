"""Dates of a row, and births that stand in the column of ages."""

import pytest

from search.sheets.column_targets import Target
from tests.search.sheets.one_row import row_of


@pytest.mark.parametrize(
    ("cell", "born"),
    [("12/05/1990", "1990-05-12"), ("3-11-1984", "1984-11-03"), ("1985", "1985-01-01"), ("1990-05-12", "1990-05-12")],
)
def test_a_birth_in_the_column_of_ages_is_a_birth_and_no_age(cell: str, born: str) -> None:
    found = row_of((Target.AGE, "Edad", cell)).report.found
    assert found.age is None
    assert found.birth is not None
    assert found.birth.earliest.isoformat() == born


@pytest.mark.parametrize(("cell", "age"), [("2026-12-08 00:00:00", (8, 12)), ("20-25", (20, 25)), ("1/2", (1, 2))])
def test_an_age_that_a_spreadsheet_took_for_a_date_is_an_age(cell: str, age: tuple[int, int]) -> None:
    found = row_of((Target.AGE, "Edad", cell)).report.found
    assert found.birth is None
    assert found.age is not None
    assert (found.age.low, found.age.high) == age


def test_a_finding_in_the_future_is_kept_and_warned_of_and_a_birth_stays_in_words() -> None:
    read = row_of((Target.FOUND_DATE, "Found", "01/02/2030"), (Target.BIRTH_DATE, "Born", "01/02/2031"))
    found = read.report.found
    assert found.event is not None
    assert found.event.when is not None
    assert found.event.when.earliest.isoformat() == "2030-02-01"
    assert found.birth is None
    assert [(warning.column, warning.code) for warning in read.warnings] == [
        ("Born", "date_unread"),
        ("Found", "date_in_future"),
    ]


@pytest.mark.parametrize(
    ("cell", "warned"),
    [("31/02/2026", 1), ("2025-02-29", 1), ("31-04-2026", 1), ("02/2026", 0), ("00/02/2026", 0)],
)
def test_of_a_day_that_no_month_has_the_month_is_kept_with_a_word(cell: str, warned: int) -> None:
    read = row_of((Target.FOUND_DATE, "Found", cell))
    assert read.report.found.event is not None
    assert [warning.code for warning in read.warnings] == ["no_such_day"] * warned
