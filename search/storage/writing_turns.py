"""Whose turn it is to write an embedded database, so that nobody waits for long while others write again and again.

SQLite has one lock for all writers, and who waits for it asks now and then, up to a tenth of a second apart: whoever
writes often takes it again before anybody asks. Here only one of all processes asks at a time, every half millisecond,
and the next one waits until that one has it: a second lock, in a file beside the database, says who is next in line.
"""

import fcntl
import os
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_ASKS_EVERY_SECONDS = 0.0005
# What SQLite says in the lowest byte of a code, whatever the reason that it gives above.
_KIND = 0xFF


class WritingTurns:
    """For one database in one process. `beside` is its file; without one nobody else writes there."""

    def __init__(
        self,
        beside: Path | None,
        patience: float,
        *,
        clock: Callable[[], float] = time.monotonic,
        rest: Callable[[float], None] = time.sleep,
    ) -> None:
        self._file = beside and beside.with_name(f"{beside.name}-turn")
        self._patience, self._clock, self._rest = patience, clock, rest
        self._first_here = threading.Lock()

    def begin(self, connection: sqlite3.Connection) -> bool:
        """Begin a writing transaction, or say that somebody else writes for longer than anybody has patience."""
        ends = self._clock() + self._patience
        if not self._first_here.acquire(timeout=self._patience):
            return False
        try:
            with self._next_in_line():
                return self._asked_until(ends, connection)
        finally:
            self._first_here.release()

    def _asked_until(self, ends: float, connection: sqlite3.Connection) -> bool:
        with _at_once(connection):
            while not _begun(connection):
                if self._clock() > ends:
                    return False
                self._rest(_ASKS_EVERY_SECONDS)
        return True

    @contextmanager
    def _next_in_line(self) -> Iterator[None]:
        """The place next to whoever writes; it is free again with its file, also where a process is killed."""
        if self._file is None:
            yield
            return
        descriptor = os.open(self._file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)


def _begun(connection: sqlite3.Connection) -> bool:
    try:
        connection.execute("BEGIN IMMEDIATE").close()
    except sqlite3.OperationalError as error:
        if (error.sqlite_errorcode & _KIND) != sqlite3.SQLITE_BUSY:
            raise
        return False
    return True


@contextmanager
def _at_once(connection: sqlite3.Connection) -> Iterator[None]:
    """Let SQLite say at once that the lock is taken; afterwards it waits again for what else may be held."""
    (patience,) = connection.execute("PRAGMA busy_timeout").fetchone()
    connection.execute("PRAGMA busy_timeout=0").close()
    try:
        yield
    finally:
        connection.execute(f"PRAGMA busy_timeout={patience:d}").close()
