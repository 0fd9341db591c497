"""A session belongs to one portal, ends by itself, from inside, and with the account that opened it."""

import datetime

import pytest
from sqlalchemy import func, select, update

from search.accounts import sessions
from search.accounts.api_tokens import token_actor
from search.accounts.sessions import log_out, session_actor
from search.models import Account, SignInSession
from search.storage.database import Database
from search.summaries import SignedIn
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
def test_a_family_s_session_is_for_its_own_case_and_lasts_an_hour_that_nothing_is_done(scene: Scene) -> None:
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


def slid(database: Database, token: str, now: datetime.datetime, portal: str = sessions.COMMITTEE) -> SignedIn:
    """Whose session this is after it was used at this moment."""
    with database.reading() as session:
        visitor = session_actor(session, token, portal, now=now)
    assert visitor is not None
    if not sessions.slides(visitor, now=now):
        return visitor
    with database.transaction() as session:
        return sessions.slide_session(session, visitor, now=now)


def test_a_session_that_is_used_lasts_longer_and_never_longer_than_four_hours(database: Database, secret: str) -> None:
    signed_in = enter(database, code(secret))
    assert signed_in is not None
    ends = []
    for minutes in range(40, 240, 40):
        visitor = slid(database, signed_in.token, NOW + minutes * MINUTE)
        assert visitor.expires_at is not None
        ends.append((visitor.expires_at - NOW) / MINUTE)
    assert ends == [85, 125, 165, 205, 240]
    with database.reading() as session:
        assert session_actor(session, signed_in.token, sessions.COMMITTEE, now=NOW + 241 * MINUTE) is None


def test_use_is_written_down_every_five_minutes_at_most(database: Database, secret: str) -> None:
    signed_in = enter(database, code(secret))
    assert signed_in is not None
    assert [sessions.slides(signed_in, now=NOW + minutes * MINUTE) for minutes in (0, 4, 5, 44)] == [
        False, False, True, True,
    ]  # fmt: skip
    assert sessions.may_last_longer(signed_in)
    last = slid(database, signed_in.token, NOW + 44 * MINUTE)
    assert last.expires_at == NOW + 89 * MINUTE


def test_a_session_that_was_ended_meanwhile_stays_ended(database: Database, secret: str) -> None:
    signed_in = enter(database, code(secret))
    assert signed_in is not None
    with database.transaction() as session:
        log_out(session, signed_in.token)
    with database.transaction() as session:
        sessions.slide_session(session, signed_in, now=NOW + 40 * MINUTE)
    with database.reading() as session:
        assert session_actor(session, signed_in.token, sessions.COMMITTEE, now=NOW) is None
