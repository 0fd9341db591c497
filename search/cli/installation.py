"""What every command needs: settings, the time, and an open database that was brought up to date."""

import datetime
import os
from collections.abc import Iterator
from contextlib import contextmanager

from search.accounts.master_key_check import require_own_keys
from search.records.installed_engine import engine_files, load_engine
from search.settings import Settings, load_vault
from search.storage.database import Database


def settings() -> Settings:
    """From the environment."""
    return Settings.load(os.environ)


def now() -> datetime.datetime:
    """The moment, in UTC."""
    return datetime.datetime.now(datetime.UTC)


@contextmanager
def open_database() -> Iterator[Database]:
    """The configured database, migrated, with the engine that the settings make."""
    chosen = settings()
    engine = load_engine(engine_files(chosen))
    chosen.var.mkdir(parents=True, exist_ok=True)
    database = Database.open(chosen.url, load_vault(chosen), engine)
    try:
        database.migrate()
        require_own_keys(database)
        yield database
    finally:
        database.close()
