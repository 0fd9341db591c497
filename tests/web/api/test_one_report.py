"""A program reads one of its reports whole, and changes it as of the revision that it read."""

import threading
import uuid
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.test import TestResponse

from search.access import TokenScope
from tests.fixtures.staff import SHELTER, token_of
from tests.web.api.conftest import Caller
from tests.web.api.test_routes import FULL
from web.api import create_api_application
from web.context import Context

MISSING = str(uuid.UUID(int=404))


def told(answer: TestResponse) -> dict[str, Any]:
    assert isinstance(answer.json, dict), answer.text
    return answer.json


@pytest.fixture
def filed(call: Caller, shelter: str) -> str:
    """The address of a report of the shelter."""
    return str(call("POST", "/v1/reports", shelter, json=FULL).headers["Location"])


def test_a_report_is_read_in_the_fields_in_which_it_was_sent(call: Caller, shelter: str, filed: str) -> None:
    answer = call("GET", filed, shelter)
    read = told(answer)
    assert (answer.status_code, answer.headers["ETag"], read["revision"]) == (200, '"1"', 1)
    assert (read["kind"], read["sender_number"], read["source_date"]) == ("shelter", "CI-9", "2025-07-04")
    assert read["found"]["names"] == [{"text": "አሚና", "kind": "as_heard", "language": "ti"},
                                      {"text": "Amina", "kind": "nickname"}]  # fmt: skip
    assert read["found"]["event"]["place"]["text"] == "Calle Falsa 7"
    assert read["whereabouts"]["wants_contact"] == "no"
    assert "found" not in read["whereabouts"]
    assert call("HEAD", filed, shelter).headers["ETag"] == '"1"'


def test_what_is_known_already_is_not_sent_again(call: Caller, shelter: str, filed: str) -> None:
    known = call("GET", filed, shelter, headers={"If-None-Match": '"7", "1"'})
    assert (known.status_code, known.data, known.headers["ETag"]) == (304, b"", '"1"')
    assert call("GET", filed, shelter, headers={"If-None-Match": '"7"'}).status_code == 200


def test_news_of_a_report_leave_what_they_do_not_say(call: Caller, shelter: str, filed: str) -> None:
    changed = call("PATCH", filed, shelter, json={"found": {"religion": "none"}}, headers={"If-Match": '"1"'})
    assert (changed.status_code, changed.headers["ETag"], told(changed)["outcome"]) == (200, '"2"', "updated")
    assert told(changed)["changes"] == [{"path": "description.religion", "old": None, "new": "none"}]
    read = told(call("GET", filed, shelter))
    assert read["found"]["religion"] == "none"
    assert [name["text"] for name in read["found"]["names"]] == ["አሚና", "Amina"]
    assert read["kind"] == "shelter"


def test_a_correction_takes_one_value_away(call: Caller, shelter: str, filed: str) -> None:
    away = {"corrections": [{"path": "description.names", "old": "Amina"}]}
    assert call("PATCH", filed, shelter, json=away, headers={"If-Match": '"1"'}).status_code == 200
    assert [name["text"] for name in told(call("GET", filed, shelter))["found"]["names"]] == ["አሚና"]
    again = call("PATCH", filed, shelter, json=away, headers={"If-Match": '"2"'})
    assert (again.status_code, told(again)["code"]) == (409, "changed_meanwhile")


@pytest.mark.parametrize(
    ("match", "status", "code"),
    [
        (None, 428, "precondition_needed"),
        ("", 428, "precondition_needed"),
        ('"0"', 412, "precondition_failed"),
        ('W/"1"', 412, "precondition_failed"),
        ("nonsense", 412, "precondition_failed"),
    ],
)
def test_a_change_names_the_revision_that_was_read(
    call: Caller, shelter: str, filed: str, match: str | None, status: int, code: str
) -> None:
    headers = {} if match is None else {"If-Match": match}
    answer = call("PATCH", filed, shelter, json={"found": {"religion": "none"}}, headers=headers)
    assert (answer.status_code, told(answer)["code"]) == (status, code)
    assert told(call("GET", filed, shelter))["revision"] == 1


def test_of_two_changes_of_one_revision_one_is_taken(context: Context, shelter: str, filed: str) -> None:
    app, statuses = create_api_application(context), list[int]()
    headers = {"Authorization": f"Bearer {shelter}", "If-Match": '"1"'}

    def change(religion: str) -> None:
        answer = app.test_client().patch(filed, json={"found": {"religion": religion}}, headers=headers)
        statuses.append(answer.status_code)

    threads = [threading.Thread(target=change, args=(f"faith {number}",)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(statuses) == [200, 412, 412, 412, 412, 412]


def test_a_report_of_others_looks_like_one_that_is_not_there(
    call: Caller, shelter: str, mortuary: str, filed: str
) -> None:
    assert shelter != mortuary
    for method in ("GET", "PATCH"):
        for match in ({}, {"If-Match": '"1"'}, {"If-Match": '"9"'}, {"If-None-Match": '"1"'}):
            answers = [
                call(method, address, mortuary, headers=match, **({} if method == "GET" else {"json": {}}))
                for address in (filed, f"/v1/reports/{MISSING}")
            ]
            assert {answer.status_code for answer in answers} == {404}
            assert answers[0].data == answers[1].data


def test_news_of_somebody_else_are_asked_about_before_anything_is_stored(
    call: Caller, shelter: str, filed: str
) -> None:
    news: dict[str, Any] = {"found": {"sex": "male"}}
    held = call("PATCH", filed, shelter, json=news, headers={"If-Match": '"1"'})
    assert (held.status_code, told(held)["code"], told(held)["contradictions"]) == (409, "number_used_again", ["sex"])
    same = call("PATCH", filed, shelter, json={**news, "again": "same"}, headers={"If-Match": '"1"'})
    assert (same.status_code, told(same)["outcome"]) == (200, "updated")


def test_what_belongs_to_the_dead_is_no_news_of_the_living(call: Caller, shelter: str, filed: str) -> None:
    news = {"post_mortem": {"body_tag": "LMP-12"}}
    answer = call("PATCH", filed, shelter, json=news, headers={"If-Match": '"1"'})
    assert (answer.status_code, list(told(answer)["fields"])) == (422, ["_schema"])


def test_a_token_that_writes_changes_and_does_not_read(context: Context, call: Caller, filed: str) -> None:
    writing = token_of(context, SHELTER, TokenScope.REPORT_WRITE)
    assert call("GET", filed, writing).status_code == 403
    assert call("PATCH", filed, writing, json={}, headers={"If-Match": '"1"'}).status_code == 200


def test_a_number_of_another_report_of_ones_own_is_not_taken_over(call: Caller, shelter: str, filed: str) -> None:
    assert filed
    other = {"kind": "shelter", "sender_number": "CI-10", "found": {"names": [{"text": "Wilmar"}]}}
    theirs = call("POST", "/v1/reports", shelter, json=other).headers["Location"]
    answer = call("PATCH", theirs, shelter, json={"sender_number": "CI-9"}, headers={"If-Match": '"1"'})
    assert (answer.status_code, told(answer)["code"]) == (422, "number_of_another_report")
    fresh = call("PATCH", theirs, shelter, json={"sender_number": "CI-11"}, headers={"If-Match": '"1"'})
    assert fresh.status_code == 200
    again = call("POST", "/v1/reports", shelter, json={**other, "sender_number": "CI-11"})
    assert (again.status_code, told(again)["outcome"]) == (200, "already_known")


PARTS = {
    "names": st.lists(st.sampled_from(["Rosa", "María José", "نور", "Li 李"]), unique=True, max_size=3).map(
        lambda texts: [{"text": text, "kind": "full"} for text in texts]
    ),
    "sex": st.sampled_from(["female", "male", "other"]),
    "birth": st.dates().map(lambda day: {"earliest": f"19{day:%y-%m-%d}".replace("02-29", "02-28")}).map(
        lambda birth: birth | {"latest": birth["earliest"]}
    ),
    "words": st.sampled_from(["", "tall", "a scar\nand a ring"]),
    "languages": st.lists(st.sampled_from(["es", "ti", "ar"]), unique=True, max_size=2),
    "residence": st.just({"text": "Choluteca", "countries": ["HN"]}),
    "event": st.just({"place": {"text": "Calle 7", "latitude": 14.90347, "longitude": -92.25744}}),
    "marks": st.just([{"kind": "scar", "place": "forearm", "side": "left", "words": "long"}]),
    "notes": st.just([{"field": "description.occupation", "words": "before Eid"}]),
}  # fmt: skip


@pytest.mark.parametrize("engine_name", ["sqlite"])
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(found=st.fixed_dictionaries({"community": st.just("Garífuna")}, optional=PARTS))
def test_what_was_read_says_nothing_new_when_it_is_sent_again(
    context: Context, shelter: str, found: dict[str, Any]
) -> None:
    client = create_api_application(context).test_client()
    headers = {"Authorization": f"Bearer {shelter}"}
    filed = client.post("/v1/reports", json={"kind": "shelter", "found": found}, headers=headers)
    assert filed.status_code in (200, 201), filed.text
    address = f"/v1/reports/{told(filed)['report_id']}"
    read = told(client.get(address, headers=headers))
    parts = {name: read[name] for name in ("found", "identifiers", "whereabouts", "provenance_notes") if read[name]}
    again = client.patch(address, json=parts, headers=headers | {"If-Match": f'"{read["revision"]}"'})
    assert again.status_code == 200, (again.text, parts)
    assert (told(again)["outcome"], told(again)["changes"]) == ("already_known", [])
