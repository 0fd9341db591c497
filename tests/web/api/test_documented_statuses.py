"""Each operation answers with the statuses that its description lists: with all of them, and with no other."""

import uuid
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import update
from werkzeug.test import TestResponse

from search.access import ANYONE, TokenScope
from search.accounts.api_tokens import CALLS_AT_ONCE
from search.accounts.new_family_words import prepare_words
from search.errors import Conflict
from search.filing.registering_searches import register_search
from search.filing.sheet_storing import SheetStoring
from search.models import Organisation, Record
from search.records.change_numbers import NOT_YET
from search.vocabulary import OrganisationKind, StateRun
from tests.fixtures.photos import with_places
from tests.fixtures.portals import NOW
from tests.fixtures.staff import SHELTER, add_staff, token_of
from tests.search.consents_given import SHELTERS, yes_to
from tests.search.photos.drawn import planted
from tests.search.scene import sought
from web.access_table import access_to
from web.api import create_api_application
from web.api.about import OPERATIONS
from web.api.batch_schemas import BatchIn
from web.api.openapi import Operation
from web.context import Context

PORTRAIT = {"kind": "portrait", "agreed": "true"}
SENT_BEFORE = {"kind": "shelter", "sender_number": "SENT-BEFORE", "found": {"names": [{"text": "Amina"}]}}
ALL_OR_NONE = {"all_or_none": "true"}
OVER_EVERY_LIMIT = b" " * 20_000_000


@dataclass
class Api:
    """The API with a shelter, its report and photo, and a search that is open to it."""

    app: Flask
    context: Context
    token: str
    ids: dict[str, str]

    def calls(self, operation: Operation, token: str | None = None, **changes: Any) -> TestResponse:
        """The operation as it should be called, but for the changes; `ids` stand in its address."""
        address = operation.path
        for name, known in changes.pop("ids", self.ids).items():
            address = address.replace(f"<uuid:{name}>", known)
        sent = {**_right(operation), **changes}
        headers = {"Authorization": f"Bearer {self.token if token is None else token}"}
        if operation.needs_match:
            headers["If-Match"] = self.newest()
        headers |= sent.pop("headers", {})
        return self.app.test_client().open(address, method=operation.method, headers=headers, **sent)

    def newest(self) -> str:
        """The ETag of the report as it is now."""
        headers = {"Authorization": f"Bearer {token_of(self.context, SHELTER)}"}
        answer = self.app.test_client().get(f"/v1/reports/{self.ids['report_id']}", headers=headers)
        return answer.headers.get("ETag", '"0"')


def _right(operation: Operation) -> dict[str, Any]:
    if operation.method == "PATCH":
        return {"json": {"found": {"religion": uuid.uuid4().hex}}}
    if operation.body is not None:
        return _sent(operation, {**SENT_BEFORE, "sender_number": uuid.uuid4().hex})
    picture = {"data": planted()["JPEG"], "content_type": "image/jpeg", "query_string": PORTRAIT}
    return picture if operation.files else {}


def _sent(operation: Operation, report: dict[str, Any]) -> dict[str, Any]:
    return {"json": {"reports": [report]} if operation.body is BatchIn else report}


@pytest.fixture
def api(context: Context, tmp_path: Path) -> Api:
    context = with_places(context, tmp_path)
    add_staff(context, "clerk", SHELTER, OrganisationKind.SHELTER)
    command = sought("Tesfalem", 3, consents=(yes_to(SHELTERS),))
    with context.database.transaction() as session:
        session.execute(update(Organisation).values(state_run=StateRun.NO.value))
        case = register_search(session, ANYONE, command, prepare_words("en"), now=NOW)
    made = Api(create_api_application(context), context, token_of(context, SHELTER), {"case_id": str(case.case_id)})
    made.ids |= _told(made.calls(_where(body=True), json=SENT_BEFORE), "report_id")
    made.ids |= _told(made.calls(_where(body=False)), "photo_id")
    return made


def _where(*, body: bool) -> Operation:
    """The operation that takes a report, or the one that takes a photo."""
    posted = [one for one in OPERATIONS if one.method == "POST"]
    return next(one for one in posted if (one.body is not None and body) or (one.files and not body))


def _told(answer: TestResponse, name: str) -> dict[str, str]:
    assert answer.json is not None, answer.text
    return {name: answer.json[name]}


def rightly(api: Api, operation: Operation) -> TestResponse:
    return api.calls(operation)


def a_second_time(api: Api, operation: Operation) -> TestResponse:
    return (
        api.calls(operation, **_sent(operation, SENT_BEFORE))
        if operation.method == "POST" and operation.body
        else api.calls(operation)
    )


def under_the_number_of_somebody_else(api: Api, operation: Operation) -> TestResponse:
    another: dict[str, Any] = {**SENT_BEFORE, "found": {"names": [{"text": "Wilmar Quispe"}], "sex": "male"}}
    if operation.method == "PATCH":
        another = {"corrections": [{"path": "description.religion", "old": "never said"}]}
    return api.calls(operation, **_sent(operation, another)) if operation.body else api.calls(operation)


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
    return api.calls(operation, ids=dict.fromkeys(api.ids, str(uuid.UUID(int=404))))


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
