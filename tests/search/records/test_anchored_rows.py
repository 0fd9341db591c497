"""What a session writes into rows that the audit vouches for is noted, once, as it is when the act ends."""

import datetime
import uuid

from sqlalchemy import select

from search.models import Account, Organisation
from search.records.anchored_rows import GONE, NOT_ANCHORED, note_gone, row_digest, take_anchors
from search.storage.database import Database
from tests.search.scene import NOW, Scene


def test_a_row_that_was_added_changed_twice_or_deleted_has_one_anchor(database: Database) -> None:
    row = Organisation(id=uuid.UUID(int=7), name="Casa", kind="shelter")
    with database.transaction() as session:
        session.add(row)
        session.flush()
        row.name = "Casa Invented"
        session.flush()
        row.name = "Casa Invented 2"
        assert take_anchors(session, database.vault) == [f"organisations {row.id} {row_digest(database.vault, row)}"]
        assert take_anchors(session, database.vault) == []
        session.delete(row)
        assert take_anchors(session, database.vault) == [f"organisations {row.id} {GONE}"]


def test_what_was_only_read_or_did_not_change_is_not_noted(scene: Scene) -> None:
    with scene.database.transaction() as session:
        for account in session.scalars(select(Account)):
            account.login = str(account.login)
        assert take_anchors(session, scene.database.vault) == []


def test_rows_that_a_statement_deletes_are_noted_by_whoever_deletes_them(scene: Scene) -> None:
    with scene.database.transaction() as session:
        rows = session.scalars(select(Account)).all()
        note_gone(session, rows)
        anchors = take_anchors(session, scene.database.vault)
    assert sorted(anchors) == sorted(f"accounts {row.id} {GONE}" for row in rows)


def test_every_column_counts_but_those_that_change_with_each_use_and_those_that_are_empty(scene: Scene) -> None:
    assert "accounts.totp_last_step" in NOT_ANCHORED
    vault = scene.database.vault
    with scene.database.reading() as session:
        account = session.scalars(select(Account)).first()
        assert account is not None
        digest = row_digest(vault, account)
        account.totp_last_step += 1
        assert row_digest(vault, account) == digest
        account.disabled_at = NOW
        disabled = row_digest(vault, account)
        assert disabled != digest
        account.disabled_at = NOW.astimezone(datetime.timezone(datetime.timedelta(hours=5)))
        assert row_digest(vault, account) == disabled
        session.rollback()
