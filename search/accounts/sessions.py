"""Sessions behind a browser's cookie: opened at sign-in, recognised, ended."""

import datetime
import secrets
import uuid
from dataclasses import replace
from typing import cast

from sqlalchemy import CursorResult, delete, select
from sqlalchemy.orm import Session

from search.access import Actor, ActorKind
from search.accounts.roles import roles_of
from search.accounts.session_signatures import Owner, is_of, sign_session
from search.models import Account, Organisation, Relative, SearchRequest, SignInSession
from search.records.change_numbers import current_version
from search.records.sections import vault_of
from search.staff_summaries import OpenSession
from search.summaries import SignedIn
from search.vocabulary import OrganisationKind

FAMILY = "family"
PARTNER = "partner"
COMMITTEE = "committee"
# How long a session lasts that is not used, and any at the longest.
_IDLE = {
    FAMILY: datetime.timedelta(minutes=60),
    PARTNER: datetime.timedelta(minutes=45),
    COMMITTEE: datetime.timedelta(minutes=45),
}
LONGEST = datetime.timedelta(hours=4)
FAMILY_IDLE = _IDLE[FAMILY]
# Use is written down this often at most, so that reading pages rarely writes.
_NOTED_EVERY = datetime.timedelta(minutes=5)

# So long it is known of a visit that was over by itself that this was why; it opens nothing.
_KNOWN_OVER = LONGEST

_ACTORS = {PARTNER: ActorKind.PARTNER, COMMITTEE: ActorKind.REVIEWER}


def open_family_session(
    session: Session, request: SearchRequest, relative: Relative | None = None, *, now: datetime.datetime
) -> SignedIn:
    """A session for one case; with words that a helper saw too, for nothing but choosing others.

    `relative` is who comes in, where that is not whoever began the search.
    """
    owner = relative or request
    token, held = _new_session(session, FAMILY, now, owner, record_number=request.number)
    if request.matched_version > 0:
        # What was never compared yet was not seen: all of it is new at the next visit.
        owner.seen_version, owner.seen_at = current_version(session), now
    return _of_family(held, token, request)


def open_staff_session(session: Session, account: Account, *, now: datetime.datetime) -> SignedIn:
    """A session for one member of staff, at the portal of the account's role."""
    account.last_seen_on = now.date()
    token, held = _new_session(session, account.role, now, account, account_id=account.id)
    return _staff(session, account, token, held)


def session_actor(session: Session, token: str, portal: str, *, now: datetime.datetime) -> SignedIn | None:
    """Who holds this token at this portal; None when nobody does any more."""
    held = session.get(SignInSession, vault_of(session).token_digest(token))
    if held is None or held.portal != portal or held.expires_at < now:
        return None
    if held.record_number is not None:
        return _family(session, held, token)
    account = session.get(Account, held.account_id)
    if account is None or account.disabled_at is not None or not is_of(vault_of(session), held, account):
        return None
    return _staff(session, account, token, held)


def is_over_by_time(session: Session, token: str, *, now: datetime.datetime) -> bool:
    """Whether the session of this token ended by itself a while ago; one that somebody ended is not there any more."""
    held = session.get(SignInSession, vault_of(session).token_digest(token))
    return held is not None and held.expires_at < now


def slides(visitor: SignedIn, *, now: datetime.datetime) -> bool:
    """Whether it is time to write down that a session is being used."""
    if visitor.expires_at is None or visitor.ends_at is None:
        return False
    return _later(visitor, now, visitor.ends_at) - visitor.expires_at >= _NOTED_EVERY


def may_last_longer(visitor: SignedIn) -> bool:
    """Whether a session still lasts longer when it is used, or is at its longest."""
    if visitor.expires_at is None or visitor.ends_at is None:
        return False
    return visitor.ends_at - visitor.expires_at >= _NOTED_EVERY


def slide_session(session: Session, visitor: SignedIn, *, now: datetime.datetime) -> SignedIn:
    """Let a session that is used last longer, never past its longest; one that was ended meanwhile stays ended."""
    held = session.get(SignInSession, vault_of(session).token_digest(visitor.token), with_for_update=True)
    owner = _owner(session, held) if held is not None else None
    if held is None or owner is None or not is_of(vault_of(session), held, owner):
        return visitor
    held.expires_at = max(held.expires_at, _later(visitor, now, held.ends_at))
    sign_session(vault_of(session), held, owner)
    return replace(visitor, expires_at=held.expires_at)


def _later(visitor: SignedIn, now: datetime.datetime, ends_at: datetime.datetime) -> datetime.datetime:
    portal = FAMILY if visitor.actor.case_id is not None else COMMITTEE
    return min(now + _IDLE[portal], ends_at)


def renew_token(session: Session, held: SignInSession, account: Account) -> str:
    """Another token for a session that is known to be this account's, once all else of it is set: it is signed anew.

    Whoever copied the token until now is out, and gains nothing by what its owner proves.
    """
    token = secrets.token_urlsafe(32)
    held.token_digest = vault_of(session).token_digest(token)
    sign_session(vault_of(session), held, account)
    session.flush()
    return token


def log_out(session: Session, token: str) -> None:
    """End a session: its token opens nothing any more."""
    session.execute(delete(SignInSession).where(SignInSession.token_digest == vault_of(session).token_digest(token)))


def note_use(session: Session, session_id: uuid.UUID, *, now: datetime.datetime) -> None:
    """Write down the day on which a session, and its person, was last seen; once a day is enough."""
    held = session.scalars(select(SignInSession).where(SignInSession.id == session_id)).one_or_none()
    if held is None or held.last_used_on == now.date():
        return
    held.last_used_on = now.date()
    if held.account_id is not None:
        session.get_one(Account, held.account_id).last_seen_on = now.date()


def open_sessions(
    session: Session, account_id: uuid.UUID, *, now: datetime.datetime, this_one: uuid.UUID | None = None
) -> tuple[OpenSession, ...]:
    """The browsers in which somebody is signed in, by days, the latest first."""
    rows = select(SignInSession).where(SignInSession.account_id == account_id, SignInSession.expires_at >= now)
    return tuple(
        OpenSession(
            session_id=one.id,
            portal=one.portal,
            opened_on=one.opened_at.date(),
            last_used_on=one.last_used_on,
            is_this_one=one.id == this_one,
        )
        for one in session.scalars(rows.order_by(SignInSession.opened_at.desc()))
    )


def end_sessions(session: Session, account_id: uuid.UUID, *, keep: uuid.UUID | None = None) -> int:
    """Sign somebody out everywhere but in the session `keep`; returns in how many browsers they were signed in."""
    mine = delete(SignInSession).where(SignInSession.account_id == account_id)
    ended = session.execute(mine if keep is None else mine.where(SignInSession.id != keep))
    return cast("CursorResult[object]", ended).rowcount


def end_sessions_of_case(session: Session, record_number: int) -> None:
    """End every open session of a family."""
    session.execute(delete(SignInSession).where(SignInSession.record_number == record_number))


def _family(session: Session, held: SignInSession, token: str) -> SignedIn | None:
    request = _case_of(session, held)
    # Whoever began the search is its owner, whose row was read already.
    owner = request if held.relative_id is None else _owner(session, held)
    if request is None or request.erased_at is not None or owner is None:
        return None
    if not is_of(vault_of(session), held, owner):
        return None
    return _of_family(held, token, request)


def _of_family(held: SignInSession, token: str, request: SearchRequest) -> SignedIn:
    return SignedIn(
        token=token,
        actor=_family_actor(request, held),
        expires_at=held.expires_at,
        ends_at=held.ends_at,
        since_version=held.since_version,
        since_at=held.since_at,
    )


def is_first_opening(request: SearchRequest) -> bool:
    """Whether the words of a case are those that somebody else saw: who helped to file it, or gave it new words."""
    if request.words_seen_at is not None:
        return request.first_opened_at is None or request.first_opened_at < request.words_seen_at
    return request.read_at is not None and request.first_opened_at is None


def _family_actor(request: SearchRequest, held: SignInSession) -> Actor:
    kind = ActorKind.FIRST_OPENING if is_first_opening(request) else ActorKind.FAMILY
    if held.relative_id is not None:
        return Actor(kind=ActorKind.RELATIVE, case_id=request.id, relative_id=held.relative_id)
    return Actor(kind=kind, case_id=request.id)


def _case_of(session: Session, held: SignInSession) -> SearchRequest | None:
    return session.scalars(select(SearchRequest).where(SearchRequest.number == held.record_number)).one_or_none()


def _owner(session: Session, held: SignInSession) -> Owner | None:
    if held.relative_id is not None:
        relative = session.get(Relative, held.relative_id)
        return None if relative is None or relative.ended_at is not None else relative
    if held.record_number is not None:
        return _case_of(session, held)
    return session.get(Account, held.account_id)


def _staff(session: Session, account: Account, token: str, held: SignInSession) -> SignedIn:
    organisation = session.get_one(Organisation, account.organisation_id)
    actor = Actor(
        kind=_ACTORS[account.role],
        account_id=account.id,
        organisation_id=account.organisation_id,
        roles=roles_of(session, account.id),
    )
    return SignedIn(
        token=token,
        actor=actor,
        organisation_name=organisation.name,
        organisation_kind=OrganisationKind(organisation.kind),
        expires_at=held.expires_at,
        ends_at=held.ends_at,
        session_id=held.id,
        proved_at=held.proved_at,
        used_on=held.last_used_on,
    )


def _new_session(
    session: Session,
    portal: str,
    now: datetime.datetime,
    owner: Owner,
    *,
    account_id: uuid.UUID | None = None,
    record_number: int | None = None,
) -> tuple[str, SignInSession]:
    session.execute(delete(SignInSession).where(SignInSession.expires_at < now - _KNOWN_OVER))
    token = secrets.token_urlsafe(32)
    held = SignInSession(
        token_digest=vault_of(session).token_digest(token),
        id=uuid.uuid4(),
        portal=portal,
        account_id=account_id,
        record_number=record_number,
        expires_at=now + _IDLE[portal],
        ends_at=now + LONGEST,
        opened_at=now,
        proved_at=now,
        last_used_on=now.date(),
        relative_id=owner.id if isinstance(owner, Relative) else None,
        since_version=None if isinstance(owner, Account) else owner.seen_version,
        since_at=None if isinstance(owner, Account) else owner.seen_at,
    )
    sign_session(vault_of(session), held, owner)
    session.add(held)
    session.flush()
    return token, held
