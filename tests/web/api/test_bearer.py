import datetime
import uuid
from dataclasses import replace

import pytest

from search.access import OPERATOR
from search.accounts.api_tokens import CALLS_AT_ONCE, revoke_tokens
from tests.fixtures.portals import NOW
from tests.fixtures.staff import SHELTER
from tests.web.api.conftest import Caller
from web.api import create_api_application
from web.context import Context

ADDRESS = "/v1/reports"


@pytest.mark.parametrize(
    "header", ["", "Bearer", "Bearer ", "Bearer wrong", "Basic {token}", "{token}", "Bearer {token}x"]
)
def test_without_a_valid_token_nothing_opens(context: Context, shelter: str, header: str) -> None:
    client = create_api_application(context).test_client()
    answer = client.get(ADDRESS, headers={"Authorization": header.format(token=shelter)})
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == "Bearer"
    assert answer.json is not None
    assert answer.json["error"] == "token_needed"


def test_a_token_opens_with_its_scheme_in_any_case(context: Context, shelter: str) -> None:
    client = create_api_application(context).test_client()
    assert client.get(ADDRESS, headers={"Authorization": f"bearer {shelter}"}).status_code == 200


def test_a_revoked_token_no_longer_opens(context: Context, call: Caller, shelter: str) -> None:
    assert call("GET", ADDRESS, shelter).status_code == 200
    with context.database.transaction() as session:
        revoke_tokens(session, OPERATOR, SHELTER, now=NOW)
    assert call("GET", ADDRESS, shelter).status_code == 401


def test_a_token_ends_by_itself(context: Context, shelter: str) -> None:
    later = replace(context, clock=lambda: NOW + datetime.timedelta(days=181))
    client = create_api_application(later).test_client()
    assert client.get(ADDRESS, headers={"Authorization": f"Bearer {shelter}"}).status_code == 401


def test_no_cookie_is_set_or_read(call: Caller, shelter: str) -> None:
    assert "Set-Cookie" not in call("GET", ADDRESS, shelter).headers
    assert "Set-Cookie" not in call("GET", "/openapi.json").headers


def test_the_description_is_open_and_names_every_address(call: Caller) -> None:
    document = call("GET", "/openapi.json")
    assert document.status_code == 200
    assert document.json is not None
    assert document.json["openapi"].startswith("3.1")
    assert set(document.json["paths"]) == {
        "/v1/reports",
        "/v1/reports/{report_id}",
        "/v1/reports/{report_id}/photos",
        "/v1/photos/{photo_id}",
        "/v1/batches",
        "/v1/pfif/persons",
        "/v1/shared-searches",
        "/v1/shared-searches/{case_id}",
    }
    operations = document.json["paths"]["/v1/reports"]
    assert set(operations) == {"get", "post"}
    assert all(operation["security"] == [{"bearer": []}] for operation in operations.values())
    assert document.json["components"]["securitySchemes"] == {"bearer": {"type": "http", "scheme": "bearer"}}


@pytest.mark.parametrize(
    ("method", "address", "status"),
    [("GET", "/v1/nothing", 404), ("DELETE", ADDRESS, 405), ("GET", "/static/style.css", 404), ("GET", "/docs", 404)],
)
def test_what_is_not_there_answers_in_the_same_shape(
    call: Caller, shelter: str, method: str, address: str, status: int
) -> None:
    answer = call(method, address, shelter)
    assert answer.status_code == status
    assert answer.json is not None
    assert (answer.json["status"], answer.mimetype) == (status, "application/problem+json")


def test_personal_answers_are_never_kept(call: Caller, shelter: str) -> None:
    assert call("GET", ADDRESS, shelter).headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("address", [ADDRESS, f"{ADDRESS}/{uuid.UUID(int=1)}/photos?kind=portrait"])
def test_each_call_counts_once_also_where_photos_are_sent(call: Caller, shelter: str, address: str) -> None:
    statuses = [call("POST", address, shelter, data=b"{}").status_code for _time in range(CALLS_AT_ONCE + 1)]
    assert statuses.index(429) == CALLS_AT_ONCE
