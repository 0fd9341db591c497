"""Who may have a secret hashed now. Hashing is slow on purpose, so turns are few, and shared.

One secret is hashed at a time in each process, and one more attempt waits for its turn in a thread: everybody else is
sent back with a ticket and asks again after a second or two, so that no thread sleeps and nobody is turned away. Who
waits is decided by when each came, some seconds later for whoever asked often (`recent_attempts`): a ticket keeps
that moment, so whoever asks again goes before all who came later, also from the same network and for the same name.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from search.accounts.recent_attempts import RecentAttempts
from search.errors import Conflict, NotYet

_PATIENCE_SECONDS = 2.0
# Longer than a ticket lives, so that none is used twice.
_REMEMBERED_SECONDS = 1200.0


@dataclass(frozen=True, slots=True)
class Place:
    """`due` is when an attempt came, in seconds, with its handicap; `ticket` tells it apart."""

    due: float
    ticket: str


@dataclass(slots=True, eq=False)
class _Waiting:
    place: Place
    decided: threading.Event = field(default_factory=threading.Event)
    called: bool = False


class HashingQueue:
    """The turns of one process. Everything that is counted is counted under one lock."""

    def __init__(self, *, at_once: int = 1, waiting: int = 1, patience: float = _PATIENCE_SECONDS) -> None:
        self._at_once, self._room, self._patience = at_once, waiting, patience
        self._lock = threading.Lock()
        self._running = 0
        self._waiting: list[_Waiting] = []
        self._recent = RecentAttempts()
        self._used: dict[str, float] = {}

    @property
    def waiting(self) -> int:
        """How many threads wait for a turn now."""
        return len(self._waiting)

    def place(self, ticket: str, *, source: str, name: str, browser: str, now: float) -> Place:
        """The place of an attempt that comes for the first time; from now on it counts for who comes after."""
        with self._lock:
            return Place(now + self._recent.handicap((source, name, browser), now), ticket)

    @contextmanager
    def turn(self, place: Place, now: float) -> Iterator[None]:
        """A turn to hash one secret. Raises NotYet where others go first, Conflict where this place had one."""
        self._enter(place, now)
        try:
            yield
        finally:
            self._leave()

    def _enter(self, place: Place, now: float) -> None:
        with self._lock:
            self._forget_used(now)
            if place.ticket in self._used:
                raise Conflict("turn_used")
            if self._running < self._at_once:
                self._begin(place, now)
                return
            mine = _Waiting(place)
            self._waiting.append(mine)
            self._make_room()
        mine.decided.wait(self._patience)
        with self._lock:
            if not mine.called:
                if mine in self._waiting:
                    self._waiting.remove(mine)
                raise NotYet("not_yet")
            self._used[place.ticket] = now

    def _make_room(self) -> None:
        """Sends whoever is due last back with a ticket: the newest of those who ask most."""
        while len(self._waiting) > self._room:
            last = max(self._waiting, key=lambda one: one.place.due)
            self._waiting.remove(last)
            last.decided.set()

    def _begin(self, place: Place, now: float) -> None:
        self._running += 1
        self._used[place.ticket] = now

    def _leave(self) -> None:
        """Hands the turn to whoever is due first."""
        with self._lock:
            if not self._waiting:
                self._running -= 1
                return
            following = min(self._waiting, key=lambda one: one.place.due)
            self._waiting.remove(following)
            following.called = True
            following.decided.set()

    def _forget_used(self, now: float) -> None:
        while self._used:
            oldest = next(iter(self._used))
            if self._used[oldest] > now - _REMEMBERED_SECONDS:
                return
            del self._used[oldest]
