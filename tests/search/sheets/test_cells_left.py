"""A cell is understood as a whole, or its words stand in the report; what is lost is said to whoever reads the row."""

import pytest

from search.commands import ReportFound
from search.documents import Description
from search.sheets.cells_left import cells_left
from search.sheets.column_mapping import ColumnGuess, Mapping
from search.sheets.column_targets import Target
from search.sheets.row_cells import Cells
from search.sheets.sheet_table import SheetRow
from search.vocabulary import ReportKind


def left(target: Target, cell: str, *, words: str = "", kept: tuple[str, ...] = ()) -> list[str]:
    mapping = Mapping(columns=(ColumnGuess(0, "Asked", target, 1.0),), number_column=-1, kind=ReportKind.SHELTER)
    cells = Cells(SheetRow(2, (cell,)), ("Asked",), mapping)
    report = ReportFound(kind=ReportKind.SHELTER, found=Description(words=words, community="Hausa"))
    return [one for _, _, one in cells_left(cells, report, list(kept))]


@pytest.mark.parametrize(
    ("target", "cell", "is_left"),
    [
        (Target.HAIR, "brown", False),
        (Target.HAIR, "light chestnut hair", True),
        (Target.SEX, "F", False),
        (Target.SEX, "female, perhaps", True),
        (Target.KIND, "refugio", False),
        (Target.KIND, "shelter of the harbour", True),
        (Target.COMMUNITY, "Hausa", False),
        (Target.COMMUNITY, "Hausa of the north", True),
        (Target.LATITUDE, "31.79", True),
        (Target.PHONES, "600 111 222 (mother)", True),
        (Target.IGNORE, "anything", False),
        (Target.HAIR, "unknown", False),
    ],
)
def test_a_cell_is_left_where_a_word_of_it_would_be_lost(target: Target, cell: str, *, is_left: bool) -> None:
    assert left(target, cell) == [cell] * is_left


def test_what_was_put_aside_or_stands_among_the_words_is_not_left() -> None:
    assert left(Target.HAIR, "light chestnut", kept=("Hair: light chestnut",)) == []
    assert left(Target.HAIR, "light chestnut", words="Hair: light chestnut") == []
