"""The fourth revision drops two codes and loses nobody: reports and organisations stay, under a kind that there is."""

import pytest
from alembic import command
from sqlalchemy import text

from search.storage.database import Database, migration_config
from tests.search.scene import PEOPLE, Scene, make_scene

THIRD, FOURTH = "0003", "0004"


@pytest.fixture
def before(database: Database) -> Scene:
    """A registry of the third revision with a report from a police station and an organisation of another kind."""
    scene = make_scene(database)
    scene.populate(len(PEOPLE))
    back(database)
    with database.transaction() as session:
        session.execute(text("UPDATE found_reports SET kind = 'police'"))
        session.execute(text("UPDATE organisations SET kind = 'other' WHERE kind = 'shelter'"))
    return scene


def test_a_report_from_a_police_station_becomes_one_from_another_place(before: Scene) -> None:
    before.database.migrate(FOURTH)
    assert kinds(before.database, "found_reports") == {"other": len(PEOPLE)}


def test_an_organisation_of_another_kind_may_file_on(before: Scene) -> None:
    before.database.migrate(FOURTH)
    assert kinds(before.database, "organisations") == {"committee": 2, "humanitarian": 1, "mortuary": 1}


def test_the_way_back_knows_the_codes_of_then(before: Scene) -> None:
    before.database.migrate(FOURTH)
    back(before.database)
    assert kinds(before.database, "organisations") == {"committee": 2, "other": 1, "mortuary": 1}


def back(database: Database) -> None:
    with database.engine.execution_options(ovillo_writes=True).begin() as connection:
        command.downgrade(migration_config(connection), THIRD)


def kinds(database: Database, table: str) -> dict[str, int]:
    with database.reading() as session:
        counted = session.execute(text(f"SELECT kind, count(*) FROM {table} GROUP BY kind"))  # noqa: S608 - two names
        return dict(counted.all())
