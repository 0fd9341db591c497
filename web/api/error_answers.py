"""Every error of the API as a problem (`web.api.problems`), with `fields` where the body did not fit."""

from typing import Any

from flask import Flask, Response
from werkzeug.exceptions import HTTPException

from search.errors import Busy, Conflict, HeldBack, Outdated, Refused, SearchError
from web.api.json_bodies import DoesNotFit
from web.api.problems import CODES, problem
from web.error_pages import refusal_words, retry_after, status_of
from web.labels import error_words
from web.request_log import log_failure


def show_failures(app: Flask) -> None:
    """Turns every error of the API into its own shape."""
    app.register_error_handler(DoesNotFit, _does_not_fit)
    app.register_error_handler(SearchError, _domain_error)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(RecursionError, _too_deep)
    app.register_error_handler(Exception, _unexpected)


def problem_of(error: SearchError) -> Response:
    """The problem that an error of the domain is; the caller has asked whether it is a fault of ours."""
    status, code, detail, members = problem_parts(error)
    answer = problem(status, code, detail, **members)
    answer.headers.update(retry_after(error))
    return answer


def problem_parts(error: SearchError) -> tuple[int, str, str, dict[str, Any]]:
    """Status, code, words and further members of the problem that an error of the domain is."""
    status = problem_status(error)
    if isinstance(error, Outdated):
        return status, CODES[status], "", {}
    return status, error.code, refusal_words(error), _question(error) if isinstance(error, HeldBack) else {}


def problem_status(error: SearchError) -> int:
    """The status that the API answers an error of the domain with."""
    if isinstance(error, HeldBack | Conflict):
        return 412 if isinstance(error, Outdated) else 409
    return 422 if isinstance(error, Refused) and not isinstance(error, Busy) else status_of(error)


def misfit_parts(error: DoesNotFit) -> tuple[int, str, str, dict[str, Any]]:
    """The schema's own complaints by field; they name what is expected, never what was sent."""
    detail = "" if error.code == CODES[422] else error_words(error.code)
    return 422, error.code, detail, {"fields": error.fields}


def _does_not_fit(error: DoesNotFit) -> Response:
    status, code, detail, members = misfit_parts(error)
    return problem(status, code, detail, **members)


def _domain_error(error: SearchError) -> Response:
    return _unexpected(error) if status_of(error) == 500 else problem_of(error)


def _question(error: HeldBack) -> dict[str, Any]:
    """What is to be answered before anything is stored: whose number it is, and what speaks against one person."""
    found = str(error.params["contradictions"]).split()
    return {"report_id": str(error.params["report_id"]), "contradictions": found}


def _http_error(error: HTTPException) -> Response:
    status = error.code or 500
    answer = problem(status)
    answer.headers.extend(header for header in error.get_headers() if header[0] == "Allow")
    if status == 401:
        answer.headers["WWW-Authenticate"] = "Bearer"
    return answer


def _too_deep(_error: RecursionError) -> Response:
    """JSON nested thousands deep, which the parser gives up on."""
    return problem(400, CODES[400])


def _unexpected(error: Exception) -> Response:
    log_failure(error)
    return problem(500)
