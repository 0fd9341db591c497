from typing import Any

class Adjustments:
    inbuf_overflow: int
    def __init__(self, **kw: Any) -> None: ...
