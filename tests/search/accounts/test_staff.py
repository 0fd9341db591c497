"""Members of staff are made at the command line, once for each login."""

import pytest
from sqlalchemy import select

from search.access import ANYONE, OPERATOR, Actor
from search.accounts.staff import NewAccount, add_account
from search.errors import AccessDenied, Refused
from search.models import Account, AuditEntry, Organisation
from search.records.associated_data import one_time_code_place
from search.storage.database import Database
from search.vocabulary import OrganisationKind
from tests.search.accounts.entering import PASSWORD
from tests.search.scene import NOW


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


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize(
    ("kind", "role"), [(OrganisationKind.COMMITTEE, "committee"), (OrganisationKind.SHELTER, "partner")]
)
def test_the_kind_of_the_organisation_decides_which_portal_opens(
    database: Database, kind: OrganisationKind, role: str
) -> None:
    assert len(added(database, kind)) >= 32
    with database.reading() as session:
        account = session.scalars(select(Account)).one()
        assert (account.role, session.get_one(Organisation, account.organisation_id).kind) == (role, kind.value)


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_password_and_secret_are_kept_hashed_and_sealed(database: Database) -> None:
    secret = added(database, OrganisationKind.COMMITTEE)
    with database.reading() as session:
        account = session.scalars(select(Account)).one()
        place = one_time_code_place(account.id)
        assert account.totp_sealed is not None
        assert database.vault.unseal_secret(account.totp_sealed, place).decode() == secret
        assert secret.encode() not in account.totp_sealed
        assert PASSWORD not in account.password_hash
        assert session.scalars(select(AuditEntry.subject_id)).all() == [str(account.id)]


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_a_demonstration_account_has_no_one_time_code(database: Database) -> None:
    assert added(database, OrganisationKind.COMMITTEE, one_time_code=False) == ""
    with database.reading() as session:
        assert session.scalars(select(Account.totp_sealed)).one() is None


def added(database: Database, kind: OrganisationKind, *, one_time_code: bool = True) -> str:
    command = NewAccount(
        organisation="X", organisation_kind=kind, login="alem", password=PASSWORD, one_time_code=one_time_code
    )
    with database.transaction() as session:
        return add_account(session, OPERATOR, command, now=NOW)
