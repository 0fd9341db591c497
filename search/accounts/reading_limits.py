"""How much one person may open in a rolling window, and the alarm that tells others before and when it is used up.

Somebody who reads pairs all evening opens 20 to 60 cards; a stolen account, or one of us who collects, opens them by
the hundred. Opening a card again counts once. What was opened is counted in the audit, the account's row being locked,
so that many requests at the same moment are counted one after the other.
"""

import datetime
import math
import uuid
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action
from search.accounts.alarms import raise_alarm
from search.errors import TooManyAttempts
from search.models import Account, AuditEntry
from search.vocabulary import AlarmKind

HOUR, DAY = datetime.timedelta(hours=1), datetime.timedelta(hours=24)
CARDS_AN_HOUR, CARDS_A_DAY = 60, 200
CONTACTS_A_DAY = 30
_NEAR = 0.8


@dataclass(frozen=True, slots=True)
class Window:
    """At most so many in so long a time."""

    most: int
    length: datetime.timedelta


@dataclass(frozen=True, slots=True)
class Limit:
    """What is counted: acts, each or by what they are about, and the alarms of nearing and reaching it."""

    actions: tuple[Action, ...]
    windows: tuple[Window, ...]
    once_a_thing: bool
    code: str
    near: AlarmKind
    reached: AlarmKind


CARDS = Limit(
    (Action.OPEN_CARD, Action.OPEN_GROUP),
    (Window(CARDS_AN_HOUR, HOUR), Window(CARDS_A_DAY, DAY)),
    once_a_thing=True,
    code="cards_used",
    near=AlarmKind.CARDS_NEAR,
    reached=AlarmKind.CARDS_REACHED,
)
CONTACTS = Limit(
    (Action.REVEAL_IDENTIFIERS,),
    (Window(CONTACTS_A_DAY, DAY),),
    once_a_thing=False,
    code="contacts_used",
    near=AlarmKind.CONTACTS_NEAR,
    reached=AlarmKind.CONTACTS_REACHED,
)


def count_one(
    session: Session, account_id: uuid.UUID | None, limit: Limit, thing: str, *, now: datetime.datetime
) -> int:
    """Count one more, which the caller audits in this transaction; returns how many are left in the tightest window.

    Raises TooManyAttempts with the seconds until there is room again. The last that is let through raises the alarm, so
    that a refusal has nothing left to write.
    """
    account = session.get_one(Account, account_id, with_for_update={"key_share": True})
    left = [_left_after(session, account, limit, window, thing, now) for window in limit.windows]
    if min(left) == 0:
        raise_alarm(session, limit.reached, account, now=now)
    elif any(_is_near(window, still) for window, still in zip(limit.windows, left, strict=True)):
        raise_alarm(session, limit.near, account, now=now)
    return min(left)


def _left_after(
    session: Session, account: Account, limit: Limit, window: Window, thing: str, now: datetime.datetime
) -> int:
    opened = _opened(session, account, limit, window, now)
    again = limit.once_a_thing and thing in opened
    counted = len(opened) + (0 if again else 1)
    if counted > window.most:
        wait = min(opened.values()) + window.length - now
        raise TooManyAttempts(limit.code, seconds=max(1, math.ceil(wait.total_seconds())))
    return window.most - counted


def _opened(
    session: Session, account: Account, limit: Limit, window: Window, now: datetime.datetime
) -> dict[str, datetime.datetime]:
    """When each counted thing was last opened in the window; each act is a thing of its own where all are counted."""
    rows = (
        select(AuditEntry.subject_id, AuditEntry.sequence, AuditEntry.at)
        .where(AuditEntry.actor_id == account.id, AuditEntry.action.in_([one.value for one in limit.actions]))
        .where(AuditEntry.at > now - window.length)
        .order_by(AuditEntry.at)
    )
    return {subject if limit.once_a_thing else str(sequence): at for subject, sequence, at in session.execute(rows)}


def _is_near(window: Window, left: int) -> bool:
    return window.most - left >= window.most * _NEAR
