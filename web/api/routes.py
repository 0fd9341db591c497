"""The API's addresses: send a report, read one's own, read what there is to know about both."""

import uuid
from dataclasses import replace
from functools import cache

import msgspec
from flask import Blueprint, Response, jsonify, request

from search.commands import ReportFound
from search.documents.field_notes import Noted
from search.fields.contradictions import contradictions
from search.files.shared_searches_json import as_json
from search.filing.report_identity import origin_of_key
from search.filing.reporting_found_persons import PAGE, own_report_count, own_reports, report_found
from search.filing.shared_searches import list_shared_searches, read_shared_search
from search.summaries import OwnReport
from search.vocabulary import Channel
from web.api import photos
from web.api.json_bodies import DoesNotFit, answer, asked_for, sent_body
from web.api.openapi import Document, Operation, openapi_document
from web.api.schemas import (
    FailureOut,
    HeldOut,
    OwnReportOut,
    OwnReportsOut,
    PageIn,
    ReceiptOut,
    ReportIn,
    SharedSearchesOut,
    SharedSearchOut,
)
from web.context import act, now

_LONGEST_KEY = 200
_TWO_ANSWERS = "has a value, and a note that answers none or unknown: send one of them"

reports = Blueprint("reports", __name__)


@reports.post("/v1/reports")
def report() -> Response:
    """Report one person.

    Idempotent by `sender_number`, or by the header `Idempotency-Key`: 201 for a new report, 200 for one that was known
    or brought up to date. 409 where the number may be used again for another person: answer with `again`.
    """
    command = command_of(sent_body(ReportIn))
    refuse_contradictions(command)
    receipt = act(report_found, replace(command, origin=_origin()), now=now())
    told = {name: part for name, part in msgspec.to_builtins(receipt).items() if name in ReceiptOut.model_fields}
    body = ReceiptOut.model_validate(told)
    return answer(body, 201 if receipt.outcome == "accepted" else 200)


@reports.get("/v1/reports")
def own() -> Response:
    """Read the organisation's own reports, newest first."""
    asked = asked_for(PageIn)
    total = act(own_report_count)
    listed = tuple(_shown(one) for one in act(own_reports, page=asked.page))
    return answer(OwnReportsOut(reports=listed, page=asked.page, pages=max(1, -(-total // PAGE)), total=total))


@reports.get("/v1/shared-searches")
def shared_list() -> Response:
    """Read the searches that families opened to the organisation, newest first.

    Each reading is written down. A family can take its consent back at any moment; the search is then not found.
    """
    asked = asked_for(PageIn)
    return answer(SharedSearchesOut.model_validate(as_json(act(list_shared_searches, page=asked.page, now=now()))))


@reports.get("/v1/shared-searches/<uuid:case_id>")
def shared_one(case_id: uuid.UUID) -> Response:
    """Read one search that its family opened to the organisation.

    404 for one that is not there, not open to the organisation, or no longer.
    """
    return answer(SharedSearchOut.model_validate(as_json(act(read_shared_search, case_id, now=now()))))


@reports.get("/openapi.json")
def description() -> Response:
    """Describe the API; open to anybody, because it tells of nobody."""
    return jsonify(_document())


_INFO = {
    "title": "Ovillo",
    "version": "1.0",
    "description": "Report found persons, read your own reports and what families opened to you. An error has the "
    "fields `error` and `message`.",
}
REPORTS = (
    Operation(
        method="POST",
        path="/v1/reports",
        tag="Reports",
        view=report,
        body=ReportIn,
        answers={
            201: (ReceiptOut, "The report is new."),
            200: (ReceiptOut, "The report was known already, or was brought up to date."),
            409: (
                HeldOut,
                "The number may be used again for another person, or a correction names what is not there any more.",
            ),
        },
    ),
    Operation(
        method="GET",
        path="/v1/reports",
        tag="Reports",
        view=own,
        query=PageIn,
        answers={200: (OwnReportsOut, "One page of them.")},
    ),
    Operation(
        method="GET",
        path="/v1/shared-searches",
        tag="Shared searches",
        view=shared_list,
        query=PageIn,
        answers={200: (SharedSearchesOut, "One page of them.")},
    ),
    Operation(
        method="GET",
        path="/v1/shared-searches/<uuid:case_id>",
        tag="Shared searches",
        view=shared_one,
        answers={200: (SharedSearchOut, "The search, as far as it is open.")},
    ),
)


OPERATIONS = (*REPORTS, *photos.OPERATIONS)


@cache
def _document() -> Document:
    return openapi_document(_INFO, OPERATIONS, FailureOut)


def command_of(sent: ReportIn) -> ReportFound:
    """The schema's fields are named as the command's documents are, so that one conversion fills them all."""
    return msgspec.convert({**sent.model_dump(mode="json"), "channel": Channel.API.value}, ReportFound)


def _origin() -> str:
    """Where the report came from: the key that the program gave it, if any."""
    key = request.headers.get("Idempotency-Key", "").strip()
    if len(key) > _LONGEST_KEY:
        raise DoesNotFit({"Idempotency-Key": [f"longer than {_LONGEST_KEY} characters"]})
    return origin_of_key(key) if key else ""


def refuse_contradictions(command: ReportFound) -> None:
    """Raises DoesNotFit with each field that has "none" or "unknown" as its answer and a value besides."""
    documents: dict[str, Noted | None] = {
        "found": command.found,
        "identifiers": command.identifiers,
        "whereabouts": command.whereabouts,
        "post_mortem": command.post_mortem,
    }
    paths = {name: contradictions(document) for name, document in documents.items() if document is not None}
    fields = {f"{name}.{path.partition('.')[2]}": [_TWO_ANSWERS] for name, listed in paths.items() for path in listed}
    if fields:
        raise DoesNotFit(fields)


def _shown(one: OwnReport) -> OwnReportOut:
    return OwnReportOut(
        report_id=one.report_id,
        kind=one.kind,
        sender_number=one.sender_number,
        entry_date=one.entry_date,
        names=tuple(name.text for name in one.found.names),
    )
