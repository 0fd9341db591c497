"""Errors of the API as RFC 9457 has them: `application/problem+json`, each of a type whose address is a page.

`code` is stable and for programs; title and detail are for people, in their language. `error` and `message` are what
code and detail were called before, and stay for one release.
"""

from collections.abc import Mapping
from typing import Any

from flask import Response, json, request

from i18n.translate import gettext_noop as _
from web.labels import error_gist
from web.locale import gettext

MEDIA_TYPE = "application/problem+json"
# The codes of errors that say no more than their status.
CODES: Mapping[int, str] = {
    400: "bad_request",
    401: "token_needed",
    403: "access_denied",
    404: "not_found",
    405: "method_not_allowed",
    412: "precondition_failed",
    413: "too_large",
    415: "wrong_media_type",
    422: "does_not_fit",
    428: "precondition_needed",
    429: "calls_too_fast",
    500: "failed",
}
TITLES: Mapping[int, str] = {
    400: _("What was sent could not be read"),
    401: _("A token is needed"),
    403: _("This token does not open this"),
    404: _("There is nothing here"),
    405: _("Not by this method"),
    409: _("A question to answer, or something has changed"),
    412: _("Changed since it was read"),
    413: _("Too large"),
    415: _("Another type of content is needed"),
    422: _("What was sent does not fit"),
    428: _("The header If-Match is missing"),
    429: _("Too much in a short time"),
    503: _("Still busy with earlier requests"),
}
_FAULT = _("Something went wrong on our side")
GENERAL: Mapping[int, str] = {
    400: _("The request could not be read. Please send JSON."),
    401: _("Please send a valid token as “Authorization: Bearer …”."),
    403: _("This token does not open this."),
    404: _("There is nothing here that we can show you."),
    405: _("This address does not answer this method."),
    412: _("This report changed since you read it. Please read it again, and send your change with its new ETag."),
    413: _("What was sent is too large. Please send less at a time."),
    415: _("Please send a type of content that this address takes, and name it in the header Content-Type."),
    422: _("What was sent does not fit the schema. See “fields”."),
    428: _("Please read the report first, and send its ETag in the header If-Match."),
}
_ANY_FAULT = _("Something went wrong on our side. Please try again later.")


def problem(status: int, code: str = "", detail: str = "", **members: Any) -> Response:
    """The answer to a request that cannot be done; `members` are what programs may need besides."""
    code = code or CODES.get(status, CODES[500])
    response = Response(json.dumps(problem_body(status, code, detail, **members)), mimetype=MEDIA_TYPE)
    response.status_code = status
    return response


def problem_body(status: int, code: str, detail: str = "", **members: Any) -> dict[str, Any]:
    """One problem as JSON has it."""
    said = detail or gettext(GENERAL.get(status, _ANY_FAULT))
    return {
        "type": f"{request.script_root}/problems/{code if explained(code) else CODES.get(status, CODES[500])}",
        "title": title_of(status),
        "status": status,
        "detail": said,
        "code": code,
        **members,
        "error": code,
        "message": said,
    }


def title_of(status: int) -> str:
    """What errors of this status have in common, in a few words."""
    return gettext(TITLES.get(status, _FAULT))


def explained(code: str) -> str:
    """What the page about a code says of it; empty where there is none."""
    status = next((status for status, general in CODES.items() if general == code), 0)
    if status in GENERAL or code == CODES[500]:
        return gettext(GENERAL.get(status, _ANY_FAULT))
    return error_gist(code)
