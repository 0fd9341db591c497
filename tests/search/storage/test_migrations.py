"""The migrations make what the models describe, forwards and backwards, on both databases."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata, produce_migrations
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, select, text

from matching import Engine
from search.models import AuditHead, Base, RegistryClock
from search.storage.chain_heads import chain_start
from search.storage.database import Database, migration_config
from search.storage.encryption import Vault
from tests.search.accounts.lived_in import live
from tests.search.scene import Scene, found


@pytest.fixture
def unmigrated(empty_database_url: str, vault: Vault) -> Iterator[Database]:
    opened = Database.open(empty_database_url, vault, Engine.load())
    yield opened
    opened.close()


def test_the_migrated_schema_is_what_the_models_describe(database: Database) -> None:
    with connected(database) as connection:
        assert compare_metadata(context(connection), Base.metadata) == []


def test_nothing_is_left_to_generate(database: Database) -> None:
    with connected(database) as connection:
        operations = produce_migrations(context(connection), Base.metadata).upgrade_ops
    assert operations is not None
    assert operations.is_empty()


def test_a_comparison_would_show_a_missing_column(database: Database) -> None:
    with database.engine.begin() as connection:
        connection.execute(text("ALTER TABLE consents DROP COLUMN language"))
    with connected(database) as connection:
        (difference,) = compare_metadata(context(connection), Base.metadata)
    assert difference[0] == "add_column"


def test_a_new_registry_has_its_clock_and_its_audit_head(database: Database) -> None:
    with database.reading() as session:
        assert session.scalars(select(RegistryClock.value)).one() == 0
        head = session.scalars(select(AuditHead)).one()
    assert head.chain_id is not None
    assert (head.sequence, head.mac) == (0, chain_start(database.vault, head.chain_id))


def test_migrating_again_changes_nothing(database: Database) -> None:
    before = schema(database)
    database.migrate()
    assert schema(database) == before


def test_the_way_back_leaves_no_table_and_the_way_forward_gives_the_same_again(unmigrated: Database) -> None:
    unmigrated.migrate()
    first = schema(unmigrated)
    assert set(first) == {table.name for table in Base.metadata.sorted_tables} | {"alembic_version"}
    with unmigrated.engine.execution_options(ovillo_writes=True).begin() as connection:
        command.downgrade(migration_config(connection), "base")
    assert set(schema(unmigrated)) == {"alembic_version"}
    unmigrated.migrate()
    assert schema(unmigrated) == first


def test_revisions_are_one_line(unmigrated: Database) -> None:
    with connected(unmigrated) as connection:
        scripts = ScriptDirectory.from_config(migration_config(connection))
    assert len(scripts.get_heads()) == 1
    assert len(scripts.get_bases()) == 1


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize("back_to", ["0016", "0014"])
def test_a_table_is_made_anew_while_rows_of_others_point_at_it(
    scene: Scene, back_to: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    live(scene, monkeypatch)
    before = rows_by_table(scene.database)
    with scene.database._changing_tables() as connection:
        command.downgrade(migration_config(connection), back_to)
    had_a_place = set(rows_by_table(scene.database))
    scene.database.migrate()
    # What an older schema had no place for is gone, and what 0018 forgets of senders; nothing else that it had.
    lost = {table for table, rows in before.items() if rows_by_table(scene.database)[table] < rows}
    assert before["match_proposals"] > 0
    assert "match_proposals" in had_a_place
    assert lost & had_a_place <= {"report_revisions", "door_sessions", "alarms", "sender_profiles"}


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_a_migration_that_leaves_rows_which_point_at_nothing_is_taken_back(scene: Scene) -> None:
    scene.report(found("Wilmar Quispe", 1, sender_number="S1"))

    def leave_dangling() -> None:
        with scene.database._changing_tables() as connection:
            connection.execute(text("DELETE FROM records"))

    with pytest.raises(RuntimeError, match="point at nothing"):
        leave_dangling()
    assert rows_by_table(scene.database)["records"] == 1
    with scene.database.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1


def rows_by_table(database: Database) -> dict[str, int]:
    """How many rows each table holds."""
    with connected(database) as connection:
        tables = inspect(connection).get_table_names()
        return {table: connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one() for table in tables}  # noqa: S608 - names from the schema itself


@contextmanager
def connected(database: Database) -> Iterator[Connection]:
    with database.engine.connect() as connection:
        yield connection


def context(connection: Connection) -> MigrationContext:
    return MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})


def schema(database: Database) -> dict[str, tuple[list[str], list[str], list[str]]]:
    """Columns, indexes and foreign keys of every table, as the database tells them."""
    with connected(database) as connection:
        inspector = inspect(connection)
        return {
            table: (
                sorted(f"{c['name']} {c['type']} {c['nullable']}" for c in inspector.get_columns(table)),
                sorted(f"{i['name']} {i['column_names']} {i['unique']}" for i in inspector.get_indexes(table)),
                sorted(f"{k['name']} {k['constrained_columns']}" for k in inspector.get_foreign_keys(table)),
            )
            for table in inspector.get_table_names()
        }
