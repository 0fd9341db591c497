"""Slow and half-open connections hold no thread, end at their deadlines, and make room for others."""

import logging
import socket
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import Any

import pytest

from search.settings import Settings
from web.serving.__main__ import create_server
from web.serving.deadlines import Deadlines
from web.serving.server import Bounds, Server, raise_open_files

QUICK = Deadlines(idle=1.0, head=1.0, grace=1.0, bytes_per_second=1000, longest=5.0)
PATIENT = Deadlines(idle=60.0, head=60.0, grace=60.0)
# A request for `/held` is under way until its server has ended.
LET_GO = threading.Event()
GET = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"


def application(environ: dict[str, Any], begin: Callable[..., object]) -> Iterable[bytes]:
    """Answers with the size of the body, after as many seconds as the path says."""
    path = environ["PATH_INFO"]
    if path == "/held":
        LET_GO.wait(300)
    if path.startswith("/wait/"):
        time.sleep(float(path.removeprefix("/wait/")))
    body = str(len(environ["wsgi.input"].read())).encode()
    if path == "/form":
        body += f" of {environ['CONTENT_LENGTH']}".encode()
    if path == "/broken":
        raise RuntimeError("Fatima Testova")
    begin("200 OK", [("Content-Type", "text/plain"), ("Content-Length", str(len(body)))])
    return [body]


class Served:
    """A server in a thread of this process, and connections to it."""

    def __init__(self, server: Server, port: int) -> None:
        self.server, self.port = server, port
        self.open: list[socket.socket] = []

    def connected(self, sent: bytes = b"") -> socket.socket:
        connection = socket.create_connection(("127.0.0.1", self.port), 60)
        self.open.append(connection)
        connection.sendall(sent)
        return connection

    def asked(self, request: bytes = GET) -> bytes:
        return answer(self.connected(request))


@contextmanager
def served(deadlines: Deadlines = PATIENT, **bounds: Any) -> Iterator[Served]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        limits = Bounds(deadlines=deadlines, stop_seconds=2.0, **bounds)
        server = create_server(application, listening, Settings(), limits)
        running = threading.Thread(target=server.run)
        running.start()
        one = Served(server, listening.getsockname()[1])
        try:
            yield one
        finally:
            server.stop()
            running.join(60)
            ended = not running.is_alive()
            LET_GO.set()
            for connection in one.open:
                connection.close()
            server.task_dispatcher.shutdown()
            server.close_all()
        assert ended


def answer(connection: socket.socket) -> bytes:
    """The whole answer to one request: its head and as many bytes as that says."""
    with connection.makefile("rb", buffering=0) as incoming:
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            head += incoming.read(1) or b"\r\n\r\n"
        size = int(head.lower().partition(b"content-length: ")[2].split(b"\r\n")[0] or 0)
        return head + (incoming.read(size) if size else b"")


def is_closed_within(connection: socket.socket, seconds: float) -> bool:
    connection.settimeout(seconds)
    try:
        while connection.recv(4096):
            pass
    except TimeoutError:
        return False
    except ConnectionError:
        return True
    return True


def test_hundreds_of_connections_that_send_nothing_useful_hold_nobody_up() -> None:
    raise_open_files(Bounds(connections=1000))
    with served() as one:
        for at in range(400):
            one.connected((GET[:-2], b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\na")[at % 2])
        one.open[0].shutdown(socket.SHUT_WR)
        begun = time.monotonic()
        assert b"200 OK" in one.asked()
        # Far less than the minute that each of them may take.
        assert time.monotonic() - begun < 20.0


@pytest.mark.parametrize(
    "beginning", [b"", b"GET / HT", GET[:-2], b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\na"]
)
def test_a_request_that_does_not_come_is_not_waited_for(beginning: bytes) -> None:
    with served(QUICK) as one:
        assert is_closed_within(one.connected(beginning), 30.0)


def test_a_byte_now_and_then_does_not_keep_a_connection_open() -> None:
    with served(QUICK) as one:
        connection = one.connected(b"GET / HTTP/1.1\r\nX-Slow: ")
        deadline = time.monotonic() + 30.0
        while not is_closed_within(connection, 0.2):
            assert time.monotonic() < deadline
            with suppress(ConnectionError):
                connection.sendall(b"a")


def test_a_slow_but_steady_body_is_taken() -> None:
    with served(QUICK) as one:
        connection = one.connected(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 6000\r\n\r\n")
        for _ in range(12):
            connection.sendall(b"a" * 500)
            time.sleep(0.2)
        assert answer(connection).endswith(b"6000")


def test_a_connection_that_asks_again_and_again_stays_open() -> None:
    # In sum longer than a connection may idle, and each time a sixth of that.
    with served(replace(QUICK, idle=3.0)) as one:
        connection = one.connected()
        for _ in range(8):
            connection.sendall(GET)
            assert b"200 OK" in answer(connection)
            time.sleep(0.5)


def test_where_there_is_no_more_room_the_slowest_goes_and_the_newcomer_is_served() -> None:
    with served(connections=20) as one:
        slow = [one.connected(GET[:-2]) for _ in range(20)]
        time.sleep(0.2)
        assert b"200 OK" in one.asked()
        assert is_closed_within(slow[0], 30.0)
        assert not is_closed_within(slow[-1], 0.2)


def test_one_source_has_its_share_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("web.serving.server._is_own", lambda _source: False)
    with served(connections=100, per_source=5) as one:
        slow = [one.connected(GET[:-2]) for _ in range(6)]
        assert is_closed_within(slow[0], 30.0)
        assert not is_closed_within(slow[5], 0.2)


def test_bodies_that_wait_may_take_so_many_bytes_together() -> None:
    with served(waiting_bytes=300_000) as one:
        head = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n"
        first, second = one.connected(head + b"a" * 200_000), one.connected(head + b"a" * 200_000)
        assert is_closed_within(first, 30.0)
        assert not is_closed_within(second, 0.2)


TOO_LARGE = b"POST /form HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\n\r\n"
EXPECTING = TOO_LARGE.replace(b"Host: x", b"Host: x\r\nExpect: 100-continue")
CHUNKED = b"POST /form HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"


@pytest.mark.parametrize("head", [TOO_LARGE, EXPECTING], ids=["sent at once", "asked before"])
def test_a_body_over_the_bound_is_answered_by_the_portal_before_it_comes(head: bytes) -> None:
    with served() as one:
        connection = one.connected(head)
        told = answer(connection)
        assert told.endswith(b"0 of 99999999")
        assert b"Connection: close" in told
        assert told.startswith(b"HTTP/1.1 200")


def test_whoever_still_sends_a_body_over_the_bound_hears_the_answer() -> None:
    with served() as one:
        connection = one.connected(TOO_LARGE)
        for _ in range(400):
            connection.sendall(b"a" * 100_000)
        assert answer(connection).endswith(b"0 of 99999999")
        connection.sendall(b"a" * 100_000)
        assert one.asked().startswith(b"HTTP/1.1 200")


def test_a_body_in_chunks_is_left_unread_where_it_passes_the_bound() -> None:
    with served() as one:
        connection = one.connected(CHUNKED)
        chunk = b"10000\r\n" + b"a" * 0x10000 + b"\r\n"
        for _ in range(400):
            connection.sendall(chunk)
        size = int(answer(connection).rpartition(b"0 of ")[2])
        assert 21 * 1024 * 1024 <= size < 22 * 1024 * 1024
        assert one.asked().startswith(b"HTTP/1.1 200")


def test_a_request_that_is_hidden_in_a_body_that_nobody_reads_is_none() -> None:
    with served() as one:
        connection = one.connected(TOO_LARGE + GET + GET)
        with connection.makefile("rb") as incoming:
            assert incoming.read().count(b"HTTP/1.1") == 1


def test_nobody_is_listened_to_for_ever() -> None:
    leaving = Deadlines(idle=60.0, head=60.0, grace=60.0, leaving=1.0)
    with served(leaving) as one:
        connection = one.connected(TOO_LARGE)
        answer(connection)
        assert sent_until_closed(connection, b"a", times=100, pause=0.1) < 100


def test_so_many_bytes_are_let_pass_and_no_more() -> None:
    with served() as one:
        passed = sent_until_closed(one.connected(TOO_LARGE), b"a" * 100_000, times=2000)
        assert 600 < passed < 1500


def sent_until_closed(connection: socket.socket, data: bytes, *, times: int, pause: float = 0.0) -> int:
    """How many times this could be sent."""
    for sent in range(times):
        try:
            connection.sendall(data)
        except OSError:
            return sent
        time.sleep(pause)
    return times


def test_a_request_under_way_is_answered_after_the_server_was_told_to_stop() -> None:
    with served() as one:
        connection = one.connected(b"GET /wait/0.5 HTTP/1.1\r\nHost: x\r\n\r\n")
        time.sleep(0.2)
        one.server.stop()
        assert b"200 OK" in answer(connection)


def test_a_request_that_never_ends_does_not_keep_the_server() -> None:
    LET_GO.clear()
    with served() as one:
        one.connected(b"GET /held HTTP/1.1\r\nHost: x\r\n\r\n")
        time.sleep(0.2)


def test_what_fails_is_logged_by_kind_and_place_alone(caplog: pytest.LogCaptureFixture) -> None:
    from web.serving.server_log import tell_the_place_alone  # noqa: PLC0415 - the filter is this test's alone

    with served() as one:
        logger = logging.getLogger("waitress")
        logger.addFilter(tell_the_place_alone)
        try:
            assert b" 500 " in one.asked(b"GET /broken?Fatima HTTP/1.1\r\nHost: x\r\n\r\n").splitlines()[0]
        finally:
            logger.removeFilter(tell_the_place_alone)
    assert "RuntimeError at test_server.py" in caplog.text
    assert "Fatima" not in caplog.text
    assert "broken" not in caplog.messages[0]


def test_fewer_connections_where_the_system_allows_fewer_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("resource.getrlimit", lambda _which: (256, 1024))
    monkeypatch.setattr("resource.setrlimit", lambda _which, _limits: None)
    assert raise_open_files(Bounds(connections=2000)).connections == 724
