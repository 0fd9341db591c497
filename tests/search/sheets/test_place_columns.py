"""A department is a part of a country beside a municipality, and a ward beside a bed."""

import pytest

from search.sheets.column_targets import Target
from search.sheets.mapping_proposal import propose_mapping
from search.sheets.sheet_table import read_table


def target(text: str, header: str) -> Target:
    columns = propose_mapping(read_table(text.encode(), "x.csv")).columns
    return next(column.target for column in columns if column.header == header)


@pytest.mark.parametrize(
    ("text", "header", "meant"),
    [
        ("Name,Bed,Department\nAna Prueba,4,Trauma\n", "Department", Target.WORDS),
        ("Name,Department,Municipality\nAna Prueba,Nariño,Pasto\n", "Department", Target.FOUND_PLACE),
        ("Nombre,Cama,Departamento\nAna Prueba,4,Urgencias\n", "Departamento", Target.WORDS),
        ("Nombre,Fecha,Departamento\nAna Prueba,13/02/2019,Nariño\n", "Departamento", Target.FOUND_PLACE),
    ],
)
def test_a_department_is_what_the_columns_beside_it_say(text: str, header: str, meant: Target) -> None:
    assert target(text, header) is meant
