"""Cells confirm or refute what a header could mean."""

import pytest

from search.sheets.cell_evidence import REFUTED, borne_out, describe
from search.sheets.column_targets import Target
from search.sheets.sheet_table import SheetRow, Table


def evidence(target: Target, *cells: str) -> float:
    rows = tuple(SheetRow(number, (cell,)) for number, cell in enumerate(cells, start=2))
    return borne_out(target, describe(Table(headers=("Xyzzy",), rows=rows), 0, "en"))


@pytest.mark.parametrize(
    ("target", "cells"),
    [
        (Target.AGE, ["tall", "short", "thin"]),
        (Target.PHONES, ["Yuma", "Red Mesa", "Dry Wash"]),
        (Target.BIRTH_DATE, ["Cento", "Feltre", "Schio"]),
        (Target.FULL_NAME, ["143294", "548914", "351975"]),
        (Target.DOCUMENT, ["yes", "no", "none at all"]),
        (Target.RELATIVE, ["Yes", "no", "Yes"]),
        (Target.MARKS, ["Sí", "No", "Sí"]),
        (Target.PHONES, ["oui", "non", "oui"]),
        (Target.CONDITION, ["مفقود", "تم العثور عليه", "متوفى"]),
        (Target.SENDER_NUMBER, ["A1", "A1", "A1", "A1", "A1", "A2", "A1"]),
    ],
)
def test_cells_that_say_something_else_refute_a_meaning(target: Target, cells: list[str]) -> None:
    assert evidence(target, *cells) <= REFUTED


@pytest.mark.parametrize(
    ("target", "cells"),
    [
        (Target.AGE, ["20", "31", "about 40"]),
        (Target.FULL_NAME, ["Ana Mora", "Luis Paz", "Eva Ruiz"]),
        (Target.BIRTH_DATE, ["1990-05-12", "1991", "12/05/1990"]),
        (Target.NOTES, ["anything", "1", "x"]),
        (Target.SENDER_NUMBER, ["0", "1", "2"]),
        (Target.OUTCOME, ["vivo", "fallecido", "vivo"]),
        (Target.CONDITION, ["fracture", "burns", "good"]),
    ],
)
def test_cells_of_the_kind_refute_nothing(target: Target, cells: list[str]) -> None:
    assert evidence(target, *cells) >= 0


def test_a_count_is_seen_in_a_column_of_any_length() -> None:
    for rows in (3, 200, 2000):
        cells = tuple(SheetRow(n, (str(n),)) for n in range(1, rows + 1))
        assert describe(Table(headers=("No",), rows=cells), 0, "en").counts
