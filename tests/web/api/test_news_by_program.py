"""A program that sends a report again: news, a question, a correction, and one key for one report."""

from typing import Any

import pytest
from werkzeug.test import TestResponse

from tests.web.api.conftest import Caller

BED = {"kind": "shelter", "sender_number": "A1", "found": {"names": [{"text": "Rosa Mora"}], "sex": "female"}}
NEXT_PATIENT = {**BED, "found": {"names": [{"text": "Juan Pérez"}], "sex": "male"}}


def told(answer: TestResponse) -> dict[str, Any]:
    assert isinstance(answer.json, dict)
    return answer.json


def test_a_number_used_again_is_a_conflict_until_it_is_answered(call: Caller, shelter: str) -> None:
    first = told(call("POST", "/v1/reports", shelter, json=BED))
    held = call("POST", "/v1/reports", shelter, json=NEXT_PATIENT)
    assert held.status_code == 409
    body = told(held)
    assert (body["code"], body["contradictions"]) == ("number_used_again", ["sex", "names"])
    assert body["report_id"] == first["report_id"]
    other = call("POST", "/v1/reports", shelter, json={**NEXT_PATIENT, "again": "other"})
    assert other.status_code == 201
    assert told(other)["report_id"] != first["report_id"]


def test_news_say_what_changed_and_a_correction_takes_away(call: Caller, shelter: str) -> None:
    call("POST", "/v1/reports", shelter, json=BED)
    news = {"kind": "shelter", "sender_number": "A1", "found": {"religion": "none"}}
    changes = told(call("POST", "/v1/reports", shelter, json=news))["changes"]
    assert changes == [{"path": "description.religion", "old": None, "new": "none"}]
    away = {**news, "found": {}, "corrections": [{"path": "description.religion", "old": "none"}]}
    changes = told(call("POST", "/v1/reports", shelter, json=away))["changes"]
    assert changes == [{"path": "description.religion", "old": "none", "new": None}]
    again = call("POST", "/v1/reports", shelter, json=away)
    assert (again.status_code, told(again)["code"]) == (409, "changed_meanwhile")


def test_one_key_is_one_report_and_six_keys_are_six(call: Caller, shelter: str) -> None:
    unnumbered = {name: value for name, value in BED.items() if name != "sender_number"}

    def send(key: str, **body: Any) -> TestResponse:
        return call("POST", "/v1/reports", shelter, json={**unnumbered, **body}, headers={"Idempotency-Key": key})

    ids = [told(send(key))["report_id"] for key in ("same", "same", "1", "2", "3")]
    assert len(set(ids)) == 4
    assert told(send("4"))["perhaps_again"] == list(dict.fromkeys(ids))
    other = send("same", found={"names": [{"text": "Rosa Mora"}], "religion": "none"})
    assert (other.status_code, told(other)["code"]) == (422, "key_used_again")
    assert [send(key).status_code for key in ("x" * 201, "clé", "a\tb")] == [422] * 3


@pytest.mark.parametrize("body", [{"again": "maybe"}, {"alike": "7"}, {"corrections": [{"old": "x"}]}, {"origin": "x"}])
def test_what_no_field_takes_is_refused(call: Caller, shelter: str, body: dict[str, Any]) -> None:
    assert call("POST", "/v1/reports", shelter, json={**BED, **body}).status_code == 422


def test_a_report_of_others_cannot_be_named(call: Caller, shelter: str, mortuary: str) -> None:
    theirs = {"kind": "mortuary", "found": {"names": [{"text": "Rosa Mora"}]}}
    report_id = told(call("POST", "/v1/reports", mortuary, json=theirs))["report_id"]
    for known in (report_id, "00000000-0000-0000-0000-000000000001"):
        assert call("POST", "/v1/reports", shelter, json={**BED, "alike": known}).status_code == 404


def test_news_under_a_key_that_come_again_are_the_same_news_and_other_words_are_none(
    call: Caller, shelter: str
) -> None:
    def send(key: str, body: dict[str, Any]) -> TestResponse:
        return call("POST", "/v1/reports", shelter, json=body, headers={"Idempotency-Key": key})

    call("POST", "/v1/reports", shelter, json=BED)
    news = {"kind": "shelter", "sender_number": "A1", "found": {"religion": "none"}}
    other = {"kind": "shelter", "sender_number": "A1", "found": {"religion": "other"}}
    answers = [send("k", news), send("k", news), send("k", other)]
    assert [one.status_code for one in answers] == [200, 200, 422]
    assert [told(one).get("outcome", told(one).get("code")) for one in answers] == [
        "updated",
        "already_known",
        "key_used_again",
    ]
    # And after somebody else said more.
    assert told(send("l", {**news, "found": {"community": "Garífuna"}}))["outcome"] == "updated"
    assert told(send("k", news))["outcome"] == "already_known"
    assert told(send("k", other))["code"] == "key_used_again"
    away = {**news, "found": {}, "corrections": [{"path": "description.religion", "old": "none"}]}
    assert [told(send("m", away))["outcome"] for _time in range(2)] == ["updated", "already_known"]
