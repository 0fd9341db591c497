"""Requests as waitress parses them, less what two servers in a row could read differently.

A length and a chunked body at once, any other transfer coding, chunks outside HTTP/1.1, a request without a version,
a host named twice, and a line that goes on the one before are refused, so that nothing is smuggled past a proxy that
reads them otherwise.
"""

from waitress.parser import HTTPRequestParser, ParsingError

_VERSIONS = {"1.0", "1.1"}
_DESCRIPTION = "Bad request"


class RequestParser(HTTPRequestParser):
    """Refuses with 400; the answer says no more than that, and never repeats what was sent."""

    def parse_header(self, header_plus: bytes) -> None:
        try:
            _refuse_ambiguous(header_plus)
            super().parse_header(header_plus)
        except (ParsingError, ValueError) as error:
            raise ParsingError(_DESCRIPTION) from error
        if self.version not in _VERSIONS:
            raise ParsingError(_DESCRIPTION)


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
