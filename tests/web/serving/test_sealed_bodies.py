"""A large body waits in a file that says nothing of it, and comes out of it whole."""

import pytest
from waitress.adjustments import Adjustments

from search.confined.sealed_file import SealedFile
from tests.search.confined.test_sealed_file import kept_of
from tests.web.serving.test_server import answer, served
from web.serving.request_parser import RequestParser
from web.serving.sealed_bodies import SealedBuffer

MARKER = b"Fatima Testova"
BODY = MARKER * 40_000


@pytest.mark.parametrize("length", [0, 10, 8192, 9000, 70_000, 300_000])
def test_a_body_of_any_length_comes_out_whole(length: int) -> None:
    buffer, sent = SealedBuffer(64 * 1024), bytes(range(256)) * (length // 256 + 1)
    sent = sent[:length]
    for at in range(0, length, 1000):
        buffer.append(sent[at : at + 1000])
    assert (len(buffer), buffer.getfile().read()) == (length, sent)
    assert isinstance(buffer.getfile(), SealedFile) is (length > 64 * 1024)
    buffer.close()


@pytest.mark.parametrize("chunked", [False, True])
def test_every_body_that_is_large_waits_in_such_a_file(*, chunked: bool) -> None:
    parser = RequestParser(Adjustments(inbuf_overflow=1024))
    how = b"Transfer-Encoding: chunked" if chunked else b"Content-Length: %d" % len(BODY)
    body = b"%x\r\n%s\r\n0\r\n\r\n" % (len(BODY), BODY) if chunked else BODY
    data = b"POST / HTTP/1.1\r\nHost: x\r\n" + how + b"\r\n\r\n" + body
    while data and not parser.completed:
        data = data[parser.received(data) :]
    file = parser.get_body_stream()
    assert isinstance(file, SealedFile)
    assert MARKER not in kept_of(file)
    assert file.read() == BODY
    parser.close()


def test_a_large_body_arrives_at_the_portal_as_it_was_sent() -> None:
    with served() as one:
        connection = one.connected(b"POST /form HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n" % len(BODY))
        connection.sendall(BODY)
        assert b"%d of %d" % (len(BODY), len(BODY)) in answer(connection)
