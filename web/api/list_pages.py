"""Pages of lists: the cursor of the next one in the body and in the `Link` header."""

from typing import Any

from flask import Response, request
from werkzeug.urls import iri_to_uri

from web.api.json_bodies import answer
from web.api.schemas import PageIn, PageOut


def places_of(asked: PageIn, after: str, total: int, size: int) -> dict[str, Any]:
    """The members of a page that say where it is in its list."""
    if asked.after is not None:
        return {"next": after or None, "page": None, "pages": None}
    return {"next": after or None, "page": asked.page or 1, "pages": max(1, -(-total // size))}


def paged(body: PageOut) -> Response:
    """A page as the answer, with the address of the next one."""
    told = answer(body)
    if body.next is not None:
        address = iri_to_uri(request.script_root + request.path)
        told.headers["Link"] = f'<{address}?after={body.next}>; rel="next"'
    return told
