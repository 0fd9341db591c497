"""An installation of its own for each test of the command line."""

import os
from pathlib import Path

import pytest

from search.settings import PREFIX
from search.storage.database import Database
from search.storage.encryption import encode_master_key
from tests.search.cli.command_line import add_account
from tests.search.evaluation.known_folder import write_folder


@pytest.fixture
def var(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an installation that does not exist yet; nothing else is set."""
    for name in [name for name in os.environ if name.startswith(PREFIX)]:
        monkeypatch.delenv(name)
    folder = tmp_path / "var"
    monkeypatch.setenv(f"{PREFIX}VAR", str(folder))
    return folder


@pytest.fixture
def registry(var: Path, database: Database, database_url: str, monkeypatch: pytest.MonkeyPatch) -> Database:
    """An installation on the test's own database, with its master key in the environment; opened here as well."""
    assert not var.exists()
    monkeypatch.setenv(f"{PREFIX}DATABASE_URL", database_url)
    monkeypatch.setenv(f"{PREFIX}MASTER_KEY", encode_master_key(bytes(range(32))))
    return database


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Files to bring in."""
    made = tmp_path / "files"
    made.mkdir()
    return write_folder(made)


@pytest.fixture
def staffed(registry: Database) -> Database:
    """A committee and a shelter, each with an account."""
    add_account("alem", "Committee of Relatives", "committee")
    add_account("clerk", "Casa Invented", "shelter")
    return registry
