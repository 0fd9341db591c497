"""The API's addresses: send a report, read one's own, read what there is to know about both."""

from functools import cache

import msgspec
from flask import Blueprint, Response, jsonify

from search.commands import ReportFound
from search.filing.reporting_found_persons import PAGE, own_report_count, own_reports, report_found
from search.summaries import OwnReport
from search.vocabulary import Channel
from web.api import photos
from web.api.json_bodies import answer, asked_for, sent_body
from web.api.openapi import Document, Operation, openapi_document
from web.api.schemas import FailureOut, OwnReportOut, OwnReportsOut, PageIn, ReceiptOut, ReportIn
from web.context import act, now

reports = Blueprint("reports", __name__)


@reports.post("/v1/reports")
def report() -> Response:
    """Report one person.

    Idempotent by `sender_number`: 201 for a new report, 200 for one that was known or brought up to date.
    """
    receipt = act(report_found, command_of(sent_body(ReportIn)), now=now())
    body = ReceiptOut.model_validate(msgspec.to_builtins(receipt))
    return answer(body, 201 if receipt.outcome == "accepted" else 200)


@reports.get("/v1/reports")
def own() -> Response:
    """Read the organisation's own reports, newest first."""
    asked = asked_for(PageIn)
    total = act(own_report_count)
    listed = tuple(_shown(one) for one in act(own_reports, page=asked.page))
    return answer(OwnReportsOut(reports=listed, page=asked.page, pages=max(1, -(-total // PAGE)), total=total))


@reports.get("/openapi.json")
def description() -> Response:
    """Describe the API; open to anybody, because it tells of nobody."""
    return jsonify(_document())


_INFO = {
    "title": "Ovillo",
    "version": "1.0",
    "description": "Report found persons, read your own reports. An error has the fields `error` and `message`.",
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
)


OPERATIONS = (*REPORTS, *photos.OPERATIONS)


@cache
def _document() -> Document:
    return openapi_document(_INFO, OPERATIONS, FailureOut)


def command_of(sent: ReportIn) -> ReportFound:
    """The schema's fields are named as the command's documents are, so that one conversion fills them all."""
    return msgspec.convert({**sent.model_dump(mode="json"), "channel": Channel.API.value}, ReportFound)


def _shown(one: OwnReport) -> OwnReportOut:
    return OwnReportOut(
        report_id=one.report_id,
        kind=one.kind,
        sender_number=one.sender_number,
        entry_date=one.entry_date,
        names=tuple(name.text for name in one.found.names),
    )
