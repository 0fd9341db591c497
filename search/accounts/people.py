"""The people of an organisation: who is there, and ending access, which takes one coordinator and acts at once."""

import datetime
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.accounts.access_requests import pending_access
from search.accounts.account_ending import end_account
from search.accounts.alarms import raise_alarm
from search.accounts.audit_chain import record_act
from search.accounts.roles import coordinators, roles_of, take_roles
from search.accounts.sessions import end_sessions
from search.accounts.shown_names import shown_name
from search.errors import NotFound, Refused
from search.models import Account, Organisation, ProtectionSubstitute, SignInSession
from search.staff_summaries import Member, People
from search.vocabulary import AlarmKind, OrganisationKind, StaffRole, roles_in


@dataclass(frozen=True, slots=True, kw_only=True)
class EndAccess:
    """End a member's access altogether."""

    account_id: uuid.UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeRole:
    account_id: uuid.UUID
    role: StaffRole


def read_people(session: Session, actor: Actor, *, now: datetime.datetime) -> People:
    """Everybody of the actor's organisation, and what waits for a second person."""
    require(actor, Action.READ_PEOPLE, Subject(organisation_id=actor.organisation_id))
    organisation = session.get_one(Organisation, actor.organisation_id)
    accounts = session.scalars(
        select(Account).where(Account.organisation_id == organisation.id).order_by(Account.login)
    ).all()
    members = tuple(_members(session, actor, organisation, accounts, now))
    officer = StaffRole.PROTECTION_OFFICER
    return People(
        members=members,
        officers=tuple(one.login for one in members if officer in one.roles and not one.ended),
        pending=pending_access(session, actor, now=now),
        roles=roles_in(OrganisationKind(organisation.kind)),
        substitute=_substitute(session, organisation),
        operator_confirms=coordinators(session, organisation.id) < 2,
    )


def all_members(session: Session, actor: Actor, *, now: datetime.datetime) -> tuple[Member, ...]:
    """Everybody of every organisation, for the operator."""
    require(actor, Action.MANAGE_ACCOUNTS)
    members: list[Member] = []
    for organisation in session.scalars(select(Organisation).order_by(Organisation.name)).all():
        theirs = select(Account).where(Account.organisation_id == organisation.id).order_by(Account.login)
        members += _members(session, actor, organisation, session.scalars(theirs).all(), now)
    return tuple(members)


def end_access(session: Session, actor: Actor, command: EndAccess, *, now: datetime.datetime) -> None:
    """End a member's access, also another coordinator's: sessions, tokens and invitations of theirs at once."""
    account = _colleague(session, actor, command.account_id)
    was = roles_of(session, account.id)
    _keep_one_coordinator(session, account, was)
    end_account(session, account, now=now)
    if StaffRole.COORDINATOR in was and account.id != actor.account_id:
        # About whoever did it: with a stolen account one would begin so.
        raise_alarm(session, AlarmKind.COORDINATOR_ENDED, session.get_one(Account, actor.account_id), now=now)
    record_act(session, actor, Action.END_ACCESS, subject=("account", account.id), now=now, detail={"change": "ended"})


def sign_out_member(session: Session, actor: Actor, command: EndAccess, *, now: datetime.datetime) -> int:
    """Sign a member out everywhere; they may sign in again."""
    account = _colleague(session, actor, command.account_id)
    ended = end_sessions(session, account.id)
    detail = {"change": "sessions"}
    record_act(session, actor, Action.END_ACCESS, subject=("account", account.id), now=now, detail=detail)
    return ended


def take_role(session: Session, actor: Actor, command: TakeRole, *, now: datetime.datetime) -> None:
    """Take one role from a member; giving one takes two people."""
    account = _colleague(session, actor, command.account_id)
    if command.role is StaffRole.COORDINATOR:
        _keep_one_coordinator(session, account, roles_of(session, account.id))
    take_roles(session, account, (command.role,))
    detail = {"taken": command.role.value}
    record_act(session, actor, Action.END_ACCESS, subject=("account", account.id), now=now, detail=detail)


def _colleague(session: Session, actor: Actor, account_id: uuid.UUID) -> Account:
    """The account, which must be of the actor's organisation; its row and its organisation's are locked."""
    account = session.get(Account, account_id)
    require(actor, Action.END_ACCESS, Subject(organisation_id=account.organisation_id if account else None))
    if account is None:
        raise NotFound("not_found")
    # Two coordinators who end each other at the same moment must not both succeed.
    session.get_one(Organisation, account.organisation_id, with_for_update=True)
    return session.get_one(Account, account_id, with_for_update={"key_share": True}, populate_existing=True)


def _keep_one_coordinator(session: Session, account: Account, roles: frozenset[StaffRole]) -> None:
    """An organisation without a coordinator could let nobody in any more, nor see an alarm."""
    last = coordinators(session, account.organisation_id) < 2
    if last and StaffRole.COORDINATOR in roles and account.disabled_at is None:
        raise Refused("last_coordinator")


def _members(
    session: Session, actor: Actor, organisation: Organisation, accounts: Sequence[Account], now: datetime.datetime
) -> list[Member]:
    ids = [one.id for one in accounts]
    counted = select(SignInSession.account_id, func.count()).where(
        SignInSession.account_id.in_(ids), SignInSession.expires_at >= now
    )
    sessions = dict(session.execute(counted.group_by(SignInSession.account_id)).all())
    order = roles_in(OrganisationKind(organisation.kind))
    return [
        Member(
            account_id=one.id,
            login=one.login,
            name=shown_name(one),
            organisation_name=organisation.name,
            roles=tuple(sorted(roles_of(session, one.id), key=order.index)),
            last_seen_on=one.last_seen_on,
            ended=one.disabled_at is not None,
            sessions=sessions.get(one.id, 0),
            is_me=one.id == actor.account_id,
        )
        for one in accounts
    ]


def _substitute(session: Session, organisation: Organisation) -> str:
    named = session.get(ProtectionSubstitute, organisation.id)
    return session.get_one(Organisation, named.substitute_id).name if named else ""
