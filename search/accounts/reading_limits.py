"""How much one person may open, read, erase, lay aside or help to file in a rolling window.

An alarm is raised before it is used up, and when it is.

Somebody who reads pairs all evening opens 20 to 60 cards; a stolen account, or one of us who collects, opens them by
the hundred. Opening a card again counts once. What was opened is counted in the audit, the account's row being locked,
so that many requests at the same moment are counted one after the other. The programs of an organisation, which come
with its tokens, count together as one person.
"""

import datetime
import math
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from search.access import Action, Actor
from search.accounts.alarms import raise_alarm, raise_alarm_about_programs
from search.errors import TooManyAttempts
from search.models import Account, AuditEntry, Organisation
from search.vocabulary import LAYING_ASIDE, LIVING_KINDS, AlarmKind

HOUR, DAY = datetime.timedelta(hours=1), datetime.timedelta(hours=24)
CARDS_AN_HOUR, CARDS_A_DAY = 60, 200
CONTACTS_A_DAY = 30
# Whoever was met alive asks one by one that a report be erased; who has to erase a whole sheet asks the operator.
ERASURES_AN_HOUR, ERASURES_A_DAY = 10, 20
# A photo is mended or taken back one by one; what is removed cannot be brought back, also of a body.
REMOVALS_AN_HOUR, REMOVALS_A_DAY = 20, 60
# Laid aside one by one, each after asking; a whole sheet that was wrong is taken back as a whole.
LAID_ASIDE_AN_HOUR, LAID_ASIDE_A_DAY = 20, 60
# Whoever sits with a relative needs a quarter of an hour for each; who files by the dozen sits with nobody.
HELPED_AN_HOUR, HELPED_A_DAY = 12, 40
# What families opened to an organisation is listed by the page; who looks for a person reads some of them.
SHARED_AT_ONCE = 20
SHARED_AN_HOUR, SHARED_A_DAY = 200, 1_000
LOOK_UPS_AN_HOUR, LOOK_UPS_A_DAY = 30, 60
_NEAR = 0.8


@dataclass(frozen=True, slots=True)
class Window:
    """At most so many in so long a time."""

    most: int
    length: datetime.timedelta


@dataclass(frozen=True, slots=True)
class Limit:
    """What is counted: acts, each or by what they are about, and the alarms of nearing and reaching it.

    It is reached when `at_once` more do not fit. Of `kinds`, where there are any, only acts on such records count, as
    their entry's detail says, and of `outcomes` only acts that came out so.
    """

    actions: tuple[Action, ...]
    windows: tuple[Window, ...]
    once_a_thing: bool
    code: str
    near: AlarmKind
    reached: AlarmKind
    at_once: int = 1
    kinds: frozenset[str] = frozenset()
    outcomes: frozenset[str] = frozenset()

    def counts(self, detail: Mapping[str, object]) -> bool:
        """Whether an act with this detail is one of those."""
        asked = ((self.kinds, detail.get("kind")), (self.outcomes, detail.get("outcome")))
        return all(not those or said in those for those, said in asked)


CARDS = Limit(
    (Action.OPEN_CARD, Action.OPEN_GROUP),
    (Window(CARDS_AN_HOUR, HOUR), Window(CARDS_A_DAY, DAY)),
    once_a_thing=True,
    code="cards_used",
    near=AlarmKind.CARDS_NEAR,
    reached=AlarmKind.CARDS_REACHED,
)
CONTACTS = Limit(
    (Action.REVEAL_IDENTIFIERS, Action.OPEN_CONTROL_FACT, Action.READ_SELF_REPORTS),
    (Window(CONTACTS_A_DAY, DAY),),
    once_a_thing=False,
    code="contacts_used",
    near=AlarmKind.CONTACTS_NEAR,
    reached=AlarmKind.CONTACTS_REACHED,
)
SHARED = Limit(
    (Action.READ_SHARED_SEARCH,),
    (Window(SHARED_AN_HOUR, HOUR), Window(SHARED_A_DAY, DAY)),
    once_a_thing=True,
    code="shared_used",
    near=AlarmKind.SHARED_NEAR,
    reached=AlarmKind.SHARED_REACHED,
    at_once=SHARED_AT_ONCE,
)
ERASURES = Limit(
    (Action.ERASE_REPORT,),
    (Window(ERASURES_AN_HOUR, HOUR), Window(ERASURES_A_DAY, DAY)),
    once_a_thing=False,
    code="erasures_used",
    near=AlarmKind.ERASURES_NEAR,
    reached=AlarmKind.ERASURES_REACHED,
    kinds=frozenset(kind.value for kind in LIVING_KINDS),
)

REMOVALS = Limit(
    (Action.REMOVE_PHOTO,),
    (Window(REMOVALS_AN_HOUR, HOUR), Window(REMOVALS_A_DAY, DAY)),
    once_a_thing=True,
    code="removals_used",
    near=AlarmKind.REMOVALS_NEAR,
    reached=AlarmKind.REMOVALS_REACHED,
)
LAID_ASIDE = Limit(
    (Action.REPORT_FOUND,),
    (Window(LAID_ASIDE_AN_HOUR, HOUR), Window(LAID_ASIDE_A_DAY, DAY)),
    once_a_thing=False,
    code="laid_aside_used",
    near=AlarmKind.LAID_ASIDE_NEAR,
    reached=AlarmKind.LAID_ASIDE_REACHED,
    outcomes=frozenset(act.value for act in LAYING_ASIDE),
)
HELPED = Limit(
    (Action.FILE_FOR_FAMILY,),
    (Window(HELPED_AN_HOUR, HOUR), Window(HELPED_A_DAY, DAY)),
    once_a_thing=False,
    code="helped_used",
    near=AlarmKind.HELPED_NEAR,
    reached=AlarmKind.HELPED_REACHED,
)
# Whoever works a list looks some people up; who asks for name after name collects.
LOOK_UPS = Limit(
    (Action.LOOK_UP,),
    (Window(LOOK_UPS_AN_HOUR, HOUR), Window(LOOK_UPS_A_DAY, DAY)),
    once_a_thing=False,
    code="look_ups_used",
    near=AlarmKind.LOOK_UPS_NEAR,
    reached=AlarmKind.LOOK_UPS_REACHED,
)


def count_one(
    session: Session, account_id: uuid.UUID | None, limit: Limit, thing: str, *, now: datetime.datetime
) -> int:
    """Count one more of a person's; see `count_things`."""
    account = session.get_one(Account, account_id, with_for_update={"key_share": True})
    return _count(session, account, limit, (thing,), now)


def count_things(session: Session, actor: Actor, limit: Limit, things: Sequence[str], *, now: datetime.datetime) -> int:
    """Count what the actor is about to do, which the caller audits in this transaction; returns how many are left.

    That is in the tightest window. Raises TooManyAttempts with the seconds until there is room for all of it. The last
    that is let through raises the alarm, so that a refusal has nothing left to write.
    """
    if actor.account_id is not None:
        whose: Account | Organisation = session.get_one(Account, actor.account_id, with_for_update={"key_share": True})
    else:
        whose = session.get_one(Organisation, actor.organisation_id, with_for_update={"key_share": True})
    return _count(session, whose, limit, things, now)


def count_left(session: Session, actor: Actor, limit: Limit, *, now: datetime.datetime) -> int:
    """How many more the actor may do at this moment; nothing is counted."""
    whose = actor.account_id or actor.organisation_id
    return min(max(0, window.most - len(_opened(session, whose, limit, window, now))) for window in limit.windows)


def few_left(limit: Limit, left: int) -> int | None:
    """How many are left, where those are so few that the reader should know; None where there is no need."""
    return left if _is_near(min(limit.windows, key=lambda one: one.most), left) else None


def _count(
    session: Session, whose: Account | Organisation, limit: Limit, things: Sequence[str], now: datetime.datetime
) -> int:
    left = [_left_after(session, whose.id, limit, window, things, now) for window in limit.windows]
    if min(left) < limit.at_once:
        _tell(session, whose, limit.reached, now)
    elif any(_is_near(window, still) for window, still in zip(limit.windows, left, strict=True)):
        _tell(session, whose, limit.near, now)
    return min(left)


def _tell(session: Session, whose: Account | Organisation, kind: AlarmKind, now: datetime.datetime) -> None:
    if isinstance(whose, Account):
        raise_alarm(session, kind, whose, now=now)
    else:
        raise_alarm_about_programs(session, kind, whose, now=now)


def _left_after(
    session: Session,
    whose: uuid.UUID,
    limit: Limit,
    window: Window,
    things: Sequence[str],
    now: datetime.datetime,
) -> int:
    opened = _opened(session, whose, limit, window, now)
    new = [thing for thing in things if not (limit.once_a_thing and thing in opened)]
    over = len(opened) + len(new) - window.most
    if over > 0:
        # There is room once so many of the oldest have left the window.
        wait = sorted(opened.values())[over - 1] + window.length - now
        raise TooManyAttempts(limit.code, seconds=max(1, math.ceil(wait.total_seconds())))
    return -over


def _opened(
    session: Session, whose: uuid.UUID | None, limit: Limit, window: Window, now: datetime.datetime
) -> dict[str, datetime.datetime]:
    """When each counted thing was last opened in the window; each act is a thing of its own where all are counted."""
    mine = (AuditEntry.actor_id == whose, AuditEntry.action.in_([one.value for one in limit.actions]))
    lately = AuditEntry.at > now - window.length
    if limit.once_a_thing:
        last = select(AuditEntry.subject_id, func.max(AuditEntry.at)).where(*mine, lately)
        return dict(session.execute(last.group_by(AuditEntry.subject_id)).all())
    acts = session.execute(select(AuditEntry.sequence, AuditEntry.at, AuditEntry.detail).where(*mine, lately))
    return {str(number): at for number, at, detail in acts if limit.counts(detail)}


def _is_near(window: Window, left: int) -> bool:
    return window.most - left >= window.most * _NEAR
