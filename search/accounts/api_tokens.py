"""Tokens of the organisations' API: issued, revoked, and recognised."""

import datetime
import secrets
import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor, ActorKind, require
from search.accounts.audit_chain import record_act
from search.accounts.organisations import find_organisation
from search.models import AccessToken
from search.records.sections import vault_of

_TOKEN_LASTS = datetime.timedelta(days=180)


def issue_token(session: Session, actor: Actor, organisation: str, *, now: datetime.datetime) -> str:
    """A new API token of 256 bits for an organisation, valid half a year; told once."""
    require(actor, Action.MANAGE_ACCOUNTS)
    token = secrets.token_urlsafe(32)
    owner = find_organisation(session, organisation)
    row = AccessToken(
        id=uuid.uuid4(),
        organisation_id=owner.id,
        token_digest=vault_of(session).token_digest(token),
        expires_at=now + _TOKEN_LASTS,
    )
    session.add(row)
    session.flush()
    record_act(session, actor, Action.MANAGE_ACCOUNTS, subject=("access_token", row.id), now=now)
    return token


def revoke_tokens(session: Session, actor: Actor, organisation: str, *, now: datetime.datetime) -> int:
    """Revoke every open API token of an organisation at once; returns how many."""
    require(actor, Action.MANAGE_ACCOUNTS)
    owner = find_organisation(session, organisation)
    rows = session.scalars(
        select(AccessToken).where(AccessToken.organisation_id == owner.id, AccessToken.revoked_at.is_(None))
    ).all()
    for row in rows:
        row.revoked_at = now
    record_act(session, actor, Action.MANAGE_ACCOUNTS, subject=("organisation", owner.id), now=now)
    return len(rows)


def token_actor(session: Session, bearer: str, *, now: datetime.datetime) -> Actor | None:
    """The organisation behind an API token; None when it is unknown, expired or revoked."""
    digest = vault_of(session).token_digest(bearer)
    found = session.scalars(select(AccessToken).where(AccessToken.token_digest == digest)).one_or_none()
    if found is None or found.revoked_at is not None or found.expires_at < now:
        return None
    return Actor(kind=ActorKind.PARTNER, organisation_id=found.organisation_id)
