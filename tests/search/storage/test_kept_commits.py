"""What was committed is on the disk before anybody hears of it, and the next one may write meanwhile."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import event

from matching import Engine
from search.records.change_numbers import current_version, next_version
from search.storage import kept_commits
from search.storage.database import Database
from search.storage.encryption import Vault

Waits = Callable[[int], None]


@pytest.fixture
def waited(monkeypatch: pytest.MonkeyPatch) -> list[Waits]:
    """What happens while the disk is waited for, each time."""
    during: list[Waits] = []

    def settle(descriptor: int) -> None:
        during[0](descriptor)

    monkeypatch.setattr(kept_commits, "_settle", settle)
    return during


def test_a_commit_waits_for_the_disk_when_the_next_one_may_write(
    sqlite_url: str, vault: Vault, waited: list[Waits]
) -> None:
    database = Database.open(sqlite_url, vault, Engine.load())
    log = Path(f"{database.engine.url.database}-wal")
    seen: list[tuple[int, bool]] = []

    def write_meanwhile(descriptor: int) -> None:
        # Only once: a commit in here would wait as well.
        waited[0] = lambda _descriptor: None
        with database.transaction() as session:
            seen.append((current_version(session), os.fstat(descriptor).st_ino == log.stat().st_ino))
            next_version(session)

    waited.append(write_meanwhile)
    with database.transaction() as session:
        next_version(session)
        assert seen == []
    with database.reading() as session:
        assert current_version(session) == 2
    database.close()
    assert seen == [(1, True)]


def test_what_is_only_read_waits_for_nothing_and_neither_does_what_need_not_last(
    sqlite_url: str, vault: Vault, waited: list[Waits]
) -> None:
    waits: list[int] = []
    waited.append(waits.append)
    database = Database.open(sqlite_url, vault, Engine.load())
    with database.reading() as session:
        current_version(session)
    assert waits == []
    database.close()
    database = Database.open(sqlite_url, vault, Engine.load())
    event.listen(database.engine, "connect", lambda connection, _: connection.execute("PRAGMA synchronous=OFF").close())
    with database.transaction() as session:
        next_version(session)
    database.close()
    assert waits == []


def test_a_disk_that_fails_is_not_told_as_kept(sqlite_url: str, vault: Vault, waited: list[Waits]) -> None:
    def fail(_descriptor: int) -> None:
        raise OSError("the disk is gone")

    waited.append(fail)
    database = Database.open(sqlite_url, vault, Engine.load())
    with pytest.raises(OSError, match="gone"), database.transaction() as session:
        next_version(session)
    database.close()


def test_no_gap_stays_in_the_log_behind_a_commit_that_the_disk_refused(
    sqlite_url: str, vault: Vault, waited: list[Waits], tmp_path: Path
) -> None:
    refused: list[int] = []

    def refuse_once(descriptor: int) -> None:
        if not refused:
            refused.append(descriptor)
            raise OSError("no room")

    waited.append(refuse_once)
    database = Database.open(sqlite_url, vault, Engine.load())
    with pytest.raises(OSError, match="no room"), database.transaction() as session:
        next_version(session)
    # As after a power cut that took the log with it.
    alone = tmp_path / "alone"
    alone.write_bytes(Path(str(database.engine.url.database)).read_bytes())
    with database.transaction() as session:
        assert next_version(session) == 2
    database.close()
    cut = Database.open(f"sqlite:///{alone}", vault, Engine.load())
    with cut.reading() as session:
        assert current_version(session) == 1
    cut.close()


def test_a_database_in_memory_has_nothing_to_wait_for(waited: list[Waits]) -> None:
    waited.append(lambda _descriptor: pytest.fail("there is no disk"))
    connection = sqlite3.connect(":memory:", factory=kept_commits.KeptCommits, isolation_level=None)
    connection.execute("BEGIN").close()
    connection.commit()
