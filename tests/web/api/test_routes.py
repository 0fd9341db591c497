import datetime
from typing import Any

import pytest
from sqlalchemy import select

from matching.record import DatePrecision, Event, Mark, NameKind, PartialDate, PersonName, Phone, PhoneRole, Place
from search.access import TokenScope
from search.accounts.api_tokens import CALLS_AT_ONCE
from search.documents import Description, Identifiers, PostMortem, Whereabouts
from search.models import FoundReport
from search.records.sections import read_section
from search.vocabulary import Channel, ReportKind, WantsContact
from tests.fixtures.staff import SHELTER, token_of
from tests.web.api.conftest import Caller
from web.context import Context

BORN: dict[str, Any] = {"earliest": "1995-01-01", "latest": "1995-12-31", "precision": "year"}
FULL: dict[str, Any] = {
    "kind": "shelter",
    "sender_number": "CI-9",
    "source_date": "2025-07-04",
    "found": {
        "names": [{"text": "አሚና", "language": "ti"}, {"text": "Amina", "kind": "nickname"}],
        "sex": "female",
        "birth": BORN,
        "nationalities": ["ER"],
        "languages": ["ti"],
        "event": {
            "when": {"earliest": "2025-07-03", "latest": "2025-07-03"},
            "place": {"text": "Calle Falsa 7", "countries": ["MX"], "latitude": 14.90347, "longitude": -92.25744},
        },
        "marks": [{"kind": "scar", "place": "forearm", "side": "left"}],
        "traits": [{"feature": "eyes", "value": "brown"}],
    },
    "identifiers": {"phones": [{"number": "+291 7 112 233", "role": "sought"}]},
    "whereabouts": {"wants_contact": "no", "minor": False},
}


def test_a_report_is_stored_as_it_was_sent(context: Context, call: Caller, shelter: str) -> None:
    answer = call("POST", "/v1/reports", shelter, json=FULL)
    assert answer.status_code == 201
    assert answer.json is not None
    assert answer.json["outcome"] == "accepted"
    with context.database.reading() as session:
        report = session.scalars(select(FoundReport)).one()
        found = read_section(session, report.number, Description)
        numbers = read_section(session, report.number, Identifiers)
        place = read_section(session, report.number, Whereabouts)
    assert (str(report.id), report.kind, report.channel) == (answer.json["report_id"], ReportKind.SHELTER, Channel.API)
    assert found is not None
    assert found.names == (PersonName("አሚና", NameKind.AS_HEARD, "ti"), PersonName("Amina", NameKind.NICKNAME))
    assert found.birth == PartialDate(datetime.date(1995, 1, 1), datetime.date(1995, 12, 31), DatePrecision.YEAR)
    assert found.marks == (Mark("scar", "forearm", "left"),)
    assert numbers is not None
    assert numbers.phones == (Phone("+2917112233", PhoneRole.SOUGHT),)
    assert place is not None
    assert place.wants_contact is WantsContact.NO
    assert place.found is not None
    assert place.found.place is not None
    assert place.found.place.text == "Calle Falsa 7"


def test_the_exact_place_of_a_living_person_is_not_in_the_description(
    context: Context, call: Caller, shelter: str
) -> None:
    call("POST", "/v1/reports", shelter, json=FULL)
    with context.database.reading() as session:
        found = read_section(session, session.scalars(select(FoundReport.number)).one(), Description)
    assert found is not None
    assert isinstance(found.event, Event)
    assert isinstance(found.event.place, Place)
    assert (found.event.place.text, found.event.place.latitude) == ("", 14.9)


def test_sending_the_same_number_again_is_the_same_report(call: Caller, shelter: str) -> None:
    first = call("POST", "/v1/reports", shelter, json=FULL)
    again = call("POST", "/v1/reports", shelter, json=FULL)
    changed = call("POST", "/v1/reports", shelter, json={**FULL, "kind": "other"})
    assert [answer.status_code for answer in (first, again, changed)] == [201, 200, 200]
    answers = [answer.json for answer in (first, again, changed) if answer.json]
    assert [answer["outcome"] for answer in answers] == ["accepted", "already_known", "updated"]
    assert len({answer["report_id"] for answer in answers}) == 1


def test_a_body_carries_its_post_mortem_data(context: Context, call: Caller, mortuary: str) -> None:
    body = {"kind": "mortuary", "found": {"remains": "skeletal"}, "post_mortem": {"body_tag": "LMP-12"}}
    named = {**body, "found": {"remains": "skeletal", "names": [{"text": "Amina", "kind": "on_papers_found"}]}}
    assert call("POST", "/v1/reports", mortuary, json=named).status_code == 201
    with context.database.reading() as session:
        examined = read_section(session, session.scalars(select(FoundReport.number)).one(), PostMortem)
    assert examined is not None
    assert examined.body_tag == "LMP-12"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"unknown": 1}, "unknown"),
        ({"found": {"age": {"low": 30, "high": 20}}}, "found.age"),
        ({"found": {"height": {"low_cm": 180, "high_cm": 170}}}, "found.height"),
        ({"kind": "barracks"}, "kind"),
        ({"found": {"names": [{"text": 7}]}}, "found.names.0.text"),
        ({"found": {"names": [{"text": ""}]}}, "found.names.0.text"),
        ({"found": {"sexe": "female"}}, "found.sexe"),
        ({"found": {"birth": {"earliest": "1995-12-31", "latest": "1995-01-01"}}}, "found.birth"),
        ({"found": {"birth": {"earliest": "next year", "latest": "1995-01-01"}}}, "found.birth.earliest"),
        ({"found": {"age": {"low": "20", "high": 30}}}, "found.age.low"),
        ({"found": {"marks": [{"kind": "scar", "place": "soul"}]}}, "found.marks.0.place.enum"),
        ({"found": {"traits": [{"feature": "eyes", "value": "kind"}]}}, "found.traits.0"),
        ({"found": {"nationalities": ["Eritrea"]}}, "found.nationalities.0"),
        ({"identifiers": {"phones": [{"number": "7"}]}}, "identifiers.phones.0.number"),
        ({"post_mortem": {"body_tag": "1"}}, "_schema"),
        ({"kind": "mortuary"}, "_schema"),
        ({"sender_number": "x" * 301}, "sender_number"),
        ({"channel": "sheet"}, "channel"),
        ({"found": {"names": [{"text": "A"}] * 41}}, "found.names"),
    ],
)
def test_what_does_not_fit_the_schema_is_refused_by_field(
    call: Caller, shelter: str, change: dict[str, Any], field: str
) -> None:
    answer = call("POST", "/v1/reports", shelter, json={**FULL, **change})
    assert answer.status_code == 422
    assert answer.json is not None
    assert answer.json["code"] == "does_not_fit"
    assert answer.json["detail"]
    assert any(name.startswith(field.removesuffix(".enum")) for name in answer.json["fields"])
    total = call("GET", "/v1/reports", shelter).json
    assert total is not None
    assert total["total"] == 0


def test_an_error_does_not_repeat_what_was_sent(call: Caller, shelter: str) -> None:
    answer = call(
        "POST", "/v1/reports", shelter, json={**FULL, "kind": "planted-marker", "source_date": "planted-marker"}
    )
    assert answer.status_code == 422
    assert "planted-marker" not in answer.text


def test_a_report_that_says_nothing_is_refused(call: Caller, shelter: str) -> None:
    answer = call("POST", "/v1/reports", shelter, json={"kind": "shelter"})
    assert answer.status_code == 422
    assert answer.json is not None
    assert answer.json["code"] == "report_says_nothing"


@pytest.mark.parametrize("body", [b"", b"{", b"\xff\xfe", b"[" * 100_000])
def test_a_body_that_is_no_json_is_refused(call: Caller, shelter: str, body: bytes) -> None:
    answer = call("POST", "/v1/reports", shelter, data=body, content_type="application/json")
    assert answer.status_code == 400
    assert answer.json is not None
    assert (answer.json["code"], answer.mimetype) == ("bad_request", "application/problem+json")


@pytest.mark.parametrize("body", [[], "text", 7, False])
def test_a_body_that_is_no_object_is_refused(call: Caller, shelter: str, body: Any) -> None:
    assert call("POST", "/v1/reports", shelter, json=body).status_code == 422


def test_a_body_that_is_too_large_is_refused(call: Caller, shelter: str) -> None:
    answer = call("POST", "/v1/reports", shelter, json={**FULL, "words": "a" * 300_000})
    assert answer.status_code == 413
    assert answer.json is not None
    assert answer.json["code"] == "too_large"


def test_a_body_that_the_server_did_not_read_is_refused_in_the_api_s_own_shape(call: Caller, shelter: str) -> None:
    answer = call("POST", "/v1/reports", shelter, json={}, environ_overrides={"CONTENT_LENGTH": "99999999"})
    assert answer.status_code == 413
    assert answer.json is not None
    assert (answer.json["code"], answer.json["status"]) == ("too_large", 413)


def test_an_organisation_reads_its_own_reports_and_no_others(call: Caller, shelter: str, mortuary: str) -> None:
    call("POST", "/v1/reports", shelter, json=FULL)
    own = call("GET", "/v1/reports", shelter).json
    assert own is not None
    (report,) = own["reports"]
    assert (report["sender_number"], report["kind"], report["names"]) == ("CI-9", "shelter", ["አሚና", "Amina"])
    assert (own["page"], own["pages"], own["total"]) == (1, 1, 1)
    others = call("GET", "/v1/reports", mortuary).json
    assert others is not None
    assert (others["reports"], others["total"]) == ([], 0)


@pytest.mark.parametrize("page", ["0", "x", "-1", "1&more=2"])
def test_a_page_that_cannot_be_is_refused(call: Caller, shelter: str, page: str) -> None:
    assert call("GET", f"/v1/reports?page={page}", shelter).status_code == 422


@pytest.mark.parametrize(
    "body",
    [
        '{"kind": "shelter", "kind": "other", "found": {"words": "tall"}}',
        '{"kind": "shelter", "found": {"words": "tall", "words": "small"}}',
    ],
)
def test_a_field_that_stands_twice_is_refused_because_two_programs_read_it_otherwise(
    call: Caller, shelter: str, body: str
) -> None:
    answer = call("POST", "/v1/reports", shelter, data=body, content_type="application/json")
    assert (answer.status_code, answer.json["fields"] if answer.json else {}) == (
        422,
        {"_schema": ["a field stands twice in one object"]},
    )


def test_a_hospital_or_shelter_cannot_file_as_a_forensic_service(call: Caller, shelter: str) -> None:
    body = {"kind": "forensic", "found": {"remains": "skeletal", "words": "a watch"}, "post_mortem": {"body_tag": "7"}}
    answer = call("POST", "/v1/reports", shelter, json=body)
    assert (answer.status_code, answer.json["code"] if answer.json else "") == (422, "kind_not_of_token")


@pytest.mark.usefixtures("shelter")
def test_a_token_opens_what_it_was_made_for_and_is_told_so_elsewhere(context: Context, call: Caller) -> None:
    reading = token_of(context, SHELTER, TokenScope.REPORT_READ)
    writing = token_of(context, SHELTER, TokenScope.REPORT_WRITE)
    assert call("GET", "/v1/reports", reading).status_code == 200
    assert call("POST", "/v1/reports", reading, json=FULL).status_code == 403
    assert call("POST", "/v1/reports", writing, json=FULL).status_code == 201
    assert call("GET", "/v1/reports", writing).status_code == 403
    assert call("GET", "/v1/shared-searches", writing).status_code == 403


def test_a_token_that_calls_without_pause_is_told_how_long_to_wait(call: Caller, shelter: str) -> None:
    answers = [call("GET", "/v1/reports", shelter) for _ in range(CALLS_AT_ONCE + 1)]
    assert {answer.status_code for answer in answers[:-1]} == {200}
    assert (answers[-1].status_code, answers[-1].headers["Retry-After"]) == (429, "1")


def test_a_field_that_is_answered_in_two_ways_is_named_and_nothing_is_stored(
    context: Context, call: Caller, shelter: str
) -> None:
    marks = {"marks": [{"kind": "scar"}], "notes": [{"field": "description.marks", "answer": "none"}]}
    papers = {"accounts": [], "phones": [{"number": "+291 7 112 233"}]}
    numbers = {**papers, "notes": [{"field": "identifiers.phones", "answer": "unknown"}]}
    answer = call("POST", "/v1/reports", shelter, json={"kind": "shelter", "found": marks, "identifiers": numbers})
    assert answer.status_code == 422
    assert answer.json is not None
    assert set(answer.json["fields"]) == {"found.marks", "identifiers.phones"}
    with context.database.reading() as session:
        assert session.scalars(select(FoundReport)).all() == []
    only = {"notes": [{"field": "description.marks", "answer": "none"}], "sex": "male"}
    assert call("POST", "/v1/reports", shelter, json={"kind": "shelter", "found": only}).status_code == 201
