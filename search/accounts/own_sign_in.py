"""How a member of staff signs in themselves: their sessions, password and codes, and proving again that it is them.

Whoever proves it, or changes a secret, goes on under a new token: a copy of the cookie, which a thief may have, is out.

Hashing is slow and happens before the transaction: `own_password_hash` is read, `secret_fits` tried on it, and the act
is handed the hash that was tried, so that one that was changed meanwhile does not count.
"""

import datetime
import uuid
from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from search.access import Action, Actor, require
from search.accounts.audit_chain import record_act
from search.accounts.password_rules import require_strong
from search.accounts.second_factor import (
    enrolment_address,
    give_recovery_codes,
    recovery_codes_left,
    renew_secret,
    second_factor_fits,
)
from search.accounts.session_signatures import is_of
from search.accounts.sessions import end_sessions, open_sessions, renew_token
from search.accounts.shown_names import shown_name
from search.errors import NotFound, Refused
from search.models import Account, Organisation, SignInSession
from search.records.sections import vault_of
from search.staff_summaries import NewFactors, OwnSignIn

PROOF_LASTS = datetime.timedelta(minutes=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What was given to prove who somebody is: the hash that their password fitted, and a one-time or recovery code.

    `app_counts` is not so where too many codes were tried lately: only a recovery code proves it then.
    """

    tried_hash: str
    code: str
    app_counts: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePassword:
    """A new password, hashed already; the session `keep` stays open under a new token, every other one ends."""

    proof: Proof
    new_hash: str
    keep: uuid.UUID | None = None


def is_proved(proved_at: datetime.datetime | None, *, now: datetime.datetime) -> bool:
    """Whether password and code were given in this session so lately that they need not be asked for again."""
    return proved_at is not None and now - proved_at <= PROOF_LASTS


def read_own_sign_in(
    session: Session, actor: Actor, this_one: uuid.UUID | None, *, now: datetime.datetime
) -> OwnSignIn:
    """One's own sessions and codes."""
    require(actor, Action.USE_OWN_ACCOUNT)
    account = session.get_one(Account, actor.account_id)
    return OwnSignIn(
        login=account.login,
        name=shown_name(account),
        chose=account.shown_name is not None,
        sessions=open_sessions(session, account.id, now=now, this_one=this_one),
        recovery_codes_left=recovery_codes_left(session, account),
        has_one_time_code=account.totp_sealed is not None,
    )


def own_password_hash(session: Session, actor: Actor) -> str:
    """The hash to try a typed password on."""
    require(actor, Action.USE_OWN_ACCOUNT)
    return session.get_one(Account, actor.account_id).password_hash


def require_own_password(session: Session, actor: Actor, password: str) -> None:
    """Raise Refused where a new password is too easy for whoever asks."""
    require(actor, Action.USE_OWN_ACCOUNT)
    account = session.get_one(Account, actor.account_id)
    require_strong(password, (account.login, session.get_one(Organisation, account.organisation_id).name))


def prove(session: Session, actor: Actor, proof: Proof, session_id: uuid.UUID | None, *, now: datetime.datetime) -> str:
    """Note that password and code were given again in this session; returns its token from now on.

    Refused where they do not fit.
    """
    require(actor, Action.USE_OWN_ACCOUNT)
    account = _proved(session, actor, proof, now)
    held = _own_session(session, account, session_id)
    held.proved_at = now
    token = renew_token(session, held, account)
    _record(session, actor, account, "proved", now)
    return token


def end_own_session(session: Session, actor: Actor, session_id: uuid.UUID, *, now: datetime.datetime) -> None:
    """End one of one's own sessions."""
    require(actor, Action.USE_OWN_ACCOUNT)
    mine = delete(SignInSession).where(SignInSession.id == session_id, SignInSession.account_id == actor.account_id)
    session.execute(mine)
    _record(session, actor, session.get_one(Account, actor.account_id), "session", now)


def end_other_sessions(session: Session, actor: Actor, keep: uuid.UUID | None, *, now: datetime.datetime) -> None:
    """Sign out everywhere but here."""
    require(actor, Action.USE_OWN_ACCOUNT)
    account = session.get_one(Account, actor.account_id)
    end_sessions(session, account.id, keep=keep)
    _record(session, actor, account, "sessions", now)


def change_password(session: Session, actor: Actor, command: ChangePassword, *, now: datetime.datetime) -> str:
    """A new password; every other session ends. Returns the token of the one that stays, empty where none does."""
    require(actor, Action.USE_OWN_ACCOUNT)
    account = _proved(session, actor, command.proof, now)
    end_sessions(session, account.id, keep=command.keep)
    kept = session.scalars(select(SignInSession).where(SignInSession.id == command.keep)).one_or_none()
    own = kept is not None and is_of(vault_of(session), kept, account)
    account.password_hash = command.new_hash
    token = renew_token(session, kept, account) if kept is not None and own else ""
    _record(session, actor, account, "password", now)
    return token


def renew_own_codes(
    session: Session,
    actor: Actor,
    proof: Proof,
    keep: uuid.UUID | None,
    *,
    new_app: bool = False,
    now: datetime.datetime,
) -> tuple[NewFactors, str]:
    """New recovery codes, told once; with `new_app` a new secret for the app too. Every session but `keep` ends.

    Returns its token from now on besides; NotFound where that session is not there.
    """
    require(actor, Action.USE_OWN_ACCOUNT)
    account = _proved(session, actor, proof, now)
    kept = _own_session(session, account, keep)
    codes = give_recovery_codes(session, account)
    secret = renew_secret(session, account) if new_app else None
    end_sessions(session, account.id, keep=kept.id)
    token = renew_token(session, kept, account)
    _record(session, actor, account, "codes", now)
    if secret is None:
        return NewFactors(recovery_codes=codes), token
    address = enrolment_address(secret, account.login)
    return NewFactors(recovery_codes=codes, secret=secret, enrolment_address=address), token


def _proved(session: Session, actor: Actor, proof: Proof, now: datetime.datetime) -> Account:
    """The account, locked, whose password and code were given; an account without codes is a demonstration's."""
    account = session.get_one(Account, actor.account_id, with_for_update={"key_share": True})
    fits = bool(proof.tried_hash) and proof.tried_hash == account.password_hash
    if not fits or (account.totp_sealed is not None and not _code_fits(session, account, proof, now)):
        raise Refused("proof_does_not_fit")
    return account


def _own_session(session: Session, account: Account, session_id: uuid.UUID | None) -> SignInSession:
    """A session of this account as it was signed, or NotFound."""
    held = session.scalars(select(SignInSession).where(SignInSession.id == session_id)).one_or_none()
    if held is None or not is_of(vault_of(session), held, account):
        raise NotFound("not_found")
    return held


def _code_fits(session: Session, account: Account, proof: Proof, now: datetime.datetime) -> bool:
    return second_factor_fits(session, account, proof.code, now, app_counts=proof.app_counts)


def _record(session: Session, actor: Actor, account: Account, what: str, now: datetime.datetime) -> None:
    subject = ("account", account.id)
    record_act(session, actor, Action.USE_OWN_ACCOUNT, subject=subject, now=now, detail={"change": what})
