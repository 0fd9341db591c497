"""Places for a few children of a whole installation: a file each, locked by the process whose child has the place.

The system lets go of such a lock when its process ends, however it ends, so no place is ever lost.
"""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from search.errors import Busy

AT_ONCE = 2
_ASK_AGAIN_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class Slots:
    """`folder` is shared by all processes of an installation; it is made when it is first needed."""

    folder: Path
    at_once: int = AT_ONCE

    @contextmanager
    def one(self, patience: float = 0.0) -> Iterator[None]:
        """Hold a place; raises Busy `places_taken` where none became free within so many seconds."""
        descriptor = self._taken_within(patience)
        try:
            yield
        finally:
            # Closing unlocks.
            os.close(descriptor)

    def _taken_within(self, patience: float) -> int:
        deadline = time.monotonic() + patience
        while (descriptor := self._taken()) is None:
            if time.monotonic() >= deadline:
                raise Busy("places_taken", limit=self.at_once)
            time.sleep(_ASK_AGAIN_SECONDS)
        return descriptor

    def _taken(self) -> int | None:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for place in range(self.at_once):
            descriptor = os.open(self.folder / f"{place}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                os.close(descriptor)
            else:
                return descriptor
        return None
