"""A day at a portal while somebody guesses every ten seconds: by the product's own services, on a clock of its own.

The guesser sits in the visitor's own network, guesses at the visitor's own name, and comes with a new browser each
time. Each try of the visitor falls together with a guess, so that both ask for a turn at one moment.
"""

import datetime
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from search.accounts.hashing_queue import HashingQueue, Place
from search.accounts.sessions import FAMILY
from search.accounts.sign_in import find_holder, log_in, open_case, prove
from search.accounts.waiting_tickets import Attempt
from search.errors import NotYet
from search.storage.database import Database

POLLS_EVERY = datetime.timedelta(seconds=10)
NETWORK = "192.0.2.0/24"
_GIVES_UP = datetime.timedelta(minutes=10)


@dataclass(slots=True)
class Day:
    """What became of the visitor's tries: seconds until each was let in at its first try; guesses that were made."""

    guesses: int = 0
    tries: int = 0
    waited: list[float] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Portal:
    """A database with the queue of one web process; `code` gives the one-time code of a moment."""

    database: Database
    queue: HashingQueue
    code: Callable[[datetime.datetime], str] = lambda _now: ""

    def comes(self, attempt: Attempt, browser: str, now: datetime.datetime) -> datetime.timedelta | None:
        """Somebody signs in, coming back as the page that waits does; how long it took, None for who may not enter."""
        place = self.queue.place(browser, source=NETWORK, name=attempt.name, browser=browser, now=now.timestamp())
        waited = datetime.timedelta()
        while waited <= _GIVES_UP:
            entered = self._tries(attempt, place, now + waited)
            if entered is not None:
                return waited if entered else None
            waited += datetime.timedelta(seconds=2 if waited else 1)
        return None

    def _tries(self, attempt: Attempt, place: Place, now: datetime.datetime) -> bool | None:
        """Whether the secret opened; None where others go first."""
        with self.database.reading() as session:
            holder = find_holder(session, attempt)
        try:
            with self.queue.turn(place, now.timestamp()):
                proven = prove(holder, attempt)
        except NotYet:
            return None
        if proven is None:
            return False
        with self.database.transaction() as session:
            if attempt.portal == FAMILY:
                return open_case(session, proven, now=now) is not None
            return log_in(session, proven, self.code(now), now=now) is not None


def spend_day(
    portal: Portal, right: Attempt, wrong: Attempt, *, begin: datetime.datetime, hours: float, tries: int
) -> Day:
    """One day of guesses, and so many tries with the right secret, spread over it."""
    day = Day()
    polls = int(datetime.timedelta(hours=hours) / POLLS_EVERY)
    with_a_try = {polls * number // tries for number in range(tries)}
    for poll in range(polls):
        now = begin + poll * POLLS_EVERY
        guesser = threading.Thread(target=portal.comes, args=(wrong, f"guess {poll}", now))
        guesser.start()
        day.guesses += 1
        if poll in with_a_try:
            day.tries += 1
            waited = portal.comes(right, f"try {poll}", now)
            if waited is not None:
                day.waited.append(waited.total_seconds())
        guesser.join()
    return day
