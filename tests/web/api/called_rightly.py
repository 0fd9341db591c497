"""The API as it should be called: a shelter with a token, its report and photo, and a search that is open to it."""

import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flask import Flask
from sqlalchemy import update
from werkzeug.test import TestResponse

from search.access import ANYONE
from search.accounts.new_family_words import prepare_words
from search.filing.registering_searches import register_search
from search.models import Organisation
from search.vocabulary import OrganisationKind, StateRun
from tests.fixtures.photos import with_places
from tests.fixtures.portals import NOW
from tests.fixtures.staff import SHELTER, add_staff, token_of
from tests.search.consents_given import SHELTERS, yes_to
from tests.search.photos.drawn import planted
from tests.search.scene import sought
from web.api import create_api_application
from web.api.about import OPERATIONS
from web.api.batch_schemas import BatchIn
from web.api.openapi import Operation
from web.context import Context

PORTRAIT = {"kind": "portrait", "agreed": "true"}
SENT_BEFORE = {"kind": "shelter", "sender_number": "SENT-BEFORE", "found": {"names": [{"text": "Amina"}]}}


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
        headers = {"Authorization": f"Bearer {self.token}"}
        answer = self.app.test_client().get(f"/v1/reports/{self.ids['report_id']}", headers=headers)
        return answer.headers.get("ETag", '"0"')


def _right(operation: Operation) -> dict[str, Any]:
    if operation.method == "PATCH":
        return {"json": {"found": {"religion": uuid.uuid4().hex}}}
    if operation.body is not None:
        return sent_to(operation, {**SENT_BEFORE, "sender_number": uuid.uuid4().hex})
    picture = {"data": planted()["JPEG"], "content_type": "image/jpeg", "query_string": PORTRAIT}
    return picture if operation.files else {}


def sent_to(operation: Operation, report: dict[str, Any]) -> dict[str, Any]:
    """A report as the body of an operation that takes one, or several."""
    return {"json": {"reports": [report]} if operation.body is BatchIn else report}


def called_rightly(context: Context, tmp_path: Path) -> Api:
    """The API with all of that in it."""
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
