"""Something half done is kept for a while: a family's half-filled form, a sheet that waits to be confirmed.

A draft is sealed under a key of its own and found only by a token that is kept as a digest.
"""

import datetime
import secrets
import uuid
from dataclasses import dataclass, field

from sqlalchemy import bindparam, delete, select
from sqlalchemy.orm import Session

from search.access import Action, Actor, ActorKind, require
from search.errors import Refused
from search.filing.draft_room import ANYBODYS, DraftKind, DraftRoom, shed_drafts
from search.models import Draft, SearchRequest
from search.records.associated_data import draft_place
from search.records.expired_drafts import forget_old_drafts
from search.records.sections import vault_of
from search.storage.encryption import WrappedKey, seal, unseal

KEPT_FOR = datetime.timedelta(days=7)
# How long a draft that somebody asked to forget can be brought back.
UNDO_FOR = datetime.timedelta(minutes=5)
_MOST_SAVES = 100
# Put together once: every page of a form asks for it.
_KEPT = select(Draft.master, Draft.wrapped_key, Draft.sealed, Draft.expires_at, Draft.set_aside_at).where(
    Draft.token_digest == bindparam("digest")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """How a draft is kept: for how long, as what (by who keeps it unless said), and for which network.

    `room` bounds what anybody may keep. A mark of a network outlives no process (`search.accounts.source_marks`).
    `named`: the token is the caller's own, a secret that it can make again, and what is new is kept under it.
    `case_id`: the case that it is about from now on, with which it is erased.
    """

    lasts: datetime.timedelta = KEPT_FOR
    kind: DraftKind | None = None
    source_mark: int | None = None
    room: DraftRoom = field(default_factory=DraftRoom)
    named: bool = False
    case_id: uuid.UUID | None = None

    def kind_for(self, actor: Actor) -> DraftKind:
        """What is kept: the unfiled draft of anybody, or something of somebody who is known."""
        return self.kind or (DraftKind.UNFILED if actor.kind is ActorKind.ANYONE else DraftKind.OWN)


def save_draft(
    session: Session,
    actor: Actor,
    token: str | None,
    content: bytes,
    *,
    now: datetime.datetime,
    keeping: Keeping = Keeping(),
) -> str:
    """Keep `content` in place of what `token` held, or under a new token; returns the token.

    Refused where it is more than there is room for; the earlier content then stays.
    """
    require(actor, Action.KEEP_DRAFT)
    kind = keeping.kind_for(actor)
    _require_room(keeping.room, kind, content)
    forget_old_drafts(session, now)
    draft = _find(session, token, now) if token else None
    if draft is None or token is None:
        token, draft = _new(session, actor, token if keeping.named else None)
    if keeping.case_id is not None:
        draft.record_number = _case_number(session, keeping.case_id)
    draft.sealed = seal(_key(session, draft), content, draft_place(draft.token_digest))
    draft.size, draft.kind, draft.source_mark = len(draft.sealed), kind.value, keeping.source_mark
    draft.expires_at, draft.saves = now + keeping.lasts, min(draft.saves + 1, _MOST_SAVES)
    session.add(draft)
    session.flush()
    if kind in ANYBODYS:
        shed_drafts(session, keeping.room, but=draft.token_digest)
    return token


def read_draft(session: Session, actor: Actor, token: str, *, now: datetime.datetime) -> bytes | None:
    """What was kept under this token; None when it was never there, was finished, or is too old."""
    require(actor, Action.KEEP_DRAFT)
    digest = vault_of(session).token_digest(token)
    draft = session.execute(_KEPT, {"digest": digest}).one_or_none()
    if draft is None or draft.expires_at < now or draft.set_aside_at is not None:
        return None
    key = vault_of(session).unwrap(WrappedKey(draft.master, draft.wrapped_key), digest.hex())
    return unseal(key, draft.sealed, draft_place(digest))


def set_draft_aside(session: Session, actor: Actor, token: str, *, now: datetime.datetime) -> None:
    """Forget a draft so that it can be brought back for a few minutes; then it goes with its key."""
    require(actor, Action.KEEP_DRAFT)
    draft = _find(session, token, now)
    if draft is not None:
        draft.set_aside_at, draft.expires_at = now, now + UNDO_FOR


def bring_back_draft(
    session: Session, actor: Actor, token: str, *, now: datetime.datetime, lasts: datetime.timedelta = KEPT_FOR
) -> bool:
    """Undo that; False where the minutes are over. `lasts`: for how long it is kept again."""
    require(actor, Action.KEEP_DRAFT)
    draft = session.get(Draft, vault_of(session).token_digest(token))
    if draft is None or draft.set_aside_at is None or draft.expires_at < now:
        return False
    draft.set_aside_at, draft.expires_at = None, now + lasts
    return True


def keep_draft_for(
    session: Session, actor: Actor, token: str, lasts: datetime.timedelta, *, now: datetime.datetime
) -> None:
    """Keep what was typed for so long from now on: whose phone holds its token was said anew."""
    require(actor, Action.KEEP_DRAFT)
    draft = _find(session, token, now)
    if draft is not None:
        draft.expires_at = now + lasts


def discard_draft(session: Session, actor: Actor, token: str) -> None:
    """Forget a draft and its key."""
    require(actor, Action.KEEP_DRAFT)
    session.execute(delete(Draft).where(Draft.token_digest == vault_of(session).token_digest(token)))


def _case_number(session: Session, case_id: uuid.UUID | None) -> int | None:
    """The case that a family works on; None for anybody else."""
    if case_id is None:
        return None
    return session.scalars(select(SearchRequest.number).where(SearchRequest.id == case_id)).one_or_none()


def _require_room(room: DraftRoom, kind: DraftKind, content: bytes) -> None:
    """Hold a draft of anybody against the most that one may have; when the disk is nearly full, everybody's."""
    if len(content) > room.each and (room.low or kind in ANYBODYS):
        raise Refused("no_room_now" if room.low else "draft_too_large")


def _new(session: Session, actor: Actor, own: str | None = None) -> tuple[str, Draft]:
    token = own or secrets.token_urlsafe(32)
    digest = vault_of(session).token_digest(token)
    _, wrapped = vault_of(session).new_record_key(digest.hex())
    number = _case_number(session, actor.case_id)
    made = Draft(token_digest=digest, master=wrapped.master, wrapped_key=wrapped.wrapped, record_number=number, saves=0)
    return token, made


def _find(session: Session, token: str, now: datetime.datetime) -> Draft | None:
    draft = session.get(Draft, vault_of(session).token_digest(token))
    return draft if draft is not None and draft.expires_at >= now and draft.set_aside_at is None else None


def _key(session: Session, draft: Draft) -> bytes:
    return vault_of(session).unwrap(WrappedKey(draft.master, draft.wrapped_key), draft.token_digest.hex())
