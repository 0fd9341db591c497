"""The form for one person: shown, changed by its buttons, sent."""

import re
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from flask import Blueprint, abort, render_template, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from search.commands import Again
from search.errors import Refused
from search.filing.report_identity import origin_of_form
from search.filing.report_questions import ReportQuestion, question_about
from search.filing.reporting_found_persons import report_found
from search.vocabulary import ReportKind
from web.context import act, look, now
from web.fields.drawing import suggested
from web.labels import error_words
from web.partner import picture_page
from web.partner.day_questions import given_answers, open_questions, settled_days
from web.partner.picture_page import pictured_element
from web.partner.report_again import AGAIN, ANOTHER, answered, answers_to
from web.partner.report_checking import unread
from web.partner.report_command import report_of
from web.partner.report_fields import WHICH, SentReport, offered_kinds, sent_report
from web.partner.report_page import every_field, kind_field, parts_of_report
from web.partner.report_parts import begin
from web.partner.report_silence import Silence, silences
from web.pictures.body_choices import with_spots_read
from web.session_cookies import current_actor

# Buttons that change the form and file nothing.
FORM_KEY = "form_key"
_KEY = re.compile(r"[0-9a-f]{32}")
OTHER_BUTTONS = frozenset({"add", "remove", "restore", "lang", picture_page.BACK})


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPlace:
    """Where the form stands: its template, where it is sent (to a new report where empty), which kinds it offers."""

    template: str = "report.html"
    action: str = ""
    offered: Sequence[ReportKind] = ()


HERE = FormPlace()


def add_report_form(pages: Blueprint) -> None:
    """Gives a portal the form."""
    pages.add_url_rule("/report/<which>", "report_form", report_form, methods=["GET"])
    pages.add_url_rule("/report/<which>", "report", report, methods=["POST"])


def report_form(which: str) -> str | Response:
    """The empty form for a living person or a body; by kind of place its first part."""
    if which not in WHICH:
        return begin(which)
    return report_page(sent_form(which, MultiDict()))


def report(which: str) -> str | tuple[str, int]:
    """Files one report, and says what became of it.

    What cannot be read is shown once with a sentence; sent again as it is, it is kept in words. The other buttons
    change the form and file nothing.
    """
    form = with_spots_read(request.form)
    sent = sent_form(which, form)
    # Another language on the page of pictures keeps that page.
    if picture_page.ASK in form or {"lang", picture_page.BACK} <= set(form):
        return pictures_page(sent, form)
    if OTHER_BUTTONS & set(form):
        return report_page(sent, added=form.get("add", ""))
    if sent.kind not in offered_kinds(which) or set(unread(sent)) - set(form.getlist("seen")):
        return report_page(sent, check=True), 400
    for name, said in settled_days(sent, form):
        form[name] = said
    sent = sent_form(which, form)
    days, unsaid = open_questions(sent, form), silences(sent, form.getlist("seen"))
    if days or unsaid:
        return report_page(sent, days=days, unsaid=unsaid), 409
    command = replace(report_of(sent), origin=_origin(form))
    another = form.get(ANOTHER) == "y"
    command = replace(command, again=Again.OTHER) if another else command
    asked = None if another else look(question_about, command, today=now().date())
    answer = form.get(AGAIN, "")
    if asked is not None and answer not in answers_to(asked):
        return report_page(sent, question=asked), 409
    try:
        receipt = act(report_found, answered(command, answer) if asked else command, now=now())
    except Refused as refusal:
        return report_page(sent, message=error_words(refusal.code)), 400
    return render_template("reported.html", receipt=receipt, which=which, at=now())


def report_again(which: str) -> str:
    """The form with what was typed; nothing is filed."""
    return report_page(sent_form(which, with_spots_read(request.form)))


def sent_form(which: str, form: MultiDict[str, str], *, offered: Sequence[ReportKind] | None = None) -> SentReport:
    """What was sent to a form, with the elements that its buttons take out and put back."""
    if not (offered or offered_kinds(which)):
        abort(404)
    removed = {*form.getlist("removed"), *form.getlist("remove")} - {*form.getlist("restore")}
    return replace(sent_report(which, form), removed=frozenset(removed))


def _origin(form: MultiDict[str, str]) -> str:
    """Where a report came from: one opened form, sent off once or by two presses of its button."""
    key = form.get(FORM_KEY, "")
    return origin_of_form(f"{current_actor().account_id} {key}") if _KEY.fullmatch(key) else ""


def report_page(
    sent: SentReport,
    *,
    added: str = "",
    check: bool = False,
    question: ReportQuestion | None = None,
    unsaid: Sequence[Silence] = (),
    where: FormPlace = HERE,
    **told: Any,
) -> str:
    """The form with what was typed; `check` says what cannot be read, and marks it as shown."""
    report = parts_of_report(sent, added=added, check=check)
    kind = kind_field(sent, where.offered or offered_kinds(sent.which), check=check)
    every = [kind, *every_field(report)]
    shown_now = [*(unread(sent) if check else ()), *(one.mark for one in unsaid)]
    seen = dict.fromkeys([*request.form.getlist("seen"), *shown_now])
    return render_template(
        where.template,
        which=sent.which,
        action=where.action or url_for(".report", which=sent.which),
        kind=kind,
        report=report,
        every=every,
        seen=seen,
        lists=suggested(every),
        question=question,
        unsaid=unsaid,
        given=given_answers(sent, request.form),
        form_key=request.form.get(FORM_KEY) or uuid.uuid4().hex,
        **{"days": (), "another": request.form.get(ANOTHER) == "y", **told},
    )


def pictures_page(sent: SentReport, form: MultiDict[str, str], *, action: str = "") -> str:
    """The pictures of the element that they were asked for."""
    row = pictured_element(sent, form) or abort(404)
    action = action or url_for(".report", which=sent.which)
    return render_template("pictures_of_row.html", row=row, action=action, back=picture_page.BACK)
