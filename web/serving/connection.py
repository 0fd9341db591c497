"""One connection: waitress's channel, which also knows what it is at, since when, and how much has passed."""

import socket
import time
from contextlib import suppress
from typing import Any

from waitress.channel import HTTPChannel

from web.serving.deadlines import Doing, Progress
from web.serving.request_parser import RequestParser

# Whoever sends a body that is too large may go on for so many bytes before it looks at the answer.
_MOST_LEFT_UNREAD = 64 * 1024 * 1024


class Connection(HTTPChannel):
    """`progress` is asked and changed by the server's loop alone; `source` is an address, never written down."""

    parser_class = RequestParser

    def __init__(self, server: Any, sock: Any, addr: Any, adj: Any, map: Any = None) -> None:  # noqa: A002 - waitress names it so
        self.source = str(addr[0]) if addr else ""
        self._begun = time.monotonic()
        self._at = Progress(Doing.IDLE, self._begun)
        self._moved = self._turn = self._seen = self._unread = 0
        self._refused = self._leaving = False
        super().__init__(server, sock, addr, adj, map=map)

    def recv(self, buffer_size: int) -> bytes:
        data: bytes = super().recv(buffer_size)
        self._moved += len(data)
        return data

    def send(self, data: bytes, do_close: bool = True) -> int:  # noqa: FBT001, FBT002 - waitress calls it so
        sent: int = super().send(data, do_close)
        self._moved += sent
        return sent

    def received(self, data: bytes) -> bool:
        """Note the beginning of each request: a connection that sends one after the other is not slow."""
        if self._refused:
            self._let_pass(len(data))
            return False
        before = self.request
        done: bool = super().received(data)
        self._refused = any(isinstance(one, RequestParser) and one.too_large for one in self.requests)
        if self.request is not before:
            self._turn, self._begun, self._moved = self._turn + 1, time.monotonic(), len(data)
        return done

    def handle_write(self) -> None:
        """Once a body was refused and that was said, wait until it is heard: who still sends would not hear it."""
        if not (self._refused and self.close_when_flushed):
            super().handle_write()
            return
        self._flush_exception(self._flush_some)
        if self.will_close:
            self.handle_close()
        elif not self.total_outbufs_len:
            self.close_when_flushed, self._leaving = False, True
            with suppress(OSError):
                self.socket.shutdown(socket.SHUT_WR)

    def _let_pass(self, count: int) -> None:
        """Bytes of a body that nobody reads; too many of them end the connection."""
        self._unread += count
        if self._unread > _MOST_LEFT_UNREAD:
            self.handle_close()

    def progress(self, now: float) -> Progress:
        """What it is at now; a new beginning where that has changed since it was last asked."""
        doing = self._doing()
        if self._turn != self._seen:
            self._at, self._seen = Progress(doing, self._begun), self._turn
        elif doing is not self._at.doing:
            self._at, self._moved = Progress(doing, now), 0
        self._at = Progress(doing, self._at.since, self._moved)
        return self._at

    @property
    def waiting_bytes(self) -> int:
        """What was received of a request that is not complete."""
        request = self.request
        return 0 if request is None else int(request.body_bytes_received)

    def _doing(self) -> Doing:
        if self._leaving:
            return Doing.LEAVING
        if self.requests:
            return Doing.WORK
        if self.total_outbufs_len:
            return Doing.ANSWER
        request = self.request
        if request is None:
            return Doing.IDLE
        return Doing.BODY if request.headers_finished else Doing.HEAD
