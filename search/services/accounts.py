"""Who may come in: families by reference and five words, staff by password and one-time code.

A wrong guess costs the same time whether or not the reference or login exists, and slows the next one down; nobody is
ever locked out.
"""

import datetime
import math
import secrets
import uuid
from dataclasses import dataclass

import pyotp
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from i18n.passphrases import new_passphrase, normalise_passphrase
from search.access import ANYONE, Action, Actor, require
from search.errors import AccessDenied, NotFound, Refused, TooManyAttempts
from search.models import AccessToken, Account, Organisation, SearchRequest, SignInAttempt
from search.registry.auditing import record_act
from search.registry.passphrases import hash_secret, secret_fits
from search.registry.references import read_reference
from search.registry.sections import vault_of
from search.services.doors import COMMITTEE, PARTNER, open_family_door, open_staff_door
from search.services.registering import words_language
from search.summaries import CaseFiled, SignedIn
from search.vocabulary import OrganisationKind

_FREE_ATTEMPTS = 5
_SLOWEST_SECONDS = 300
_REMEMBERED = datetime.timedelta(hours=1)
_TOTP_SECONDS = 30
_TOKEN_LASTS = datetime.timedelta(days=180)


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
    signed_in = open_family_door(session, request, now=now)
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
    signed_in = open_staff_door(session, account, now=now)
    record_act(session, signed_in.actor, Action.LOG_IN, subject=("account", account.id), now=now)
    return signed_in


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
        account.totp_sealed = vault_of(session).seal_secret(secret.encode(), f"accounts.totp_sealed.{account.id}")
    session.flush()
    record_act(session, actor, Action.MANAGE_ACCOUNTS, subject=("account", account.id), now=now)
    return secret


def find_or_add_organisation(session: Session, name: str, kind: OrganisationKind) -> Organisation:
    """The organisation of this name, made when it is new."""
    found = session.scalars(select(Organisation).where(Organisation.name == name)).one_or_none()
    if found is not None:
        return found
    organisation = Organisation(id=uuid.uuid4(), name=name, kind=kind.value)
    session.add(organisation)
    session.flush()
    return organisation


def find_organisation(session: Session, name: str) -> Organisation:
    """The organisation of this name, or NotFound."""
    found = session.scalars(select(Organisation).where(Organisation.name == name)).one_or_none()
    if found is None:
        raise NotFound("organisation_unknown")
    return found


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


def issue_words(session: Session, actor: Actor, reference: str, *, now: datetime.datetime) -> CaseFiled:
    """New five words for a case, in its language, told once; the old ones no longer open it."""
    require(actor, Action.MANAGE_ACCOUNTS)
    canonical = read_reference(reference)
    request = session.scalars(select(SearchRequest).where(SearchRequest.reference == canonical)).one_or_none()
    if request is None:
        raise NotFound("not_found")
    words = new_passphrase(words_language(request.language), secrets.randbelow)
    request.passphrase_hash = hash_secret(normalise_passphrase(" ".join(words)))
    record_act(session, actor, Action.MANAGE_ACCOUNTS, subject=("search_request", request.id), now=now)
    return CaseFiled(case_id=request.id, reference=request.reference, passphrase=words)


def _code_fits(session: Session, account: Account, code: str, now: datetime.datetime) -> bool:
    """Whether the one-time code is right; each code opens once. Asks for it by AccessDenied("code_needed")."""
    if account.totp_sealed is None:
        return True
    if not code:
        raise AccessDenied("code_needed")
    place = f"accounts.totp_sealed.{account.id}"
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
