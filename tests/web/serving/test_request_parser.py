"""What two servers in a row could read differently is refused, and nothing of it is repeated."""

import pytest
from waitress.adjustments import Adjustments

from web.serving.request_parser import RequestParser

GOOD = b"POST / HTTP/1.1\r\nHost: ovillo.example\r\n"


def parsed(head: bytes, body: bytes = b"") -> RequestParser:
    parser = RequestParser(Adjustments())
    data = head + b"\r\n" + body
    while data and not parser.completed:
        data = data[parser.received(data) :]
    return parser


@pytest.mark.parametrize(
    "lines",
    [
        b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
        b"Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
        b"Content-Length: 5\r\nContent-Length: 5\r\n",
        b"Content-Length: 5\r\nContent-Length: 6\r\n",
        b"Content-Length: +5\r\n",
        b"Content-Length: 5, 5\r\n",
        b"Content-Length: -1\r\n",
        b"Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
        b"Transfer-Encoding: chunked, chunked\r\n",
        b"Transfer-Encoding: xchunked\r\n",
        b"Transfer-Encoding: identity\r\n",
        b"Transfer-Encoding: \x0bchunked\r\n",
        b"Transfer-Encoding : chunked\r\n",
        b"Transfer-Encoding\r\n: chunked\r\n",
        b"X: y\nTransfer-Encoding: chunked\r\n",
        b"Host: other.example\r\n",
        b"X: y\r\n Transfer-Encoding: chunked\r\n",
        b"X: y\r\n\tz\r\n",
        b"Fatima Testova: 1\r\n",
    ],
)
def test_what_could_be_read_in_two_ways_is_refused(lines: bytes) -> None:
    parser = parsed(GOOD + lines, b"0\r\n\r\n")
    assert parser.error is not None
    assert parser.error.code in (400, 501)
    assert "Testova" not in parser.error.body


@pytest.mark.parametrize("first", [b"GET /", b"GET / HTTP/0.9", b"GET / HTTP/2.0", b"MARKERLINE Fatima Testova"])
def test_a_request_line_of_no_version_that_we_speak_is_refused_without_repeating_it(first: bytes) -> None:
    parser = parsed(first + b"\r\nHost: x\r\n")
    assert parser.error is not None
    assert parser.error.code == 400
    assert "Testova" not in parser.error.body


def test_chunks_are_for_version_1_1_alone() -> None:
    assert parsed(b"POST / HTTP/1.0\r\nHost: x\r\nTransfer-Encoding: chunked\r\n", b"0\r\n\r\n").error is not None


def test_ordinary_bodies_are_taken() -> None:
    for lines, body in (
        (b"Content-Length: 2\r\n", b"ab"),
        (b"Transfer-Encoding: chunked\r\n", b"2\r\nab\r\n0\r\n\r\n"),
    ):
        parser = parsed(GOOD + lines, body)
        assert parser.error is None
        assert parser.get_body_stream().read() == b"ab"


def test_a_broken_chunk_is_a_bad_request() -> None:
    parser = parsed(GOOD + b"Transfer-Encoding: chunked\r\n", b"zz\r\nab\r\n0\r\n\r\n")
    assert parser.error is not None
    assert parser.error.code == 400


def test_fields_with_an_underscore_are_not_those_with_a_hyphen() -> None:
    parser = parsed(GOOD + b"SCRIPT_NAME: /evil\r\nPATH_INFO: /evil\r\nContent_Length: 5\r\n")
    assert parser.error is None
    assert not {"SCRIPT_NAME", "PATH_INFO", "CONTENT_LENGTH"} & set(parser.headers)
