"""The partner erases a report that it made, asks for one that another organisation made, and settles what was asked."""

import uuid

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import Form

from i18n.translate import gettext_noop as _
from search.commands import AskErasure, DeclineErasure, EraseReport, SettleAskedErasure
from search.erasing.asked_erasures import ask_erasure, asked_of_us, settle_asked
from search.erasing.erasing_reports import bodies_to_confirm, decline_erasure, erase_report, read_report_to_erase
from search.erasing.erasure_summaries import ErasureStep
from search.errors import AccessDenied, Refused, TooManyAttempts
from web.context import act, now, scrub
from web.error_pages import refusal_words, retry_after, status_of
from web.forms import code_line, line
from web.labels import error_words

erasing_pages = Blueprint("erasing", __name__, template_folder="templates")


class TypedForm(Form):
    """The report's number, typed again."""

    typed = code_line(_("The number of the report"), _("Capital or small letters, with or without dashes."))


class AskForm(Form):
    """What a person who was reported elsewhere brings along."""

    organisation = line(_("Name of the organisation that reported the person"))
    number = code_line(_("The person's number there"))


@erasing_pages.get("/reports/<uuid:report_id>/erase")
def ask(report_id: uuid.UUID) -> str:
    """Says what goes, and of a body, who else has to agree."""
    return _page(report_id, TypedForm())


@erasing_pages.post("/reports/<uuid:report_id>/erase")
def erase(report_id: uuid.UUID) -> Response | tuple[str, int]:
    """Erases the report of a living person; of a body, asks for it or confirms what a colleague asked."""
    form = TypedForm(request.form)
    try:
        step = act(erase_report, EraseReport(report_id=report_id, typed=form.typed.data or ""), now=now())
    except (AccessDenied, Refused) as refused:
        return _page(report_id, form, error_words(refused.code)), 400
    except TooManyAttempts as many:
        answer = make_response(_page(report_id, form, refusal_words(many)), status_of(many))
        answer.headers.update(retry_after(many))
        return answer
    if step is ErasureStep.ASKED:
        return redirect(url_for(".ask", report_id=report_id), 303)
    scrub()
    return redirect(url_for(".requests", done="erased"), 303)


@erasing_pages.post("/erasures/<uuid:request_id>/decline")
def decline(request_id: uuid.UUID) -> Response:
    """A body's report stays."""
    act(decline_erasure, DeclineErasure(request_id=request_id), now=now())
    return redirect(url_for(".requests", done="kept"), 303)


@erasing_pages.get("/erasures")
def requests() -> str:
    """What waits for this organisation, and the form for a person whom another organisation reported."""
    return _requests_page(AskForm())


@erasing_pages.post("/erasures")
def ask_another() -> Response | tuple[str, int]:
    """Passes a person's request on; the answer is the same whether or not there is such a report."""
    form = AskForm(request.form)
    command = AskErasure(organisation=form.organisation.data or "", sender_number=form.number.data or "")
    try:
        act(ask_erasure, command, now=now())
    except Refused as refused:
        return _requests_page(form, error_words(refused.code)), 400
    return redirect(url_for(".requests", done="passed_on"), 303)


@erasing_pages.post("/erasures/<uuid:request_id>/settle")
def settle(request_id: uuid.UUID) -> Response:
    """Says that this organisation has no such report."""
    act(settle_asked, SettleAskedErasure(request_id=request_id, erased=False), now=now())
    return redirect(url_for(".requests", done="kept"), 303)


def _page(report_id: uuid.UUID, form: Form, message: str = "") -> str:
    report = act(read_report_to_erase, report_id, now=now())
    return render_template("erase_report.html", report=report, form=form, message=message)


def _requests_page(form: Form, message: str = "") -> str:
    waiting = {"asked": act(asked_of_us), "bodies": act(bodies_to_confirm, now=now())}
    return render_template("erasures.html", form=form, message=message, done=request.args.get("done", ""), **waiting)
