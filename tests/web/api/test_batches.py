"""Many reports at once: each answered in its place, for itself or all or none, and once however often they come."""

from typing import Any

import pytest
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from search.filing.sheet_storing import SheetStoring
from search.models import AccessToken, FoundReport
from tests.web.api.conftest import Caller
from web.context import Context

ADDRESS = "/v1/batches"
ONLY_ALL = {"all_or_none": "true"}


def person(number: str = "", name: str = "Rosa Mora", **more: Any) -> dict[str, Any]:
    return {"kind": "shelter", "sender_number": number, "found": {"names": [{"text": name}]}, **more}


def told(answer: TestResponse) -> dict[str, Any]:
    assert isinstance(answer.json, dict), answer.text
    return answer.json


def stored(context: Context) -> int:
    with context.database.reading() as session:
        return session.scalar(select(func.count()).select_from(FoundReport)) or 0


MIXED = [
    person("A1"),
    person("A2", kind="barracks"),
    person("A3", kind="forensic"),
    {"kind": "shelter"},
    person("A1", name="Wilmar Quispe", found={"names": [{"text": "Wilmar Quispe"}], "sex": "male"}),
    person("A4", source_date="2099-01-01"),
    person("A5"),
]


def test_each_report_is_answered_as_if_it_had_come_alone(context: Context, call: Caller, shelter: str) -> None:
    answer = call("POST", ADDRESS, shelter, json={"reports": MIXED})
    body = told(answer)
    assert answer.status_code == 200
    assert (body["accepted"], body["updated"], body["already_known"], body["refused"]) == (2, 0, 0, 5)
    codes = [(one["place"], one["status"], one["problem"] and one["problem"]["code"]) for one in body["results"]]
    assert codes == [
        (0, 201, None),
        (1, 422, "does_not_fit"),
        (2, 422, "kind_not_of_token"),
        (3, 422, "report_says_nothing"),
        (4, 409, "number_used_again"),
        (5, 422, "date_in_future"),
        (6, 201, None),
    ]
    held = body["results"][4]["problem"]
    assert (held["report_id"], held["contradictions"]) == (body["results"][0]["receipt"]["report_id"], ["names"])
    assert stored(context) == 2


@pytest.mark.parametrize("few", [2, 12])
def test_all_or_none_stores_none_where_one_cannot_be_taken(
    context: Context, call: Caller, shelter: str, few: int
) -> None:
    good = [person(f"B{number}", f"Rosa {number}") for number in range(few)]
    for bad, code in (
        (person("X", kind="barracks"), "does_not_fit"),
        (person("X", kind="forensic"), "kind_not_of_token"),
        (person("B0", found={"names": [{"text": "Wilmar"}]}), "number_twice"),
    ):
        answer = call("POST", ADDRESS, shelter, json={"reports": [*good, bad]}, query_string=ONLY_ALL)
        body = told(answer)
        assert (answer.status_code, body["code"]) == (422, "batch_refused")
        assert [one["status"] for one in body["results"][:-1]] == [None] * few
        assert body["results"][-1]["problem"]["code"] == code
        assert stored(context) == 0
    answer = call("POST", ADDRESS, shelter, json={"reports": good}, query_string=ONLY_ALL)
    assert (answer.status_code, told(answer)["accepted"], stored(context)) == (200, few, few)
    listed = {one["report_id"] for one in told(call("GET", "/v1/reports", shelter))["reports"]}
    assert {one["receipt"]["report_id"] for one in told(answer)["results"]} == listed


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize("asked", [{}, ONLY_ALL], ids=["each", "all"])
def test_a_batch_that_comes_again_is_the_same_one(
    context: Context, call: Caller, shelter: str, asked: dict[str, str]
) -> None:
    unnumbered = {"reports": [person(name="Amina") for _ in range(7)]}

    def send(body: dict[str, Any], key: str = "") -> dict[str, Any]:
        headers = {"Idempotency-Key": key} if key else {}
        return told(call("POST", ADDRESS, shelter, json=body, query_string=asked, headers=headers))

    first, again = send(unnumbered), send(unnumbered)
    # Seven who look the same are seven people.
    assert (first["accepted"], again["already_known"], stored(context)) == (7, 7, 7)
    assert [one["receipt"]["report_id"] for one in first["results"]] == [
        one["receipt"]["report_id"] for one in again["results"]
    ]
    send(unnumbered, "night 1")
    assert stored(context) == 14
    longer = {"reports": [*unnumbered["reports"], person(name="Luis")]}
    assert (send(longer, "night 1")["accepted"], stored(context)) == (1, 15)
    other = {"reports": [person(name="Wilmar"), *unnumbered["reports"][1:]]}
    refused = send(other, "night 1")
    problems = [one["problem"]["code"] for one in refused["results"] if one["problem"]]
    assert (problems, stored(context)) == (["key_used_again"], 15)


def test_news_in_a_batch_say_what_changed(call: Caller, shelter: str) -> None:
    call("POST", ADDRESS, shelter, json={"reports": [person("C1"), person("C2")]})
    news = [person("C1"), person("C2", found={"religion": "none"})]
    results = told(call("POST", ADDRESS, shelter, json={"reports": news}, query_string=ONLY_ALL))["results"]
    assert [(one["status"], one["receipt"]["outcome"], one["receipt"]["revision"]) for one in results] == [
        (200, "already_known", 1),
        (200, "updated", 2),
    ]
    assert results[1]["receipt"]["changes"] == [{"path": "description.religion", "old": None, "new": "none"}]


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_what_somebody_changes_at_the_last_moment_is_none_too(
    context: Context, call: Caller, shelter: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    reports = [person(f"D{number}", f"Rosa {number}") for number in range(12)]

    def received(self: SheetStoring, *arguments: Any) -> Any:
        monkeypatch.undo()
        another = person("D3", found={"names": [{"text": "Wilmar Quispe"}], "sex": "male"})
        assert call("POST", "/v1/reports", shelter, json=another).status_code == 201
        return self._received(*arguments)

    monkeypatch.setattr(SheetStoring, "_received", received)
    answer = call("POST", ADDRESS, shelter, json={"reports": reports}, query_string=ONLY_ALL)
    assert (answer.status_code, told(answer)["code"]) == (409, "batch_changed_meanwhile")
    assert stored(context) == 1


@pytest.mark.parametrize("body", [{}, {"reports": []}, {"reports": [7]}, {"reports": [{}] * 501}, {"people": []}, []])
def test_a_batch_that_is_none_is_refused(call: Caller, shelter: str, body: Any) -> None:
    assert call("POST", ADDRESS, shelter, json=body).status_code == 422


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_a_second_batch_of_one_organisation_waits_its_turn(context: Context, call: Caller, shelter: str) -> None:
    with context.database.reading() as session:
        organisation_id = session.scalars(select(AccessToken.organisation_id)).one()
    with context.batches_in_hand.one(organisation_id):
        answer = call("POST", ADDRESS, shelter, json={"reports": [person("E1")]})
    assert (answer.status_code, told(answer)["code"], answer.headers["Retry-After"]) == (503, "places_taken", "10")


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_a_batch_may_be_larger_than_a_report_and_not_without_bound(call: Caller, shelter: str) -> None:
    large = [person(f"F{number}", words="") | {"found": {"words": "a" * 4000}} for number in range(100)]
    for one in large:
        one.pop("words")
    assert told(call("POST", ADDRESS, shelter, json={"reports": large}))["accepted"] == 100
    too_large = {"reports": [{"found": {"words": "a" * 20_000}}] * 300}
    assert call("POST", ADDRESS, shelter, json=too_large).status_code == 413
    assert call("POST", ADDRESS, json={"reports": large}).status_code == 401
