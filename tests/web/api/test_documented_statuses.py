"""Each operation answers with the statuses that its description lists: with all of them, and with no other."""

import uuid
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from typing import Any

import pytest
from sqlalchemy import update
from werkzeug.test import TestResponse

from search.access import TokenScope
from search.accounts.api_tokens import CALLS_AT_ONCE
from search.errors import Conflict
from search.filing.sheet_storing import SheetStoring
from search.models import Record
from search.records.change_numbers import NOT_YET
from tests.fixtures.staff import SHELTER, token_of
from tests.web.api.called_rightly import SENT_BEFORE, Api, sent_to
from web.access_table import access_to
from web.api.about import OPERATIONS
from web.api.batch_schemas import BatchIn
from web.api.openapi import Operation

ALL_OR_NONE = {"all_or_none": "true"}
OVER_EVERY_LIMIT = b" " * 20_000_000


def rightly(api: Api, operation: Operation) -> TestResponse:
    return api.calls(operation)


def a_second_time(api: Api, operation: Operation) -> TestResponse:
    return (
        api.calls(operation, **sent_to(operation, SENT_BEFORE))
        if operation.method == "POST" and operation.body
        else api.calls(operation)
    )


def under_the_number_of_somebody_else(api: Api, operation: Operation) -> TestResponse:
    another: dict[str, Any] = {**SENT_BEFORE, "found": {"names": [{"text": "Wilmar Quispe"}], "sex": "male"}}
    if operation.method == "PATCH":
        another = {"corrections": [{"path": "description.religion", "old": "never said"}]}
    return api.calls(operation, **sent_to(operation, another)) if operation.body else api.calls(operation)


def without_a_token(api: Api, operation: Operation) -> TestResponse:
    return api.calls(operation, token="")


def with_a_token_for_something_else(api: Api, operation: Operation) -> TestResponse:
    row = access_to("api", operation.method, operation.path)
    assert row is not None
    others = [scope for scope in TokenScope if scope is not row.scope]
    return api.calls(operation, token_of(api.context, SHELTER, *others))


def too_fast(api: Api, operation: Operation) -> TestResponse:
    token = token_of(api.context, SHELTER)
    for _ in range(CALLS_AT_ONCE):
        api.app.test_client().get("/v1/reports?page=0", headers={"Authorization": f"Bearer {token}"})
    return api.calls(operation, token)


def about_what_is_not_there(api: Api, operation: Operation) -> TestResponse:
    ids = dict.fromkeys(api.ids, str(uuid.UUID(int=404)))
    posts = operation.method == "POST" and operation.body is not None
    named = sent_to(operation, {**SENT_BEFORE, "alike": ids["report_id"]}) if posts else {}
    return api.calls(operation, ids=ids, **named)


def with_something_else(api: Api, operation: Operation) -> TestResponse:
    return (
        api.calls(operation, query_string={"page": "0"}, json={"unknown": 1}, data=None, content_type=None)
        if (operation.body or not operation.files)
        else api.calls(operation, query_string={"page": "0"})
    )


def with_no_json(api: Api, operation: Operation) -> TestResponse:
    return api.calls(operation, **_of_type(operation), data=b"{", json=None)


def with_another_type(api: Api, operation: Operation) -> TestResponse:
    return api.calls(operation, data=b"{}", json=None, content_type="text/plain")


def with_too_much(api: Api, operation: Operation) -> TestResponse:
    return api.calls(operation, **_of_type(operation), data=OVER_EVERY_LIMIT, json=None)


def _of_type(operation: Operation) -> dict[str, str]:
    return {"content_type": "application/json"} if operation.body else {}


def without_a_condition(api: Api, operation: Operation) -> TestResponse:
    return api.calls(operation, headers={"If-Match": ""})


def with_a_version_that_is_over(api: Api, operation: Operation) -> TestResponse:
    return api.calls(operation, headers={"If-Match": '"999"'})


def with_what_is_known(api: Api, operation: Operation) -> TestResponse:
    return api.calls(operation, headers={"If-None-Match": api.newest()})


def while_enough_is_in_hand(api: Api, operation: Operation) -> TestResponse:
    """A photo while two of others are read, a report while the sheet that it stands in is being stored."""
    with _being_stored(api, operation), _photos_in_hand(api):
        return a_second_time(api, operation)


@contextmanager
def _photos_in_hand(api: Api) -> Iterator[None]:
    with ExitStack() as taken:
        for in_hand in (api.context.photos_in_hand, api.context.batches_in_hand):
            for sender in (uuid.UUID(int=1), uuid.UUID(int=2)):
                taken.enter_context(in_hand.one(sender))
        yield


def _being_stored(api: Api, operation: Operation) -> AbstractContextManager[None]:
    if operation.body is not None:
        with api.context.database.transaction() as session:
            stored = update(Record).where(Record.id == uuid.UUID(api.ids["report_id"]))
            session.execute(stored.values(version=NOT_YET))
    return nullcontext()


def while_somebody_changes_it(api: Api, operation: Operation) -> TestResponse:
    """At the last moment before all or none is stored."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(SheetStoring, "store_whole", _changed_meanwhile)
        return api.calls(operation, query_string=ALL_OR_NONE) if operation.body is BatchIn else api.calls(operation)


def _changed_meanwhile(*_arguments: object) -> None:
    raise Conflict("batch_changed_meanwhile")


WAYS: tuple[Callable[[Api, Operation], TestResponse], ...] = (
    without_a_token,
    with_a_token_for_something_else,
    too_fast,
    about_what_is_not_there,
    with_something_else,
    with_no_json,
    with_another_type,
    with_too_much,
    without_a_condition,
    with_a_version_that_is_over,
    with_what_is_known,
    a_second_time,
    under_the_number_of_somebody_else,
    while_enough_is_in_hand,
    while_somebody_changes_it,
    rightly,
)


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda one: f"{one.method}-{one.path}")
def test_an_operation_answers_with_what_its_description_lists_and_with_nothing_else(
    api: Api, operation: Operation
) -> None:
    answers = [way(api, operation) for way in WAYS]
    document = api.app.test_client().get("/openapi.json").json
    assert document is not None
    path = operation.path.replace("<uuid:", "{").replace(">", "}")
    described = document["paths"][path][operation.method.lower()]["responses"]
    assert {str(one.status_code) for one in answers} == set(described)
    for answer in answers:
        row = described[str(answer.status_code)]
        assert set(row.get("headers", {})) <= set(answer.headers.keys())
        assert ("Retry-After" in row.get("headers", {})) is ("Retry-After" in answer.headers)
        assert bool(answer.data) is ("content" in row)
