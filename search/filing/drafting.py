"""Something half done is kept for a while: a family's half-filled form, a sheet that waits to be confirmed.

A draft is sealed under a key of its own and found only by a token that is kept as a digest.
"""

import datetime
import secrets
import uuid

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from search.access import Action, Actor, require
from search.models import Draft, SearchRequest
from search.records.associated_data import draft_place
from search.records.sections import vault_of
from search.storage.encryption import WrappedKey, seal, unseal

KEPT_FOR = datetime.timedelta(days=7)
# How long a draft that somebody asked to forget can be brought back.
UNDO_FOR = datetime.timedelta(minutes=5)


def save_draft(
    session: Session,
    actor: Actor,
    token: str | None,
    content: bytes,
    *,
    now: datetime.datetime,
    kept_for: datetime.timedelta = KEPT_FOR,
) -> str:
    """Keep `content` in place of what `token` held, or under a new token; returns the token."""
    require(actor, Action.KEEP_DRAFT)
    forget_old_drafts(session, now)
    draft = _find(session, token, now) if token else None
    if draft is not None and token is not None:
        draft.sealed = seal(_key(session, draft), content, draft_place(draft.token_digest))
        draft.expires_at = now + kept_for
        return token
    fresh = secrets.token_urlsafe(32)
    digest = vault_of(session).token_digest(fresh)
    key, wrapped = vault_of(session).new_record_key(digest.hex())
    session.add(
        Draft(
            token_digest=digest,
            master=wrapped.master,
            wrapped_key=wrapped.wrapped,
            sealed=seal(key, content, draft_place(digest)),
            expires_at=now + kept_for,
            record_number=_case_number(session, actor.case_id),
        )
    )
    return fresh


def read_draft(session: Session, actor: Actor, token: str, *, now: datetime.datetime) -> bytes | None:
    """What was kept under this token; None when it was never there, was finished, or is too old."""
    require(actor, Action.KEEP_DRAFT)
    draft = _find(session, token, now)
    return None if draft is None else unseal(_key(session, draft), draft.sealed, draft_place(draft.token_digest))


def set_draft_aside(session: Session, actor: Actor, token: str, *, now: datetime.datetime) -> None:
    """Forget a draft so that it can be brought back for a few minutes; then it goes with its key."""
    require(actor, Action.KEEP_DRAFT)
    draft = _find(session, token, now)
    if draft is not None:
        draft.set_aside_at, draft.expires_at = now, now + UNDO_FOR


def bring_back_draft(session: Session, actor: Actor, token: str, *, now: datetime.datetime) -> bool:
    """Undo that; False where the minutes are over."""
    require(actor, Action.KEEP_DRAFT)
    draft = session.get(Draft, vault_of(session).token_digest(token))
    if draft is None or draft.set_aside_at is None or draft.expires_at < now:
        return False
    draft.set_aside_at, draft.expires_at = None, now + KEPT_FOR
    return True


def discard_draft(session: Session, actor: Actor, token: str) -> None:
    """Forget a draft and its key."""
    require(actor, Action.KEEP_DRAFT)
    session.execute(delete(Draft).where(Draft.token_digest == vault_of(session).token_digest(token)))


def forget_old_drafts(session: Session, now: datetime.datetime) -> None:
    """Drop what nobody came back for."""
    session.execute(delete(Draft).where(Draft.expires_at < now))


def _case_number(session: Session, case_id: uuid.UUID | None) -> int | None:
    """The case that a family works on; None for anybody else."""
    if case_id is None:
        return None
    return session.scalars(select(SearchRequest.number).where(SearchRequest.id == case_id)).one_or_none()


def _find(session: Session, token: str, now: datetime.datetime) -> Draft | None:
    draft = session.get(Draft, vault_of(session).token_digest(token))
    return draft if draft is not None and draft.expires_at >= now and draft.set_aside_at is None else None


def _key(session: Session, draft: Draft) -> bytes:
    return vault_of(session).unwrap(WrappedKey(draft.master, draft.wrapped_key), draft.token_digest.hex())
