"""What a session writes into rows that the audit vouches for is noted, once, as it is when the act ends."""

import datetime
import uuid

import pytest
from sqlalchemy import delete, insert, select, update

from search.models import Account, AccountRole, ErasedMark, FoundReport, Organisation, Section
from search.records.anchored_rows import (
    GONE,
    key_of,
    note_marks,
    note_rows,
    read_anchor,
    row_name,
    stored_rows,
    take_anchors,
)
from search.records.vouched_tables import NOT_ANCHORED
from search.storage.database import Database
from tests.search.scene import NOW, Scene, found

ROW = uuid.UUID(int=7)
NAME = f"organisations {ROW}"


def anchors(database: Database, **changes: object) -> list[tuple[str, str, str]]:
    """What one transaction notes that changes an organisation through the session."""
    with database.transaction() as session:
        row = session.get_one(Organisation, ROW)
        for column, value in changes.items():
            setattr(row, column, value)
        return [read_anchor(anchor) for anchor in take_anchors(session)]


def digest(database: Database, name: str = NAME) -> str:
    table = {one.__tablename__: one for one in (Account, FoundReport, Organisation)}[name.partition(" ")[0]]
    with database.reading() as session:
        return {row.name: row.digest for row in stored_rows(session, database.vault, table)}[name]


@pytest.fixture
def kept(database: Database) -> Database:
    with database.transaction() as session:
        session.add(Organisation(id=ROW, name="Casa", kind="shelter"))
    return database


def test_a_row_that_was_added_and_changed_twice_has_one_anchor_and_nothing_before(database: Database) -> None:
    row = Organisation(id=ROW, name="Casa", kind="shelter")
    with database.transaction() as session:
        session.add(row)
        session.flush()
        row.name = "Casa Invented"
        session.flush()
        row.name = "Casa Invented 2"
        (anchor,) = take_anchors(session)
        assert take_anchors(session) == []
    assert read_anchor(anchor) == (NAME, digest(database), GONE)


def test_an_anchor_tells_what_the_row_said_before(kept: Database) -> None:
    before = digest(kept)
    ((name, now, told),) = anchors(kept, name="Casa Invented")
    assert (name, now, told) == (NAME, digest(kept), before)
    assert now != before


def test_what_somebody_altered_meanwhile_past_the_session_is_what_was_before(kept: Database) -> None:
    with kept.transaction() as session:
        row = session.get_one(Organisation, ROW)
        session.connection().execute(update(Organisation).values(kind="committee"))
        row.name = "Casa Invented"
        session.flush()
        ((_, _, told),) = map(read_anchor, take_anchors(session))
        session.rollback()
    honest = digest(kept)
    with kept.transaction() as session:
        session.connection().execute(update(Organisation).values(kind="committee"))
    assert told == digest(kept) != honest


def test_a_row_that_was_deleted_is_gone_and_was_what_it_said(kept: Database) -> None:
    before = digest(kept)
    with kept.transaction() as session:
        session.delete(session.get_one(Organisation, ROW))
        assert list(map(read_anchor, take_anchors(session))) == [(NAME, GONE, before)]


def test_what_was_only_read_or_did_not_change_is_not_noted(scene: Scene) -> None:
    with scene.database.transaction() as session:
        for account in session.scalars(select(Account)):
            account.login = str(account.login)
            account.last_seen_on = NOW.date()
        assert take_anchors(session) == []


def test_rows_that_a_statement_writes_are_noted_by_whoever_writes_them(scene: Scene) -> None:
    with scene.database.transaction() as session:
        keys = [key_of(row) for row in session.scalars(select(Account)).all()]
        note_rows(session, Account, keys)
        session.execute(delete(AccountRole))
        session.execute(delete(Account))
        taken = [read_anchor(anchor) for anchor in take_anchors(session)]
        session.rollback()
    assert taken == [(name, GONE, digest(scene.database, name)) for name in sorted(row_name(Account, k) for k in keys)]


def test_marks_are_counted_without_a_name(database: Database) -> None:
    with database.transaction() as session:
        session.execute(insert(ErasedMark), [{"digest": 4, "signature": b""}])
        note_marks(session, 1)
        note_marks(session, 2)
        assert take_anchors(session) == ["erased_marks +3"]
        assert take_anchors(session) == []


def test_every_column_counts_but_those_that_are_left_out_and_those_that_are_empty(scene: Scene) -> None:
    assert "accounts.totp_last_step" in NOT_ANCHORED
    with scene.database.reading() as session:
        name = row_name(Account, key_of(session.scalars(select(Account)).all()[0]))

        def now(**changes: object) -> str:
            session.execute(update(Account).values(**changes))
            rows = stored_rows(session, scene.database.vault, Account)
            return next(row.digest for row in rows if row.name == name)

        honest = now(totp_last_step=0)
        assert now(totp_last_step=9) == honest
        disabled = now(disabled_at=NOW)
        assert disabled != honest
        assert now(disabled_at=NOW.astimezone(datetime.timezone(datetime.timedelta(hours=5)))) == disabled
        session.rollback()


def test_the_anchor_of_a_record_covers_its_sections_up_to_its_revision(scene: Scene) -> None:
    scene.report(found("Somebody Invented"))
    with scene.database.reading() as session:
        (name,) = [row_name(FoundReport, key_of(row)) for row in session.scalars(select(FoundReport))]

        def now() -> str:
            (row,) = stored_rows(session, scene.database.vault, FoundReport)
            return row.digest

        honest, (number,) = now(), session.scalars(select(FoundReport.number)).all()
        held_back = {"record_number": number, "kind": "description", "revision": 2, "sealed": b"not yet"}
        session.execute(insert(Section), [held_back])
        assert now() == honest == digest(scene.database, name)
        session.execute(delete(Section).where(Section.kind == "identifiers"))
        assert now() != honest
        session.rollback()
