"""Signing in: families by reference and five words, staff by password and one-time code.

Every attempt is evaluated, whatever strangers did before: nobody is locked out or made to wait for wrong guesses, and
what defends is the entropy of the words and the second factor of staff. It happens in three steps, so that no
connection to the database is held while a secret is hashed: `find_holder` reads, `prove` hashes, `open_case` and
`log_in` write. A wrong guess costs the same time whether or not the reference or login exists, and writes nothing.
"""

import datetime
import uuid
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import ANYONE, Action, require
from search.accounts.audit_chain import record_act
from search.accounts.family_secret import to_hold_against
from search.accounts.password_rules import normalised
from search.accounts.second_factor import second_factor_fits
from search.accounts.secret_hashing import secret_fits
from search.accounts.sessions import FAMILY, open_family_session, open_staff_session
from search.accounts.waiting_tickets import Attempt
from search.errors import AccessDenied
from search.models import Account, Relative, SearchRequest
from search.records.expired_drafts import forget_receipts
from search.records.references import read_reference
from search.summaries import SignedIn


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose secret it would have to be; `hashed` is None where nobody is called so, or may come in at this portal."""

    id: uuid.UUID | None = None
    hashed: str | None = None


@dataclass(frozen=True, slots=True)
class Proven:
    """A holder whose secret was typed; `hashed` is what it was proven against, to be held against what is kept now."""

    id: uuid.UUID
    hashed: str


def find_holder(session: Session, attempt: Attempt) -> Holder:
    """Whose secret the attempt has to fit."""
    require(ANYONE, Action.LOG_IN)
    if attempt.portal == FAMILY:
        canonical = read_reference(attempt.name) or attempt.name
        request = session.scalars(select(SearchRequest).where(SearchRequest.reference == canonical)).one_or_none()
        # Both are always asked for: how long it takes says nothing of which there is.
        mine = select(Relative).where(Relative.reference == canonical, Relative.ended_at.is_(None))
        found = request or session.scalars(mine).one_or_none()
        return Holder() if found is None else Holder(found.id, found.passphrase_hash or None)
    named = select(Account).where(Account.login == attempt.name, Account.role == attempt.portal)
    account = session.scalars(named).one_or_none()
    usable = account is not None and account.disabled_at is None
    return Holder(account.id, account.password_hash) if account is not None and usable else Holder()


def prove(holder: Holder, attempt: Attempt) -> Proven | None:
    """The holder, where the secret is theirs: slow, and as slow where there is nobody. Outside any transaction."""
    hashed, typed = holder.hashed, normalised(attempt.secret)
    if attempt.portal == FAMILY:
        hashed, typed = to_hold_against(holder.hashed, attempt.secret)
    if not secret_fits(hashed, typed) or holder.id is None or holder.hashed is None:
        return None
    return Proven(holder.id, holder.hashed)


def open_case(session: Session, proven: Proven, *, now: datetime.datetime) -> SignedIn | None:
    """Let a family in whose words fit; None where they were changed since."""
    require(ANYONE, Action.LOG_IN)
    request, relative = _case_of(session, proven)
    holder = relative or request
    if request is None or holder is None or holder.passphrase_hash != proven.hashed:
        return None
    if relative is None:
        forget_receipts(session, request.number)
    signed_in = open_family_session(session, request, relative, now=now)
    record_act(session, signed_in.actor, Action.LOG_IN, subject=("search_request", request.id), now=now)
    return signed_in


def _case_of(session: Session, proven: Proven) -> tuple[SearchRequest | None, Relative | None]:
    """The search that opens, and the relative whom it opens to where that is not whoever began it."""
    asked = select(SearchRequest)
    relative = session.get(Relative, proven.id)
    if relative is None:
        return session.scalars(asked.where(SearchRequest.id == proven.id)).one_or_none(), None
    if relative.ended_at is not None:
        return None, None
    return session.scalars(asked.where(SearchRequest.number == relative.record_number)).one_or_none(), relative


def log_in(
    session: Session,
    proven: Proven,
    code: str,
    *,
    now: datetime.datetime,
    without_code: bool = False,
    app_counts: bool = True,
) -> SignedIn | None:
    """Let a member of staff in whose password fits; None when anything is wrong, and never which.

    Asks for the one-time code by AccessDenied("code_needed"). An account that has none enters only `without_code`:
    in a demonstration. Where `app_counts` is not so, too many codes were tried lately: only a recovery code opens.
    """
    require(ANYONE, Action.LOG_IN)
    # Held until the end, so that a one-time code that arrives twice at the same moment opens once.
    held = select(Account).where(Account.id == proven.id).with_for_update(key_share=True)
    account = session.scalars(held).one_or_none()
    if account is None or account.disabled_at is not None or account.password_hash != proven.hashed:
        return None
    if account.totp_sealed is None:
        if not without_code:
            return None
    elif not code:
        raise AccessDenied("code_needed")
    elif not second_factor_fits(session, account, code, now, app_counts=app_counts):
        return None
    signed_in = open_staff_session(session, account, now=now)
    record_act(session, signed_in.actor, Action.LOG_IN, subject=("account", account.id), now=now)
    return signed_in
