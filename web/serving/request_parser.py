"""Requests as waitress parses them, less what two servers in a row could read differently.

A length and a chunked body at once, any other transfer coding, chunks outside HTTP/1.1, a request without a version,
a host named twice, and a line that goes on the one before are refused, so that nothing is smuggled past a proxy that
reads them otherwise.

A body over the server's limit is not read. Its request goes to the portal without it and with the length that it has,
which is over every portal's own limit: so whoever sent it reads the portal's page, in their language.
"""

from waitress.parser import HTTPRequestParser, ParsingError
from waitress.utilities import RequestEntityTooLarge

from web.serving.sealed_bodies import SealedBuffer

_VERSIONS = {"1.0", "1.1"}
_DESCRIPTION = "Bad request"


class RequestParser(HTTPRequestParser):
    """Refuses with 400; the answer says no more than that, and never repeats what was sent.

    `too_large`: a body comes, or goes on coming, that nobody will read.
    """

    too_large = False

    def received(self, data: bytes) -> int:
        """How many of these bytes were taken; all of them where a body is too large to be read."""
        taken: int = super().received(data)
        if isinstance(self.error, RequestEntityTooLarge):
            self._leave_out_body()
        return len(data) if self.too_large else taken

    def _leave_out_body(self) -> None:
        self.too_large, self.error, self.expect_continue = True, None, False
        if self.body_rcv is not None:
            self.body_rcv.getbuf().close()
            self.body_rcv = None
        self.headers["CONTENT_LENGTH"] = str(max(self.content_length, self.body_bytes_received))
        self.headers["CONNECTION"] = "close"

    def parse_header(self, header_plus: bytes) -> None:
        try:
            _refuse_ambiguous(header_plus)
            super().parse_header(header_plus)
        except (ParsingError, ValueError) as error:
            raise ParsingError(_DESCRIPTION) from error
        if self.version not in _VERSIONS:
            raise ParsingError(_DESCRIPTION)
        if self.body_rcv is not None:
            self.body_rcv.buf = SealedBuffer(self.adj.inbuf_overflow)


def _refuse_ambiguous(head: bytes) -> None:
    """Look at the head as it came, before equal fields are joined and those of chunks are taken out."""
    first, *lines = head.split(b"\r\n")
    if any(line.startswith((b" ", b"\t")) for line in lines):
        raise ParsingError(_DESCRIPTION)
    names = [line.partition(b":")[0].strip().lower() for line in lines]
    framing = [name for name in names if name in (b"content-length", b"transfer-encoding")]
    if len(framing) > 1 or names.count(b"host") > 1:
        raise ParsingError(_DESCRIPTION)
    if b"transfer-encoding" in framing:
        value = lines[names.index(b"transfer-encoding")].partition(b":")[2].strip(b" \t").lower()
        if value != b"chunked" or not first.rstrip().endswith(b"HTTP/1.1"):
            raise ParsingError(_DESCRIPTION)
