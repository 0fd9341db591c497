"""Searches that families opened to the organisation by its name, as pages of an Atom feed that carries PFIF."""

import datetime
from typing import Annotated, Literal
from urllib.parse import urlencode

from flask import Blueprint, Response, request
from pydantic import Field

from search.files.pfif_fields import moment
from search.files.pfif_searches import person_of_search
from search.files.pfif_writing import FeedHead, atom_feed
from search.filing.search_feed import PAGE, FeedAsked, read_search_feed
from web.api.json_bodies import DoesNotFit, asked_for
from web.api.openapi import Operation
from web.api.schema_parts import Strict
from web.context import act, now

feed_addresses = Blueprint("search_feed", __name__)
ATOM = "application/atom+xml"
_PATH = "/v1/pfif/persons"
# When an empty page was last changed: it is the same whenever it is read.
_NEVER = datetime.datetime.fromtimestamp(0, datetime.UTC)


class FeedIn(Strict):
    """Which page, and in which version of PFIF; more than a page holds can be asked for and is not given."""

    min_entry_date: Annotated[str | None, Field(max_length=40)] = None
    skip: Annotated[int, Field(ge=0, le=100_000)] = 0
    max_results: Annotated[int, Field(ge=1, le=10_000)] = PAGE
    version: Literal["1.1", "1.2", "1.3", "1.4"] = "1.4"


@feed_addresses.get(_PATH)
def persons() -> Response:
    """Read the searches that families opened to the organisation by its name, as PFIF in an Atom feed.

    With `min_entry_date` the oldest first, from that moment on; without it the newest first. Nothing is said of what
    is closed, or not open any more: read all pages anew before `expiry_date`, and forget a record at that date. Each
    reading is written down.
    """
    asked = asked_for(FeedIn)
    since = moment(asked.min_entry_date or "")
    if asked.min_entry_date and since is None:
        raise DoesNotFit({"min_entry_date": ["is no moment as 2026-01-31T00:00:00Z is one"]})
    part = FeedAsked(min_entry_date=since, skip=asked.skip, max_results=asked.max_results)
    found = act(read_search_feed, part, now=now())
    domain = request.host.partition(":")[0]
    listed = [person_of_search(one, domain, today=now().date()) for one in found.searches]
    head = FeedHead(
        address=request.url,
        following=_following(asked, len(listed)) if found.more else "",
        title=domain,
        updated=max((one.entry_date for one in found.searches), default=_NEVER),
    )
    return Response(atom_feed(listed, head, asked.version), mimetype=ATOM)


def _following(asked: FeedIn, shown: int) -> str:
    """The address of the next page."""
    said = asked.model_dump(exclude_none=True) | {"skip": asked.skip + shown}
    return f"{request.base_url}?{urlencode(said)}"


OPERATIONS = (
    Operation(
        method="GET",
        path=_PATH,
        tag="Shared searches",
        view=persons,
        query=FeedIn,
        gives=ATOM,
        answers={200: (None, "One page of the feed.")},
    ),
)
