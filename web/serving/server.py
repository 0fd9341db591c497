"""The server of one process: deadlines are looked at every second, and the slowest goes when there is no more room."""

import logging
import resource
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from waitress import wasyncore
from waitress.server import TcpWSGIServer

from web.serving.connection import Connection
from web.serving.deadlines import Deadlines, Doing

_log = logging.getLogger("web.serving")
# Files that a process needs besides its connections: databases, spooled bodies, catalogues.
_FILES_BESIDE = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """Of one process. `per_source` counts connections of one address that is not this machine's own (a proxy's)."""

    connections: int = 2000
    per_source: int = 100
    # What bodies that are not complete may take together: more than twelve of the largest uploads.
    waiting_bytes: int = 256 * 1024 * 1024
    stop_seconds: float = 10.0
    deadlines: Deadlines = field(default_factory=Deadlines)


class Server(TcpWSGIServer):
    """Serves an application on a socket that other processes may serve as well."""

    channel_class = Connection

    def __init__(self, application: Any, *arguments: Any, bounds: Bounds, **named: Any) -> None:
        self.bounds = bounds
        self._stopping: float | None = None
        self._shed = 0
        super().__init__(application, *arguments, **named)

    def stop(self) -> None:
        """Take no new connection, and leave the loop once the requests under way are answered, or after a while."""
        self._stopping = time.monotonic()
        self.pull_trigger()

    def run(self) -> None:
        """Serve until stopped."""
        while not self._ended():
            wasyncore.loop(timeout=1.0, use_poll=True, map=self._map, count=1)

    def close_all(self) -> None:
        """Close every connection, and the wake-up call's pipe; the listening socket belongs to whoever opened it."""
        for connection in list(self.active_channels.values()):
            connection.handle_close()
        self.trigger.close()

    def readable(self) -> bool:
        now = time.monotonic()
        if now >= self.next_channel_cleanup:
            self.next_channel_cleanup = now + 1.0
            self.maintenance(now)
        return bool(self.accepting) and self._stopping is None

    def handle_accept(self) -> None:
        """Take one connection; where there is no room, one goes for it."""
        before = set(self.active_channels)
        super().handle_accept()
        for number in set(self.active_channels) - before:
            self._make_room(self.active_channels[number])

    def maintenance(self, now: float) -> None:
        """Close what took too long, and of the bodies that wait the slowest, while they are too many bytes together."""
        open_now = list(self.active_channels.values())
        for connection in open_now:
            if self.bounds.deadlines.left(connection.progress(now), now) < 0:
                self._close(connection)
        while sum(one.waiting_bytes for one in open_now) > self.bounds.waiting_bytes:
            slowest = self._slowest(open_now, now)
            if slowest is None:
                break
            open_now.remove(slowest)
            self._close(slowest)
        if self._shed:
            _log.warning("connections closed for being slow or too many: %d", self._shed)
            self._shed = 0

    def _make_room(self, new: Connection) -> None:
        others = [one for one in self.active_channels.values() if one is not new]
        of_source = [] if _is_own(new.source) else [one for one in others if one.source == new.source]
        if len(of_source) >= self.bounds.per_source:
            self._close(self._slowest(of_source, time.monotonic()) or new)
        elif len(others) >= self.bounds.connections:
            self._close(self._slowest(others, time.monotonic()) or new)

    def _slowest(self, among: Sequence[Connection], now: float) -> Connection | None:
        """Of those that we wait for, the one whose time is nearest to its end; none while we are at work for all."""
        waited_for = [one for one in among if one.progress(now).doing is not Doing.WORK]
        return min(waited_for, key=lambda one: self.bounds.deadlines.left(one.progress(now), now), default=None)

    def _close(self, connection: Connection) -> None:
        self._shed += connection.progress(time.monotonic()).doing not in (Doing.IDLE, Doing.LEAVING)
        connection.handle_close()

    def _ended(self) -> bool:
        if self._stopping is None:
            return False
        busy = any(one.requests or one.total_outbufs_len for one in self.active_channels.values())
        return not busy or time.monotonic() > self._stopping + self.bounds.stop_seconds


def raise_open_files(bounds: Bounds) -> Bounds:
    """As many open files as the system allows and the bounds need; fewer connections where it allows fewer."""
    wanted = bounds.connections + _FILES_BESIDE
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    allowed = wanted if most == resource.RLIM_INFINITY else min(wanted, most)
    resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, most))
    room = max(50, allowed - _FILES_BESIDE)
    return Bounds(**{**_plain(bounds), "connections": min(bounds.connections, room)})


def _plain(bounds: Bounds) -> dict[str, Any]:
    return {name: getattr(bounds, name) for name in Bounds.__dataclass_fields__}


def _is_own(source: str) -> bool:
    """This machine's own addresses: behind one of them is a proxy, which counts for everybody."""
    return source.startswith("127.") or source in ("::1", "localhost", "")
