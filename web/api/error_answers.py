"""Errors of the API: `{"error": code, "message": words}`, with `fields` where the body did not fit."""

from typing import Any

from flask import Flask, Response, jsonify
from werkzeug.exceptions import HTTPException

from search.errors import Busy, HeldBack, Refused, SearchError
from web.api.json_bodies import DoesNotFit
from web.error_pages import refusal_words, retry_after, status_of
from web.locale import gettext
from web.request_log import log_failure

_CODES = {
    400: "bad_request",
    401: "token_needed",
    403: "access_denied",
    404: "not_found",
    405: "method_not_allowed",
    413: "too_large",
    415: "json_needed",
    422: "does_not_fit",
    429: "too_many_attempts",
}


def show_failures(app: Flask) -> None:
    """Turns every error of the API into its own shape."""
    app.register_error_handler(DoesNotFit, _does_not_fit)
    app.register_error_handler(SearchError, _domain_error)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(RecursionError, _too_deep)
    app.register_error_handler(Exception, _unexpected)


def _does_not_fit(error: DoesNotFit) -> Response:
    """The schema's own complaints by field; they name what is expected, never what was sent."""
    body = _body(_CODES[422], gettext("The body does not fit the schema. See “fields”."))
    response = jsonify({**body, "fields": error.fields})
    response.status_code = 422
    return response


def _domain_error(error: SearchError) -> Response:
    if status_of(error) == 500:
        return _unexpected(error)
    if isinstance(error, HeldBack):
        return _held_back(error)
    status = 422 if isinstance(error, Refused) and not isinstance(error, Busy) else status_of(error)
    answer = _answer(status, error.code, refusal_words(error))
    answer.headers.update(retry_after(error))
    return answer


def _held_back(error: HeldBack) -> Response:
    """A question to be answered before anything is stored: whose number it is, and what speaks against one person."""
    found = str(error.params["contradictions"]).split()
    report_id = str(error.params["report_id"])
    response = jsonify(_body(error.code, refusal_words(error)) | {"report_id": report_id, "contradictions": found})
    response.status_code = 409
    return response


def _http_error(error: HTTPException) -> Response:
    status = error.code or 500
    answer = _answer(status, _CODES.get(status, "failed"), "")
    answer.headers.extend(header for header in error.get_headers() if header[0] == "Allow")
    if status == 401:
        answer.headers["WWW-Authenticate"] = "Bearer"
    return answer


def _too_deep(_error: RecursionError) -> Response:
    """JSON nested thousands deep, which the parser gives up on."""
    return _answer(400, _CODES[400], "")


def _unexpected(error: Exception) -> Response:
    log_failure(error)
    return _answer(500, "failed", "")


def _answer(status: int, code: str, message: str) -> Response:
    response = jsonify(_body(code, message or _general(status)))
    response.status_code = status
    return response


def _body(code: str, message: str) -> dict[str, Any]:
    return {"error": code, "message": message}


def _general(status: int) -> str:
    """What to say where the error has no words of its own."""
    return {
        400: gettext("The request could not be read. Please send JSON."),
        401: gettext("Please send a valid token as “Authorization: Bearer …”."),
        403: gettext("This token does not open this."),
        404: gettext("There is nothing here that we can show you."),
        405: gettext("This address does not answer this method."),
        413: gettext("The body is too large. Please send one report at a time."),
    }.get(status, gettext("Something went wrong on our side. Please try again later."))
