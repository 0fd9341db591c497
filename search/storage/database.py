"""The one place that opens a database and the one that commits.

SQLite runs embedded (WAL, foreign keys, secure_delete); PostgreSQL is for production. A writing transaction takes
SQLite's write lock at its beginning, because a read transaction that turns into a writer can only fail.
"""

import logging
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import Connection, create_engine, event, inspect
from sqlalchemy import Engine as SqlEngine
from sqlalchemy.engine import URL, make_url
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

from matching import Engine
from search.errors import SealBroken
from search.storage.chain_heads import ChainHead, begin_chain, chain_passes_through
from search.storage.encryption import Vault
from search.storage.head_file import HeadFile
from search.storage.kept_commits import KeptCommits
from search.storage.scrubbing import Scrubbed, reclaim, scrub
from search.storage.writing_turns import WritingTurns

if TYPE_CHECKING:
    from alembic.config import Config

_MIGRATIONS = Path(__file__).parent / "migrations"
_BUSY_SECONDS = 30
_DRIVERS = {"postgresql": "postgresql+psycopg"}
# Under which a session carries where the audit was before it appended, and where it is now.
AUDIT_HEAD = "audit_head"
_log = logging.getLogger("ovillo.audit")


class Database:
    """SQL's engine, the vault that opens what it holds, and the engine that matches what it holds.

    Sessions carry both of the latter: `session.info["vault"]`, `session.info["engine"]`. `head_file`, where there is
    one, is moved on with each commit that wrote an audit entry.
    """

    head_file: HeadFile | None = None

    def __init__(self, engine: SqlEngine, vault: Vault, matching: Engine) -> None:
        self.engine = engine
        self.vault = vault
        self.matching = matching

    @classmethod
    def open(cls, url: str, vault: Vault, matching: Engine) -> "Database":
        """Open by SQLAlchemy URL; `postgresql://` uses psycopg 3. Nothing is created before `migrate`."""
        # Values are hidden from logs and error texts: they would be quoted there otherwise.
        parsed = make_url(url)
        parsed = parsed.set(drivername=_DRIVERS.get(parsed.drivername, parsed.drivername))
        if parsed.get_backend_name() == "sqlite":
            arguments = {"timeout": _BUSY_SECONDS, "factory": KeptCommits}
            engine = create_engine(parsed, connect_args=arguments, hide_parameters=True)
            event.listen(engine, "connect", _prepare_sqlite)
            event.listen(engine, "begin", partial(_begin_sqlite, WritingTurns(_file_of(parsed), _BUSY_SECONDS)))
        else:
            engine = create_engine(parsed, pool_pre_ping=True, hide_parameters=True)
        return cls(engine, vault, matching)

    @property
    def one_writer(self) -> bool:
        """Whether writers wait for each other, whatever rows they write (SQLite)."""
        return self.engine.dialect.name == "sqlite"

    @property
    def _carried(self) -> dict[str, object]:
        return {"vault": self.vault, "engine": self.matching}

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """A writing session: committed once at the end, rolled back on any error."""
        writing = self.engine.execution_options(ovillo_writes=True)
        with Session(writing, info=self._carried, expire_on_commit=False) as session, session.begin():
            yield session
        self._move_head_on(session.info.get(AUDIT_HEAD))

    def scrub(self, tables: Sequence[str]) -> Scrubbed:
        """Get what was deleted from these tables, and committed, out of the database's files."""
        return scrub(self.engine, tables)

    def reclaim(self, table: str, *, dead_bytes: int) -> bool:
        """Have the place of a table's large dead values used again, where they are more than so many bytes."""
        return reclaim(self.engine, table, dead_bytes=dead_bytes)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that is never committed."""
        with Session(self.engine, info=self._carried) as session:
            yield session

    def migrate(self, revision: str = "head") -> None:
        """Bring the schema up to `revision`; a new database's audit is begun here, where the keys are."""
        _make_private(self.engine.url)
        from alembic import command  # noqa: PLC0415 - the portals never migrate, and it costs 5 MB and a tenth of a second

        with self._changing_tables() as connection:
            command.upgrade(migration_config(connection), revision)
            if revision == "head":
                begin_chain(connection, self.vault)

    @contextmanager
    def _changing_tables(self) -> Iterator[Connection]:
        """A connection whose tables may be made anew while rows of others point at them; at the end each must again.

        SQLite changes a table by making another and dropping it, which deletes what rows point at; the pragma counts
        only outside a transaction.
        """
        with self.engine.execution_options(ovillo_writes=True).connect() as connection:
            if not self.one_writer:
                with connection.begin():
                    yield connection
                return
            driver = cast(sqlite3.Connection, connection.connection.driver_connection)
            driver.execute("PRAGMA foreign_keys=OFF").close()
            try:
                with connection.begin():
                    yield connection
                    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                        raise RuntimeError("a migration left rows that point at nothing")
            finally:
                driver.execute("PRAGMA foreign_keys=ON").close()

    def _move_head_on(self, heads: tuple[ChainHead, ChainHead] | None) -> None:
        """What was committed stays so, whether or not the file can be written."""
        if heads is None or self.head_file is None:
            return
        try:
            self.head_file.advance(*heads, self._passes_through)
        except (OSError, SealBroken) as error:
            _log.warning("head file not written: %s", type(error).__name__)

    def _passes_through(self, head: ChainHead) -> bool:
        with self.engine.connect() as connection:
            return chain_passes_through(connection, head)

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()


def has_tables(url: str) -> bool:
    """Whether a database is there already and holds something of ours; a file that is not there is not made."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite" and not Path(parsed.database or "").is_file():
        return False
    engine = create_engine(parsed.set(drivername=_DRIVERS.get(parsed.drivername, parsed.drivername)))
    try:
        return inspect(engine).has_table("record_keys")
    finally:
        engine.dispose()


def _make_private(url: URL) -> None:
    """An embedded database is its owner's alone; the files that SQLite puts beside it have the rights of it."""
    path = _file_of(url) if url.get_backend_name() == "sqlite" else None
    if path is None:
        return
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))
    for file in (path, *(path.with_name(f"{path.name}-{part}") for part in ("wal", "shm"))):
        with suppress(FileNotFoundError, PermissionError):
            file.chmod(0o600)


def migration_config(connection: Connection) -> "Config":
    """Alembic's configuration over an open connection."""
    from alembic.config import Config  # noqa: PLC0415 - as above

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def _prepare_sqlite(connection: Any, _entry: ConnectionPoolEntry) -> None:
    driver: sqlite3.Connection = connection
    driver.isolation_level = None
    for pragma in (
        "journal_mode=WAL",
        "foreign_keys=ON",
        "secure_delete=ON",
        # What is told to be kept is on the disk all the same (`kept_commits`).
        "synchronous=NORMAL",
        "cache_size=-65536",
    ):
        driver.execute(f"PRAGMA {pragma}").close()


def _begin_sqlite(turns: WritingTurns, connection: Connection) -> None:
    if not connection.get_execution_options().get("ovillo_writes", False):
        connection.exec_driver_sql("BEGIN")
    elif not turns.begin(cast(sqlite3.Connection, connection.connection.driver_connection)):
        # It fails the way in which every statement fails.
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def _file_of(url: URL) -> Path | None:
    """The file of an embedded database; None where it is in memory alone."""
    return None if url.database in (None, "", ":memory:") else Path(str(url.database))
