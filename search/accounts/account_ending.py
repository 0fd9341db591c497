"""An account that is stolen, or whose person leaves, ends at once: sessions, tokens and invitations with it.

The acts here are the operator's; coordinators end access by `search.accounts.people`. Both end it by `end_account`.
"""

import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor, require
from search.accounts.audit_chain import record_act
from search.accounts.password_rules import require_strong
from search.accounts.second_factor import enrolment_address, give_recovery_codes, renew_secret
from search.accounts.sessions import end_sessions, open_sessions
from search.accounts.staff import find_account
from search.models import AccessRequest, AccessToken, Account, ErasureRequest, Organisation
from search.models.erasures import DECLINED
from search.staff_summaries import NewFactors, OpenSession


def end_account(session: Session, account: Account, *, now: datetime.datetime) -> None:
    """Let nobody in by this account any more; what it opened, gave away and asked for ends with it at once.

    A living person's request to erase stays: it was theirs, and not that of whoever wrote it down.
    """
    account.disabled_at = now
    end_sessions(session, account.id)
    # Row by row, so that the audit vouches for each.
    tokens = select(AccessToken).where(AccessToken.made_by == account.id, AccessToken.revoked_at.is_(None))
    for token in session.scalars(tokens):
        token.revoked_at = now
    theirs = (AccessRequest.proposed_by == account.id) | (AccessRequest.account_id == account.id)
    for asked in session.scalars(select(AccessRequest).where(AccessRequest.ended_at.is_(None), theirs)):
        asked.ended_at = now
    bodies = (ErasureRequest.settled_at.is_(None), ErasureRequest.record_number.is_not(None))
    for erasure in session.scalars(select(ErasureRequest).where(ErasureRequest.account_id == account.id, *bodies)):
        erasure.settled_at, erasure.outcome = now, DECLINED


def disable_account(session: Session, actor: Actor, login: str, *, now: datetime.datetime) -> None:
    """End an account by the operator."""
    require(actor, Action.MANAGE_ACCOUNTS)
    account = find_account(session, login)
    end_account(session, account, now=now)
    _record(session, actor, account, "disabled", now)


def enable_account(session: Session, actor: Actor, login: str, *, now: datetime.datetime) -> None:
    """Let an account in again; its sessions and tokens stay ended."""
    require(actor, Action.MANAGE_ACCOUNTS)
    account = find_account(session, login)
    account.disabled_at = None
    _record(session, actor, account, "enabled", now)


def require_password_for(session: Session, actor: Actor, login: str, password: str) -> None:
    """Raise Refused where the password is too easy for this account."""
    require(actor, Action.MANAGE_ACCOUNTS)
    account = find_account(session, login)
    require_strong(password, (account.login, session.get_one(Organisation, account.organisation_id).name))


def replace_password(session: Session, actor: Actor, login: str, hashed: str, *, now: datetime.datetime) -> None:
    """A new password by the operator, hashed before; every open session of the account ends."""
    require(actor, Action.MANAGE_ACCOUNTS)
    account = find_account(session, login)
    account.password_hash = hashed
    end_sessions(session, account.id)
    _record(session, actor, account, "password", now)


def replace_codes(session: Session, actor: Actor, login: str, *, now: datetime.datetime) -> NewFactors:
    """A new secret for one-time codes and new recovery codes, told once; every open session of the account ends."""
    require(actor, Action.MANAGE_ACCOUNTS)
    account = find_account(session, login)
    secret = renew_secret(session, account)
    account.totp_last_step = 0
    codes = give_recovery_codes(session, account)
    end_sessions(session, account.id)
    _record(session, actor, account, "codes", now)
    return NewFactors(recovery_codes=codes, secret=secret, enrolment_address=enrolment_address(secret, login))


def sessions_of_account(
    session: Session, actor: Actor, login: str, *, now: datetime.datetime
) -> tuple[OpenSession, ...]:
    """The browsers in which an account is signed in."""
    require(actor, Action.MANAGE_ACCOUNTS)
    return open_sessions(session, find_account(session, login).id, now=now)


def end_sessions_of_account(session: Session, actor: Actor, login: str, *, now: datetime.datetime) -> int:
    """Sign an account out everywhere; returns in how many browsers it was."""
    require(actor, Action.MANAGE_ACCOUNTS)
    account = find_account(session, login)
    ended = end_sessions(session, account.id)
    _record(session, actor, account, "sessions", now)
    return ended


def logins(session: Session, actor: Actor) -> tuple[str, ...]:
    """Every login, for the operator."""
    require(actor, Action.MANAGE_ACCOUNTS)
    return tuple(session.scalars(select(Account.login).order_by(Account.login)))


def _record(session: Session, actor: Actor, account: Account, what: str, now: datetime.datetime) -> None:
    subject = ("account", account.id)
    record_act(session, actor, Action.MANAGE_ACCOUNTS, subject=subject, now=now, detail={"change": what})
