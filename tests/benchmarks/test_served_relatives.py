import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from benchmarks.served_relatives import ServedRelative, Unanswered

PAGE = b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\nSet-Cookie: one=two; Path=/\r\n\r\n<p>hi</p>"


@contextmanager
def server(*answers: bytes) -> Iterator[int]:
    """A server that gives each connection its answer and closes it; an empty one is a server that was killed."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            for answer in answers:
                connection, _ = listening.accept()
                connection.recv(65_536)
                connection.sendall(answer)
                connection.close()

        serving = threading.Thread(target=serve)
        serving.start()
        yield listening.getsockname()[1]
        serving.join(10)


def test_whoever_gets_no_answer_asks_again_until_there_is_one() -> None:
    told: list[tuple[str, int]] = []
    with server(b"", b"", PAGE) as port:
        relative = ServedRelative(port, lambda step, _seconds, status: told.append((step, status)), repeats=True)
        relative.get("/search/who?check=1")
        relative.close()
    assert told == [("GET /search/who", 200)]
    assert (relative.asked_again, relative.text, relative.cookies) == (2, "<p>hi</p>", {"one": "two"})


def test_whoever_does_not_repeat_says_that_nobody_answered() -> None:
    told: list[int] = []
    with server(b"") as port, pytest.raises(Unanswered):
        ServedRelative(port, lambda _step, _seconds, status: told.append(status)).get("/")
    assert told == [0]
