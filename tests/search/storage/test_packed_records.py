"""The third revision leaves what was filed before it as it was, to be compared like what is filed after it."""

import pytest
from alembic import command
from sqlalchemy import delete, inspect, select, update

from search.models import AuditEntry, AuditHead, Base, MatchProposal, Record
from search.storage.chain_heads import ChainHead, chain_start
from search.storage.database import Database, migration_config
from tests.search.scene import PEOPLE, Scene, found, make_scene

SECOND, THIRD = "0002", "0003"
NEW = "packed_records"
INDEX = "ix_found_reports_organisation_id_content_digest"
# All that a filing leaves behind but what the revision adds.
KEPT = ("organisations", "records", "search_requests", "found_reports", "record_keys", "sections", "blocking_keys")


@pytest.fixture
def before(database: Database) -> Scene:
    """A registry of the second revision in which people were filed, and nothing was compared yet."""
    scene = make_scene(database)
    scene.populate(len(PEOPLE))
    downgrade(database)
    return scene


def test_what_was_filed_is_there_after_the_revision_and_after_the_way_back(before: Scene) -> None:
    filed = rows(before.database)
    assert all(filed.values())
    before.database.migrate(THIRD)
    assert rows(before.database) == filed
    downgrade(before.database)
    assert rows(before.database) == filed


def test_the_table_and_the_index_come_and_go(before: Scene) -> None:
    assert (NEW in tables(before.database), INDEX in indexes(before.database)) == (False, False)
    before.database.migrate(THIRD)
    assert (NEW in tables(before.database), INDEX in indexes(before.database)) == (True, True)
    assert read(before.database, NEW) == []


def test_what_was_filed_before_weighs_as_what_was_filed_after(before: Scene) -> None:
    before.database.migrate()
    sign_again(before.database)
    before.match()
    compared = before.proposals()
    assert len(compared) >= len(PEOPLE)
    assert read(before.database, NEW) == []
    with before.database.transaction() as session:
        session.execute(delete(MatchProposal))
        session.execute(update(Record).values(matched_version=0))
    for number, (_, name) in enumerate(PEOPLE):
        said = found(name, number, sender_number=f"S{number}")
        # Said otherwise, and then again as before: both are filed anew.
        before.report(found(f"{name} Invented", number, sender_number=f"S{number}"))
        before.report(said)
    assert len(read(before.database, NEW)) == len(PEOPLE)
    before.match()
    assert before.proposals() == compared


def sign_again(database: Database) -> None:
    """The way back took the signed beginning of the audit along."""
    head = ChainHead("0" * 32, 0, chain_start(database.vault, "0" * 32))
    columns = {"chain_id": head.chain_id, "mac": head.mac, "signature": head.signature(database.vault)}
    with database.transaction() as session:
        session.execute(delete(AuditEntry))
        session.execute(update(AuditHead).values(sequence=0, **columns))


def downgrade(database: Database) -> None:
    with database.engine.execution_options(ovillo_writes=True).begin() as connection:
        command.downgrade(migration_config(connection), SECOND)


def tables(database: Database) -> set[str]:
    with database.engine.connect() as connection:
        return set(inspect(connection).get_table_names())


def indexes(database: Database) -> set[str | None]:
    with database.engine.connect() as connection:
        return {index["name"] for index in inspect(connection).get_indexes("found_reports")}


def rows(database: Database) -> dict[str, list[tuple[object, ...]]]:
    return {name: read(database, name) for name in KEPT}


def read(database: Database, name: str) -> list[tuple[object, ...]]:
    table = Base.metadata.tables[name]
    with database.engine.connect() as connection:
        # Columns that a later revision adds are not there yet.
        there = {column["name"] for column in inspect(connection).get_columns(name)}
        columns = [column for column in table.columns if column.name in there]
        return [tuple(row) for row in connection.execute(select(*columns).order_by(*table.primary_key))]
