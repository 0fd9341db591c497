"""Getting what was deleted out of the database's files, once the deletion is committed.

SQLite overwrites what it deletes (`secure_delete`), but first in its log: the file itself, and the log's earlier pages,
are clean after a checkpoint that truncates the log. It has to wait for whoever reads, so it is tried for a while.
PostgreSQL keeps old rows until VACUUM, leaves their bytes in pages until something overwrites them, and keeps them in
its write-ahead log until that is recycled: what is left there is sealed, and its key is wrapped by the master key.
"""

import time
from collections.abc import Sequence
from enum import StrEnum

from sqlalchemy import Engine, text

_ATTEMPTS, _PAUSE_SECONDS = 5, 0.1

# Large values lie in pieces of about so many bytes (TOAST_MAX_CHUNK_SIZE) in a table beside their own.
_PIECE_BYTES = 2000
_DEAD_PIECES = text(
    "SELECT beside.n_dead_tup FROM pg_class AS own"
    " JOIN pg_stat_all_tables AS beside ON beside.relid = own.reltoastrelid WHERE own.oid = CAST(:table AS regclass)"
)


class Scrubbed(StrEnum):
    """What is left in the files."""

    CLEAN = "clean"
    """Nothing of what was deleted is in the database's files."""
    READERS_HOLD_IT = "readers_hold_it"
    """Somebody is reading an older state, which stays in the log until they are done: to be tried again."""
    LOG_KEEPS_IT = "log_keeps_it"
    """The tables were vacuumed; the write-ahead log and freed space keep sealed bytes for a while (PostgreSQL)."""


def scrub(engine: Engine, tables: Sequence[str], *, attempts: int = _ATTEMPTS) -> Scrubbed:
    """Clean the files as far as the database lets us; never raises for a database that is busy."""
    if engine.dialect.name != "sqlite":
        return _vacuum(engine, tables)
    for attempt in range(attempts):
        if attempt:
            time.sleep(_PAUSE_SECONDS)
        if _checkpoint(engine):
            return Scrubbed.CLEAN
    return Scrubbed.READERS_HOLD_IT


def reclaim(engine: Engine, table: str, *, dead_bytes: int) -> bool:
    """Have the place of a table's large dead values used again, where they are more than so many bytes; whether it was.

    SQLite does so by itself. PostgreSQL does once it has vacuumed, which it thinks of once a minute at the most: much
    can be written and dropped again meanwhile, and each byte of it makes the file longer.
    """
    if engine.dialect.name == "sqlite":
        return False
    with engine.connect() as connection:
        pieces = connection.execute(_DEAD_PIECES, {"table": table}).scalar() or 0
    if pieces * _PIECE_BYTES <= dead_bytes:
        return False
    _vacuum(engine, (table,))
    return True


def _checkpoint(engine: Engine) -> bool:
    """Whether all of the log was brought into the file and the log is empty."""
    driver = engine.raw_connection()
    try:
        cursor = driver.cursor()
        # For this once: whoever reads is waited for in short steps, not for the half minute of a writer.
        cursor.execute("PRAGMA busy_timeout=50")
        busy, _in_log, _moved = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        cursor.close()
    finally:
        # Not back to the pool: its patience was changed.
        driver.detach()
        driver.close()
    return not busy


def _vacuum(engine: Engine, tables: Sequence[str]) -> Scrubbed:
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        for table in tables:
            connection.exec_driver_sql(f'VACUUM (SKIP_LOCKED) "{table}"')
    return Scrubbed.LOG_KEEPS_IT
