"""`ovillo import incidents` stores a list, tells what it refused, and brings records together."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import func, select

from search.cli import commands
from search.groups.near_incidents import KnownIncident
from search.models import BlockingKey, Incident
from search.storage.database import Database
from tests.search.incident_lists import export
from tests.search.scene import make_scene, sought


@pytest.fixture
def registry_with_a_search(registry: Database) -> Database:
    """A family's search, filed before any list was brought in."""
    make_scene(registry).file(sought("Wilmer Adalberto Quintanilla"))
    return registry


def typed(*words: str | Path) -> Result:
    return CliRunner().invoke(commands, ["import", "incidents", *map(str, words)])


def count(database: Database, model: type[Incident | BlockingKey]) -> int:
    with database.reading() as session:
        return session.execute(select(func.count()).select_from(model)).scalar_one()


def test_a_list_is_stored_and_the_records_near_it_are_found(registry_with_a_search: Database, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_bytes(export({"coordinates": "14.9, -92.4"}, {"id": "b", "date": "", "year": ""}))
    before = count(registry_with_a_search, BlockingKey)
    first = typed(file)
    assert (first.exit_code, first.stdout) == (1, "added 1, changed 0, already known 0, refused 1\n")
    assert first.stderr == "line 3: no_date\n"
    after = count(registry_with_a_search, BlockingKey)
    assert after > before
    assert typed(file).stdout == "added 0, changed 0, already known 1, refused 1\n"
    assert (count(registry_with_a_search, Incident), count(registry_with_a_search, BlockingKey)) == (1, after)


def test_a_dry_run_stores_nothing(registry_with_a_search: Database, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_bytes(export({}))
    before = count(registry_with_a_search, BlockingKey)
    answer = typed(file, "--dry-run")
    assert (answer.exit_code, answer.stdout) == (0, "added 1, changed 0, already known 0, refused 0\n")
    assert (count(registry_with_a_search, Incident), count(registry_with_a_search, BlockingKey)) == (0, before)


def test_what_is_read_of_an_incident_is_what_is_stored() -> None:
    assert set(KnownIncident.__dataclass_fields__) <= set(Incident.__table__.columns.keys())
