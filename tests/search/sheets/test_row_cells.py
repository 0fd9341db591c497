"""The cells of one row are handed out by what their columns mean."""

from search.sheets.column_mapping import ColumnGuess, Mapping
from search.sheets.column_targets import Target
from search.sheets.row_cells import Cells
from search.sheets.sheet_table import SheetRow

HEADERS = ("Lugar", "Municipio", "Notas", "Más")
TARGETS = (Target.FOUND_PLACE, Target.FOUND_PLACE, Target.NOTES, Target.NOTES)
MAPPING = Mapping(tuple(ColumnGuess(at, HEADERS[at], target) for at, target in enumerate(TARGETS)))


def cells(*texts: str) -> Cells:
    return Cells(SheetRow(2, texts), HEADERS, MAPPING)


def test_cells_of_a_target_come_with_their_headers_and_without_empty_ones() -> None:
    row = cells(" Altar ", "Sonora", "", "n/a")
    assert row.pairs(Target.FOUND_PLACE) == [("Lugar", "Altar"), ("Municipio", "Sonora")]
    assert row.pairs(Target.NOTES) == [("Más", "n/a")]
    assert row.pairs(Target.SEX) == []


def test_a_cell_that_says_nothing_is_no_text() -> None:
    row = cells("Altar", "", "n/a", "tos")
    assert row.texts(Target.NOTES) == ["tos"]
    assert (row.text(Target.NOTES), row.text(Target.SEX)) == ("tos", "")


def test_the_words_of_several_columns_are_one_place() -> None:
    place = cells("Altar", "Sonora", "", "").place(Target.FOUND_PLACE)
    assert place is not None
    assert (place.text, place.countries) == ("Altar, Sonora", ("MX",))
    assert cells("", "", "", "").place(Target.FOUND_PLACE) is None


def test_a_row_that_is_too_short_lacks_its_last_columns() -> None:
    assert cells("Altar").texts(Target.NOTES) == []


def test_a_cell_that_is_too_long_to_be_a_value_stays_as_words_and_nothing_of_it_is_lost() -> None:
    from search.sheets.row_cells import LONGEST_READ  # noqa: PLC0415 - the bound of this test alone

    long = "1" + " tatuaje" * (LONGEST_READ // 4)
    row = SheetRow(1, (long, "Ana"))
    mapping = Mapping((ColumnGuess(0, "Señas", Target.MARKS), ColumnGuess(1, "Nombre", Target.FULL_NAME)))
    cells = Cells(row, ("Señas", "Nombre"), mapping)
    assert cells.texts(Target.MARKS) == []
    assert cells.pairs(Target.WORDS) == [("Señas", long)]
    assert cells.text(Target.FULL_NAME) == "Ana"
