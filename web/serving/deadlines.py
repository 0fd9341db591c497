"""How long a connection may take for what it is at: a head, a body, taking its answer, or nothing at all.

Whoever is slow because of a bad line sends or takes something each second; whoever only holds a place does not.
Times are seconds of a clock that only goes forward.
"""

from dataclasses import dataclass
from enum import StrEnum


class Doing(StrEnum):
    """What a connection is at, from the server's side."""

    IDLE = "idle"
    HEAD = "head"
    BODY = "body"
    WORK = "work"
    ANSWER = "answer"
    LEAVING = "leaving"


@dataclass(frozen=True, slots=True)
class Progress:
    """Since when a connection is at it, and how many bytes have passed meanwhile."""

    doing: Doing
    since: float
    passed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadlines:
    """Bodies and answers have `grace`, and a second more for each `bytes_per_second` that passed, up to `longest`.

    `leaving` is for whoever was answered and still sends what nobody reads.

    A thousand bytes a second is less than the slowest mobile network gives.
    """

    idle: float = 15.0
    head: float = 10.0
    grace: float = 20.0
    bytes_per_second: int = 1000
    longest: float = 3600.0
    leaving: float = 60.0

    def left(self, at: Progress, now: float) -> float:
        """Seconds until this connection has taken too long; below zero when it has. Our own work has no deadline."""
        return at.since + self._allowed(at) - now

    def _allowed(self, at: Progress) -> float:
        match at.doing:
            case Doing.IDLE:
                return self.idle
            case Doing.HEAD:
                return self.head
            case Doing.LEAVING:
                return self.leaving
            case Doing.WORK:
                return float("inf")
            case Doing.BODY | Doing.ANSWER:
                return min(self.longest, self.grace + at.passed / self.bytes_per_second)
