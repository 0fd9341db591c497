"""How the tests of the tables ask what one is made of."""

from collections.abc import Iterator

from sqlalchemy import Table, UniqueConstraint

from search.models import Base


def table_of(model: type[Base]) -> Table:
    """The table that a model is kept in."""
    table = model.__table__
    assert isinstance(table, Table)
    return table


def unique_sets(model: type[Base]) -> set[tuple[str, ...]]:
    """Columns that no two rows share, the primary key left out."""
    return set(_unique_sets(table_of(model)))


def points_at(model: type[Base]) -> dict[str, str]:
    """Columns that name a row of another table, with that table's column."""
    return {column.name: key.target_fullname for column in table_of(model).columns for key in column.foreign_keys}


def _unique_sets(table: Table) -> Iterator[tuple[str, ...]]:
    for constraint in table.constraints:
        if isinstance(constraint, UniqueConstraint):
            yield tuple(column.name for column in constraint.columns)
