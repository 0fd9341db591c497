"""One of the organisation's reports opened in its form, filled in: corrected, added to, and values of it taken away."""

import uuid
from typing import Any

from flask import Blueprint, abort, render_template, request, url_for
from werkzeug.datastructures import MultiDict

from search.commands import Again, AmendReport
from search.documents.merging import replaced
from search.errors import Conflict, HeldBack, NotFound, Refused
from search.filing.report_history import amend_report, read_documents
from search.filing.report_questions import ReportQuestion
from search.vocabulary import ReportKind
from web.context import act, look, now
from web.labels import error_words
from web.locale import gettext
from web.partner import picture_page
from web.partner.report_again import AGAIN
from web.partner.report_checking import unread
from web.partner.report_differences import Differences, differences, news_of
from web.partner.report_fields import SentReport, offered_kinds
from web.partner.report_filling import FilledReport, filled_report, which_of
from web.partner.report_form import OTHER_BUTTONS, FormPlace, pictures_page, report_page, sent_form
from web.partner.report_of_another import form_for_another
from web.partner.report_rebasing import rebased
from web.pictures.body_choices import with_spots_read

Answer = str | tuple[str, int]
# What the ticks of values that are to go are called, and the marks of those that were shown.
GOES, SHOWN = "goes", "goes_shown"
SEEN = "seen_revision"
_MOST_DIGITS = 6


def add_report_changing(pages: Blueprint) -> None:
    """Gives a portal the page of a report that is opened to be changed."""
    pages.add_url_rule("/reports/<uuid:report_id>/change", "change_form", change_form, methods=["GET"])
    pages.add_url_rule("/reports/<uuid:report_id>/change", "change", change, methods=["POST"])


def change_form(report_id: uuid.UUID) -> str:
    """The form with all that is known of a report."""
    revision, documents = look(read_documents, report_id)
    return _page(report_id, revision, filled_report(documents).shown)


def change(report_id: uuid.UUID) -> Answer:
    """Takes what was changed; what was emptied goes only after it was shown and ticked."""
    form = with_spots_read(request.form)
    revision, documents = look(read_documents, report_id)
    known = filled_report(documents)
    offered = _offered(known.shown)
    sent = sent_form(known.shown.which, form, offered=offered)
    if _seen(form) != revision:
        return _changed_meanwhile(report_id, known, sent)
    if picture_page.ASK in form or {"lang", picture_page.BACK} <= set(form):
        return pictures_page(sent, form, action=url_for(".change", report_id=report_id))
    if OTHER_BUTTONS & set(form):
        return _page(report_id, revision, sent, added=form.get("add", ""))
    # What nobody touched was looked at when it was written.
    looked_at = {*form.getlist("seen"), *unread(known.shown)}
    if sent.kind not in offered or set(unread(sent)) - looked_at:
        return _page(report_id, revision, sent, check=True), 400
    return _taken(report_id, revision, known, sent)


def change_again(report_id: uuid.UUID) -> str:
    """The form with what was typed; nothing is changed."""
    form = with_spots_read(request.form)
    revision, documents = look(read_documents, report_id)
    known = filled_report(documents)
    sent = sent_form(which_of(documents), form, offered=_offered(known.shown))
    return (
        _page(report_id, revision, sent) if _seen(form) == revision else _changed_meanwhile(report_id, known, sent)[0]
    )


def _taken(report_id: uuid.UUID, revision: int, known: FilledReport, sent: SentReport) -> Answer:
    found, form = differences(known, sent), request.form
    if found.changes_nothing(known.shown.kind, sent):
        return _page(report_id, revision, sent, message=gettext("Nothing was changed, so nothing was sent."))
    if {loss.mark for loss in found.losses} - set(form.getlist(SHOWN)):
        return _page(report_id, revision, sent, found=found), 409
    if form.get(AGAIN) == Again.OTHER:
        return form_for_another(found, sent)
    if found.only_takes_away(known.shown.kind, sent) and not found.corrections(form.getlist(GOES)):
        return _page(
            report_id, revision, known.shown, message=gettext("Nothing was ticked, so nothing was taken away.")
        )
    return _amended(report_id, revision, found, sent)


def _amended(report_id: uuid.UUID, revision: int, found: Differences, sent: SentReport) -> Answer:
    command = AmendReport(
        report_id=report_id,
        seen_revision=revision,
        news=news_of(found, sent),
        corrections=found.corrections(request.form.getlist(GOES)),
        again=Again.SAME if request.form.get(AGAIN) == Again.SAME else Again.ASK,
    )
    try:
        receipt = act(amend_report, command, now=now())
    except HeldBack as held:
        question = ReportQuestion(
            code=held.code, reports=(), contradictions=tuple(str(held.params["contradictions"]).split())
        )
        return _page(report_id, revision, sent, found=found, question=question), 409
    except Conflict:
        return _changed_meanwhile(report_id, filled_report(look(read_documents, report_id)[1]), sent)
    except Refused as refusal:
        return _page(report_id, revision, sent, found=found, message=error_words(refusal.code)), 400
    return render_template("reported.html", receipt=receipt, which=sent.which, at=now())


def _changed_meanwhile(report_id: uuid.UUID, known: FilledReport, sent: SentReport) -> tuple[str, int]:
    """The form as the report is now, with what was typed in it, and what another act changed."""
    revision, documents = look(read_documents, report_id)
    try:
        _, before = look(read_documents, report_id, _seen(request.form))
    except NotFound:
        abort(400)
    if which_of(before) != sent.which:
        abort(409)
    typed = rebased(filled_report(before), known, sent)
    return _page(report_id, revision, typed, meanwhile=replaced(before, documents).changes), 409


def _page(
    report_id: uuid.UUID, revision: int, sent: SentReport, *, found: Differences | None = None, **told: Any
) -> str:
    """The form; with `found` also what is to go, each with its tick."""
    return report_page(
        sent,
        where=FormPlace(
            template="report_change.html", action=url_for(".change", report_id=report_id), offered=_offered(sent)
        ),
        report_id=report_id,
        seen_revision=revision,
        losses=found.losses if found else (),
        ticked=frozenset(request.form.getlist(GOES)),
        **{"meanwhile": (), **told},
    )


def _offered(sent: SentReport) -> list[ReportKind]:
    """The kinds that the organisation reports, or the only one that the report can have: of who died since."""
    return offered_kinds(sent.which) or [kind for kind in ReportKind if kind == sent.kind]


def _seen(form: MultiDict[str, str]) -> int:
    seen = form.get(SEEN, "")
    return int(seen) if seen.isdecimal() and len(seen) <= _MOST_DIGITS else 0
