"""A session belongs to one portal, ends by itself, from inside, and with the account that opened it."""

import datetime

import pytest
from sqlalchemy import func, select, update

from search.accounts import sessions
from search.accounts.api_tokens import token_actor
from search.accounts.sessions import log_out, session_actor
from search.models import Account, SignInSession
from search.storage.database import Database
from tests.search.accounts.entering import MINUTE, code, enter, guess
from tests.search.scene import NOW, Scene, family_of, sought


def test_a_disabled_account_neither_enters_nor_stays(database: Database, secret: str) -> None:
    signed_in = enter(database, code(secret))
    assert signed_in is not None
    with database.transaction() as session:
        session.execute(update(Account).values(disabled_at=NOW))
    with database.reading() as session:
        assert session_actor(session, signed_in.token, sessions.COMMITTEE, now=NOW) is None
    assert enter(database, code(secret, NOW + MINUTE), NOW + MINUTE) is None


def test_a_session_ends_by_itself(database: Database, secret: str) -> None:
    signed_in = enter(database, code(secret))
    assert signed_in is not None
    assert signed_in.expires_at is not None
    with database.reading() as session:
        assert session_actor(session, signed_in.token, sessions.COMMITTEE, now=signed_in.expires_at) is not None
        later = signed_in.expires_at + datetime.timedelta(seconds=1)
        assert session_actor(session, signed_in.token, sessions.COMMITTEE, now=later) is None


def test_a_session_ends_when_the_door_is_closed_from_inside(database: Database, secret: str) -> None:
    signed_in = enter(database, code(secret))
    assert signed_in is not None
    with database.transaction() as session:
        log_out(session, signed_in.token)
    with database.reading() as session:
        assert session_actor(session, signed_in.token, sessions.COMMITTEE, now=NOW) is None
        assert session.execute(select(func.count()).select_from(SignInSession)).scalar_one() == 0


def test_a_made_up_token_opens_nothing(database: Database, secret: str) -> None:
    assert enter(database, code(secret)) is not None
    with database.reading() as session:
        assert session_actor(session, "made up", sessions.COMMITTEE, now=NOW) is None
        assert token_actor(session, "made up", now=NOW) is None


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_a_family_s_session_is_for_its_own_case_and_lasts_an_hour(scene: Scene) -> None:
    case = scene.file(sought("Tesfalem"))
    opened = guess(scene.database, case.reference, " ".join(case.passphrase))
    assert opened is not None
    assert opened.expires_at == NOW + datetime.timedelta(hours=1)
    with scene.database.reading() as session:
        again = session_actor(session, opened.token, sessions.FAMILY, now=NOW)
        assert again is not None
        assert again.actor == family_of(case)
        assert session_actor(session, opened.token, sessions.COMMITTEE, now=NOW) is None


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_a_token_is_kept_as_a_digest_and_sessions_that_ended_are_swept(database: Database, secret: str) -> None:
    first = enter(database, code(secret))
    assert first is not None
    a_day = NOW + datetime.timedelta(days=1)
    second = enter(database, code(secret, a_day), a_day)
    assert second is not None
    with database.reading() as session:
        (kept,) = session.scalars(select(SignInSession.token_digest))
    assert len(kept) == 32
    assert second.token.encode() not in kept
