"""What is half done waits, sealed, for whoever holds its token."""

import datetime

import pytest
from sqlalchemy import func, select, update

from search.access import ANYONE, WORKER
from search.errors import AccessDenied, SealBroken
from search.filing.drafting import (
    KEPT_FOR,
    UNDO_FOR,
    Keeping,
    bring_back_draft,
    discard_draft,
    read_draft,
    save_draft,
    set_draft_aside,
)
from search.models import Draft
from search.storage.database import Database
from tests.search.scene import NOW

CONTENT = "half a name: ተስ".encode()


def save(database: Database, content: bytes = CONTENT, token: str | None = None, now: datetime.datetime = NOW) -> str:
    with database.transaction() as session:
        return save_draft(session, ANYONE, token, content, now=now)


def read(database: Database, token: str, now: datetime.datetime = NOW) -> bytes | None:
    with database.reading() as session:
        return read_draft(session, ANYONE, token, now=now)


def drafts(database: Database) -> int:
    with database.reading() as session:
        return session.execute(select(func.count()).select_from(Draft)).scalar_one()


def test_nothing_typed_is_lost(database: Database) -> None:
    assert read(database, save(database)) == CONTENT


def test_typing_on_replaces_what_was_kept_under_the_same_token(database: Database) -> None:
    token = save(database)
    assert save(database, b"more", token) == token
    assert (read(database, token), drafts(database)) == (b"more", 1)


def test_a_token_that_is_not_known_gets_a_draft_of_its_own(database: Database) -> None:
    token = save(database, token="chosen by a stranger")
    assert token != "chosen by a stranger"
    assert read(database, "chosen by a stranger") is None


def test_a_token_of_ones_own_finds_what_was_kept_under_it_and_can_be_used_again(database: Database) -> None:
    mine = Keeping(named=True)
    for content in (b"one", b"other"):
        with database.transaction() as session:
            assert save_draft(session, ANYONE, "my own secret", content, now=NOW, keeping=mine) == "my own secret"
        assert read(database, "my own secret") == content
    with database.transaction() as session:
        discard_draft(session, ANYONE, "my own secret")
    late = NOW + 2 * KEPT_FOR
    with database.transaction() as session:
        save_draft(session, ANYONE, "my own secret", b"again", now=late, keeping=mine)
    with database.transaction() as session:
        save_draft(session, ANYONE, "my own secret", b"much later", now=late + 2 * KEPT_FOR, keeping=mine)
    assert read(database, "my own secret", late + 2 * KEPT_FOR) == b"much later"
    assert drafts(database) == 1


def test_a_draft_is_forgotten_when_nobody_comes_back(database: Database) -> None:
    token = save(database)
    assert read(database, token, NOW + KEPT_FOR) == CONTENT
    assert read(database, token, NOW + KEPT_FOR + datetime.timedelta(seconds=1)) is None
    save(database, b"another", now=NOW + KEPT_FOR + datetime.timedelta(seconds=1))
    assert drafts(database) == 1


def test_typing_on_keeps_a_draft_longer(database: Database) -> None:
    token = save(database)
    save(database, b"more", token, NOW + KEPT_FOR / 2)
    assert read(database, token, NOW + KEPT_FOR * 1.4) == b"more"


def test_a_finished_draft_is_gone_with_its_key(database: Database) -> None:
    token = save(database)
    with database.transaction() as session:
        discard_draft(session, ANYONE, token)
    assert (read(database, token), drafts(database)) == (None, 0)


def test_the_database_knows_neither_the_token_nor_the_words(database: Database) -> None:
    token = save(database)
    with database.reading() as session:
        row = session.scalars(select(Draft)).one()
    assert CONTENT not in row.sealed
    assert token.encode() not in row.token_digest + row.sealed + row.wrapped_key


def test_drafts_that_were_swapped_do_not_open(database: Database) -> None:
    mine, other = save(database), save(database, b"something else")
    with database.transaction() as session:
        one, two = session.scalars(select(Draft)).all()
        sealed = {one.token_digest: two.sealed, two.token_digest: one.sealed}
        for digest, content in sealed.items():
            session.execute(update(Draft).where(Draft.token_digest == digest).values(sealed=content))
    for token in (mine, other):
        with pytest.raises(SealBroken):
            read(database, token)


def test_the_worker_keeps_no_drafts(database: Database) -> None:
    with pytest.raises(AccessDenied), database.transaction() as session:
        save_draft(session, WORKER, None, CONTENT, now=NOW)


def test_a_draft_that_was_set_aside_is_not_read_and_comes_back_only_in_time(database: Database) -> None:
    with database.transaction() as session:
        token = save_draft(session, ANYONE, None, b"half typed", now=NOW)
        set_draft_aside(session, ANYONE, token, now=NOW)
        assert read_draft(session, ANYONE, token, now=NOW) is None
        assert bring_back_draft(session, ANYONE, token, now=NOW + UNDO_FOR)
        assert read_draft(session, ANYONE, token, now=NOW + UNDO_FOR) == b"half typed"
        assert not bring_back_draft(session, ANYONE, token, now=NOW)
        set_draft_aside(session, ANYONE, token, now=NOW)
        late = NOW + UNDO_FOR + datetime.timedelta(seconds=1)
        assert not bring_back_draft(session, ANYONE, token, now=late)
        assert not bring_back_draft(session, ANYONE, "no such token", now=NOW)
