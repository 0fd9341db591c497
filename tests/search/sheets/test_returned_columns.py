"""A sheet of rows that were not taken is read as its sender keeps it."""

from search.sheets.returned_columns import without_returned
from search.sheets.returned_names import REASON, ROW
from search.sheets.sheet_table import read_table


def test_our_own_columns_are_taken_off_and_what_they_say_of_each_row_is_kept() -> None:
    text = f"{REASON};Name;{ROW};Age\nno date;Ana;abc-0-1;20\n;Luis;;30\n"
    table, said = without_returned(read_table(text.encode(), "rows.csv"))
    assert table.headers == ("Name", "Age")
    assert [row.cells for row in table.rows] == [("Ana", "20"), ("Luis", "30")]
    assert said == {("", 2): "abc-0-1"}


def test_any_other_sheet_stays_as_it_is() -> None:
    table = read_table(b"Name;Reason;Row\nAna;lost;2\n", "list.csv")
    assert without_returned(table) == (table, {})
