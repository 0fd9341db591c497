"""The second factor of staff: one-time codes of an app (RFC 6238), and recovery codes for the day the phone is gone."""

import datetime
import re
import secrets
import unicodedata

import pyotp
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from search.models import Account, RecoveryCode
from search.records.associated_data import one_time_code_place
from search.records.sections import vault_of

SECONDS = 30
ISSUER = "Ovillo"
_RECOVERY_CODES = 10
# Without letters that are taken for digits; twelve of them are sixty bits.
_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_RECOVERY_LENGTH = 12


def new_secret() -> str:
    """A secret for one-time codes, in base32."""
    return pyotp.random_base32()


def enrolment_address(secret: str, login: str) -> str:
    """The otpauth address that apps read from a picture."""
    return pyotp.TOTP(secret).provisioning_uri(name=login, issuer_name=ISSUER)


def step_of(secret: str, code: str, after: int, now: datetime.datetime) -> int | None:
    """The time step whose code was typed, this one or the one before, and later than `after`; None for a wrong code."""
    totp, step, typed = pyotp.TOTP(secret), int(now.timestamp()) // SECONDS, _digits(code).encode()
    for candidate in (step, step - 1):
        if candidate > after and secrets.compare_digest(totp.generate_otp(candidate).encode(), typed):
            return candidate
    return None


def second_factor_fits(
    session: Session, account: Account, code: str, now: datetime.datetime, *, app_counts: bool = True
) -> bool:
    """Whether the one-time code, or a recovery code, is right; each opens once. The account's row must be locked.

    Where `app_counts` is not so, only a recovery code opens (`search.accounts.code_attempts`).
    """
    if account.totp_sealed is None:
        return False
    secret = vault_of(session).unseal_secret(account.totp_sealed, one_time_code_place(account.id)).decode()
    step = step_of(secret, code, account.totp_last_step, now) if app_counts else None
    if step is not None:
        account.totp_last_step = step
        return True
    return _use_recovery_code(session, account, code)


def give_recovery_codes(session: Session, account: Account) -> tuple[str, ...]:
    """Ten new recovery codes, told once; the earlier ones open nothing any more."""
    for earlier in session.scalars(select(RecoveryCode).where(RecoveryCode.account_id == account.id)).all():
        session.delete(earlier)
    session.flush()
    codes = tuple(_new_code() for _ in range(_RECOVERY_CODES))
    session.add_all(RecoveryCode(account_id=account.id, code_digest=_digest(session, account, one)) for one in codes)
    return codes


def recovery_codes_left(session: Session, account: Account) -> int:
    """How many recovery codes were not used yet."""
    counted = select(func.count()).select_from(RecoveryCode).where(RecoveryCode.account_id == account.id)
    return session.execute(counted).scalar_one()


def renew_secret(session: Session, account: Account) -> str:
    """A new secret for one-time codes; codes of the earlier one open nothing any more."""
    secret = new_secret()
    keep_secret(session, account, secret)
    return secret


def keep_secret(session: Session, account: Account, secret: str) -> None:
    """Seal the secret into the account."""
    account.totp_sealed = vault_of(session).seal_secret(secret.encode(), one_time_code_place(account.id))


def _use_recovery_code(session: Session, account: Account, code: str) -> bool:
    used = session.get(RecoveryCode, (account.id, _digest(session, account, code)))
    if used is None:
        return False
    session.delete(used)
    session.flush()
    return True


def _digest(session: Session, account: Account, code: str) -> bytes:
    bare = re.sub(r"[\s\-]", "", code).upper()
    return vault_of(session).token_digest(f"recovery {account.id} {bare}")


def _new_code() -> str:
    drawn = "".join(secrets.choice(_ALPHABET) for _ in range(_RECOVERY_LENGTH))
    return "-".join(drawn[at : at + 4] for at in range(0, _RECOVERY_LENGTH, 4))


def _digits(code: str) -> str:
    """The digits of whatever script a keyboard writes, as apps show them."""
    return "".join(_plain(letter) for letter in re.sub(r"[\s\-]", "", code))


def _plain(letter: str) -> str:
    digit = unicodedata.decimal(letter, None)
    return letter if digit is None else str(digit)
