"""How many searches anybody may file in an hour: from one network, and all together.

Each filing holds work, storage and a reader's attention. A long one counts for several and is refused first; the
filing of a short search is the last that is. Counted by the hour; of the hour before counts the part that the last
sixty minutes still reach into. Statements of witnesses count with the searches, and leave part of the room to families.
"""

import datetime
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from sqlalchemy import Table, bindparam, delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from search.access import Action, Actor, require
from search.errors import TooManyAttempts
from search.models import FilingCount

_HOUR = 3600
_ALL = 0
_SHORT_BYTES = 8 * 1024
_MOST_COST = 8
# A long search is refused when this part of what all may file is used, a short one when all of it is.
_LONG_UP_TO = 0.7
_TABLE = cast(Table, FilingCount.__table__)
# Put together once: every filing asks for them.
_OVER = delete(_TABLE).where(FilingCount.hour < bindparam("before"))
_COUNTED = select(FilingCount.source_mark, FilingCount.hour, FilingCount.filings).where(
    FilingCount.source_mark.in_(bindparam("marks", expanding=True))
)


@dataclass(frozen=True, slots=True)
class FilingQuota:
    """Short searches an hour; `low`: the disk is nearly full, and only short ones are taken."""

    of_a_network: int = 60
    of_all: int = 600
    low: bool = False


@dataclass(frozen=True, slots=True)
class CountedFiling:
    """`size` in bytes of what was written, from which network by its mark.

    `yields`: no family waits for it, so that it is refused while there is still room for a search.
    """

    size: int
    source_mark: int
    yields: bool = False

    @property
    def cost(self) -> int:
        """A short search counts once."""
        return min(_MOST_COST, 1 + self.size // _SHORT_BYTES)


def count_filing(
    session: Session, actor: Actor, filing: CountedFiling, quota: FilingQuota, *, now: datetime.datetime
) -> None:
    """Count a filing in the transaction that files it; TooManyAttempts where that is more than there is room for."""
    require(actor, Action.REGISTER_SEARCH)
    hour = int(now.timestamp()) // _HOUR
    session.execute(_OVER, {"before": hour - 1})
    # Adding takes the row until the end of the transaction, so that two at once are counted one after the other.
    added = [{"hour": hour, "source_mark": mark, "filings": filing.cost} for mark in (_ALL, filing.source_mark)]
    session.execute(_adding(session.get_bind().dialect.name), added)
    _require_room(session, filing, quota, now, more=0)


def require_filing_room(
    session: Session, actor: Actor, filing: CountedFiling, quota: FilingQuota, *, now: datetime.datetime
) -> None:
    """As `count_filing`, without counting: before words are hashed for a filing that there is no room for."""
    require(actor, Action.REGISTER_SEARCH)
    _require_room(session, filing, quota, now, more=filing.cost)


def _require_room(
    session: Session, filing: CountedFiling, quota: FilingQuota, now: datetime.datetime, *, more: int
) -> None:
    short, at = filing.cost == 1, int(now.timestamp())
    of_all = quota.of_all if short and not filing.yields else int(quota.of_all * _LONG_UP_TO)
    of_a_network = max(1, int(quota.of_a_network * _LONG_UP_TO)) if filing.yields else quota.of_a_network
    used = _used(session, at, _ALL, filing.source_mark)
    fits = used[_ALL] + more <= of_all and used[filing.source_mark] + more <= of_a_network
    if fits and (short or not quota.low):
        return
    minutes = max(1, (_HOUR - at % _HOUR) // 60)
    raise TooManyAttempts("many_filings", minutes=minutes, seconds=minutes * 60)


@cache
def _adding(dialect: str) -> Any:
    """A statement that adds to what was counted in an hour, or begins to count."""
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    adding = insert(_TABLE)
    counted = {"filings": FilingCount.filings + adding.excluded.filings}
    return adding.on_conflict_do_update(index_elements=["hour", "source_mark"], set_=counted)


def _used(session: Session, at: int, *marks: int) -> dict[int, float]:
    """What counts now for each of these marks."""
    hour, passed = divmod(at, _HOUR)
    shares = {hour: 1.0, hour - 1: 1 - passed / _HOUR}
    used = dict.fromkeys(marks, 0.0)
    for mark, counted, filings in session.execute(_COUNTED, {"marks": marks}):
        used[mark] += shares.get(counted, 0.0) * filings
    return used
