"""Error pages in the reader's language, in kind words that say what to do."""

import datetime

from flask import Flask, Response, current_app, g, make_response, render_template, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from i18n.formats import duration, moment
from search.errors import AccessDenied, Busy, Conflict, NotFound, Refused, SearchError, TooManyAttempts
from web.access_rows import Access
from web.context import now
from web.labels import error_words
from web.locale import gettext, language
from web.request_log import log_failure
from web.session_cookies import signed_in
from web.typed_again import show_here

# The HTTP status of each kind of error; whatever is not listed is a fault of ours.
STATUS: dict[type[SearchError], int] = {
    AccessDenied: 403,
    NotFound: 404,
    Conflict: 409,
    Busy: 503,
    Refused: 400,
    TooManyAttempts: 429,
}

_SOON = "10"
_PAGES = {400, 403, 404, 405, 409, 413, 429, 500}


def show_errors(app: Flask) -> None:
    """Turns every error of a portal with pages into a page; `wsgi` never sees one."""
    app.register_error_handler(SearchError, _domain_error)
    app.register_error_handler(CSRFError, _forgery)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(Exception, _unexpected)


def status_of(error: SearchError) -> int:
    """The HTTP status of a domain error."""
    return next((STATUS[kind] for kind in type(error).__mro__ if kind in STATUS), 500)


def retry_after(error: SearchError) -> dict[str, str]:
    """The header that tells a program how long to wait; none where the error does not say."""
    if isinstance(error, Busy):
        return {"Retry-After": _SOON}
    return {"Retry-After": str(error.params["seconds"])} if "seconds" in error.params else {}


def refusal_words(error: SearchError) -> str:
    """What was refused and why; where it is for a while, until when."""
    said = error_words(error.code, error.params)
    return f"{said} {_until(error)}".strip() if isinstance(error, TooManyAttempts) else said


def _until(error: TooManyAttempts) -> str:
    """How long that is, and which moment. Where one is on earth is not known, so that moment is told in UTC."""
    if "seconds" not in error.params:
        return ""
    wait = datetime.timedelta(seconds=int(error.params["seconds"]))
    named = {"wait": duration(language(), wait), "moment": moment(language(), _next_minute(now() + wait))}
    return gettext("You can go on in about %(wait)s: from %(moment)s (UTC).", **named)


def _next_minute(when: datetime.datetime) -> datetime.datetime:
    """The next full minute: one that is told must not come too early."""
    return when + datetime.timedelta(seconds=-when.timestamp() % 60)


def _domain_error(error: SearchError) -> Response:
    status = status_of(error)
    if status == 500:
        log_failure(error)
        return _page(500)
    response = _page(status, refusal_words(error))
    response.headers.update(retry_after(error))
    return response


def _forgery(error: CSRFError) -> Response:
    """Shows what was typed once more, with a token that is not too old, where its page can; else says what to do."""
    try:
        shown = show_here()
    except SearchError as refusal:
        return _domain_error(refusal)
    except HTTPException as answer:
        return _http_error(answer)
    except Exception as fault:  # noqa: BLE001 - Flask hands nothing that arises here to the other handlers
        return _unexpected(fault)
    if shown is not None:
        return make_response(shown)
    return _page(error.code or 400, error_words("page_too_old"))


def _http_error(error: HTTPException) -> Response:
    """Keeps an answer that an exception carries with it, such as a redirect."""
    if error.response is not None:
        return make_response(error.response)
    response = _other_role() if error.code == 403 else _page(error.code or 500)
    response.headers.extend(header for header in error.get_headers() if header[0] in ("Allow", "Retry-After"))
    return response


def _other_role() -> Response:
    """Whoever is signed in, but not in the role of the page, learns whose it is and who can change that."""
    access: Access | None = g.get("access")
    if access is None or access.role is None or signed_in() is None:
        return _page(403, error_words("access_denied"))
    return make_response(render_template("staff_no_role.html", portal=access.portal, role=access.role), 403)


def _unexpected(error: Exception) -> Response:
    log_failure(error)
    return _page(500)


def _page(status: int, sentence: str = "") -> Response:
    known = status if status in _PAGES else 400 if status < 500 else 500
    page = render_template("error.html", status=known, sentence=sentence, back=_form() if status == 413 else "")
    return make_response(page, status)


def _form() -> str:
    """Where the form is that was sent from here; empty where a page of this address shows none."""
    adapter = current_app.create_url_adapter(request)
    shows = adapter is not None and request.url_rule is not None and adapter.test(method="GET")
    return request.script_root + request.path if shows else ""
