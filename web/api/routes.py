"""The API's addresses: send a report, read and change one's own, read what there is to know about all of it."""

import uuid

from flask import Blueprint, Response, url_for

from search.commands import AmendReport
from search.filing.own_reports import read_own_report
from search.filing.report_history import amend_report, report_standing
from search.filing.report_pages import own_reports_page
from search.filing.reporting_found_persons import PAGE, own_report_count, report_found
from web.api.conditions import marked, require_seen, unless_known
from web.api.json_bodies import answer, answer_stated, asked_for, sent_body
from web.api.list_pages import paged, places_of
from web.api.openapi import Operation
from web.api.report_bodies import line_out, news_command, receipt_out, report_command, report_out, sent_origin
from web.api.schemas import (
    HeldOut,
    OwnReportsOut,
    PageIn,
    PatchIn,
    Problem,
    ReceiptOut,
    ReportIn,
    ReportOut,
)
from web.context import act, look, now

reports = Blueprint("reports", __name__)
_ONE = "/v1/reports/<uuid:report_id>"


@reports.post("/v1/reports")
def report() -> Response:
    """Report one person.

    Idempotent by `sender_number`, or by the header `Idempotency-Key`: 201 for a new report, 200 for one that was known
    or brought up to date. 409 where the number may be used again for another person: answer with `again`. 422 where
    something else was sent under the key before.
    """
    command = report_command(sent_body(ReportIn), now().date(), sent_origin())
    receipt = act(report_found, command, now=now())
    told = answer(receipt_out(receipt), 201 if receipt.outcome == "accepted" else 200)
    if told.status_code == 201:
        told.headers["Location"] = url_for("reports.one", report_id=receipt.report_id)
    return marked(told, receipt.revision)


@reports.get("/v1/reports")
def own() -> Response:
    """Read the organisation's own reports, newest first.

    A page says in `next`, and in its `Link` header, where the following one is.
    """
    asked = asked_for(PageIn)
    total = look(own_report_count)
    found = look(own_reports_page, after=asked.after or "", page=asked.page or 1)
    listed = tuple(map(line_out, found.reports))
    return paged(OwnReportsOut(reports=listed, total=total, **places_of(asked, found.after, total, PAGE)))


@reports.get(_ONE)
def one(report_id: uuid.UUID) -> Response:
    """Read one own report with all that is known of it.

    Its `ETag` is what `If-Match` asks for to change it; with `If-None-Match` what is known already is not sent again.
    """
    whole = look(read_own_report, report_id)
    return unless_known(answer_stated(report_out(whole)), whole.revision)


@reports.patch(_ONE)
def change(report_id: uuid.UUID) -> Response:
    """Send news and corrections of one own report.

    `If-Match` names the `ETag` that was read. What is left out stays; `corrections` name what they replace or remove.
    409 where it would then be of somebody else: answer with `again`.
    """
    standing = look(report_standing, report_id)
    require_seen(standing.revision)
    news = news_command(sent_body(PatchIn), standing.kind, now().date())
    command = AmendReport(
        report_id=report_id,
        seen_revision=standing.revision,
        news=news,
        corrections=news.corrections,
        again=news.again,
    )
    receipt = act(amend_report, command, now=now())
    return marked(answer(receipt_out(receipt)), receipt.revision)


OPERATIONS = (
    Operation(
        method="POST",
        path="/v1/reports",
        tag="Reports",
        view=report,
        body=ReportIn,
        takes_key=True,
        gives_etag=True,
        answers={
            201: (ReceiptOut, "The report is new."),
            200: (ReceiptOut, "The report was known already, or was brought up to date."),
            404: (Problem, "`alike` names no report of yours."),
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
        path=_ONE,
        tag="Reports",
        view=one,
        gives_etag=True,
        answers={200: (ReportOut, "The report."), 304: (None, "It has not changed.")},
    ),
    Operation(
        method="PATCH",
        path=_ONE,
        tag="Reports",
        view=change,
        body=PatchIn,
        gives_etag=True,
        needs_match=True,
        answers={
            200: (ReceiptOut, "The report was brought up to date, or said so already."),
            409: (HeldOut, "It may be of another person, or a correction names what is not there any more."),
        },
    ),
)
