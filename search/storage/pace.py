"""How much is written in one transaction, by how long that takes now, so that nobody waits for a large send.

The machine may become slow at any moment: so a transaction writes a few rows at a time and ends as soon as its time is
over, and the next one is begun with as many rows as would have fitted.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TypeVar

from sqlalchemy.orm import Session

from search.storage.database import Database

Row = TypeVar("Row")
# What one transaction shall take; it holds the one write lock that an embedded database has.
SECONDS = 0.08
_REST_SECONDS = 0.03
_FIRST, _MOST = 8, 200
# So many steps a transaction is divided into, and looks at the clock after each.
_STEPS = 8


@dataclass(slots=True)
class Pace:
    """For one stretch of work on a database. `clock` counts seconds, `rest` lets some pass.

    `taken` are the seconds of each transaction so far, from the moment when it could write until it was committed.
    """

    database: Database
    clock: Callable[[], float] = time.monotonic
    rest: Callable[[float], None] = time.sleep
    size: int = field(default_factory=lambda: _FIRST)
    taken: list[float] = field(default_factory=list)
    _begun: float = 0.0
    _done: int = 0
    _free_from: float = 0.0

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """A transaction whose time is taken, begun after others had their turn.

        What is worked out between two transactions is a part of that rest.
        """
        left = self._free_from - self.clock()
        if left > 0:
            self.rest(left)
        with self.database.transaction() as session:
            # Waiting for others is not its own time.
            session.connection()
            self._begun, self._done = self.clock(), 0
            yield session
        seconds = self.clock() - self._begun
        self.taken.append(seconds)
        if self._done:
            self._adapt(seconds)
        # Where all writers share one lock: who waits for it only asks now and then.
        if self.database.one_writer:
            self._free_from = self.clock() + max(_REST_SECONDS, seconds / 2)

    def some(self, rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
        """The first of these rows, a few at a time, until there are enough or the next would take too long."""
        few = max(1, self.size // _STEPS)
        most = min(len(rows), self.size)
        for first in range(0, most, few):
            part = rows[first : min(first + few, most)]
            if first and (self.clock() - self._begun) * (1 + len(part) / first) > SECONDS:
                return
            self._done += len(part)
            yield part

    def _adapt(self, seconds: float) -> None:
        fitting = int(self._done * SECONDS / max(seconds, 0.001))
        # It grows by little, because what was quick once may have been so by chance; it shrinks at once.
        self.size = max(1, min(_MOST, self.size + max(1, self.size // 2), fitting))
