"""How many photos, or batches of reports, a process has in hand: few, so that its other threads answer pages."""

import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager

from search.errors import Busy

AT_ONCE = 2


class PhotosInHand:
    """One of each sender at most, so that nobody takes all places; safe to share between threads."""

    def __init__(self, at_once: int = AT_ONCE) -> None:
        self._at_once = at_once
        self._lock = threading.Lock()
        self._senders: set[uuid.UUID | None] = set()

    @contextmanager
    def one(self, sender: uuid.UUID | None) -> Iterator[None]:
        """Take a photo or a batch in hand; Busy where there are enough already, or this sender has one there."""
        with self._lock:
            if sender in self._senders or len(self._senders) >= self._at_once:
                raise Busy("places_taken", limit=self._at_once)
            self._senders.add(sender)
        try:
            yield
        finally:
            with self._lock:
                self._senders.discard(sender)
