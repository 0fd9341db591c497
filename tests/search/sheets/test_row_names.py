"""Names of a row: each cell whole, or kept in words."""

from matching.record import NameKind
from search.sheets.column_targets import Target
from tests.search.sheets.one_row import row_of


def test_a_parent_who_stands_in_the_cell_for_the_name_is_the_parent() -> None:
    read = row_of((Target.FULL_NAME, "Name", "Infant of Irma Soto"))
    assert [(name.text, name.kind) for name in read.report.found.names] == [("Irma Soto", NameKind.MOTHER)]
    assert [note.words for note in read.report.found.notes] == ["Name: Infant of Irma Soto"]


def test_several_people_in_a_cell_are_warned_of_and_kept() -> None:
    read = row_of((Target.FULL_NAME, "Nombre", "Irma Soto, Pedro Soto, Eva Soto"), (Target.AGE, "Edad", "30"))
    assert read.report.found.names == ()
    assert [(warning.column, warning.code) for warning in read.warnings] == [("Nombre", "several_people")]
    assert [note.words for note in read.report.found.notes] == ["Nombre: Irma Soto, Pedro Soto, Eva Soto"]


def test_a_cell_that_is_one_name_is_not_kept_twice() -> None:
    read = row_of((Target.FULL_NAME, "Nombre", "Irma Soto"))
    assert read.report.found.notes == ()
