"""The headers of every answer: nothing from elsewhere, nothing inline, nothing kept, nothing told to the next site."""

from collections.abc import Sequence

from flask import Flask, Response, abort, g, request
from werkzeug.sansio.utils import host_is_trusted

from web.access_rows import Access, Caching

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "img-src 'self'",
        "script-src 'self'",
        "font-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "require-trusted-types-for 'script'",
    )
)

# Where something can be listened to; nowhere else is a player let in.
_AND_PLAYS = "; media-src 'self'"

PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer", "bluetooth", "browsing-topics", "camera", "display-capture", "geolocation", "gyroscope", "hid",
        "magnetometer", "microphone", "midi", "payment", "serial", "usb", "web-share",
    )
)  # fmt: skip

HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Permissions-Policy": PERMISSIONS_POLICY,
    "X-Robots-Tag": "noindex, nofollow",
}

# What a browser asks of a document alone; a sheet, a script or letters would only grow longer by it.
_OF_PAGES = {
    "Permissions-Policy", "X-Frame-Options", "Cross-Origin-Opener-Policy", "Cross-Origin-Embedder-Policy",
}  # fmt: skip
_OF_FILES = {name: value for name, value in HEADERS.items() if name not in _OF_PAGES}
_NEVER_PAGES = ("text/css", "text/javascript", "application/manifest+json", "font/woff2", "image/png")
_TWO_YEARS = 63_072_000
STRICT_TRANSPORT_SECURITY = f"max-age={_TWO_YEARS}; includeSubDomains"


def answer_by_name(app: Flask, hosts: Sequence[str]) -> None:
    """Answers under these names of hosts alone; under any where there are none.

    Flask's own `TRUSTED_HOSTS` leaves a request without addresses, so that not even a page of error can be shown.
    """

    @app.before_request
    def hold() -> None:
        if hosts and not host_is_trusted(request.host, hosts):
            abort(400)


def protect_answers(app: Flask, *, secure: bool) -> None:
    """Sets the headers on every answer of a portal; `secure` adds the promise to be reached by HTTPS only."""

    @app.after_request
    def set_headers(response: Response) -> Response:
        response.headers.update(HEADERS if _may_be_a_page(response) else _OF_FILES)
        if g.get("plays"):
            response.headers["Content-Security-Policy"] = CONTENT_SECURITY_POLICY + _AND_PLAYS
        response.headers["Cache-Control"] = _caching(response)
        if secure:
            response.headers["Strict-Transport-Security"] = STRICT_TRANSPORT_SECURITY
        return response


def let_play() -> None:
    """Lets the page of this request play sound of ours."""
    g.plays = True


def _may_be_a_page(response: Response) -> bool:
    """Whether a browser could show the answer as a document that runs or frames something."""
    return response.mimetype not in _NEVER_PAGES


def _caching(response: Response) -> str:
    """What the access table allows for this address; an error is never kept."""
    access: Access | None = g.get("access")
    if access is None or response.status_code >= 400 or request.method not in ("GET", "HEAD"):
        return Caching.NO_STORE
    return access.caching
