"""An invited person opens their invitation once: they choose a password and enrol the app for one-time codes."""

import datetime
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor, require
from search.accounts.access_requests import invitation_digest
from search.accounts.audit_chain import record_act
from search.accounts.password_rules import require_strong
from search.accounts.roles import give_roles
from search.accounts.second_factor import enrolment_address, give_recovery_codes, keep_secret, new_secret, step_of
from search.accounts.staff import make_account, require_free_login
from search.errors import Refused
from search.models import AccessRequest, Account, Organisation
from search.records.associated_data import invitation_secret_place
from search.records.sections import vault_of
from search.staff_summaries import Invitation, NewFactors
from search.vocabulary import StaffRole


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptInvitation:
    """`password_hash` was computed before the transaction, of a password that `require_password_for_invitation` took.

    `one_time_code` shows that the app was enrolled.
    """

    code: str
    password_hash: str
    one_time_code: str


def open_invitation(session: Session, actor: Actor, code: str, *, now: datetime.datetime) -> Invitation:
    """What the invitation is to, with the secret for the app, which stays until it is accepted."""
    require(actor, Action.ACCEPT_INVITATION)
    asked = _invitation(session, code, now)
    if asked.totp_sealed is None:
        # Not audited: whoever reads this page again finds the secret that they enrolled.
        sealed = vault_of(session).seal_secret(new_secret().encode(), invitation_secret_place(asked.id))
        asked.totp_sealed = sealed
    secret = _secret(session, asked)
    return Invitation(
        organisation_name=session.get_one(Organisation, asked.organisation_id).name,
        login=asked.login,
        roles=tuple(StaffRole(role) for role in asked.roles),
        secret=secret,
        enrolment_address=enrolment_address(secret, asked.login),
    )


def require_password_for_invitation(
    session: Session, actor: Actor, code: str, password: str, *, now: datetime.datetime
) -> None:
    """Raise Refused where the password is too easy for whoever is invited."""
    require(actor, Action.ACCEPT_INVITATION)
    asked = _invitation(session, code, now)
    require_strong(password, (asked.login, session.get_one(Organisation, asked.organisation_id).name))


def accept_invitation(
    session: Session, actor: Actor, command: AcceptInvitation, *, now: datetime.datetime
) -> NewFactors:
    """Make the account with its roles; the invitation is used up. Returns the recovery codes, told once."""
    require(actor, Action.ACCEPT_INVITATION)
    asked = _invitation(session, command.code, now)
    if asked.totp_sealed is None or (step := step_of(_secret(session, asked), command.one_time_code, 0, now)) is None:
        raise Refused("code_does_not_fit")
    require_free_login(session, asked.login)
    organisation = session.get_one(Organisation, asked.organisation_id)
    account = make_account(session, organisation, asked.login, command.password_hash)
    keep_secret(session, account, _secret(session, asked))
    account.totp_last_step = step
    give_roles(session, account, [StaffRole(role) for role in asked.roles], now=now)
    codes = give_recovery_codes(session, account)
    _use_up(session, asked, account, now)
    joined = Actor(kind=actor.kind, account_id=account.id)
    record_act(session, joined, Action.ACCEPT_INVITATION, subject=("account", account.id), now=now)
    return NewFactors(recovery_codes=codes)


def _invitation(session: Session, code: str, now: datetime.datetime) -> AccessRequest:
    """The open invitation of a code, locked; Refused for one that there is not, or not any more."""
    digest = invitation_digest(session, code)
    held = select(AccessRequest).where(AccessRequest.code_digest == digest).with_for_update()
    asked = session.scalars(held).one_or_none()
    if asked is None or asked.ended_at is not None or asked.confirmed_at is None or asked.expires_at <= now:
        raise Refused("invitation_unknown")
    return asked


def _use_up(session: Session, asked: AccessRequest, account: Account, now: datetime.datetime) -> None:
    asked.account_id, asked.ended_at = account.id, now
    asked.totp_sealed = None
    session.flush()


def _secret(session: Session, asked: AccessRequest) -> str:
    sealed = asked.totp_sealed or b""
    return vault_of(session).unseal_secret(sealed, invitation_secret_place(asked.id)).decode()
