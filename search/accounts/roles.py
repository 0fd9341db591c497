"""Which roles people have in their organisations."""

import datetime
import uuid
from collections.abc import Iterable

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from search.errors import Refused
from search.models import Account, AccountRole, Organisation
from search.vocabulary import OrganisationKind, StaffRole, roles_in


def roles_of(session: Session, account_id: uuid.UUID) -> frozenset[StaffRole]:
    """What a person may do in their organisation."""
    held = session.scalars(select(AccountRole.role).where(AccountRole.account_id == account_id))
    return frozenset(StaffRole(role) for role in held)


def give_roles(session: Session, account: Account, roles: Iterable[StaffRole], *, now: datetime.datetime) -> None:
    """Add roles; Refused for one that there is not in an organisation of this kind."""
    organisation = session.get_one(Organisation, account.organisation_id)
    offered, held = roles_in(OrganisationKind(organisation.kind)), roles_of(session, account.id)
    if not set(roles) <= set(offered):
        raise Refused("role_not_here")
    session.add_all(
        AccountRole(account_id=account.id, role=role.value, given_at=now)
        for role in offered
        if role in set(roles) - held
    )
    session.flush()


def take_roles(session: Session, account: Account, roles: Iterable[StaffRole]) -> None:
    """Take roles away."""
    codes = [role.value for role in roles]
    held = select(AccountRole).where(AccountRole.account_id == account.id, AccountRole.role.in_(codes))
    for one in session.scalars(held).all():
        session.delete(one)
    session.flush()


def coordinators(session: Session, organisation_id: uuid.UUID) -> int:
    """How many people who can still sign in coordinate an organisation."""
    counted = (
        select(func.count())
        .select_from(AccountRole)
        .join(Account, Account.id == AccountRole.account_id)
        .where(
            Account.organisation_id == organisation_id,
            Account.disabled_at.is_(None),
            AccountRole.role == StaffRole.COORDINATOR.value,
        )
    )
    return session.execute(counted).scalar_one()
