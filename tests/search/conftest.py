"""What the tests of the domain share."""

import shutil
from pathlib import Path

import pytest

from matching import Engine
from search.storage.database import Database
from search.storage.encryption import Vault
from tests.search.evaluation.judged_registry import judge_everything
from tests.search.scene import Scene, make_scene


@pytest.fixture
def scene(database: Database) -> Scene:
    """A registry with its organisations, empty of people."""
    return make_scene(database)


@pytest.fixture(scope="session")
def judged_file(tmp_path_factory: pytest.TempPathFactory, migrated_sqlite_file: Path, vault: Vault) -> Path:
    """The SQLite file of a registry in which everything that was proposed is judged; tests take a copy."""
    file = Path(shutil.copy(migrated_sqlite_file, tmp_path_factory.mktemp("judged") / "registry.sqlite"))
    database = Database.open(f"sqlite:///{file}", vault, Engine.load())
    judge_everything(make_scene(database))
    database.close()
    return file
