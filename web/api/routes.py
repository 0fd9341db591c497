"""The API's addresses: send a report, read one's own."""

import msgspec
from apiflask import APIBlueprint

from search.commands import ReportFound
from search.filing.reporting import PAGE, own_report_count, own_reports, report_found
from search.summaries import OwnReport
from search.vocabulary import Channel
from web.api.schemas import OwnReportOut, OwnReportsOut, PageIn, ReceiptOut, ReportIn
from web.context import act, now

reports = APIBlueprint("reports", __name__, url_prefix="/v1", tag="Reports")


@reports.post("/reports")
@reports.input(ReportIn, arg_name="sent")
@reports.output(ReceiptOut, status_code=201)
@reports.doc(security="bearer", responses={200: "The report was known already, or was brought up to date."})
def report(sent: ReportIn) -> tuple[ReceiptOut, int]:
    """Report one person.

    Idempotent by `sender_number`: 201 for a new report, 200 for one that was known or brought up to date.
    """
    receipt = act(report_found, command_of(sent), now=now())
    answer = ReceiptOut.model_validate(msgspec.to_builtins(receipt))
    return answer, 201 if receipt.outcome == "accepted" else 200


@reports.get("/reports")
@reports.input(PageIn, location="query", arg_name="asked")
@reports.output(OwnReportsOut)
@reports.doc(security="bearer")
def own(asked: PageIn) -> OwnReportsOut:
    """Read the organisation's own reports, newest first."""
    total = act(own_report_count)
    listed = act(own_reports, page=asked.page)
    return OwnReportsOut(
        reports=tuple(_shown(one) for one in listed), page=asked.page, pages=max(1, -(-total // PAGE)), total=total
    )


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
