"""Who comes in, who does not, and that a guesser learns nothing and is only ever slowed down."""

import datetime

import pytest
from sqlalchemy import func, select, update

from search.accounts import sessions
from search.accounts.secret_hashing import secret_fits
from search.accounts.sessions import session_actor
from search.accounts.sign_in import log_in
from search.errors import AccessDenied, TooManyAttempts
from search.models import Account, AuditEntry, SignInAttempt
from search.records.references import new_reference
from search.storage.database import Database
from tests.search.accounts.entering import MINUTE, code, enter, guess
from tests.search.scene import NOW, Scene, sought


def counted_hashes(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """The outcome of every slow hash that signing in computes from now on."""
    calls: list[bool] = []

    def counting(hashed: str | None, secret: str) -> bool:
        calls.append(secret_fits(hashed, secret))
        return calls[-1]

    monkeypatch.setattr("search.accounts.sign_in.secret_fits", counting)
    return calls


def test_password_and_code_open_the_portal_of_the_role_only(database: Database, secret: str) -> None:
    signed_in = enter(database, code(secret))
    assert signed_in is not None
    assert signed_in.organisation_name == "Committee"
    with database.reading() as session:
        again = session_actor(session, signed_in.token, sessions.COMMITTEE, now=NOW)
        assert again is not None
        assert again.actor == signed_in.actor
        assert session_actor(session, signed_in.token, sessions.PARTNER, now=NOW) is None
    assert enter(database, code(secret, NOW + MINUTE), NOW + MINUTE, portal="partner") is None


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


def test_a_disabled_account_does_not_enter_even_with_password_and_code(database: Database, secret: str) -> None:
    with database.transaction() as session:
        session.execute(update(Account).values(disabled_at=NOW))
    assert enter(database, code(secret)) is None


def test_coming_in_is_audited_and_a_wrong_guess_is_not(scene: Scene) -> None:
    case = scene.file(sought("Tesfalem"))
    assert guess(scene.database, case.reference) is None
    assert guess(scene.database, case.reference.lower(), " ".join(case.passphrase)) is not None
    with scene.database.reading() as session:
        acts = session.execute(select(AuditEntry.subject_id).where(AuditEntry.action == "log_in")).all()
    assert [act.subject_id for act in acts] == [str(case.case_id)]
