"""One place commits; what fails leaves nothing, and moments come back as they went in."""

import datetime
import sqlite3
import threading
from collections.abc import Iterator

import pytest
from sqlalchemy import event, insert, select, text
from sqlalchemy.exc import IntegrityError, StatementError

from matching import Engine
from search.models import Organisation, SignInSession
from search.records.change_numbers import current_version, next_version
from search.storage.database import Database
from search.storage.encryption import Vault
from tests.search.scene import NOW


def test_a_transaction_that_fails_leaves_nothing(database: Database) -> None:
    with pytest.raises(IntegrityError):
        file_twice(database)
    with database.reading() as session:
        assert session.scalars(select(SignInSession)).all() == []


def test_what_is_only_read_is_never_written(database: Database) -> None:
    with database.reading() as session:
        session.add(visit(b"x", NOW))
        session.flush()
    with database.reading() as session:
        assert session.scalars(select(SignInSession)).all() == []


def test_a_moment_comes_back_in_utc_whatever_zone_it_was_given_in(database: Database) -> None:
    zone = datetime.timezone(datetime.timedelta(hours=5, minutes=30))
    with database.transaction() as session:
        session.add(visit(b"x", NOW.astimezone(zone)))
    with database.reading() as session:
        kept = session.scalars(select(SignInSession.expires_at)).one()
    assert (kept, kept.tzinfo) == (NOW, datetime.UTC)


def test_a_moment_without_a_zone_is_refused(database: Database) -> None:
    naive = insert(SignInSession).values(
        token_digest=b"x", portal="family", opened_at=NOW, expires_at=NOW.replace(tzinfo=None), ends_at=NOW
    )
    with pytest.raises(StatementError, match="naive datetime"), database.transaction() as session:
        session.execute(naive)


def test_change_numbers_are_taken_one_after_the_other(database: Database) -> None:
    taken: list[int] = []

    def take() -> None:
        for _ in range(10):
            with database.transaction() as session:
                taken.append(next_version(session))

    threads = [threading.Thread(target=take) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(taken) == list(range(1, 41))
    with database.reading() as session:
        assert current_version(session) == 40


def test_a_row_says_its_id_and_nothing_else(database: Database) -> None:
    with database.transaction() as session:
        row = visit(b"digest", NOW)
        session.add(row)
        session.flush()
        assert repr(row) == "<SignInSession (b'digest',)>"
        assert repr(Organisation(name="Casa Invented")) == "<Organisation None>"


def test_the_embedded_database_forgets_the_deleted_and_keeps_the_acknowledged(sqlite_database: Database) -> None:
    with sqlite_database.engine.connect() as connection:
        settings = {
            name: connection.execute(text(f"PRAGMA {name}")).scalar_one()
            for name in ("journal_mode", "secure_delete", "synchronous", "foreign_keys")
        }
    assert settings == {"journal_mode": "wal", "secure_delete": 1, "synchronous": 1, "foreign_keys": 1}


def test_what_is_deleted_is_overwritten_also_where_the_library_would_not(sqlite_url: str, vault: Vault) -> None:
    """As on builds of SQLite that leave the deleted where it was unless they are told otherwise."""
    opened = Database.open(sqlite_url, vault, Engine.load())
    before: list[int] = []

    def as_elsewhere(connection: sqlite3.Connection, _entry: object) -> None:
        connection.execute("PRAGMA secure_delete=OFF").close()
        before.extend(connection.execute("PRAGMA secure_delete").fetchone())

    event.listen(opened.engine, "connect", as_elsewhere, insert=True)
    with opened.engine.connect() as connection:
        now = connection.execute(text("PRAGMA secure_delete")).scalar_one()
    opened.close()
    assert (before, now) == ([0], 1)


def file_twice(database: Database) -> None:
    row = insert(SignInSession).values(token_digest=b"x", portal="family", opened_at=NOW, expires_at=NOW, ends_at=NOW)
    with database.transaction() as session:
        session.execute(row)
        session.execute(row)


@pytest.fixture
def sqlite_database(sqlite_url: str, vault: Vault) -> Iterator[Database]:
    opened = Database.open(sqlite_url, vault, Engine.load())
    yield opened
    opened.close()


def visit(digest: bytes, until: datetime.datetime) -> SignInSession:
    return SignInSession(
        token_digest=digest,
        portal="family",
        opened_at=NOW,
        proved_at=NOW,
        last_used_on=NOW.date(),
        expires_at=until,
        ends_at=NOW,
        signature=b"",
    )
