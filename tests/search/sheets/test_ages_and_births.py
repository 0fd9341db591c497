"""Ages that are seven or eight years away from the births beside them say that a calendar was misread."""

import pytest

from search.sheets.mapping_proposal import propose_mapping
from search.sheets.sheet_table import SheetRow, Table

HEADERS = ("Full name", "Date of birth", "Age", "Date found")


def doubt(rows: list[tuple[str, str, str]], answers: dict[str, str] | None = None) -> str:
    cells = [("Abebe Kebede", *row) for row in rows]
    table = Table(headers=HEADERS, rows=tuple(SheetRow(at, row) for at, row in enumerate(cells, start=2)))
    return propose_mapping(table, None, answers).columns[1].doubt


ETHIOPIAN = [("13/6/1983", "35", "14/03/2026"), ("21/1/1990", "28", "15/03/2026"), ("30/2/1975", "43", "16/03/2026")]


def test_births_of_another_calendar_are_asked_about() -> None:
    rows = [*ETHIOPIAN, ("17/4/1999", "19", "17/03/2026")]
    assert doubt(rows) == "calendar"
    assert doubt(rows, {"calendar.1": "ethiopian"}) == ""
    assert doubt(rows, {"calendar.1": "gregorian"}) == ""


def test_births_of_two_figures_of_the_buddhist_era_are_asked_about() -> None:
    rows = [("13/6/20", "41", "14/03/2019"), ("21/1/30", "31", "15/03/2019"), ("30/4/25", "36", "16/03/2019")]
    assert doubt([*rows, ("17/4/40", "21", "17/03/2019")]) == "calendar"


@pytest.mark.parametrize(
    "rows",
    [
        ETHIOPIAN,
        [("13/6/1983", "42", "14/03/2026")] * 5,
        [("13/6/1983", "35", "14/03/2026"), *[("13/6/1983", "42", "14/03/2026")] * 5],
        [("13/6/1983", "12", "14/03/2026")] * 5,
        [("13/6/1983", "aprox 35", "14/03/2026")] * 5,
    ],
    ids=["few rows", "right", "one slip", "too far", "estimates"],
)
def test_ages_that_fit_or_prove_nothing_ask_nothing(rows: list[tuple[str, str, str]]) -> None:
    assert doubt(rows) == ""
