"""What every command needs: settings, the time, and an open database that was brought up to date."""

import datetime
import os
from collections.abc import Iterator
from contextlib import contextmanager

from search.accounts.head_check import require_head
from search.accounts.master_key_check import require_own_keys
from search.errors import Refused
from search.records.installed_engine import engine_files, load_engine
from search.settings import Settings, load_vault
from search.storage.database import Database
from search.storage.head_file import HeadFile


def settings() -> Settings:
    """From the environment."""
    return Settings.load(os.environ)


def now() -> datetime.datetime:
    """The moment, in UTC."""
    return datetime.datetime.now(datetime.UTC)


@contextmanager
def open_database(*, check_head: bool = True) -> Iterator[Database]:
    """The configured database, migrated, with the engine that the settings make.

    `check_head` refuses one whose audit has less than the head file says.
    """
    chosen = settings()
    engine = load_engine(engine_files(chosen))
    chosen.var.mkdir(mode=0o700, parents=True, exist_ok=True)
    _require_no_other_database(chosen)
    database = Database.open(chosen.url, load_vault(chosen), engine)
    try:
        require_own_keys(database)
        database.migrate()
        database.head_file = HeadFile(chosen.head_path, database.vault)
        if check_head:
            require_head(database)
        yield database
    finally:
        database.close()


def _require_no_other_database(chosen: Settings) -> None:
    """Refuse to begin an empty registry beside a database of another name, which nobody would then look into."""
    if chosen.database_url or chosen.embedded_file.exists():
        return
    others = sorted(chosen.var.glob("*.sqlite"))
    if others:
        raise Refused("another_database", name=others[0].name)
