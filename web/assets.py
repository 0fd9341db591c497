"""The few files a page needs beside itself, each under an address that carries the digest of its content."""

import hashlib
import mimetypes
from functools import cache
from pathlib import Path

from flask import Flask, Response, abort, url_for

STATIC = Path(__file__).parent / "static"
RULE = "/static/<digest>/<path:name>"


def serve_assets(app: Flask) -> None:
    """Adds the address of the files and the template function `asset(name)`."""
    app.add_url_rule(RULE, "asset", _answer)
    app.context_processor(lambda: {"asset": asset})


def asset(name: str) -> str:
    """The address of a file; it changes with the content, so that the file may be kept for ever."""
    return url_for("asset", digest=_file(name)[1], name=name)


@cache
def _file(name: str) -> tuple[bytes, str]:
    """Content and digest. Only names that are in the folder now are ever opened."""
    known = {path.name: path for path in STATIC.iterdir() if path.is_file()}
    content = known[name].read_bytes()
    return content, hashlib.sha256(content).hexdigest()[:16]


def _answer(digest: str, name: str) -> Response:
    try:
        content, current = _file(name)
    except KeyError:
        abort(404)
    if digest != current:
        abort(404)
    return Response(content, mimetype=mimetypes.guess_type(name)[0] or "application/octet-stream")
