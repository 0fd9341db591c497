"""Who comes in, who does not, that a guesser learns nothing, and that no guess keeps out whoever has the secret."""

import datetime
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from sqlalchemy import select, update

from search.access import OPERATOR
from search.accounts import sessions
from search.accounts.new_family_words import issue_words, prepare_words
from search.accounts.secret_hashing import secret_fits
from search.accounts.sessions import session_actor
from search.accounts.sign_in import find_holder, log_in, open_case, prove
from search.accounts.waiting_tickets import Attempt
from search.errors import AccessDenied
from search.models import Account, AuditEntry
from search.records.references import new_reference
from search.storage.database import Database
from tests.search.accounts.entering import MINUTE, PASSWORD, code, come_in, enter, guess
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
    assert enter(database, login=login, password="wrong") is None
    assert calls == [False]


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_right_words_open_whatever_was_guessed_before(scene: Scene) -> None:
    case = scene.file(sought("Tesfalem"))
    assert [guess(scene.database, case.reference) for _ in range(40)] == [None] * 40
    assert guess(scene.database, case.reference, " ".join(case.passphrase)) is not None


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_password_and_code_open_whatever_was_guessed_before(database: Database, secret: str) -> None:
    assert [enter(database, password="wrong") for _ in range(40)] == [None] * 40
    assert [enter(database, "000000") for _ in range(5)] == [None] * 5
    assert enter(database, code(secret)) is not None


def test_a_wrong_guess_writes_nothing(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    case = scene.file(sought("Tesfalem"))
    monkeypatch.setattr(Database, "transaction", None)
    assert guess(scene.database, case.reference) is None
    assert enter(scene.database, password="wrong") is None


def test_no_connection_is_held_while_a_secret_is_hashed(
    scene: Scene, secret: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = scene.file(sought("Tesfalem"))
    held: list[int] = []

    def watching(hashed: str | None, typed: str) -> bool:
        pool: Any = scene.database.engine.pool
        held.append(pool.checkedout())
        return secret_fits(hashed, typed)

    monkeypatch.setattr("search.accounts.sign_in.secret_fits", watching)
    assert guess(scene.database, case.reference, " ".join(case.passphrase)) is not None
    assert enter(scene.database, code(secret)) is not None
    assert held == [0, 0]


def test_words_that_were_changed_while_they_were_being_hashed_open_nothing(scene: Scene) -> None:
    case = scene.file(sought("Tesfalem"))
    attempt = Attempt(portal=sessions.FAMILY, name=case.reference, secret=" ".join(case.passphrase))
    with scene.database.reading() as session:
        proven = prove(find_holder(session, attempt), attempt)
    assert proven is not None
    with scene.database.transaction() as session:
        issue_words(session, OPERATOR, case.reference, prepare_words("en"), now=NOW)
    with scene.database.transaction() as session:
        assert open_case(session, proven, now=NOW) is None


@pytest.mark.parametrize("changed", [{"password_hash": "another"}, {"disabled_at": NOW}])
def test_an_account_that_was_changed_while_its_password_was_being_hashed_opens_nothing(
    database: Database, secret: str, changed: dict[str, object]
) -> None:
    attempt = Attempt(portal=sessions.COMMITTEE, name="alem", secret=PASSWORD)
    with database.reading() as session:
        proven = prove(find_holder(session, attempt), attempt)
    assert proven is not None
    with database.transaction() as session:
        session.execute(update(Account).values(**changed))
    with database.transaction() as session:
        assert log_in(session, proven, code(secret), now=NOW) is None


@pytest.mark.parametrize(("demonstration", "opens"), [(True, True), (False, False)])
def test_an_account_without_one_time_codes_opens_in_a_demonstration_only(
    database: Database, secret: str, *, demonstration: bool, opens: bool
) -> None:
    assert secret
    with database.transaction() as session:
        session.execute(update(Account).values(totp_sealed=None))
    attempt = Attempt(portal=sessions.COMMITTEE, name="alem", secret=PASSWORD)
    assert (come_in(database, attempt, without_code=demonstration) is not None) is opens


def test_of_forty_right_words_at_once_all_open(scene: Scene) -> None:
    case = scene.file(sought("Tesfalem"))
    with ThreadPoolExecutor(40) as people:
        words = " ".join(case.passphrase)
        opened = list(people.map(lambda _: guess(scene.database, case.reference, words), range(40)))
    assert None not in opened
    assert len({one.token for one in opened if one}) == 40


def test_of_one_code_that_arrives_forty_times_at_once_one_opens(database: Database, secret: str) -> None:
    right = code(secret)
    with ThreadPoolExecutor(40) as people:
        opened = list(people.map(lambda _: enter(database, right), range(40)))
    assert len([one for one in opened if one]) == 1


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
