"""Who comes next where only a few are served at once: a file each, in the order in which they came.

Of one owner only one is served at a time, and only its first stands before others: whoever brings many holds up nobody
but themselves. Whoever waits asks again now and then; who has not asked for a while has left, unless being served: that
is a lock on the file, which the system releases when its process ends, however it ends.
"""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path

_LEFT_SECONDS = 15.0
# Held for the moment in which the line is read and changed: all that is decided here is decided one after the other.
_DOOR = "door.lock"


@dataclass(frozen=True, slots=True)
class Standing:
    """How many are served before, each owner once; `behind_own`: one of the same owner comes first."""

    ahead: int
    behind_own: bool = False


@dataclass(frozen=True, slots=True)
class _Ticket:
    path: Path

    @property
    def owner(self) -> str:
        return self.path.name.split("-")[1]

    @property
    def name(self) -> str:
        return self.path.name.split("-", 2)[2]


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """`folder` is shared by all processes of an installation. Owners are words of letters and digits."""

    folder: Path

    def stand(self, name: str, owner: str) -> Standing:
        """Where `name` stands, which takes its place at the end where it has none."""
        with self._alone():
            own = self._find(name) or self._path(owner, name)
            own.touch(mode=0o600)
            before = [one for one in self._waiting() if one.path.name < own.name]
        others = {one.owner for one in before}
        return Standing(len(others - {owner}), behind_own=owner in others)

    @contextmanager
    def served(self, name: str, owner: str) -> Iterator[bool]:
        """Whether `name` is served now, until this ends; False while one of the same owner is, in whatever process."""
        descriptor = self._begin(name, owner)
        try:
            yield descriptor is not None
        finally:
            if descriptor is not None:
                os.close(descriptor)

    def leave(self, name: str) -> None:
        """Wait no longer. What else the owner brought goes behind all who wait by now: owners take turns."""
        with self._alone():
            own = self._find(name)
            if own is None:
                return
            own.unlink(missing_ok=True)
            owner = _Ticket(own).owner
            for one in self._tickets():
                if one.owner == owner:
                    one.path.rename(self._path(owner, one.name))

    def _begin(self, name: str, owner: str) -> int | None:
        with self._alone():
            if any(one.owner == owner and _is_locked(one.path) for one in self._tickets()):
                return None
            descriptor = _opened(self._find(name) or self._path(owner, name))
            flock(descriptor, LOCK_EX | LOCK_NB)
            return descriptor

    def _find(self, name: str) -> Path | None:
        return next(self.folder.glob(f"*-{name}"), None)

    def _path(self, owner: str, name: str) -> Path:
        return self.folder / f"{time.time_ns():020d}-{owner}-{name}"

    def _tickets(self) -> list[_Ticket]:
        """All of them, in their order."""
        return sorted((_Ticket(path) for path in self.folder.glob("*-*-*")), key=lambda one: one.path.name)

    def _waiting(self) -> list[_Ticket]:
        """Those who asked lately or are being served; the others are taken out of the line."""
        here = []
        for one in self._tickets():
            with suppress(FileNotFoundError):
                if time.time() - one.path.stat().st_mtime < _LEFT_SECONDS or _is_locked(one.path):
                    here.append(one)
                else:
                    one.path.unlink(missing_ok=True)
        return here

    @contextmanager
    def _alone(self) -> Iterator[None]:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = _opened(self.folder / _DOOR)
        try:
            flock(descriptor, LOCK_EX)
            yield
        finally:
            os.close(descriptor)


def _opened(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)


def _is_locked(path: Path) -> bool:
    """Whether somebody is being served with this ticket."""
    descriptor = _opened(path)
    try:
        flock(descriptor, LOCK_EX | LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)
    return False
