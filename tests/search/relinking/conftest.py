"""An invented registry of 300 searches and 1,000 reports and its export, made once for all tests."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.invented import Size
from matching import Engine
from search.storage.database import Database
from search.storage.encryption import Vault
from tests.search.relinking.registry import Export, export_into, fill_invented


@pytest.fixture(scope="session")
def invented_file(tmp_path_factory: pytest.TempPathFactory, migrated_sqlite_file: Path, vault: Vault) -> Path:
    """The SQLite file of the registry; nobody writes to it."""
    file = Path(shutil.copy(migrated_sqlite_file, tmp_path_factory.mktemp("invented") / "registry.sqlite"))
    database = Database.open(f"sqlite:///{file}", vault, Engine.load())
    fill_invented(database, Size(300, 1_000))
    database.close()
    return file


@pytest.fixture
def invented(invented_file: Path, tmp_path: Path, vault: Vault) -> Iterator[Database]:
    """The registry, for this test alone."""
    database = Database.open(
        f"sqlite:///{shutil.copy(invented_file, tmp_path / 'invented.sqlite')}", vault, Engine.load()
    )
    yield database
    database.close()


@pytest.fixture(scope="session")
def export(tmp_path_factory: pytest.TempPathFactory, invented_file: Path, vault: Vault) -> Export:
    """An export of the registry; tests that alter it take a copy."""
    folder = tmp_path_factory.mktemp("exported")
    copy = shutil.copy(invented_file, folder / "registry.sqlite")
    database = Database.open(f"sqlite:///{copy}", vault, Engine.load())
    made = export_into(database, folder / "export")
    database.close()
    return made
