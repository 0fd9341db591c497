"""Members of staff."""

import datetime
import uuid
from dataclasses import dataclass

import pyotp
from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor, require
from search.accounts.audit_chain import record_act
from search.accounts.organisations import find_or_add_organisation
from search.accounts.secret_hashing import hash_secret
from search.accounts.sessions import COMMITTEE, PARTNER
from search.errors import Refused
from search.models import Account
from search.records.associated_data import one_time_code_place
from search.records.sections import vault_of
from search.vocabulary import OrganisationKind


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAccount:
    """An account to make; its organisation is made too when it is new.

    Without `one_time_code` the account opens by password alone: invented demonstration accounts only.
    """

    organisation: str
    organisation_kind: OrganisationKind
    login: str
    password: str
    one_time_code: bool = True


def add_account(session: Session, actor: Actor, command: NewAccount, *, now: datetime.datetime) -> str:
    """Make an account; returns the one-time-code secret to enrol (shown once), empty without one."""
    require(actor, Action.MANAGE_ACCOUNTS)
    if session.scalars(select(Account).where(Account.login == command.login)).one_or_none() is not None:
        raise Refused("login_taken")
    organisation = find_or_add_organisation(session, command.organisation, command.organisation_kind)
    account = Account(
        id=uuid.uuid4(),
        organisation_id=organisation.id,
        role=COMMITTEE if organisation.kind == OrganisationKind.COMMITTEE.value else PARTNER,
        login=command.login,
        password_hash=hash_secret(command.password),
        totp_sealed=None,
    )
    session.add(account)
    secret = pyotp.random_base32() if command.one_time_code else ""
    if secret:
        account.totp_sealed = vault_of(session).seal_secret(secret.encode(), one_time_code_place(account.id))
    session.flush()
    record_act(session, actor, Action.MANAGE_ACCOUNTS, subject=("account", account.id), now=now)
    return secret
