"""Half typed forms and sheets whose time is over: their rows, and with them their keys, go."""

import datetime
from typing import cast

from sqlalchemy import Table, bindparam, delete, select
from sqlalchemy.orm import Session

from search.models import Draft

# The kind of draft that shows the words of a search; `search.filing.draft_room` has the others.
RECEIPT = "receipt"
# Put together once: every save of anybody's asks for it.
_OVER = delete(cast(Table, Draft.__table__)).where(Draft.expires_at < bindparam("now", type_=Draft.expires_at.type))


def has_expired(session: Session, now: datetime.datetime) -> bool:
    """Whether there is one to forget."""
    return session.scalars(select(Draft.expires_at).where(Draft.expires_at < now).limit(1)).first() is not None


def forget_old_drafts(session: Session, now: datetime.datetime) -> None:
    """Drop what nobody came back for, and what was set aside and not brought back in time."""
    session.execute(_OVER, {"now": now})


def forget_receipts(session: Session, record_number: int) -> None:
    """Forget the words of a search wherever they are still shown: they have opened it. The caller asked who may."""
    session.execute(delete(Draft).where(Draft.kind == RECEIPT, Draft.record_number == record_number))
