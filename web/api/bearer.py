"""Who calls the API: the organisation behind a bearer token."""

from flask import g, request

from search.accounts.api_tokens import CALLS_AT_ONCE, CallsLeft, note_call, token_actor
from search.errors import TooManyAttempts
from search.summaries import SignedIn
from web.api.call_pace import remember_pace
from web.context import now, shared

_LONGEST = 200


def bearer_visitor() -> SignedIn | None:
    """The organisation of the Authorization header; None without a token that is valid now.

    Where photos are sent it is asked twice in one request, which counts as one call.
    """
    if "bearer" not in g:
        g.bearer = _read_visitor()
    visitor: SignedIn | None = g.bearer
    return visitor


def _read_visitor() -> SignedIn | None:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    token = token.strip()
    if scheme.lower() != "bearer" or not 0 < len(token) <= _LONGEST:
        return None
    with shared().database.reading() as session:
        actor = token_actor(session, token, now=now())
    if actor is not None:
        _count(token)
    return None if actor is None else SignedIn(token=token, actor=actor)


def _count(token: str) -> None:
    """Count the call against the token's pace; TooManyAttempts is answered by 429 with the seconds to wait."""
    try:
        with shared().database.transaction() as session:
            left = note_call(session, token, now=now())
    except TooManyAttempts as error:
        remember_pace(CallsLeft(CALLS_AT_ONCE, 0, int(error.params["seconds"])))
        raise
    if left is not None:
        remember_pace(left)
