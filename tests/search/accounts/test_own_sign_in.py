"""One's own sessions, password and codes; changing any of them asks for the password and a code."""

import datetime
import uuid
from dataclasses import replace

import pyotp
import pytest
from sqlalchemy import select

from search.access import ANYONE
from search.accounts.own_sign_in import (
    PROOF_LASTS,
    ChangePassword,
    Proof,
    change_password,
    end_other_sessions,
    end_own_session,
    is_proved,
    prove,
    read_own_sign_in,
    renew_own_codes,
)
from search.accounts.second_factor import renew_secret
from search.accounts.sessions import open_staff_session, session_actor
from search.errors import AccessDenied, NotFound, Refused
from search.models import Account, SignInSession
from search.staff_summaries import OwnSignIn
from search.summaries import SignedIn
from tests.search.scene import NOW, Scene

HASHED = "what the password fitted"
LATER = NOW + datetime.timedelta(minutes=11)
pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"])


@pytest.fixture
def secret(scene: Scene) -> str:
    """The secret of the clerk's app."""
    with scene.database.transaction() as session:
        account = session.get_one(Account, scene.shelter.account_id)
        account.password_hash = HASHED
        return renew_secret(session, account)


def signed_in(scene: Scene) -> SignedIn:
    with scene.database.transaction() as session:
        return open_staff_session(session, session.get_one(Account, scene.shelter.account_id), now=NOW)


def own(scene: Scene, this_one: uuid.UUID | None = None) -> OwnSignIn:
    with scene.database.reading() as session:
        return read_own_sign_in(session, scene.shelter, this_one, now=NOW)


def is_open(scene: Scene, visitor: SignedIn) -> bool:
    with scene.database.reading() as session:
        return session_actor(session, visitor.token, "partner", now=NOW) is not None


def code(secret: str, now: datetime.datetime = NOW) -> str:
    return pyotp.TOTP(secret).at(now)


def test_sessions_are_listed_by_days_and_ended_one_by_one_or_all_others(scene: Scene) -> None:
    here, there, elsewhere = (signed_in(scene) for _ in range(3))
    listed = own(scene, here.session_id)
    assert [one.is_this_one for one in listed.sessions].count(True) == 1
    assert {one.opened_on for one in listed.sessions} == {NOW.date()}
    assert there.session_id is not None
    with scene.database.transaction() as session:
        end_own_session(session, scene.shelter, there.session_id, now=NOW)
    assert [is_open(scene, one) for one in (here, there, elsewhere)] == [True, False, True]
    with scene.database.transaction() as session:
        end_other_sessions(session, scene.shelter, here.session_id, now=NOW)
    assert [is_open(scene, one) for one in (here, there, elsewhere)] == [True, False, False]


def test_nobody_ends_a_session_of_somebody_else(scene: Scene) -> None:
    mine = signed_in(scene)
    assert mine.session_id is not None
    with scene.database.transaction() as session:
        end_own_session(session, scene.mortuary, mine.session_id, now=NOW)
    assert is_open(scene, mine)
    with pytest.raises(AccessDenied), scene.database.transaction() as session:
        end_own_session(session, ANYONE, mine.session_id, now=NOW)


def test_a_new_password_needs_the_old_one_and_a_code_and_signs_out_elsewhere(scene: Scene, secret: str) -> None:
    here, there = signed_in(scene), signed_in(scene)
    for proof in (Proof(tried_hash="", code=code(secret)), Proof(tried_hash=HASHED, code="000000")):
        with pytest.raises(Refused, match="proof_does_not_fit"), scene.database.transaction() as session:
            change_password(session, scene.shelter, ChangePassword(proof=proof, new_hash="new"), now=NOW)
    right = Proof(tried_hash=HASHED, code=code(secret))
    with scene.database.transaction() as session:
        command = ChangePassword(proof=right, new_hash="new", keep=here.session_id)
        here_now = replace(here, token=change_password(session, scene.shelter, command, now=NOW))
        assert session.get_one(Account, scene.shelter.account_id).password_hash == "new"
    assert (is_open(scene, here_now), is_open(scene, there)) == (True, False)


def test_new_codes_open_once_in_place_of_the_app(scene: Scene, secret: str) -> None:
    here = signed_in(scene).session_id
    with scene.database.transaction() as session:
        proof = Proof(tried_hash=HASHED, code=code(secret))
        new, _ = renew_own_codes(session, scene.shelter, proof, here, new_app=True, now=NOW)
    assert (len(new.recovery_codes), own(scene).recovery_codes_left) == (10, 10)
    assert new.secret not in ("", secret)
    with scene.database.transaction() as session:
        proof = Proof(tried_hash=HASHED, code=new.recovery_codes[0])
        renew_own_codes(session, scene.shelter, proof, here, now=NOW)


@pytest.mark.parametrize("new_app", [False, True])
def test_new_codes_sign_out_elsewhere(scene: Scene, secret: str, *, new_app: bool) -> None:
    here, there = signed_in(scene), signed_in(scene)
    with scene.database.transaction() as session:
        proof = Proof(tried_hash=HASHED, code=code(secret))
        _, token = renew_own_codes(session, scene.shelter, proof, here.session_id, new_app=new_app, now=NOW)
    assert [is_open(scene, one) for one in (replace(here, token=token), there)] == [True, False]


@pytest.mark.parametrize("what", ["proof", "password", "codes"])
def test_a_copied_token_opens_nothing_once_its_owner_proved_who_they_are(scene: Scene, secret: str, what: str) -> None:
    here = signed_in(scene)
    proof = Proof(tried_hash=HASHED, code=code(secret))
    with scene.database.transaction() as session:
        if what == "proof":
            token = prove(session, scene.shelter, proof, here.session_id, now=NOW)
        elif what == "password":
            command = ChangePassword(proof=proof, new_hash="new", keep=here.session_id)
            token = change_password(session, scene.shelter, command, now=NOW)
        else:
            _, token = renew_own_codes(session, scene.shelter, proof, here.session_id, now=NOW)
    assert [is_open(scene, one) for one in (here, replace(here, token=token))] == [False, True]
    assert [one.is_this_one for one in own(scene, here.session_id).sessions] == [True]


def test_a_session_that_was_altered_is_not_made_whole_by_new_codes(scene: Scene, secret: str) -> None:
    here = signed_in(scene)
    with scene.database.transaction() as session:
        held = session.scalars(select(SignInSession)).one()
        held.ends_at += datetime.timedelta(days=30)
    proof = Proof(tried_hash=HASHED, code=code(secret))
    with pytest.raises(NotFound), scene.database.transaction() as session:
        renew_own_codes(session, scene.shelter, proof, here.session_id, now=NOW)


def test_a_proof_lasts_ten_minutes_and_belongs_to_one_session(scene: Scene, secret: str) -> None:
    here, there = signed_in(scene), signed_in(scene)
    assert is_proved(here.proved_at, now=NOW + PROOF_LASTS)
    assert not is_proved(here.proved_at, now=LATER)
    assert not is_proved(None, now=NOW)
    with scene.database.transaction() as session:
        proof = Proof(tried_hash=HASHED, code=code(secret, LATER))
        here = replace(here, token=prove(session, scene.shelter, proof, here.session_id, now=LATER))
    with scene.database.reading() as session:
        proved = [session_actor(session, one.token, "partner", now=NOW) for one in (here, there)]
    assert [is_proved(one.proved_at if one else None, now=LATER) for one in proved] == [True, False]
