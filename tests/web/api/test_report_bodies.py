"""Dates that can hardly be meant are asked back, and taken where the program says that they are meant."""

from typing import Any

import pytest

from tests.web.api.conftest import Caller

NEXT_YEAR: dict[str, Any] = {"earliest": "2027-10-12", "latest": "2027-10-12"}
BORN = {"earliest": "1990-05-12", "latest": "1990-05-12"}


@pytest.mark.parametrize(
    ("body", "code", "field"),
    [
        ({"found": {"event": {"when": NEXT_YEAR}}}, "date_in_future", "found.event.when"),
        ({"found": {"words": "tall"}, "source_date": "2099-01-01"}, "date_in_future", "source_date"),
        ({"found": {"birth": BORN, "event": {"when": {"earliest": "1980-01-01", "latest": "1980-01-02"}}}},
         "found_before_birth", "found.event.when"),
    ],
)  # fmt: skip
def test_an_odd_date_is_asked_back_and_taken_where_it_is_meant(
    call: Caller, shelter: str, body: dict[str, Any], code: str, field: str
) -> None:
    answer = call("POST", "/v1/reports", shelter, json={"kind": "shelter", **body})
    assert answer.json is not None
    assert (answer.status_code, answer.json["code"], answer.json["fields"]) == (422, code, {field: [code]})
    meant = call("POST", "/v1/reports", shelter, json={"kind": "shelter", **body, "as_meant": [code]})
    assert meant.status_code == 201
    change = call("PATCH", meant.headers["Location"], shelter, json=body, headers={"If-Match": '"1"'})
    assert (change.status_code, change.json and change.json["code"]) == (422, code)


def test_a_birth_that_has_not_come_is_never_meant(call: Caller, shelter: str) -> None:
    body = {"kind": "shelter", "found": {"birth": NEXT_YEAR}, "as_meant": ["date_in_future", "found_before_birth"]}
    answer = call("POST", "/v1/reports", shelter, json=body)
    assert answer.json is not None
    assert (answer.status_code, answer.json["code"]) == (422, "birth_in_future")
