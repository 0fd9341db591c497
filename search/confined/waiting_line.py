"""Who comes next where only a few are served at once: a file each, in the order in which they came.

Whoever waits asks again now and then; who has not asked for a while has left, and holds up nobody.
"""

import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_LEFT_SECONDS = 15.0


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """`folder` is shared by all processes of an installation."""

    folder: Path

    def ahead(self, name: str) -> int:
        """How many came before `name`, which takes its place at the end where it has none."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        own = next(self.folder.glob(f"*-{name}"), None) or self.folder / f"{time.time_ns():020d}-{name}"
        own.touch(mode=0o600)
        return sum(1 for other in self._waiting() if other.name < own.name)

    def leave(self, name: str) -> None:
        """Wait no longer."""
        for own in self.folder.glob(f"*-{name}"):
            own.unlink(missing_ok=True)

    def _waiting(self) -> list[Path]:
        """Those who asked lately; the others are taken out of the line."""
        here = []
        for one in self.folder.iterdir():
            with suppress(FileNotFoundError):
                if time.time() - one.stat().st_mtime < _LEFT_SECONDS:
                    here.append(one)
                else:
                    one.unlink(missing_ok=True)
        return here
