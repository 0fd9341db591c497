"""Many wrong passwords or codes for one account: told to its coordinators, and nobody is kept out by it.

At the door anybody may be wrong; whoever is wrong when asked to prove who they are has the account open before them.

Counted in memory, by process, so that a wrong guess writes nothing; the fifth within an hour in one process writes one
alarm, and not another within a day.
"""

import datetime
import threading
import uuid

from sqlalchemy.orm import Session

from search.access import ANYONE, Action, Actor, require
from search.accounts.alarms import raise_alarm
from search.accounts.audit_chain import record_act
from search.models import Account
from search.vocabulary import AlarmKind

TELLING = 5
_WINDOW = datetime.timedelta(hours=1)
_MOST_KEPT = 10_000


class WrongSignIns:
    """When somebody was wrong lately, by account; safe to share between threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._moments: dict[uuid.UUID, list[datetime.datetime]] = {}

    def note(self, account_id: uuid.UUID, now: datetime.datetime) -> bool:
        """Count one more; whether it is the one at which the coordinators are to be told."""
        with self._lock:
            recent = [at for at in self._moments.pop(account_id, ()) if at > now - _WINDOW]
            told = len(recent) + 1 >= TELLING
            # The newest stand last, so that the oldest are forgotten first.
            self._moments[account_id] = [] if told else [*recent, now]
            if len(self._moments) > _MOST_KEPT:
                del self._moments[next(iter(self._moments))]
            return told


def tell_of_wrong_sign_ins(session: Session, account_id: uuid.UUID, *, now: datetime.datetime) -> None:
    """Raise the alarm about an account that somebody tries to enter."""
    require(ANYONE, Action.LOG_IN)
    account = session.get_one(Account, account_id, with_for_update={"key_share": True})
    if raise_alarm(session, AlarmKind.WRONG_SIGN_INS, account, now=now):
        detail = {"alarm": AlarmKind.WRONG_SIGN_INS.value}
        record_act(session, ANYONE, Action.LOG_IN, subject=("account", account.id), now=now, detail=detail)


def tell_of_wrong_proofs(session: Session, actor: Actor, *, now: datetime.datetime) -> None:
    """Raise the alarm about an account that is open to somebody who does not know its password or codes."""
    require(actor, Action.USE_OWN_ACCOUNT)
    account = session.get_one(Account, actor.account_id, with_for_update={"key_share": True})
    if raise_alarm(session, AlarmKind.WRONG_PROOFS, account, now=now):
        detail = {"alarm": AlarmKind.WRONG_PROOFS.value}
        record_act(session, actor, Action.USE_OWN_ACCOUNT, subject=("account", account.id), now=now, detail=detail)
