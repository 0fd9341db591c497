"""Notices as text messages: one small document to one address, each fault as a code."""

import http.server
import json
import threading
from collections.abc import Iterator
from typing import ClassVar

import pytest

from search.asking.adapters.adapter import Message, NotSent
from search.asking.adapters.http_gateway import Gateway

MESSAGE = Message("+50371234567", "Something to read", "Your page has something to read.")


class Answering(http.server.BaseHTTPRequestHandler):
    """Answers with the status that stands in the path, and remembers what came."""

    came: ClassVar[list[tuple[str, dict[str, str]]]] = []

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.came.append((self.headers["Authorization"], json.loads(body)))
        self.send_response(int(self.path.strip("/")))
        self.send_header("Location", "/200")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        return


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A gateway on this machine; over plain HTTP, which settings would not take."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_gateway_is_told_the_number_and_the_words(address: str) -> None:
    Answering.came.clear()
    Gateway(f"{address}/202", "token").send(MESSAGE)
    assert Answering.came == [("Bearer token", {"to": MESSAGE.address, "text": MESSAGE.text})]


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (401, "sign_in_refused"), (403, "sign_in_refused"), (422, "address_refused"), (500, "server_failed"),
        (429, "server_failed"), (302, "server_failed"),
    ],
)  # fmt: skip
def test_any_other_answer_is_a_code_and_no_redirect_is_followed(address: str, status: int, code: str) -> None:
    Answering.came.clear()
    with pytest.raises(NotSent, match=code):
        Gateway(f"{address}/{status}", "token").send(MESSAGE)
    assert len(Answering.came) == 1


def test_a_gateway_that_is_not_there_is_a_fault() -> None:
    with pytest.raises(NotSent, match="server_failed"):
        Gateway("http://127.0.0.1:9/1", "token").send(MESSAGE)
