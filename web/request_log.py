"""One line per request: its id, the route's template, the status and the time. No address, no query, no body.

An error's own message may hold what somebody typed (a database error quotes its parameters), so only its kind and the
place in the code are written.
"""

import logging
import secrets
import time
import traceback
from types import TracebackType

from flask import Flask, Response, g, request

_log = logging.getLogger("web.requests")


class QuietFlask(Flask):
    """An application whose last resort, for what arises in an error's own handler, writes no more than others do.

    Flask itself would write the address and the whole message.
    """

    def log_exception(self, exc_info: tuple[type, BaseException, TracebackType] | tuple[None, None, None]) -> None:
        """Writes kind and place."""
        if exc_info[1] is not None:
            log_failure(exc_info[1])


def log_requests(app: Flask, portal: str) -> None:
    """Gives every request an id, which also goes out as X-Request-Id, and logs it when it is answered."""

    @app.before_request
    def begin() -> None:
        g.request_id = secrets.token_hex(8)
        g.began = time.perf_counter()

    @app.after_request
    def finish(response: Response) -> Response:
        response.headers["X-Request-Id"] = g.request_id
        route = request.url_rule.rule if request.url_rule else "-"
        milliseconds = round((time.perf_counter() - g.began) * 1000)
        # A made-up method is what the visitor typed; only those that a route knows are written.
        method = request.method if request.url_rule else "-"
        _log.info("%s %s %s %s %s %s", g.request_id, portal, method, route, response.status_code, milliseconds)
        return response


def log_failure(error: BaseException) -> None:
    """Writes where an unexpected error arose and of what kind it is, never what it says."""
    place = traceback.extract_tb(error.__traceback__)[-6:]
    path = " < ".join(f"{frame.filename.rpartition('/')[2]}:{frame.lineno}" for frame in reversed(place))
    _log.error("%s failed: %s at %s", g.get("request_id", "-"), type(error).__name__, path)
