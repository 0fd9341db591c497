"""Whoever waits to write an embedded database comes before whoever has just written it."""

import fcntl
import os
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from search.storage.writing_turns import NEXT_IN_LINE, WritingTurns


def opened(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, isolation_level=None, timeout=5, check_same_thread=False)
    connection.execute("PRAGMA journal_mode=WAL").close()
    return connection


def turns(file: Path, asked: Callable[[float], None] = lambda _seconds: None) -> WritingTurns:
    """As a process of its own has them; `asked` hears each time that somebody was refused."""
    return WritingTurns(file, 60, rest=asked)


def test_whoever_waits_writes_before_whoever_wrote_writes_again(tmp_path: Path) -> None:
    file = tmp_path / "registry"
    often, seldom = opened(file), opened(file)
    often.execute("CREATE TABLE written (by TEXT)").close()
    waits = threading.Event()

    def write_once() -> None:
        turns(file, lambda _seconds: waits.set()).begin(seldom)
        seldom.execute("INSERT INTO written VALUES ('seldom')").close()
        seldom.commit()

    one = turns(file)
    one.begin(often)
    other = threading.Thread(target=write_once)
    other.start()
    assert waits.wait(30)
    for _ in range(3):
        often.execute("INSERT INTO written VALUES ('often')").close()
        often.commit()
        one.begin(often)
    often.rollback()
    other.join()
    written = [by for (by,) in often.execute("SELECT by FROM written ORDER BY rowid")]
    assert written == ["often", "seldom", "often", "often"]


def test_nobody_waits_for_ever(tmp_path: Path) -> None:
    file = tmp_path / "registry"
    holding, waiting = opened(file), opened(file)
    turns(file).begin(holding)
    passed = iter(range(100))
    begun = WritingTurns(file, 20, clock=lambda: next(passed), rest=lambda _seconds: None).begin(waiting)
    assert not begun
    assert next(passed) == 22
    # For everything else it waits as long as before.
    assert waiting.execute("PRAGMA busy_timeout").fetchone() == (5000,)


def test_a_fault_that_is_no_waiting_is_said_at_once_and_the_next_has_their_turn(tmp_path: Path) -> None:
    one = turns(tmp_path / "registry")
    connection = opened(tmp_path / "registry")
    one.begin(connection)
    with pytest.raises(sqlite3.OperationalError, match="within a transaction"):
        one.begin(connection)
    connection.rollback()
    assert one.begin(connection)


def test_the_file_beside_it_is_its_owners_alone_and_without_one_there_is_none(tmp_path: Path) -> None:
    file = tmp_path / "registry"
    turns(file).begin(opened(file))
    assert (tmp_path / "registry-turn").stat().st_mode & 0o777 == 0o600
    assert WritingTurns(None, 1).begin(sqlite3.connect(":memory:", isolation_level=None))


def test_nothing_that_lies_in_the_place_of_that_file_keeps_anybody_from_writing(tmp_path: Path) -> None:
    file, elsewhere = tmp_path / "registry", tmp_path / "elsewhere"
    connection, turn = opened(file), tmp_path / "registry-turn"
    turn.symlink_to(elsewhere)
    assert turns(file).begin(connection)
    connection.rollback()
    assert not elsewhere.exists()
    turn.unlink()
    turn.mkdir()
    assert turns(file).begin(connection)


def test_whoever_is_stopped_while_it_is_their_turn_stops_nobody_else(tmp_path: Path) -> None:
    file = tmp_path / "registry"
    connection = opened(file)
    stopped = os.open(tmp_path / "registry-turn", os.O_RDWR | os.O_CREAT)
    fcntl.flock(stopped, fcntl.LOCK_EX)
    one = WritingTurns(file, 20, longest_turn=0.01)
    for _ in range(3):
        assert one.begin(connection)
        connection.rollback()
        # However many write meanwhile, one alone waits for it.
        assert [thread.name for thread in threading.enumerate()].count(NEXT_IN_LINE) == 1
    os.close(stopped)


def test_what_the_administrator_makes_beside_a_database_is_given_to_its_owner(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "registry"
    connection = opened(file)
    given: list[tuple[int, int]] = []
    monkeypatch.setattr(os, "fchown", lambda _descriptor, user, group: given.append((user, group)))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    turns(file).begin(connection)
    connection.rollback()
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    turns(file).begin(connection)
    owner = file.stat()
    assert given == [(owner.st_uid, owner.st_gid)]
