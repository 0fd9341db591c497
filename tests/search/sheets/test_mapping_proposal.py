"""Which column means what, and what of it must be asked."""

import pytest

from search.sheets.column_targets import Target
from search.sheets.mapping_proposal import propose_mapping, sheet_language
from search.sheets.sheet_table import Table, read_table
from tests.search.sheets.layout_files import delimited


def table_of(*rows: list[str]) -> Table:
    return read_table(delimited(list(rows)), "x.csv")


def test_an_order_that_nothing_proves_is_a_doubt_in_english() -> None:
    rows = [[f"A-{n}", f"0{n}/0{n + 1}/2021", "Ann"] for n in range(1, 6)]
    mapping = propose_mapping(table_of(["Case", "Date found", "Name"], *rows))
    assert [(column.header, column.doubt) for column in mapping.doubts] == [("Date found", "date_order")]


def test_a_value_for_sex_that_means_nothing_is_a_doubt_until_it_is_answered() -> None:
    table = table_of(
        ["Case", "Name", "Sex"], ["A1", "Ann", "F"], ["A2", "Bea", "F"], ["A3", "Carl", "M"], ["A4", "Dan", "Q"]
    )
    assert [(c.header, c.doubt) for c in propose_mapping(table).doubts] == [("Sex", "sex_coding")]
    assert propose_mapping(table, overrides={"sex.q": "male"}).doubts == ()


@pytest.mark.parametrize(
    ("headers", "language"),
    [
        (["Folio", "Fecha de hallazgo", "Apellidos"], "es"),
        (["Numéro", "Date de naissance", "Prénom"], "fr"),
        (["Vorname", "Nachname", "Geburtsdatum"], "de"),
        (["رقم الملف", "الاسم", "تاريخ الميلاد"], "ar"),
        (["xx", "yy"], "en"),
        ([], "en"),
    ],
)
def test_the_language_of_a_sheet_is_that_of_most_of_its_headers(headers: list[str], language: str) -> None:
    assert sheet_language(Table(headers=tuple(headers), rows=())) == language


def test_a_number_of_another_kind_tells_rows_apart_only_where_none_repeats() -> None:
    distinct = table_of(["Body tag", "Date found"], ["T1", "2021-02-03"], ["T2", "2021-02-04"])
    repeated = table_of(["Body tag", "Date found"], ["T1", "2021-02-03"], ["T1", "2021-02-04"])
    assert propose_mapping(distinct).number_column == 0
    assert propose_mapping(repeated).number_column == -1


def test_a_remembered_answer_goes_before_the_guess_and_an_override_before_both() -> None:
    table = table_of(["Folio", "Zeta"], ["1", "x"])
    remembered = {"column.1": "notes"}
    assert propose_mapping(table, remembered).columns[1].target is Target.NOTES
    assert propose_mapping(table, remembered, {"column.1": "nickname"}).columns[1].target is Target.NICKNAME


def test_an_answered_language_reads_the_letters_for_sex() -> None:
    table = table_of(["Case", "Sex"], ["1", "V"], ["2", "M"])
    assert propose_mapping(table, overrides={"language": "nl"}).sex_coding == {"v": "female", "m": "male"}
    assert propose_mapping(table, overrides={"language": "es"}).sex_coding == {"v": "male", "m": "female"}


@pytest.mark.parametrize("header", ["Quién", "Who came in", "Huésped"])
def test_names_that_no_header_names_are_asked_about_where_the_sheet_has_no_other(header: str) -> None:
    rows = "A-1,Ana Prueba,tatuaje\nA-2,Luis Ejemplo,\nA-3,Eva Modelo,\n"
    column = propose_mapping(read_table(f"Ref,{header},Notas\n{rows}".encode(), "x.csv")).columns[1]
    assert (column.target, column.suggested, column.must_answer) == (Target.WORDS, Target.FULL_NAME, True)
    beside = propose_mapping(read_table(f"Nombre,{header},Notas\n{rows.replace('A-', 'Bo ')}".encode(), "x.csv"))
    assert not beside.columns[1].must_answer
