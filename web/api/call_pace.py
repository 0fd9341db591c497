"""What is left of a token's pace, said with every answer in the headers that begin with `RateLimit`."""

from flask import Flask, Response, g

from search.accounts.api_tokens import CallsLeft


def tell_pace(app: Flask) -> None:
    """Adds the headers to each answer to a token that was counted."""
    app.after_request(_tell)


def remember_pace(left: CallsLeft) -> None:
    """Keeps what is left after this call, for its answer."""
    g.calls_left = left


def _tell(response: Response) -> Response:
    left: CallsLeft | None = g.get("calls_left")
    if left is not None:
        response.headers["RateLimit-Limit"] = str(left.limit)
        response.headers["RateLimit-Remaining"] = str(left.remaining)
        response.headers["RateLimit-Reset"] = str(left.reset)
    return response
