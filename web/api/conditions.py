"""Versions of a report in HTTP: its ETag is its revision, and whoever changes it names the one that was read."""

from flask import Response, request
from werkzeug.datastructures import ETags
from werkzeug.exceptions import PreconditionFailed, PreconditionRequired


def marked(response: Response, revision: int) -> Response:
    """The answer with the ETag of a report's revision."""
    response.set_etag(_tag(revision))
    return response


def unless_known(response: Response, revision: int) -> Response:
    """The answer, or 304 without a body where the caller has this revision already (`If-None-Match`)."""
    known = request.if_none_match.contains_weak(_tag(revision))
    return marked(Response(status=304) if known else response, revision)


def require_seen(revision: int) -> None:
    """Raises PreconditionRequired without `If-Match`, and PreconditionFailed where it names another revision."""
    named = _named()
    if named is None:
        raise PreconditionRequired
    if not named.contains(_tag(revision)):
        raise PreconditionFailed


def _named() -> ETags | None:
    """What `If-Match` names; a weak one names nothing that can be changed."""
    return request.if_match if request.headers.get("If-Match", "").strip() else None


def _tag(revision: int) -> str:
    return str(revision)
