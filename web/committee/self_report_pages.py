"""People who say that they are not missing: listed without what they wrote, opened for a reason, answered once."""

import uuid

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from search.errors import Conflict, Refused
from search.filing.complaints import open_complaints, settle_complaint
from search.filing.self_reports import (
    AnswerSelfReport,
    OpenSelfReport,
    PassOnSelfReport,
    answer_self_report,
    find_self_report,
    open_self_report,
    pass_on_self_report,
    waiting_self_reports,
)
from search.vocabulary import SelfReportOutcome
from web.committee.blueprint import pages
from web.committee.forms import ReasonForm
from web.context import act, look, now
from web.labels.staff_error_sentences import SENTENCES
from web.typed_again import Shows


@pages.get("/not-missing")
def self_reports() -> str:
    """Who wrote, by day and language."""
    return render_template("self_reports.html", reports=look(waiting_self_reports), done="done" in request.args)


@pages.get("/not-missing/<uuid:report_id>")
def ask_self_report(report_id: uuid.UUID) -> str:
    """Asks why it is opened; nothing of it is shown yet."""
    return _asking(report_id, ReasonForm())


@pages.post("/not-missing/<uuid:report_id>")
def show_self_report(report_id: uuid.UUID) -> str | tuple[str, int]:
    """What somebody wrote; that it was read is written down."""
    form = ReasonForm(request.form)
    if "lang" in request.form:
        return _asking(report_id, form)
    if not form.validate():
        return _asking(report_id, form), 400
    try:
        opened = act(open_self_report, OpenSelfReport(report_id=report_id, reason=form.reason.data or ""), now=now())
    except Refused as refusal:
        form.reason.errors = [SENTENCES[refusal.code]]
        return _asking(report_id, form), 400
    return render_template("self_report.html", report=opened.listed, opened=opened, outcomes=tuple(SelfReportOutcome))


@pages.post("/not-missing/<uuid:report_id>/outcome")
def answer_self_report_page(report_id: uuid.UUID) -> Response:
    """Writes down what came of it."""
    outcome = request.form.get("outcome", "")
    if outcome not in set(SelfReportOutcome):
        return redirect(url_for(".ask_self_report", report_id=report_id), 303)
    try:
        act(answer_self_report, AnswerSelfReport(report_id=report_id, outcome=SelfReportOutcome(outcome)), now=now())
    except Conflict:
        return redirect(url_for(".self_reports"), 303)
    return redirect(url_for(".self_reports", done=1), 303)


@pages.post("/not-missing/<uuid:report_id>/pass-on")
def pass_on(report_id: uuid.UUID) -> Response:
    """Hands it to another committee."""
    try:
        committee = uuid.UUID(request.form.get("committee", ""))
    except ValueError:
        return redirect(url_for(".ask_self_report", report_id=report_id), 303)
    try:
        act(pass_on_self_report, PassOnSelfReport(report_id=report_id, committee_id=committee), now=now())
    except Conflict:
        return redirect(url_for(".self_reports"), 303)
    return redirect(url_for(".self_reports", done=1), 303)


@pages.get("/complaints")
def complaints() -> str:
    """What was complained about to the coordinators of this committee."""
    return render_template("complaints.html", complaints=act(open_complaints, now=now()), done="done" in request.args)


@pages.post("/complaints/<uuid:complaint_id>")
def settle(complaint_id: uuid.UUID) -> Response:
    """Writes down that one was answered."""
    act(settle_complaint, complaint_id, now=now())
    return redirect(url_for(".complaints", done=1), 303)


def _asking(report_id: uuid.UUID, form: ReasonForm) -> str:
    return render_template("self_report.html", report=look(find_self_report, report_id), opened=None, form=form)


def _reason_again(report_id: uuid.UUID) -> str:
    """The page that asks why, with the reason that was typed; nothing is shown yet."""
    return _asking(report_id, ReasonForm(request.form))


# Where a reader types (`web.typed_again`).
TYPED_AGAIN: dict[str, Shows] = {"committee.show_self_report": _reason_again}
