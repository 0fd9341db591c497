"""An installation of its own for each test of the command line."""

import os
from pathlib import Path

import pytest

from search.settings import PREFIX
from search.storage.database import Database
from search.storage.encryption import encode_master_key


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
