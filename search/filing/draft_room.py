"""How much anonymous visitors may leave with us, and what goes first when that is full.

Unfiled drafts of the network that holds the most go first: those that were never continued, then the largest, then the
oldest. So whoever fills the place loses their own, and a family's few kilobytes stay.
"""

import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from search.models import Draft
from search.records import expired_drafts

_KILOBYTE = 1024
_MEGABYTE = 1024 * _KILOBYTE
# Enough for a short search with all its questions.
_SHORT = 16 * _KILOBYTE
# A network may hold no more than this part of all, and what is shed makes room for a while.
_PART_OF_A_NETWORK = 4
_FILLED_AGAIN_TO = 0.9
_AT_ONCE = 500


class DraftKind(StrEnum):
    """What is half done. Those of anybody are bounded: they can be made without knowing a secret."""

    UNFILED = "unfiled"
    TYPED = "typed"
    RECEIPT = expired_drafts.RECEIPT
    OWN = "own"


ANYBODYS = (DraftKind.UNFILED, DraftKind.TYPED)


# Put together once: every save of anybody's asks for it.
_BY_NETWORK = (
    select(Draft.source_mark, func.count(), func.sum(Draft.size))
    .where(Draft.kind.in_(ANYBODYS))
    .group_by(Draft.source_mark)
    .order_by(func.sum(Draft.size).desc())
)


@dataclass(frozen=True, slots=True)
class DraftRoom:
    """`each` in bytes of one draft, `number` and `size` of all together. `low`: the disk is nearly full."""

    each: int = 128 * _KILOBYTE
    number: int = 20_000
    size: int = 200 * _MEGABYTE
    low: bool = False

    def when_low(self) -> "DraftRoom":
        """What there is still room for when the disk is nearly full: short searches."""
        return DraftRoom(_SHORT, min(self.number, 2_000), min(self.size, 16 * _MEGABYTE), low=True)

    def when_busy(self) -> "DraftRoom":
        """What there is room for while drafts pour in: short ones, so that a database can clean up behind them."""
        return replace(self, each=min(self.each, _SHORT))


class WritingPace:
    """How fast drafts of anybody arrive in this process: a bucket that empties evenly, for threads to share."""

    def __init__(self, bytes_a_minute: int = 20 * _MEGABYTE) -> None:
        self._limit = bytes_a_minute
        self._lock = threading.Lock()
        self._level = self._at = 0.0

    def is_busy(self, size: int, now: float) -> bool:
        """Count so many bytes at a moment in seconds; whether more than a minute's worth has come lately."""
        with self._lock:
            emptied = max(0.0, now - self._at) * self._limit / 60
            self._level, self._at = max(0.0, self._level - emptied) + size, now
            busy = self._level > self._limit
            # What is refused for it does not fill it, so that it empties while the flood goes on.
            self._level = min(self._level, self._limit + size)
            return busy


@dataclass(frozen=True, slots=True)
class _Held:
    mark: int | None
    number: int
    size: int


def shed_drafts(session: Session, room: DraftRoom, *, but: bytes) -> int:
    """Drop what there is no room for, and say how many that were; the draft `but` was just typed and stays."""
    shed = 0
    while (over := _too_much(_held(session), room)) is not None:
        gone = _shed(session, over, but)
        if not gone:
            break
        shed += gone
    return shed


@dataclass(frozen=True, slots=True)
class _Over:
    """A network that has to give, and what is to be left of it."""

    held: _Held
    number: int
    size: int


def _too_much(held: Sequence[_Held], room: DraftRoom) -> _Over | None:
    """The fullest network with more than its part, or the fullest of all when all is too much; None when all fits."""
    number, size = room.number // _PART_OF_A_NETWORK, room.size // _PART_OF_A_NETWORK
    for one in held:
        if one.number > number or one.size > size:
            return _Over(one, int(number * _FILLED_AGAIN_TO), int(size * _FILLED_AGAIN_TO))
    too_many = sum(one.number for one in held) - room.number
    too_large = sum(one.size for one in held) - room.size
    if too_many <= 0 and too_large <= 0:
        return None
    fullest = held[0] if too_large > 0 else max(held, key=lambda one: one.number)
    spare_number, spare_size = (int(limit * (1 - _FILLED_AGAIN_TO)) for limit in (room.number, room.size))
    return _Over(
        fullest,
        max(0, fullest.number - too_many - spare_number) if too_many > 0 else fullest.number,
        max(0, fullest.size - too_large - spare_size) if too_large > 0 else fullest.size,
    )


def _shed(session: Session, over: _Over, but: bytes) -> int:
    mark = over.held.mark
    its = Draft.source_mark.is_(None) if mark is None else Draft.source_mark == mark
    order = (Draft.saves, Draft.size.desc(), Draft.expires_at)
    rows = session.execute(select(Draft.token_digest, Draft.size).where(Draft.kind.in_(ANYBODYS), its).order_by(*order))
    going: list[bytes] = []
    number, size = over.held.number, over.held.size
    for digest, length in rows:
        if number <= over.number and size <= over.size:
            break
        if digest != but:
            going.append(digest)
            number, size = number - 1, size - length
    for start in range(0, len(going), _AT_ONCE):
        session.execute(delete(Draft).where(Draft.token_digest.in_(going[start : start + _AT_ONCE])))
    return len(going)


def _held(session: Session) -> list[_Held]:
    """What each network holds, the fullest first."""
    return [_Held(mark, number, int(taken)) for mark, number, taken in session.execute(_BY_NETWORK)]
