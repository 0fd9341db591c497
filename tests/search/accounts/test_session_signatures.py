"""A session is of whoever opened it: moved, prolonged, made up or put back without the key it opens nothing."""

import datetime
from dataclasses import dataclass, replace
from typing import Any

import pytest
from sqlalchemy import delete, insert, select, update

from search.access import OPERATOR
from search.accounts import sessions
from search.accounts.new_family_words import issue_words, prepare_words
from search.accounts.own_sign_in import ChangePassword, Proof, change_password
from search.accounts.session_signatures import is_of
from search.accounts.sessions import open_family_session, open_staff_session, session_actor
from search.models import Account, SearchRequest, SignInSession
from search.summaries import CaseFiled, SignedIn
from tests.search.models.tables import table_of
from tests.search.scene import NOW, Scene, sought

MINUTE = datetime.timedelta(minutes=1)
_SESSIONS = table_of(SignInSession)


@dataclass(frozen=True, slots=True)
class Doors:
    """Two cases and two reviewers; one of each is signed in."""

    scene: Scene
    cases: tuple[CaseFiled, CaseFiled]
    family: SignedIn
    reader: SignedIn

    def opens(self, visitor: SignedIn, portal: str, now: datetime.datetime = NOW) -> bool:
        with self.scene.database.reading() as session:
            return session_actor(session, visitor.token, portal, now=now) is not None

    def tamper(self, visitor: SignedIn, **changes: Any) -> None:
        digest = self.scene.database.vault.token_digest(visitor.token)
        with self.scene.database.transaction() as session:
            session.execute(update(_SESSIONS).where(_SESSIONS.c.token_digest == digest).values(**changes))


@pytest.fixture
def doors(scene: Scene) -> Doors:
    cases = scene.file(sought("Tesfalem")), scene.file(sought("Wilmar", 5))
    with scene.database.transaction() as session:
        request = session.scalars(select(SearchRequest).where(SearchRequest.id == cases[0].case_id)).one()
        family = open_family_session(session, request, now=NOW)
        reader = open_staff_session(session, session.get_one(Account, scene.reviewers[0].account_id), now=NOW)
    return Doors(scene, cases, family, reader)


def test_a_session_that_is_moved_to_another_case_opens_neither(doors: Doors) -> None:
    assert doors.opens(doors.family, sessions.FAMILY)
    with doors.scene.database.reading() as session:
        other = session.scalars(select(SearchRequest.number).where(SearchRequest.id == doors.cases[1].case_id)).one()
    doors.tamper(doors.family, record_number=other)
    assert not doors.opens(doors.family, sessions.FAMILY)


def test_a_session_that_is_moved_to_another_person_or_from_a_family_to_one_opens_nothing(doors: Doors) -> None:
    other = doors.scene.reviewers[1].account_id
    doors.tamper(doors.reader, account_id=other)
    doors.tamper(doors.family, account_id=other, record_number=None, portal=sessions.COMMITTEE)
    assert not doors.opens(doors.reader, sessions.COMMITTEE)
    assert not doors.opens(doors.family, sessions.COMMITTEE)


@pytest.mark.parametrize("moment", ["expires_at", "ends_at", "proved_at", "opened_at"])
def test_a_session_whose_moments_are_moved_opens_nothing(doors: Doors, moment: str) -> None:
    assert doors.opens(doors.reader, sessions.COMMITTEE)
    doors.tamper(doors.reader, **{moment: NOW + 41 * MINUTE})
    assert not doors.opens(doors.reader, sessions.COMMITTEE, NOW + 40 * MINUTE)


def test_a_session_that_was_tampered_with_is_not_made_right_by_using_it(doors: Doors) -> None:
    doors.tamper(doors.reader, proved_at=NOW + 5 * MINUTE)
    with doors.scene.database.transaction() as session:
        sessions.slide_session(session, doors.reader, now=NOW + 40 * MINUTE)
    assert not doors.opens(doors.reader, sessions.COMMITTEE)


def test_a_session_that_is_made_up_by_a_hand_without_the_key_opens_nothing(doors: Doors) -> None:
    token = doors.scene.database.vault.token_digest("made up")
    with doors.scene.database.transaction() as session:
        held = session.execute(select(_SESSIONS)).mappings().first()
        assert held is not None
        copy = {**held, "token_digest": token, "id": doors.cases[0].case_id}
        session.execute(insert(_SESSIONS), [copy])
    with doors.scene.database.reading() as session:
        assert session_actor(session, "made up", held["portal"], now=NOW) is None


def test_a_session_that_is_put_back_after_the_words_changed_opens_nothing(doors: Doors) -> None:
    with doors.scene.database.transaction() as session:
        held = [dict(row) for row in session.execute(select(_SESSIONS)).mappings()]
        issue_words(session, OPERATOR, doors.cases[0].reference, prepare_words("es"), now=NOW)
        session.execute(delete(_SESSIONS))
        session.execute(insert(_SESSIONS), held)
    assert doors.opens(doors.reader, sessions.COMMITTEE)
    assert not doors.opens(doors.family, sessions.FAMILY)


def test_the_session_that_is_kept_at_a_new_password_stays_open(doors: Doors) -> None:
    with doors.scene.database.transaction() as session:
        account = session.get_one(Account, doors.scene.reviewers[0].account_id)
        account.password_hash, account.totp_sealed = "old", None
        held = session.scalars(select(SignInSession).where(SignInSession.account_id == account.id)).one()
        assert not is_of(doors.scene.database.vault, held, account)
    with doors.scene.database.transaction() as session:
        account = session.get_one(Account, doors.scene.reviewers[0].account_id)
        kept = open_staff_session(session, account, now=NOW)
        command = ChangePassword(proof=Proof(tried_hash="old", code=""), new_hash="new", keep=kept.session_id)
        token = change_password(session, doors.scene.reviewers[0], command, now=NOW)
    assert doors.opens(replace(kept, token=token), sessions.COMMITTEE)
