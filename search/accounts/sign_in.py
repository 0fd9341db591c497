"""Signing in: families by reference and five words, staff by password and one-time code.

A wrong guess costs the same time whether or not the reference or login exists, and slows the next one down; nobody is
ever locked out.
"""

import datetime
import math
import secrets

import pyotp
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from i18n.passphrases import normalise_passphrase
from search.access import ANYONE, Action, require
from search.accounts.audit_chain import record_act
from search.accounts.secret_hashing import secret_fits
from search.accounts.sessions import open_family_session, open_staff_session
from search.errors import AccessDenied, TooManyAttempts
from search.models import Account, SearchRequest, SignInAttempt
from search.records.associated_data import one_time_code_place
from search.records.references import read_reference
from search.records.sections import vault_of
from search.summaries import SignedIn

_FREE_ATTEMPTS = 5
_SLOWEST_SECONDS = 300
_REMEMBERED = datetime.timedelta(hours=1)
_TOTP_SECONDS = 30


def open_case(session: Session, reference: str, words: str, *, now: datetime.datetime) -> SignedIn | None:
    """Let a family in; None when reference and words do not belong together. TooManyAttempts slows a guesser down."""
    require(ANYONE, Action.LOG_IN)
    canonical = read_reference(reference) or reference
    _slow_down(session, canonical, now)
    request = session.scalars(select(SearchRequest).where(SearchRequest.reference == canonical)).one_or_none()
    hashed = request.passphrase_hash or None if request is not None else None
    if not secret_fits(hashed, normalise_passphrase(words)) or request is None:
        _remember_attempt(session, canonical, now)
        return None
    signed_in = open_family_session(session, request, now=now)
    record_act(session, signed_in.actor, Action.LOG_IN, subject=("search_request", request.id), now=now)
    return signed_in


def log_in(
    session: Session, login: str, password: str, code: str, portal: str, *, now: datetime.datetime
) -> SignedIn | None:
    """Let a member of staff in at the portal of their role; None when anything is wrong, and never which."""
    require(ANYONE, Action.LOG_IN)
    _slow_down(session, login, now)
    # Held until the end, so that a one-time code that arrives twice at the same moment opens once.
    held = select(Account).where(Account.login == login, Account.role == portal).with_for_update(key_share=True)
    account = session.scalars(held).one_or_none()
    usable = account is not None and account.disabled_at is None
    fits = secret_fits(account.password_hash if account is not None and usable else None, password)
    if account is None or not fits or not _code_fits(session, account, code, now):
        _remember_attempt(session, login, now)
        return None
    signed_in = open_staff_session(session, account, now=now)
    record_act(session, signed_in.actor, Action.LOG_IN, subject=("account", account.id), now=now)
    return signed_in


def _code_fits(session: Session, account: Account, code: str, now: datetime.datetime) -> bool:
    """Whether the one-time code is right; each code opens once. Asks for it by AccessDenied("code_needed")."""
    if account.totp_sealed is None:
        return True
    if not code:
        raise AccessDenied("code_needed")
    place = one_time_code_place(account.id)
    totp = pyotp.TOTP(vault_of(session).unseal_secret(account.totp_sealed, place).decode())
    step = int(now.timestamp()) // _TOTP_SECONDS
    for candidate in (step, step - 1):
        if candidate > account.totp_last_step and secrets.compare_digest(totp.generate_otp(candidate), code.strip()):
            account.totp_last_step = candidate
            return True
    return False


def _slow_down(session: Session, typed: str, now: datetime.datetime) -> None:
    """Refuse for a while that doubles with every wrong guess past the free ones."""
    digest = vault_of(session).token_digest(f"attempt {typed}")
    statement = select(func.count(), func.max(SignInAttempt.at)).where(
        SignInAttempt.subject_digest == digest, SignInAttempt.at > now - _REMEMBERED
    )
    wrong, latest = session.execute(statement).one()
    if wrong < _FREE_ATTEMPTS or latest is None:
        return
    wait = min(2 ** (wrong - _FREE_ATTEMPTS + 1), _SLOWEST_SECONDS)
    passed = (now - latest).total_seconds()
    if passed < wait:
        raise TooManyAttempts("too_many_attempts", seconds=math.ceil(wait - passed))


def _remember_attempt(session: Session, typed: str, now: datetime.datetime) -> None:
    session.execute(delete(SignInAttempt).where(SignInAttempt.at < now - _REMEMBERED))
    session.add(SignInAttempt(subject_digest=vault_of(session).token_digest(f"attempt {typed}"), at=now))
