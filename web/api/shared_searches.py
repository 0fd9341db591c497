"""Searches that families opened to the organisation: a page of them, and one."""

import uuid

from flask import Blueprint, Response

from search.files.shared_searches_json import as_json
from search.filing.shared_searches import PAGE, list_shared_searches, read_shared_search
from web.api.json_bodies import answer, asked_for
from web.api.list_pages import paged, places_of
from web.api.openapi import Operation
from web.api.schemas import PageIn, SharedSearchesOut, SharedSearchOut
from web.context import act, now

shared_addresses = Blueprint("shared_searches", __name__)


@shared_addresses.get("/v1/shared-searches")
def some() -> Response:
    """Read the searches that families opened to the organisation, newest first.

    Each reading is written down. A family can take its consent back at any moment; the search is then not found.
    """
    asked = asked_for(PageIn)
    found = act(list_shared_searches, after=asked.after or "", page=asked.page or 1, now=now())
    listed = {"searches": as_json(found)["searches"], "total": found.total}
    return paged(SharedSearchesOut.model_validate(listed | places_of(asked, found.after, found.total, PAGE)))


@shared_addresses.get("/v1/shared-searches/<uuid:case_id>")
def one(case_id: uuid.UUID) -> Response:
    """Read one search that its family opened to the organisation.

    404 for one that is not there, not open to the organisation, or no longer.
    """
    return answer(SharedSearchOut.model_validate(as_json(act(read_shared_search, case_id, now=now()))))


OPERATIONS = (
    Operation(
        method="GET",
        path="/v1/shared-searches",
        tag="Shared searches",
        view=some,
        query=PageIn,
        answers={200: (SharedSearchesOut, "One page of them.")},
    ),
    Operation(
        method="GET",
        path="/v1/shared-searches/<uuid:case_id>",
        tag="Shared searches",
        view=one,
        answers={200: (SharedSearchOut, "The search, as far as it is open.")},
    ),
)
