"""Pages of lists by cursor: nothing twice, nothing left out, and no cursor that was not given."""

from typing import Any

import pytest
from werkzeug.test import TestResponse

from tests.web.api.conftest import Caller

PAGE = 50


def told(answer: TestResponse) -> dict[str, Any]:
    assert isinstance(answer.json, dict), answer.text
    return answer.json


@pytest.fixture
def filed(call: Caller, shelter: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many reports the shelter has: a page and two."""
    monkeypatch.setattr("search.accounts.api_tokens.CALLS_AT_ONCE", 1000)
    for number in range(PAGE + 2):
        report(call, shelter, number)
    return PAGE + 2


def report(call: Caller, token: str, number: int) -> None:
    body = {"kind": "shelter", "sender_number": f"P-{number}", "found": {"names": [{"text": "Rosa"}]}}
    assert call("POST", "/v1/reports", token, json=body).status_code == 201


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_a_report_that_comes_between_two_pages_moves_none_of_them(call: Caller, shelter: str, filed: int) -> None:
    first = call("GET", "/v1/reports", shelter)
    assert (len(told(first)["reports"]), told(first)["total"]) == (PAGE, filed)
    report(call, shelter, 1000)
    link = first.headers["Link"]
    assert link == f'</v1/reports?after={told(first)["next"]}>; rel="next"'
    second = call("GET", link[1:].partition(">")[0], shelter)
    listed = [one["sender_number"] for page in (first, second) for one in told(page)["reports"]]
    assert listed == [f"P-{number}" for number in reversed(range(filed))]
    assert (told(second)["next"], told(second)["page"], "Link" in second.headers) == (None, None, False)


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.usefixtures("filed")
def test_a_cursor_is_of_one_list_of_one_organisation_and_cannot_be_made(
    call: Caller, shelter: str, mortuary: str
) -> None:
    cursor = told(call("GET", "/v1/reports", shelter))["next"]
    altered = cursor[:-1] + ("A" if cursor[-1] != "A" else "B")
    strange = ("x", "=", "ä", cursor[:-4], altered, cursor + "A", "A" * 200)
    answers = [call("GET", "/v1/reports", shelter, query_string={"after": one}) for one in strange]
    answers += [call("GET", "/v1/shared-searches", shelter, query_string={"after": cursor})]
    answers += [call("GET", "/v1/reports", mortuary, query_string={"after": cursor})]
    assert [(one.status_code, told(one)["code"]) for one in answers] == [(422, "cursor_unknown")] * len(answers)
    assert call("GET", "/v1/reports", shelter, query_string={"after": "A" * 201}).status_code == 422
    both = call("GET", "/v1/reports", shelter, query_string={"after": cursor, "page": 1})
    assert (both.status_code, told(both)["code"]) == (422, "does_not_fit")


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_pages_are_counted_for_one_more_release(call: Caller, shelter: str, filed: int) -> None:
    second = told(call("GET", "/v1/reports?page=2", shelter))
    assert (len(second["reports"]), second["page"], second["pages"], second["next"]) == (filed - PAGE, 2, 2, None)
