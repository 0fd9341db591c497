"""Members of staff: made by the operator, with roles in their organisation."""

import datetime
import uuid
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor, require
from search.accounts.audit_chain import Detail, record_act
from search.accounts.organisations import find_or_add_organisation
from search.accounts.password_rules import normalised, require_strong
from search.accounts.roles import coordinators, give_roles, roles_of, take_roles
from search.accounts.second_factor import renew_secret
from search.accounts.secret_hashing import hash_secret
from search.accounts.sessions import COMMITTEE, PARTNER
from search.errors import NotFound, Refused
from search.models import Account, Organisation
from search.vocabulary import OrganisationKind, StaffRole, first_role


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAccount:
    """An account to make; its organisation is made too when it is new.

    Without `roles` the first member of an organisation coordinates it and does its work, everybody after does its work.
    Without `one_time_code` the account opens by password alone: invented demonstration accounts only.
    """

    organisation: str
    organisation_kind: OrganisationKind
    login: str
    password: str
    roles: frozenset[StaffRole] = frozenset()
    one_time_code: bool = True


def add_account(session: Session, actor: Actor, command: NewAccount, *, now: datetime.datetime) -> str:
    """Make an account; returns the one-time-code secret to enrol (shown once), empty without one."""
    require(actor, Action.MANAGE_ACCOUNTS)
    require_free_login(session, command.login)
    require_strong(command.password, (command.login, command.organisation))
    organisation = find_or_add_organisation(session, command.organisation, command.organisation_kind)
    account = make_account(session, organisation, command.login, hash_secret(normalised(command.password)))
    roles = command.roles or _usual_roles(session, organisation)
    give_roles(session, account, roles, now=now)
    secret = renew_secret(session, account) if command.one_time_code else ""
    session.flush()
    record_act(session, actor, Action.MANAGE_ACCOUNTS, subject=("account", account.id), now=now)
    return secret


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRoles:
    """Roles that the operator gives to an account, and takes."""

    login: str
    give: frozenset[StaffRole] = frozenset()
    take: frozenset[StaffRole] = frozenset()


def change_roles(
    session: Session, actor: Actor, command: ChangeRoles, *, now: datetime.datetime
) -> frozenset[StaffRole]:
    """Give and take roles by the operator; returns those that the account has then."""
    require(actor, Action.MANAGE_ACCOUNTS)
    account = find_account(session, command.login)
    give_roles(session, account, command.give, now=now)
    take_roles(session, account, command.take)
    detail: Detail = {"given": [*map(str, command.give)], "taken": [*map(str, command.take)]}
    record_act(session, actor, Action.MANAGE_ACCOUNTS, subject=("account", account.id), now=now, detail=detail)
    return roles_of(session, account.id)


def make_account(session: Session, organisation: Organisation, login: str, password_hash: str) -> Account:
    """An account without roles and without one-time codes yet."""
    account = Account(
        id=uuid.uuid4(),
        organisation_id=organisation.id,
        role=COMMITTEE if organisation.kind == OrganisationKind.COMMITTEE.value else PARTNER,
        login=login,
        password_hash=password_hash,
        totp_sealed=None,
    )
    session.add(account)
    session.flush()
    return account


def require_free_login(session: Session, login: str) -> None:
    """Raise Refused where somebody has this login, or was once called so: a login is never given twice."""
    if session.scalars(select(Account.id).where(Account.login == login)).one_or_none() is not None:
        raise Refused("login_taken")


def find_account(session: Session, login: str) -> Account:
    """The account of this login, or NotFound."""
    found = session.scalars(select(Account).where(Account.login == login)).one_or_none()
    if found is None:
        raise NotFound("no_account")
    return found


def _usual_roles(session: Session, organisation: Organisation) -> frozenset[StaffRole]:
    work = first_role(OrganisationKind(organisation.kind))
    return frozenset({work}) if coordinators(session, organisation.id) else frozenset({work, StaffRole.COORDINATOR})
