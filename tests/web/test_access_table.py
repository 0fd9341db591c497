"""Every address of every portal is listed with who may, and holds to it."""

import uuid
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from search.access import ActorKind
from tests.fixtures.recordings import DIGEST, records
from web.access_rows import Access, Who
from web.access_table import ACCESS, ACTORS
from web.assets import asset
from web.context import Context
from wsgi import compose

SIGN_IN = {"family": "/open", "partner": "/partner/sign-in", "committee": "/committee/sign-in"}
PREFIX = {"family": "", "partner": "/partner", "committee": "/committee", "api": "/api"}
GUARDED = [row for row in ACCESS if row.who is not Who.ANYONE]


@pytest.fixture
def portals(context: Context) -> dict[str, Flask]:
    """The applications by the name that the table gives them."""
    composed = compose(context)
    mounted = {prefix.strip("/"): app for prefix, app in composed.mounts.items()}
    applications = {"family": composed.app, **mounted}
    return {name: app for name, app in applications.items() if isinstance(app, Flask)}


def test_all_four_portals_are_served(portals: dict[str, Flask]) -> None:
    assert set(portals) == {"family", "partner", "committee", "api"} == {row.portal for row in ACCESS}


def test_every_address_is_listed(portals: dict[str, Flask]) -> None:
    listed = {(row.portal, row.method, row.rule) for row in ACCESS}
    unlisted = [address for name, app in portals.items() for address in _addresses(name, app) if address not in listed]
    assert unlisted == []


def test_nothing_is_listed_that_does_not_exist(portals: dict[str, Flask]) -> None:
    existing = {address for name, app in portals.items() for address in _addresses(name, app)}
    assert [row for row in ACCESS if (row.portal, row.method, row.rule) not in existing] == []


def test_no_address_is_listed_twice() -> None:
    addresses = [(row.portal, row.method, row.rule) for row in ACCESS]
    assert len(addresses) == len(set(addresses))


def test_an_anonymous_visitor_is_sent_to_the_sign_in_or_refused(portals: dict[str, Flask]) -> None:
    wrong = [(row, status) for row in GUARDED if (status := _anonymous(portals, row)) != _expected(row)]
    assert wrong == []


def test_a_form_without_its_token_is_not_read_whoever_sends_it(
    portals: dict[str, Flask], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.guard.lets_in", lambda _actor, _row: True)
    monkeypatch.setattr("web.guard._is_proved", lambda: True)
    answers = {row: _client(portals, row).post(_filled(portals, row)).status_code for row in ACCESS if row.csrf}
    assert {row: status for row, status in answers.items() if status != 400} == {}


def test_a_form_sent_from_another_site_is_not_read(portals: dict[str, Flask]) -> None:
    client = _client(portals, next(row for row in ACCESS if row.portal == "family"))
    answer = client.post(
        "/open", data={"csrf_token": _token(client, "/open")}, headers={"Sec-Fetch-Site": "cross-site"}
    )
    assert answer.status_code == 400


def test_every_form_needs_its_token_but_where_no_cookie_is_read() -> None:
    assert [row for row in ACCESS if row.method != "GET" and row.csrf is (row.portal == "api")] == []


def test_what_everybody_may_see_is_kept_only_as_listed(context: Context, portals: dict[str, Flask]) -> None:
    records(context, "en", "who.title")
    open_pages = [row for row in ACCESS if row.who is Who.ANYONE and row.method == "GET"]
    kept = {row: _client(portals, row).get(_filled(portals, row)).headers["Cache-Control"] for row in open_pages}
    assert {row: caching for row, caching in kept.items() if caching != row.caching} == {}


def test_no_guarded_page_is_ever_kept() -> None:
    assert [row for row in GUARDED if row.caching != "no-store"] == []


def test_no_address_is_open_to_two_kinds_of_people_but_to_a_family_and_whom_it_let_in() -> None:
    assert ACTORS[Who.OF_CASE] == {ActorKind.FAMILY, ActorKind.RELATIVE}
    assert [row for row in GUARDED if len(ACTORS[row.who]) != 1 and row.who is not Who.OF_CASE] == []


def test_no_address_answers_the_worker_or_the_operator_alone() -> None:
    insiders = {ActorKind.WORKER, ActorKind.OPERATOR}
    assert [row for row in GUARDED if ACTORS[row.who] & insiders] == []


def test_other_methods_are_refused(portals: dict[str, Flask]) -> None:
    client = portals["family"].test_client()
    assert [client.open("/how-it-works", method=method).status_code for method in ("PUT", "DELETE", "OPTIONS")] == [
        405
    ] * 3


def _addresses(name: str, app: Flask) -> Iterator[tuple[str, str, str]]:
    for rule in app.url_map.iter_rules():
        yield from ((name, method, rule.rule) for method in (rule.methods or set()) - {"HEAD", "OPTIONS"})


def _client(portals: dict[str, Flask], row: Access) -> FlaskClient:
    return portals[row.portal].test_client()


def _filled(portals: dict[str, Flask], row: Access) -> str:
    """The address with something in the place of its variables."""
    if row.rule.startswith("/static/"):
        with portals[row.portal].test_request_context():
            return asset("style.css")
    if row.rule.endswith("<digest>.opus"):
        return row.rule.replace("<digest>", DIGEST)
    parts = [_value(part) if part.startswith("<") else part for part in row.rule.split("/")]
    return "/".join(parts)


def _value(variable: str) -> str:
    if variable.startswith("<int:"):
        return "1"
    return str(uuid.UUID(int=7)) if variable.startswith("<uuid:") else "names"


def _anonymous(portals: dict[str, Flask], row: Access) -> tuple[int, str]:
    client = _client(portals, row)
    prefix = PREFIX[row.portal]
    base = f"http://localhost{prefix}"
    address = _filled(portals, row)
    if row.method == "GET":
        answer = client.get(address, base_url=base)
    else:
        fields = (
            {}
            if row.portal == "api"
            else {"csrf_token": _token(client, SIGN_IN[row.portal].removeprefix(prefix), base)}
        )
        answer = client.open(address, method=row.method, base_url=base, data=fields)
    return answer.status_code, answer.headers.get("Location", "")


def _expected(row: Access) -> tuple[int, str]:
    return (401, "") if row.portal == "api" else (303, SIGN_IN[row.portal])


def _token(client: FlaskClient, address: str, base: str = "http://localhost") -> str:
    return client.get(address, base_url=base).text.split('name="csrf_token" value="')[1].split('"')[0]
