"""What a row cannot take stays in words, under the field of its column."""

from search.sheets.column_targets import Target
from search.vocabulary import ReportKind
from tests.search.sheets.one_row import keeping


def test_a_cell_without_a_field_is_kept_among_the_words_of_the_row() -> None:
    row = keeping((Target.KIND, "Lugar", "zarzuela"))
    row.note(Target.KIND, "Lugar", "zarzuela")
    assert row.unread == [("description.words", "Lugar: zarzuela")]


def test_where_somebody_lived_who_died_is_kept_with_the_description() -> None:
    row = keeping(kind=ReportKind.MORTUARY)
    row.note(Target.RESIDENCE, "Domicilio", "x")
    assert row.unread == [("description.residence", "Domicilio: x")]


def test_a_cell_that_is_not_read_is_warned_of_and_a_blank_one_passed_over() -> None:
    row = keeping((Target.AGE, "Edad", "-"), (Target.AGE, "Edad 2", "mucha"))
    assert row.read_each(Target.AGE, lambda _cell: None, "age_unread") == []
    assert row.warnings == [("Edad 2", "age_unread")]
