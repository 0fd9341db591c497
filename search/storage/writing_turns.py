"""Whose turn it is to write an embedded database, so that nobody waits for long while others write again and again.

SQLite has one lock for all writers, and who waits for it asks now and then, up to a tenth of a second apart: whoever
writes often takes it again before anybody asks. Here only one of all processes asks at a time, every half millisecond,
and the next one waits until that one has it: a second lock, in a file beside the database, says who is next in line.

That lock decides the order alone. Where its file is somebody else's, a link or cannot be made, or whoever holds it was
stopped, everybody asks as without it: nothing beside the database keeps anybody from writing.
"""

import fcntl
import os
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

# What the thread is called that waits for its turn.
NEXT_IN_LINE = "next in line"
_ASKS_EVERY_SECONDS = 0.0005
# Longer than any of our transactions takes while somebody else is next in line.
_LONGEST_TURN_SECONDS = 1.0
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
        longest_turn: float = _LONGEST_TURN_SECONDS,
    ) -> None:
        self._beside = beside
        self._patience, self._clock, self._rest = patience, clock, rest
        self._longest_turn = longest_turn
        self._first_here = threading.Lock()
        self._waits: threading.Thread | None = None

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
        descriptor = self._opened()
        if descriptor is None:
            yield
            return
        try:
            self._wait_in_line(descriptor)
            yield
        finally:
            os.close(descriptor)

    def _opened(self) -> int | None:
        """The file that says who is next; None where there is none that is ours to lock, or its holder is stuck."""
        if self._beside is None or (self._waits is not None and self._waits.is_alive()):
            return None
        try:
            turn = self._beside.with_name(f"{self._beside.name}-turn")
            descriptor = os.open(turn, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
        except OSError:
            return None
        if os.geteuid() == 0:
            _give_to_owner_of(self._beside, descriptor)
        return descriptor

    def _wait_in_line(self, descriptor: int) -> None:
        """Wait in the kernel, which lets whoever came first go first, but not for ever: in a thread beside."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            self._waits = threading.Thread(target=_lock, args=(os.dup(descriptor),), name=NEXT_IN_LINE, daemon=True)
            self._waits.start()
            self._waits.join(self._longest_turn)


def _lock(descriptor: int) -> None:
    """Lock a file through a descriptor of its own: it stays locked for as long as another descriptor is open."""
    with suppress(OSError):
        fcntl.flock(descriptor, fcntl.LOCK_EX)
    os.close(descriptor)


def _give_to_owner_of(database: Path, descriptor: int) -> None:
    """What the system's administrator makes beside a database is its owner's, as SQLite does with its own files."""
    with suppress(OSError):
        owner = database.stat()
        os.fchown(descriptor, owner.st_uid, owner.st_gid)


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
