"""Errors of the API: a code for programs, words for people in their language."""

from dataclasses import replace
from typing import Any, NamedTuple

import pytest

from i18n.division import Catalogue
from i18n.locales import LocaleRow
from search.errors import Conflict, NotFound, Outdated, SealBroken, TooManyAttempts
from tests.fixtures.languages import staff_gettext, walked
from tests.web.api.conftest import Caller
from web.api import create_api_application
from web.context import Context

LANGUAGES = pytest.mark.parametrize("row", walked(Catalogue.STAFF), ids=lambda row: row.tag)
SECRET = "Yohannes-of-the-river"


class Mistake(NamedTuple):
    """A request that cannot be answered, and what is answered instead."""

    method: str
    address: str
    sent: dict[str, Any]
    status: int
    code: str
    says: str


MISTAKES = {
    "no JSON": Mistake(
        "POST", "/v1/reports", {"data": b"{", "content_type": "application/json"},
        400, "bad_request", "The request could not be read. Please send JSON.",
    ),
    "no such address": Mistake(
        "GET", "/v1/nowhere", {}, 404, "not_found", "There is nothing here that we can show you."
    ),
    "no such method": Mistake(
        "PUT", "/v1/reports", {}, 405, "method_not_allowed", "This address does not answer this method."
    ),
    "not called JSON": Mistake(
        "POST", "/v1/reports", {"data": b"{}", "content_type": "application/x-www-form-urlencoded"}, 415,
        "wrong_media_type",
        "Please send a type of content that this address takes, and name it in the header Content-Type.",
    ),
    "packed": Mistake(
        "POST", "/v1/reports", {"json": {}, "headers": {"Content-Encoding": "gzip"}}, 415, "wrong_media_type",
        "Please send a type of content that this address takes, and name it in the header Content-Type.",
    ),
    "no photo": Mistake(
        "POST", "/v1/reports/00000000-0000-0000-0000-000000000001/photos", {"json": {}}, 415, "wrong_media_type",
        "Please send a type of content that this address takes, and name it in the header Content-Type.",
    ),
    "not read before": Mistake(
        "GET", "/v1/reports", {"query_string": {"after": "made-up"}}, 422, "cursor_unknown",
        "This is not the cursor of a page of this list. Please begin with the first page.",
    ),
    "too large": Mistake(
        "POST", "/v1/reports", {"json": {"words": "a" * 300_000}},
        413, "too_large", "What was sent is too large. Please send less at a time.",
    ),
    "does not fit": Mistake(
        "POST", "/v1/reports", {"json": {}},
        422, "does_not_fit", "What was sent does not fit the schema. See “fields”.",
    ),
    "says nothing": Mistake(
        "POST", "/v1/reports", {"json": {"kind": "shelter"}},
        422, "report_says_nothing", "Please tell us at least one thing about the person who was found.",
    ),
}  # fmt: skip


def test_a_method_that_an_address_does_not_take_says_which_it_takes(context: Context) -> None:
    answer = create_api_application(context).test_client().put("/v1/reports")
    assert (answer.status_code, {"GET", "POST"} <= set(answer.headers["Allow"].split(", "))) == (405, True)


@LANGUAGES
@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_an_error_has_its_code_and_its_message_in_the_callers_language(
    context: Context, shelter: str, row: LocaleRow, mistake: Mistake
) -> None:
    sent = dict(mistake.sent)
    headers = {"Authorization": f"Bearer {shelter}", "Accept-Language": row.tag, **sent.pop("headers", {})}
    client = create_api_application(context).test_client()
    answer = client.open(mistake.address, method=mistake.method, headers=headers, **sent)
    assert answer.json is not None
    assert (answer.status_code, answer.json["code"]) == (mistake.status, mistake.code)
    assert answer.json["detail"] == staff_gettext(row.tag, mistake.says)


def test_a_caller_without_a_language_gets_the_default_of_the_installation(context: Context) -> None:
    spanish = replace(context, settings=replace(context.settings, default_language="es"))
    answer = create_api_application(spanish).test_client().get("/v1/reports")
    assert answer.json is not None
    assert answer.json["detail"] == staff_gettext("es", "Please send a valid token as “Authorization: Bearer …”.")


@LANGUAGES
def test_a_missing_token_is_asked_for_in_the_callers_language(context: Context, row: LocaleRow) -> None:
    client = create_api_application(context).test_client()
    answer = client.get("/v1/reports", headers={"Accept-Language": row.tag})
    detail = staff_gettext(row.tag, "Please send a valid token as “Authorization: Bearer …”.")
    assert answer.json == {
        "type": "/problems/token_needed",
        "title": staff_gettext(row.tag, "A token is needed"),
        "status": 401,
        "detail": detail,
        "code": "token_needed",
        # What they were called before, for one release.
        "error": "token_needed",
        "message": detail,
    }
    assert answer.mimetype == "application/problem+json"
    assert answer.headers["WWW-Authenticate"] == "Bearer"


def test_a_code_is_the_same_in_every_language(call: Caller, shelter: str) -> None:
    codes = set()
    for row in walked(Catalogue.STAFF):
        answer = call("GET", "/v1/nowhere", shelter, query_string={"lang": row.tag})
        assert answer.json is not None
        codes.add(answer.json["code"])
    assert codes == {"not_found"}


@pytest.mark.parametrize(
    ("error", "status", "code", "waits"),
    [
        (NotFound("not_found"), 404, "not_found", None),
        (TooManyAttempts("too_many_attempts", seconds=40), 429, "too_many_attempts", "40"),
        (Outdated("changed_meanwhile"), 412, "precondition_failed", None),
        (Conflict("changed_meanwhile"), 409, "changed_meanwhile", None),
        (SealBroken("seal_broken"), 500, "failed", None),
        (RuntimeError(SECRET), 500, "failed", None),
        (RecursionError(), 400, "bad_request", None),
    ],
)
def test_an_error_of_the_domain_or_of_ours_has_the_shape_of_all(
    context: Context, shelter: str, error: Exception, status: int, code: str, waits: str | None
) -> None:
    def fail() -> str:
        raise error

    app = create_api_application(context)
    app.view_functions["reports.own"] = fail
    answer = app.test_client().get("/v1/reports", headers={"Authorization": f"Bearer {shelter}"})
    assert answer.json is not None
    assert (answer.status_code, answer.json["code"]) == (status, code)
    assert set(answer.json) == {"type", "title", "status", "detail", "code", "error", "message"}
    assert answer.headers.get("Retry-After") == waits
    assert SECRET not in answer.text
