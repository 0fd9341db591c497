"""A connection to an embedded database whose commits survive a power cut, without anybody waiting to write meanwhile.

SQLite alone (`synchronous=FULL`) waits for the disk while it holds the lock of all writers. Here it does not wait
(`NORMAL`): a commit is written into the log, the lock goes to the next writer, and then this connection waits until the
log is on the disk, before anybody is told that anything was kept. What others wrote meanwhile comes along, so that one
wait serves many. The log is read up to its last whole commit after a power cut, as ever.

Where the disk refuses, the commit is told as failed although others read it already. A system says once that it could
not write and then takes the same bytes for written: a later commit would be told as kept behind a gap in the log. So
all that the log holds is brought into the database's own file at once.
"""

import os
import sqlite3
from contextlib import suppress
from typing import Any

# Where nothing has to survive, nobody waits: `PRAGMA synchronous` says so.
_OFF = 0
_settle = getattr(os, "fdatasync", os.fsync)


class KeptCommits(sqlite3.Connection):
    """Waits for the disk after each commit, when the next one may write already."""

    def __init__(self, database: str, *arguments: Any, **named: Any) -> None:
        super().__init__(database, *arguments, **named)
        self._log = f"{database}-wal"

    def commit(self) -> None:
        """Commit, and return when that is on the disk."""
        wrote = self.in_transaction
        super().commit()
        if wrote and self.execute("PRAGMA synchronous").fetchone()[0] != _OFF:
            self._wait_for_the_disk()

    def _wait_for_the_disk(self) -> None:
        # Without a log there is nothing in it: the database is in memory, or it was brought into its file.
        with suppress(FileNotFoundError):
            descriptor = os.open(self._log, os.O_RDONLY | os.O_CLOEXEC)
            try:
                _settle(descriptor)
            except OSError:
                self._bring_home()
                raise
            finally:
                os.close(descriptor)

    def _bring_home(self) -> None:
        with suppress(sqlite3.Error):
            self.execute("PRAGMA wal_checkpoint(FULL)").close()
