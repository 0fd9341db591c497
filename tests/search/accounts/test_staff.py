"""Who comes in, who does not, and that a guesser learns nothing and is only ever slowed down."""

import datetime

import pyotp
import pytest
from sqlalchemy import func, select, update

from search.access import ANYONE, OPERATOR, Actor
from search.accounts import sessions
from search.accounts.api_tokens import issue_token, revoke_tokens, token_actor
from search.accounts.family_words import issue_words
from search.accounts.secret_hashing import secret_fits
from search.accounts.sessions import log_out, session_actor
from search.accounts.sign_in import log_in, open_case
from search.accounts.staff import NewAccount, add_account
from search.errors import AccessDenied, NotFound, Refused, TooManyAttempts
from search.models import Account, SignInAttempt, SignInSession
from search.records.references import new_reference
from search.storage.database import Database
from search.summaries import SignedIn
from search.vocabulary import OrganisationKind
from tests.search.scene import NOW, Scene, family_of, sought

PASSWORD = "an invented password"
MINUTE = datetime.timedelta(minutes=1)


@pytest.fixture
def secret(database: Database) -> str:
    """The one-time-code secret of `alem`, who reviews for a committee."""
    command = NewAccount(
        organisation="Committee", organisation_kind=OrganisationKind.COMMITTEE, login="alem", password=PASSWORD
    )
    with database.transaction() as session:
        return add_account(session, OPERATOR, command, now=NOW)


def enter(
    database: Database,
    code: str = "",
    now: datetime.datetime = NOW,
    *,
    password: str = PASSWORD,
    door: str = "committee",
) -> SignedIn | None:
    with database.transaction() as session:
        return log_in(session, "alem", password, code, door, now=now)


def guess(database: Database, reference: str, words: str = "wrong", now: datetime.datetime = NOW) -> SignedIn | None:
    with database.transaction() as session:
        return open_case(session, reference, words, now=now)


def counted_hashes(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """The outcome of every slow hash that signing in computes from now on."""
    calls: list[bool] = []

    def counting(hashed: str | None, secret: str) -> bool:
        calls.append(secret_fits(hashed, secret))
        return calls[-1]

    monkeypatch.setattr("search.accounts.sign_in.secret_fits", counting)
    return calls


def code(secret: str, now: datetime.datetime = NOW) -> str:
    return pyotp.TOTP(secret).at(now)


def test_password_and_code_open_the_portal_of_the_role_only(database: Database, secret: str) -> None:
    signed_in = enter(database, code(secret))
    assert signed_in is not None
    assert signed_in.organisation_name == "Committee"
    with database.reading() as session:
        again = session_actor(session, signed_in.token, sessions.COMMITTEE, now=NOW)
        assert again is not None
        assert again.actor == signed_in.actor
        assert session_actor(session, signed_in.token, sessions.PARTNER, now=NOW) is None
    assert enter(database, code(secret, NOW + MINUTE), NOW + MINUTE, door="partner") is None


def test_a_code_opens_once(database: Database, secret: str) -> None:
    assert enter(database, code(secret)) is not None
    assert enter(database, code(secret)) is None
    assert enter(database, code(secret), NOW + datetime.timedelta(seconds=29)) is None
    assert enter(database, code(secret, NOW + MINUTE), NOW + MINUTE) is not None


def test_a_code_of_the_step_before_still_opens_and_an_older_one_does_not(database: Database, secret: str) -> None:
    assert enter(database, code(secret, NOW - MINUTE)) is None
    assert enter(database, code(secret, NOW - MINUTE / 2)) is not None


def test_the_code_is_asked_for_only_after_the_password_was_right(database: Database, secret: str) -> None:
    assert len(secret) >= 32
    with pytest.raises(AccessDenied, match="code_needed"):
        enter(database)
    assert enter(database, password="wrong") is None


def test_a_wrong_code_does_not_open(database: Database, secret: str) -> None:
    assert enter(database, code(secret, NOW + datetime.timedelta(days=1))) is None


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


def test_a_login_is_taken_once(database: Database, secret: str) -> None:
    assert secret
    command = NewAccount(
        organisation="Other", organisation_kind=OrganisationKind.SHELTER, login="alem", password=PASSWORD
    )
    with pytest.raises(Refused, match="login_taken"), database.transaction() as session:
        add_account(session, OPERATOR, command, now=NOW)


@pytest.mark.parametrize("actor", [ANYONE, Actor(kind=ANYONE.kind)])
def test_accounts_are_made_at_the_command_line_only(database: Database, actor: Actor) -> None:
    command = NewAccount(organisation="X", organisation_kind=OrganisationKind.SHELTER, login="x", password="x")
    with pytest.raises(AccessDenied), database.transaction() as session:
        add_account(session, actor, command, now=NOW)


@pytest.mark.parametrize("which", ["known", "unknown", "malformed", "empty"])
def test_an_unknown_reference_costs_as_many_hashes_as_wrong_words(
    scene: Scene, which: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = scene.file(sought("Tesfalem")).reference
    reference = {"known": known, "unknown": new_reference(), "malformed": "nonsense", "empty": ""}[which]
    calls = counted_hashes(monkeypatch)
    assert guess(scene.database, reference) is None
    assert calls == [False]


@pytest.mark.parametrize("login", ["alem", "nobody"])
def test_an_unknown_login_costs_as_many_hashes_as_a_wrong_password(
    database: Database, secret: str, login: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert secret
    calls = counted_hashes(monkeypatch)
    with database.transaction() as session:
        assert log_in(session, login, "wrong", "", "committee", now=NOW) is None
    assert calls == [False]


def test_guessing_is_slowed_down_more_and_more_but_nobody_is_locked_out(scene: Scene) -> None:
    case = scene.file(sought("Tesfalem"))
    now, waits = NOW, []
    for _ in range(14):
        try:
            assert guess(scene.database, case.reference, now=now) is None
        except TooManyAttempts as slowed:
            waits.append(int(slowed.params["seconds"]))
            now += datetime.timedelta(seconds=waits[-1])
            assert guess(scene.database, case.reference, now=now) is None
    assert waits == [2, 4, 8, 16, 32, 64, 128, 256, 300]
    with pytest.raises(TooManyAttempts):
        guess(scene.database, case.reference, " ".join(case.passphrase), now)
    opened = guess(scene.database, case.reference, " ".join(case.passphrase), now + datetime.timedelta(seconds=300))
    assert opened is not None


def test_slowing_down_is_the_same_for_a_reference_that_does_not_exist(scene: Scene) -> None:
    for reference in (scene.file(sought("Tesfalem")).reference, new_reference()):
        for _ in range(5):
            assert guess(scene.database, reference) is None
        with pytest.raises(TooManyAttempts) as slowed:
            guess(scene.database, reference)
        assert slowed.value.params == {"seconds": 2}


def test_guessing_at_one_case_does_not_slow_another_down(scene: Scene) -> None:
    mine, other = scene.file(sought("Tesfalem")), scene.file(sought("Hiwet"))
    for _ in range(5):
        guess(scene.database, other.reference)
    assert guess(scene.database, mine.reference, " ".join(mine.passphrase)) is not None


def test_attempts_are_forgotten_after_an_hour_and_never_hold_what_was_typed(scene: Scene) -> None:
    case = scene.file(sought("Tesfalem"))
    for _ in range(5):
        guess(scene.database, case.reference)
    with scene.database.reading() as session:
        digests = session.scalars(select(SignInAttempt.subject_digest)).all()
    assert {len(digest) for digest in digests} == {32}
    later = NOW + datetime.timedelta(minutes=61)
    assert guess(scene.database, case.reference, now=later) is None
    with scene.database.reading() as session:
        assert session.execute(select(func.count()).select_from(SignInAttempt)).scalar_one() == 1


def test_new_words_open_the_case_and_the_old_ones_no_longer_do(scene: Scene) -> None:
    case = scene.file(sought("Tesfalem"))
    with scene.database.transaction() as session:
        renewed = issue_words(session, OPERATOR, case.reference, now=NOW)
    assert renewed.case_id == case.case_id
    assert guess(scene.database, case.reference, " ".join(case.passphrase)) is None
    opened = guess(scene.database, case.reference, " ".join(renewed.passphrase))
    assert opened is not None
    assert opened.actor == family_of(case)


def test_an_api_token_acts_for_its_organisation_until_it_expires_or_is_revoked(scene: Scene) -> None:
    with scene.database.transaction() as session:
        token = issue_token(session, OPERATOR, "Casa Invented", now=NOW)
        other = issue_token(session, OPERATOR, "Morgue Invented", now=NOW)
    assert len(token) >= 43
    with scene.database.reading() as session:
        actor = token_actor(session, token, now=NOW)
        assert actor is not None
        assert (actor.kind, actor.organisation_id) == (scene.shelter.kind, scene.shelter.organisation_id)
        assert token_actor(session, token, now=NOW + datetime.timedelta(days=181)) is None
    with scene.database.transaction() as session:
        assert revoke_tokens(session, OPERATOR, "Casa Invented", now=NOW) == 1
    with scene.database.reading() as session:
        assert token_actor(session, token, now=NOW) is None
        assert token_actor(session, other, now=NOW) is not None


def test_an_organisation_that_is_not_there_has_no_token(scene: Scene) -> None:
    with pytest.raises(NotFound, match="organisation_unknown"), scene.database.transaction() as session:
        issue_token(session, OPERATOR, "Nobody's", now=NOW)
