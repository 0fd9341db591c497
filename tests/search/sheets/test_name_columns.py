"""Two columns under one word for a name are asked about; a full name beside a family name stays whole."""

import pytest

from search.sheets.column_targets import Target
from search.sheets.mapping_proposal import propose_mapping
from search.sheets.sheet_table import SheetRow, Table

ROWS = (("Luis", "Mora"), ("Ana", "Ruiz"), ("Eva", "Paz"))


def read(first: str, second: str, rows: tuple[tuple[str, str], ...] = ROWS) -> list[tuple[Target, str]]:
    table = Table(headers=(first, second), rows=tuple(SheetRow(at, row) for at, row in enumerate(rows, start=2)))
    return [(guess.target, guess.doubt) for guess in propose_mapping(table).columns]


@pytest.mark.parametrize("header", ["Nombre", "Name", "الاسم"])
def test_two_columns_of_one_heading_are_the_given_and_the_family_name_as_is_asked(header: str) -> None:
    assert read(header, header) == [(Target.GIVEN, "second_column"), (Target.FAMILY, "second_column")]


@pytest.mark.parametrize(("full", "family"), [("Full name", "Surname"), ("ФИО", "Фамилия"), ("ሙሉ ስም", "የቤተሰብ ስም")])
def test_a_full_name_beside_a_family_name_stays_whole(full: str, family: str) -> None:
    rows = (("Luis Mora", "Mora"), ("Ana Ruiz", "Ruiz"), ("Eva Paz", "Paz"))
    assert read(full, family, rows)[0] == (Target.FULL_NAME, "")


def test_a_title_over_names_says_less_than_the_headings_below_it() -> None:
    assert read("Nombre › Nombres", "Nombre › Apellidos") == [(Target.GIVEN, ""), (Target.FAMILY, "")]


def test_a_column_without_a_heading_goes_on_with_a_name_written_small() -> None:
    found = read("Apellidos", "", (("Mora", "ruiz"), ("Paz", "gil"), ("Sol", "rey")))
    assert found[1] == (Target.SECOND_FAMILY, "second_column")


def test_whole_names_under_a_word_for_the_given_name_alone_are_whole() -> None:
    table = Table(headers=("Prénom", "Age"), rows=tuple(SheetRow(at, ("Ana Mora Paz", "30")) for at in range(2, 5)))
    assert propose_mapping(table).columns[0].target is Target.FULL_NAME


@pytest.mark.parametrize(
    ("cells", "meant"),
    [(("Cruz", "Reyes", "Lopez"), Target.WORDS), (("Ivanovich", "Petrovna", "Olegovich"), Target.FATHER)],
)
def test_a_middle_name_is_the_fathers_where_it_is_built_so(cells: tuple[str, ...], meant: Target) -> None:
    rows = tuple(zip(("Luis", "Ana", "Eva"), cells, strict=True))
    assert read("First name", "Middle name", rows)[1] == (meant, "")


def test_a_word_for_a_family_name_and_a_nickname_is_asked_about_beside_a_full_name() -> None:
    rows = (("Luis Mora Paz", "Lula"), ("Ana Ruiz Sol", "Nana"), ("Eva Paz Gil", "Vivi"))
    assert read("Nome completo", "Apelido", rows)[1] == (Target.NICKNAME, "is_this_right")
