"""Answers packed on their way, so that no proxy is needed for it: families pay for every kilobyte.

Pages go packed where nothing in them can be guessed from their length. Never packed: an answer to a form, which may
show what somebody sent; an answer to an address with arguments that no page of ours writes, or from another site; a
page on which a reference with its words stands (`Access.uncompressed`). The secrets of forms are masked
(`web.masking`).
"""

import gzip
import re
from functools import cache

from flask import Flask, Response, g, request

from web.access_rows import Access, Caching

# Under this a packed answer is no shorter by more than its own header.
_SMALLEST = 600
_PAGES, _KEPT_FILES = 5, 9
_PACKED = frozenset({"text/html", "text/css", "text/javascript", "image/svg+xml", "application/manifest+json"})
# What addresses of ours carry: a number, a word of the program, an identifier. Others were written by somebody else.
_OWN_ARGUMENT = re.compile(r"[0-9]{0,10}|[a-z_]{1,12}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
# Pages without a form and without anything of anybody's may show where they came from.
_LEAD_BACK = frozenset({"languages"})


def compress_answers(app: Flask) -> None:
    """Packs the answers of a portal for browsers that can unpack them."""
    app.after_request(_packed)


def _packed(response: Response) -> Response:
    if response.mimetype not in _PACKED or response.direct_passthrough or "Content-Encoding" in response.headers:
        return response
    response.vary.add("Accept-Encoding")
    access: Access | None = g.get("access")
    content = response.get_data()
    if len(content) < _SMALLEST or not request.accept_encodings["gzip"] or not _may_be_packed(access):
        return response
    kept = access is not None and access.caching is Caching.IMMUTABLE
    response.set_data(_packed_file(content) if kept else gzip.compress(content, _PAGES, mtime=0))
    response.headers["Content-Encoding"] = "gzip"
    return response


def _may_be_packed(access: Access | None) -> bool:
    if access is None or access.uncompressed or request.method not in ("GET", "HEAD"):
        return False
    if request.headers.get("Sec-Fetch-Site") in ("cross-site", "same-site"):
        return False
    own = request.endpoint in _LEAD_BACK or all(_OWN_ARGUMENT.fullmatch(value) for value in request.args.values())
    return own and all(_OWN_ARGUMENT.fullmatch(key) for key in request.args)


@cache
def _packed_file(content: bytes) -> bytes:
    """A file of ours, packed as small as it goes, once in the life of a process; there are a dozen."""
    return gzip.compress(content, _KEPT_FILES, mtime=0)
