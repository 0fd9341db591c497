from typing import IO, Any

from waitress.adjustments import Adjustments
from waitress.utilities import Error

class ParsingError(Exception): ...

class HTTPRequestParser:
    completed: bool
    headers_finished: bool
    expect_continue: bool
    content_length: int
    body_rcv: Any
    body_bytes_received: int
    headers: dict[str, str]
    version: str
    error: Error | None
    adj: Adjustments
    def __init__(self, adj: Adjustments) -> None: ...
    def received(self, data: bytes) -> int: ...
    def parse_header(self, header_plus: bytes) -> None: ...
    def get_body_stream(self) -> IO[bytes]: ...
    def close(self) -> None: ...
