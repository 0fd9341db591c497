"""The second revision leaves what was stored before it as it was, forwards and backwards."""

import uuid
from collections.abc import Iterator

import pytest
from alembic import command
from sqlalchemy import TableClause, Uuid, column, inspect, select, table

from matching import Engine
from search.models import Base
from search.storage.database import Database, migration_config
from search.storage.encryption import Vault

FIRST, SECOND = "0001", "0002"
NEW = {"incidents", "duplicate_proposals", "duplicate_judgements"}
# Of its columns those that the first revision made.
ORGANISATIONS = table("organisations", column("id", Uuid()), column("name"), column("kind"))
CLOCK = Base.metadata.tables["registry_clock"]


@pytest.fixture
def before(empty_database_url: str, vault: Vault) -> Iterator[Database]:
    """A registry of the first revision with something in it."""
    opened = Database.open(empty_database_url, vault, Engine.load())
    opened.migrate(FIRST)
    with opened.transaction() as session:
        session.execute(
            ORGANISATIONS.insert().values(id=uuid.UUID(int=7), name="Committee (invented)", kind="committee")
        )
        session.execute(CLOCK.update().values(value=41))
    yield opened
    opened.close()


def test_what_was_stored_is_there_after_the_revision_and_after_the_way_back(before: Database) -> None:
    assert NEW.isdisjoint(tables(before))
    stored = rows(before)
    before.migrate(SECOND)
    assert tables(before) >= NEW
    assert rows(before) == stored
    with before.engine.execution_options(ovillo_writes=True).begin() as connection:
        command.downgrade(migration_config(connection), FIRST)
    assert NEW.isdisjoint(tables(before))
    assert rows(before) == stored


def test_the_new_tables_begin_empty(before: Database) -> None:
    before.migrate(SECOND)
    assert [read(before, Base.metadata.tables[name]) for name in NEW] == [[], [], []]


def tables(database: Database) -> set[str]:
    with database.engine.connect() as connection:
        return set(inspect(connection).get_table_names())


def rows(database: Database) -> list[list[tuple[object, ...]]]:
    return [read(database, one) for one in (ORGANISATIONS, CLOCK)]


def read(database: Database, which: TableClause) -> list[tuple[object, ...]]:
    with database.engine.connect() as connection:
        return [tuple(row) for row in connection.execute(select(which))]
