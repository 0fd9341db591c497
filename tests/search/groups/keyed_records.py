"""A record of somebody who travelled, and the key by which a vessel is found, for the tests of groups."""

from typing import Any

from matching.record import Event, MatchRecord, PartialDate, PersonName, Side
from search.groups.group_keys import Travelled
from tests.search.travellers import (
    DAY,
    ZUWARA,
)


def record(number: int = 1, side: Side = Side.SOUGHT, vessel: str = "", last: int = 0, **said: Any) -> Travelled:
    names: dict[str, Any] = {
        field: tuple(PersonName(one) for one in said.get(field, ())) for field in ("names", "companions")
    }
    when = PartialDate(DAY, DAY.replace(month=DAY.month + last))
    return Travelled(number, MatchRecord(side=side, event=Event(when, ZUWARA), **names), vessel)
