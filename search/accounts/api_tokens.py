"""Tokens of the organisations' API: made for certain acts, kinds of report and days, revoked one by one, recognised."""

import datetime
import math
import secrets
import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor, ActorKind, Subject, TokenScope, require
from search.accounts.audit_chain import Detail, record_act
from search.accounts.organisations import find_organisation
from search.accounts.shown_names import shown_name
from search.errors import NotFound, Refused, TooManyAttempts
from search.models import AccessToken, Account, Organisation
from search.records.sections import vault_of
from search.staff_summaries import TokenSummary
from search.vocabulary import MAY_REPORT, OrganisationKind, ReportKind, StaffRole

LONGEST_DAYS = 180
MOST_TOKENS = 20
# How many calls a token may make in a minute without pause, and how many at once after a pause.
CALLS_A_MINUTE, CALLS_AT_ONCE = 120, 60
_PACE = datetime.timedelta(minutes=1) / CALLS_A_MINUTE
# What a token acts as; its scopes say which of that it may.
_ROLES = frozenset({StaffRole.REPORTER, StaffRole.SHARED_READER})


@dataclass(frozen=True, slots=True, kw_only=True)
class NewToken:
    """A token to make: what it opens, and which kinds of report it files; without any all of the organisation's."""

    name: str
    scopes: frozenset[TokenScope]
    report_kinds: frozenset[ReportKind] = frozenset()
    days: int = 90


@dataclass(frozen=True, slots=True)
class CallsLeft:
    """How many calls in a row a token may make now, and in how many seconds it may make as many as `limit` again."""

    limit: int
    remaining: int
    reset: int


def make_token(session: Session, actor: Actor, command: NewToken, *, now: datetime.datetime) -> str:
    """A new token of 256 bits for the actor's organisation, told once."""
    require(actor, Action.MANAGE_TOKENS, Subject(organisation_id=actor.organisation_id))
    organisation = session.get_one(Organisation, actor.organisation_id, with_for_update=True)
    return _make(session, actor, organisation, command, now)


def issue_token(session: Session, actor: Actor, organisation: str, command: NewToken, *, now: datetime.datetime) -> str:
    """A new token for an organisation, made by the operator; told once."""
    require(actor, Action.MANAGE_ACCOUNTS)
    return _make(session, actor, find_organisation(session, organisation), command, now)


def list_tokens(session: Session, actor: Actor, *, now: datetime.datetime) -> tuple[TokenSummary, ...]:
    """The tokens of the actor's organisation that still open something."""
    require(actor, Action.MANAGE_TOKENS, Subject(organisation_id=actor.organisation_id))
    return _listed(session, actor.organisation_id, now)


def list_tokens_of(
    session: Session, actor: Actor, organisation: str, *, now: datetime.datetime
) -> tuple[TokenSummary, ...]:
    """The tokens of an organisation that still open something, for the operator."""
    require(actor, Action.MANAGE_ACCOUNTS)
    return _listed(session, find_organisation(session, organisation).id, now)


def revoke_token(session: Session, actor: Actor, token_id: uuid.UUID, *, now: datetime.datetime) -> None:
    """Revoke one token at once."""
    found = session.get(AccessToken, token_id)
    require(actor, Action.MANAGE_TOKENS, Subject(organisation_id=found.organisation_id if found else None))
    if found is None:
        raise NotFound("not_found")
    found.revoked_at = found.revoked_at or now
    record_act(session, actor, Action.MANAGE_TOKENS, subject=("access_token", token_id), now=now)


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
    """The organisation behind an API token, in the token's scopes; None when it is unknown, expired or revoked."""
    found = _found(session, bearer)
    return None if found is None or found.revoked_at is not None or found.expires_at < now else _actor(found)


def note_call(session: Session, bearer: str, *, now: datetime.datetime) -> CallsLeft | None:
    """Count a call with a token against its pace; raises TooManyAttempts where it calls faster.

    A leaky bucket: each call fills it by one pace, and it empties with time. Calls at the same moment wait for each
    other, so that none goes uncounted. None where there is no such token.
    """
    digest = vault_of(session).token_digest(bearer)
    held = select(AccessToken).where(AccessToken.token_digest == digest).with_for_update()
    token = session.scalars(held).one_or_none()
    if token is None:
        return None
    filled = max(token.paced_until or now, now) + _PACE
    left = filled - now
    over = left - _PACE * CALLS_AT_ONCE
    if over > datetime.timedelta():
        raise TooManyAttempts("calls_too_fast", seconds=math.ceil(over.total_seconds()))
    token.paced_until, token.last_used_on = filled, now.date()
    return CallsLeft(CALLS_AT_ONCE, int((_PACE * CALLS_AT_ONCE - left) / _PACE), math.ceil(left.total_seconds()))


def _make(session: Session, actor: Actor, organisation: Organisation, command: NewToken, now: datetime.datetime) -> str:
    allowed = MAY_REPORT[OrganisationKind(organisation.kind)]
    _require_makeable(command, allowed)
    if len(_listed(session, organisation.id, now)) >= MOST_TOKENS:
        raise Refused("too_many_tokens", most=MOST_TOKENS)
    token = secrets.token_urlsafe(32)
    row = AccessToken(
        id=uuid.uuid4(),
        organisation_id=organisation.id,
        token_digest=vault_of(session).token_digest(token),
        name=command.name.strip(),
        scopes=sorted(scope.value for scope in command.scopes),
        report_kinds=[kind.value for kind in allowed if kind in (command.report_kinds or allowed)],
        made_by=actor.account_id,
        made_at=now,
        expires_at=now + datetime.timedelta(days=command.days),
    )
    session.add(row)
    session.flush()
    detail: Detail = {"scopes": list(row.scopes), "days": command.days}
    record_act(session, actor, Action.MANAGE_TOKENS, subject=("access_token", row.id), now=now, detail=detail)
    return token


def _require_makeable(command: NewToken, allowed: Iterable[ReportKind]) -> None:
    if not command.name.strip():
        raise Refused("name_needed")
    if not command.scopes:
        raise Refused("choose_a_scope")
    if not 1 <= command.days <= LONGEST_DAYS:
        raise Refused("days_out_of_range", most=LONGEST_DAYS)
    if not command.report_kinds <= set(allowed):
        raise Refused("kind_not_yours")


def _listed(session: Session, organisation_id: uuid.UUID | None, now: datetime.datetime) -> tuple[TokenSummary, ...]:
    rows = select(AccessToken).where(
        AccessToken.organisation_id == organisation_id, AccessToken.revoked_at.is_(None), AccessToken.expires_at >= now
    )
    return tuple(_summary(session, one) for one in session.scalars(rows.order_by(AccessToken.made_at)))


def _summary(session: Session, one: AccessToken) -> TokenSummary:
    maker = session.get(Account, one.made_by) if one.made_by else None
    return TokenSummary(
        token_id=one.id,
        name=one.name,
        scopes=tuple(TokenScope(scope) for scope in one.scopes),
        report_kinds=tuple(ReportKind(kind) for kind in one.report_kinds),
        made_by=shown_name(maker) if maker else "",
        made_on=one.made_at.date(),
        last_used_on=one.last_used_on,
        expires_on=one.expires_at.date(),
    )


def _found(session: Session, bearer: str) -> AccessToken | None:
    digest = vault_of(session).token_digest(bearer)
    return session.scalars(select(AccessToken).where(AccessToken.token_digest == digest)).one_or_none()


def _actor(token: AccessToken) -> Actor:
    return Actor(
        kind=ActorKind.PARTNER,
        organisation_id=token.organisation_id,
        roles=_ROLES,
        scopes=frozenset(TokenScope(scope) for scope in token.scopes),
        report_kinds=frozenset(ReportKind(kind) for kind in token.report_kinds),
    )
