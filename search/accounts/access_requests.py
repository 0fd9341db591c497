"""Letting somebody in, or giving more roles, takes two people: one coordinator asks, another confirms.

Where one person coordinates alone, the operator confirms by command. Nobody confirms what they asked for, nor what is
for themselves. A confirmed invitation opens once, within three days, by a code that is told once.
"""

import datetime
import secrets
import uuid
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor, ActorKind, Subject, require
from search.accounts.audit_chain import record_act
from search.accounts.roles import coordinators, give_roles, roles_of
from search.accounts.shown_names import shown_name
from search.accounts.staff import require_free_login
from search.errors import NotFound, Refused
from search.models import AccessRequest, Account, Organisation
from search.records.sections import vault_of
from search.staff_summaries import ConfirmedAccess, PendingAccess
from search.vocabulary import OrganisationKind, StaffRole, roles_in

OPENS_FOR = datetime.timedelta(hours=72)
WAITS_FOR = datetime.timedelta(days=14)
MOST_WAITING = 50
_MEMBER, _ROLES = "member", "roles"
# Five groups of five letters out of 32: 125 bits.
_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_GROUPS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeMember:
    """A coordinator asks that somebody new be let in, under a login and with roles."""

    login: str
    roles: frozenset[StaffRole]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeRoles:
    """A coordinator asks that a member have more roles."""

    account_id: uuid.UUID
    roles: frozenset[StaffRole]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmAccess:
    request_id: uuid.UUID


def propose_member(session: Session, actor: Actor, command: ProposeMember, *, now: datetime.datetime) -> None:
    """Ask that somebody new be let in; nothing opens before another person confirmed it."""
    require(actor, Action.PROPOSE_ACCESS, Subject(organisation_id=actor.organisation_id))
    organisation = session.get_one(Organisation, actor.organisation_id, with_for_update=True)
    require_free_login(session, command.login)
    _require_roles(organisation, command.roles)
    waiting = _waiting(session, organisation, now)
    if any(one.login == command.login for one in waiting):
        raise Refused("login_taken")
    if len(waiting) >= MOST_WAITING:
        raise Refused("too_many_waiting")
    _ask(session, actor, AccessRequest(kind=_MEMBER, login=command.login), command.roles, now)


def propose_roles(session: Session, actor: Actor, command: ProposeRoles, *, now: datetime.datetime) -> None:
    """Ask that a member have more roles; they have them once another person confirmed it."""
    account = session.get(Account, command.account_id)
    require(actor, Action.PROPOSE_ACCESS, Subject(organisation_id=account.organisation_id if account else None))
    if account is None or account.disabled_at is not None:
        raise NotFound("not_found")
    organisation = session.get_one(Organisation, account.organisation_id, with_for_update=True)
    _require_roles(organisation, command.roles)
    if command.roles <= roles_of(session, account.id):
        raise Refused("roles_held")
    if len(_waiting(session, organisation, now)) >= MOST_WAITING:
        raise Refused("too_many_waiting")
    asked = AccessRequest(kind=_ROLES, login=account.login, account_id=account.id)
    _ask(session, actor, asked, command.roles, now)


def confirm_access(
    session: Session, actor: Actor, command: ConfirmAccess, *, now: datetime.datetime
) -> ConfirmedAccess:
    """Confirm as the second person; of an invitation the code that opens it comes back, once."""
    asked = _open_request(session, actor, Action.CONFIRM_ACCESS, command.request_id, now)
    _require_another_person(session, actor, asked)
    asked.confirmed_at, asked.confirmed_by = now, actor.account_id
    code = _begin_invitation(session, asked, now) if asked.kind == _MEMBER else ""
    if asked.account_id is not None:
        member = session.get_one(Account, asked.account_id)
        give_roles(session, member, [StaffRole(role) for role in asked.roles], now=now)
        asked.ended_at = now
    detail = {"roles": list(asked.roles)}
    subject = ("access_request", asked.id)
    record_act(session, actor, Action.CONFIRM_ACCESS, subject=subject, now=now, detail=detail)
    return ConfirmedAccess(login=asked.login, code=code, expires_at=asked.expires_at)


def withdraw_access(session: Session, actor: Actor, command: ConfirmAccess, *, now: datetime.datetime) -> None:
    """Take back what was asked for, or an invitation that was not used; one coordinator is enough."""
    asked = _request(session, actor, Action.END_ACCESS, command.request_id)
    if asked.ended_at is None:
        asked.ended_at = now
    record_act(session, actor, Action.END_ACCESS, subject=("access_request", asked.id), now=now)


def pending_access(session: Session, actor: Actor, *, now: datetime.datetime) -> tuple[PendingAccess, ...]:
    """What waits in the actor's organisation, of every organisation for the operator, the oldest first."""
    require(actor, Action.READ_PEOPLE, Subject(organisation_id=actor.organisation_id))
    rows = select(AccessRequest).where(AccessRequest.ended_at.is_(None), AccessRequest.expires_at > now)
    if actor.kind is not ActorKind.OPERATOR:
        rows = rows.where(AccessRequest.organisation_id == actor.organisation_id)
    return tuple(_pending(session, actor, one) for one in session.scalars(rows.order_by(AccessRequest.proposed_at)))


def invitation_digest(session: Session, code: str) -> bytes:
    """Under which the code of an invitation is kept: its letters, however they were grouped or written."""
    bare = "".join(letter for letter in code.upper() if letter in _ALPHABET)
    return vault_of(session).token_digest(f"invitation {bare}")


def _ask(
    session: Session, actor: Actor, asked: AccessRequest, roles: frozenset[StaffRole], now: datetime.datetime
) -> None:
    """Store what was asked for; `asked` says what kind it is, and for whom."""
    if actor.organisation_id is None or actor.account_id is None:
        raise NotFound("not_found")
    asked.id, asked.organisation_id, asked.proposed_by = uuid.uuid4(), actor.organisation_id, actor.account_id
    asked.roles = sorted(role.value for role in roles)
    asked.proposed_at, asked.expires_at = now, now + WAITS_FOR
    session.add(asked)
    session.flush()
    subject = ("access_request", asked.id)
    record_act(session, actor, Action.PROPOSE_ACCESS, subject=subject, now=now, detail={"roles": list(asked.roles)})


def _request(session: Session, actor: Actor, action: Action, request_id: uuid.UUID) -> AccessRequest:
    asked = session.get(AccessRequest, request_id)
    require(actor, action, Subject(organisation_id=asked.organisation_id if asked else None))
    if asked is None:
        raise NotFound("not_found")
    return session.get_one(AccessRequest, request_id, with_for_update=True, populate_existing=True)


def _open_request(
    session: Session, actor: Actor, action: Action, request_id: uuid.UUID, now: datetime.datetime
) -> AccessRequest:
    asked = _request(session, actor, action, request_id)
    if asked.ended_at is not None or asked.confirmed_at is not None or asked.expires_at <= now:
        raise Refused("request_is_over")
    return asked


def _require_another_person(session: Session, actor: Actor, asked: AccessRequest) -> None:
    if actor.kind is ActorKind.OPERATOR:
        if coordinators(session, asked.organisation_id) > 1:
            raise Refused("another_coordinator_confirms")
        return
    if actor.account_id in (asked.proposed_by, asked.account_id):
        raise Refused("another_person_confirms")


def _begin_invitation(session: Session, asked: AccessRequest, now: datetime.datetime) -> str:
    drawn = "".join(secrets.choice(_ALPHABET) for _ in range(_GROUPS * 5))
    code = "-".join(drawn[at : at + 5] for at in range(0, len(drawn), 5))
    asked.code_digest = invitation_digest(session, code)
    asked.expires_at = now + OPENS_FOR
    return code


def _require_roles(organisation: Organisation, roles: frozenset[StaffRole]) -> None:
    if not roles:
        raise Refused("choose_a_role")
    if not roles <= set(roles_in(OrganisationKind(organisation.kind))):
        raise Refused("role_not_here")


def _waiting(session: Session, organisation: Organisation, now: datetime.datetime) -> list[AccessRequest]:
    rows = select(AccessRequest).where(
        AccessRequest.organisation_id == organisation.id,
        AccessRequest.ended_at.is_(None),
        AccessRequest.expires_at > now,
    )
    return list(session.scalars(rows))


def _pending(session: Session, actor: Actor, asked: AccessRequest) -> PendingAccess:
    return PendingAccess(
        request_id=asked.id,
        login=asked.login,
        roles=tuple(StaffRole(role) for role in asked.roles),
        is_new=asked.kind == _MEMBER,
        proposed_by=shown_name(session.get_one(Account, asked.proposed_by)),
        proposed_at=asked.proposed_at,
        confirmed=asked.confirmed_at is not None,
        expires_at=asked.expires_at,
        may_confirm=asked.confirmed_at is None and actor.account_id not in (asked.proposed_by, asked.account_id),
    )
