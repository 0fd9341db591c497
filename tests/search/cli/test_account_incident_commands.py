"""A stolen account, phone or family's words end by one command each."""

import pyotp
import pytest
from sqlalchemy import select

from search.access import ANYONE
from search.accounts.new_family_words import prepare_words
from search.accounts.sessions import open_family_session, open_staff_session, session_actor
from search.cli.installation import now
from search.filing.registering_searches import register_search
from search.models import Account, SearchRequest
from search.storage.database import Database
from tests.search.cli.command_line import add_account, ending, on_sqlite, typed
from tests.search.scene import NOW, sought


def entered(database: Database, login: str = "alem") -> str:
    with database.transaction() as session:
        account = session.scalars(select(Account).where(Account.login == login)).one()
        return open_staff_session(session, account, now=now()).token


def is_open(database: Database, token: str, portal: str = "committee") -> bool:
    with database.reading() as session:
        return session_actor(session, token, portal, now=now()) is not None


@pytest.fixture
def alem(registry: Database) -> Database:
    """A registry with one coordinator."""
    add_account("alem", "Committee of Relatives", "committee")
    return registry


@on_sqlite
def test_the_first_account_coordinates_and_the_second_does_the_work(alem: Database) -> None:
    add_account("almaz", "Committee of Relatives", "committee")
    lines = typed("account", "list").stdout.splitlines()
    assert is_open(alem, entered(alem))
    assert [line.split("\t")[2] for line in lines] == ["coordinator, reviewer", "reviewer"]
    assert typed("account", "roles", "almaz", "--give", "coordinator").stdout == "almaz: coordinator, reviewer\n"
    assert typed("account", "roles", "almaz", "--take", "reviewer").stdout == "almaz: coordinator\n"


@on_sqlite
def test_a_disabled_account_is_out_at_once_and_stays_out_until_it_is_enabled(alem: Database) -> None:
    token = entered(alem)
    assert typed("account", "sessions", "alem").stdout.startswith("committee\topened ")
    typed("account", "disable", "alem")
    assert not is_open(alem, token)
    assert "ended" in typed("account", "list").stdout
    typed("account", "enable", "alem")
    assert not is_open(alem, token)


@on_sqlite
@pytest.mark.parametrize("word", ["end-sessions", "codes", "password"])
def test_sessions_end_by_themselves_or_with_new_codes_or_a_new_password(alem: Database, word: str) -> None:
    token = entered(alem)
    typed("account", word, "alem", given="umbrella garnet walnut")
    assert not is_open(alem, token)


@on_sqlite
@pytest.mark.usefixtures("alem")
def test_new_codes_are_ten_and_a_secret_for_the_app() -> None:
    lines = typed("account", "codes", "alem").stdout.splitlines()
    assert lines[0].startswith("otpauth://totp/Ovillo:alem?")
    assert pyotp.TOTP(lines[1].split()[-1]).at(NOW)
    assert len([line for line in lines if line.startswith("recovery code: ")]) == 10


@on_sqlite
@pytest.mark.parametrize(
    ("password", "reason"),
    [
        ("a", "needs 12 letters or more"),
        ("password2026", "is a common password"),
        ("alem alem alem", "made of the login"),
    ],
)
def test_a_password_that_is_easy_to_guess_is_refused_with_the_reason(
    alem: Database, password: str, reason: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with alem.reading() as session:
        before = session.scalars(select(Account.password_hash)).one()
    status, said = ending(["account", "password", "alem"], monkeypatch, capsys, given=password)
    assert status == 1
    assert said.startswith("ovillo: ")
    assert reason in said
    assert said.endswith("; nothing was changed\n")
    with alem.reading() as session:
        assert session.scalars(select(Account.password_hash)).one() == before


@on_sqlite
def test_new_words_sign_the_family_out(staffed: Database) -> None:
    with staffed.transaction() as session:
        case = register_search(session, ANYONE, sought("Mariama Diallo"), prepare_words("en"), now=NOW)
        request = session.scalars(select(SearchRequest).where(SearchRequest.id == case.case_id)).one()
        token = open_family_session(session, request, now=now()).token
    assert is_open(staffed, token, "family")
    typed("words", "issue", case.reference)
    assert not is_open(staffed, token, "family")


@on_sqlite
@pytest.mark.usefixtures("alem")
def test_alarms_are_none_at_first_and_requests_too() -> None:
    assert typed("alarms", "--all").stdout == ""
    assert typed("account", "requests").stdout == ""
