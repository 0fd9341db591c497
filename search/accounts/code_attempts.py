"""How many one-time codes are tried for an account whose password was right, so that six digits cannot be guessed.

Whoever has stolen a password could try all codes within a night. After some tries in an hour the app's codes are not
looked at for a while; a recovery code, which nobody guesses, still opens. Only whoever has the password comes so far:
strangers keep nobody out. Counted in memory, by process, right ones too: nobody signs in so often.
"""

import datetime
import threading
import uuid

MOST = 20
_WINDOW = datetime.timedelta(hours=1)
_MOST_KEPT = 10_000


class CodeAttempts:
    """When codes were tried lately, by account; safe to share between threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._moments: dict[uuid.UUID, list[datetime.datetime]] = {}

    def app_counts(self, account_id: uuid.UUID, now: datetime.datetime) -> bool:
        """Count one more try; whether a code of the app is looked at. Those that are not are not counted either."""
        with self._lock:
            recent = [at for at in self._moments.pop(account_id, ()) if at > now - _WINDOW]
            counts = len(recent) < MOST
            # The newest stand last, so that the oldest are forgotten first.
            self._moments[account_id] = [*recent, now] if counts else recent
            if len(self._moments) > _MOST_KEPT:
                del self._moments[next(iter(self._moments))]
            return counts
