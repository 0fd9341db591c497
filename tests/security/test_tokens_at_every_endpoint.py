"""Tokens × scopes × organisations × endpoints: what is not a token's own is told by no status, byte or query.

Every endpoint is taken from the table of addresses: one that is new is tried too, or is missing in the description.
"""

import datetime
import itertools
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, update
from werkzeug.test import TestResponse

from search.access import OPERATOR, TokenScope
from search.accounts.api_tokens import NewToken, issue_token
from search.models import AccessToken
from search.vocabulary import OrganisationKind, ReportKind
from tests.fixtures.portals import NOW
from tests.fixtures.staff import SHELTER, add_staff, token_of
from tests.web.api.called_rightly import SENT_BEFORE, Api, called_rightly, sent_to
from web.access_rows import Who
from web.access_table import ACCESS, access_to
from web.api.about import OPERATIONS
from web.api.openapi import Operation
from web.context import Context

ROWS = [row for row in ACCESS if row.portal == "api" and row.who is Who.TOKEN]
NEIGHBOUR = "Casa Vecina"
MISSING = uuid.UUID(int=404)
# What an answer says of the token that asked, and not of what it asked for.
OF_THE_CALLER = {"RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset", "X-Request-Id"}
WITH_ID = [one for one in OPERATIONS if "<uuid:" in one.path]
WRITING = [one for one in OPERATIONS if one.method == "POST" and one.body is not None]
CONDITIONS: tuple[dict[str, str], ...] = (
    {},
    {"If-Match": '"1"'},
    {"If-Match": '"7"'},
    {"If-Match": ""},
    {"If-None-Match": '"1"'},
    {"Idempotency-Key": "the owner's"},
    {"Accept-Language": "ar"},
    {"Content-Type": "text/plain"},
)


@pytest.fixture
def engine_name() -> str:
    """One database is enough: what is asked here is asked before it."""
    return "sqlite"


@pytest.fixture(autouse=True)
def no_pace(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many calls are made here; how fast a token may call is tried elsewhere."""
    monkeypatch.setattr("search.accounts.api_tokens.CALLS_AT_ONCE", 10**6)
    monkeypatch.setattr("search.accounts.api_tokens.MOST_TOKENS", 10**6)


@pytest.fixture
def neighbour(api: Api) -> str:
    """The token of another shelter, which may do everything with its own."""
    add_staff(api.context, "neighbour", NEIGHBOUR, OrganisationKind.SHELTER)
    return used(api, token_of(api.context, NEIGHBOUR))


def used(api: Api, token: str) -> str:
    """A token that was used today: its first call of a day says so in the database."""
    assert api.app.test_client().get("/v1/reports", headers={"Authorization": f"Bearer {token}"}).status_code == 200
    return token


@pytest.fixture
def api(context: Context, tmp_path: Path) -> Api:
    """The API with the owner of all that is asked for."""
    return called_rightly(context, tmp_path)


def test_every_endpoint_of_the_table_is_tried_here() -> None:
    assert {(row.method, row.rule) for row in ROWS} == {(one.method, one.path) for one in OPERATIONS}


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda one: f"{one.method}-{one.path}")
def test_a_token_opens_the_endpoints_of_its_scopes_and_no_other(api: Api, operation: Operation) -> None:
    row = access_to("api", operation.method, operation.path)
    assert row is not None
    for count in range(1, len(TokenScope) + 1):
        for scopes in itertools.combinations(TokenScope, count):
            token = token_of(api.context, SHELTER, *scopes)
            answer, missing = api.calls(operation, token), api.calls(operation, token, ids=nobody(api))
            opened = row.scope in scopes
            assert ((answer.status_code == 403), (missing.status_code == 403)) == (not opened, not opened)
            if not opened:
                assert told(answer) == told(missing)


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda one: f"{one.method}-{one.path}")
def test_a_token_that_is_over_is_no_token(api: Api, operation: Operation) -> None:
    over, revoked = token_of(api.context, SHELTER), token_of(api.context, SHELTER)
    with api.context.database.transaction() as session:
        vault = api.context.vault
        for token, changes in (
            (over, {"expires_at": NOW - datetime.timedelta(seconds=1)}),
            (revoked, {"revoked_at": NOW}),
        ):
            digest = vault.token_digest(token)
            session.execute(update(AccessToken).where(AccessToken.token_digest == digest).values(changes))
    tokens = (over, revoked, "", "x" * 43, over[:-1], over + "x", "ä" * 20, "a" * 500)
    answers = [api.calls(operation, token) for token in tokens]
    assert {answer.status_code for answer in answers} == {401}
    assert len({answer.data for answer in answers}) == 1


@pytest.mark.parametrize("operation", WITH_ID, ids=lambda one: f"{one.method}-{one.path}")
def test_what_is_of_others_looks_like_what_is_not_there(api: Api, neighbour: str, operation: Operation) -> None:
    for condition in CONDITIONS:
        with queries(api) as asked_foreign:
            foreign = api.calls(operation, neighbour, headers=condition)
        with queries(api) as asked_missing:
            missing = api.calls(operation, neighbour, headers=condition, ids=nobody(api))
        if operation.path.startswith("/v1/shared-searches"):
            # The neighbour is a shelter too, to which the family said yes.
            continue
        assert told(foreign) == told(missing), condition
        assert asked_foreign == asked_missing, condition
        assert foreign.status_code in (404, 415)


def test_a_search_that_is_not_open_looks_like_one_that_is_not_there(api: Api) -> None:
    add_staff(api.context, "pathologist", "Morgue Invented", OrganisationKind.MORTUARY)
    token = used(api, token_of(api.context, "Morgue Invented"))
    (operation,) = (one for one in OPERATIONS if one.path == "/v1/shared-searches/<uuid:case_id>")
    with queries(api) as asked_closed:
        closed = api.calls(operation, token)
    with queries(api) as asked_missing:
        missing = api.calls(operation, token, ids=nobody(api))
    assert (closed.status_code, told(closed)) == (404, told(missing))
    assert asked_closed == asked_missing


@pytest.mark.parametrize("operation", WRITING, ids=lambda one: f"{one.method}-{one.path}")
def test_what_others_sent_changes_no_answer(api: Api, neighbour: str, operation: Operation) -> None:
    """The owner's number, key and very words, sent by a neighbour, are answered as in a registry without the owner."""
    same = {**SENT_BEFORE, "again": "ask"}
    key = {"Idempotency-Key": "the owner's"}
    assert api.calls(operation, headers=key, **sent_to(operation, same)).status_code in (200, 201)
    add_staff(api.context, "another", "Casa Lejana", OrganisationKind.SHELTER)
    another = used(api, token_of(api.context, "Casa Lejana"))
    # In as many letters: how long they are is no secret, and is not what is asked here.
    fresh = {**same, "sender_number": "NEVER-SENT."}
    with queries(api) as asked_same:
        answer = api.calls(operation, neighbour, headers=key, **sent_to(operation, same))
    with queries(api) as asked_fresh:
        other = api.calls(operation, another, headers={"Idempotency-Key": "new"}, **sent_to(operation, fresh))
    assert shape(answer) == shape(other)
    assert asked_same == asked_fresh
    assert api.ids["report_id"] not in answer.text


@pytest.mark.parametrize("operation", WRITING, ids=lambda one: f"{one.method}-{one.path}")
def test_a_report_of_others_cannot_be_named_in_a_body(api: Api, neighbour: str, operation: Operation) -> None:
    answers = [
        api.calls(operation, neighbour, **sent_to(operation, {**SENT_BEFORE, "alike": named}))
        for named in (api.ids["report_id"], str(MISSING))
    ]
    assert told(answers[0]) == told(answers[1])
    assert '"not_found"' in answers[0].text


def test_no_answer_to_a_neighbour_names_anything_of_the_owner(api: Api, neighbour: str) -> None:
    markers = {api.ids["report_id"], api.ids["photo_id"], "SENT-BEFORE", "Amina"}
    cursor_less = [one for one in OPERATIONS if not one.path.startswith("/v1/shared-searches")]
    unlike = {"kind": "shelter", "sender_number": "N-1", "found": {"names": [{"text": "Wilmar"}]}}
    for operation in cursor_less:
        changes = sent_to(operation, unlike) if operation.method == "POST" and operation.body else {}
        answer = api.calls(operation, neighbour, **changes)
        text = answer.text + str(answer.headers)
        assert [marker for marker in markers if marker in text] == [], operation.path


def test_a_token_files_only_the_kinds_that_it_was_made_for(api: Api) -> None:
    with api.context.database.transaction() as session:
        made = NewToken(name="other", scopes=frozenset(TokenScope), report_kinds=frozenset({ReportKind.OTHER}))
        token = issue_token(session, OPERATOR, SHELTER, made, now=NOW)
    for operation in (one for one in OPERATIONS if one.body is not None):
        if operation.method == "POST":
            answer = api.calls(operation, token, **sent_to(operation, {**SENT_BEFORE, "sender_number": "K-1"}))
        else:
            answer = api.calls(operation, token)
        assert "kind_not_of_token" in answer.text, operation.path


def nobody(api: Api) -> dict[str, str]:
    """Ids that nothing has."""
    return dict.fromkeys(api.ids, str(MISSING))


def told(answer: TestResponse) -> tuple[int, bytes, Mapping[str, str]]:
    """All that an answer says, but for what is of the caller."""
    headers = {name: value for name, value in answer.headers.items() if name not in OF_THE_CALLER}
    return answer.status_code, answer.data, headers


def shape(answer: TestResponse) -> tuple[int, Any]:
    """Status and values of an answer, without ids and the sender's own number."""
    return answer.status_code, _bare(answer.json)


def _bare(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _bare(one) for name, one in value.items() if name not in ("report_id", "sender_number")}
    return [_bare(one) for one in value] if isinstance(value, list) else value


@contextmanager
def queries(api: Api) -> Iterator[list[str]]:
    """The statements that are asked of the database meanwhile: the class of time that an answer takes."""
    asked: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        asked.append(statement)

    engine = api.context.database.engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(engine, "before_cursor_execute", note)
