"""The partner's pages: its own reports, one report by form, a whole sheet."""

import uuid

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from search.commands import ImportSheet
from search.errors import Refused, SheetError
from search.filing.importing_sheets import import_sheet, preview_sheet, read_receipt
from search.filing.reporting_found_persons import PAGE, own_report_count, own_reports, report_found
from search.vocabulary import MAY_REPORT, ReportKind
from web.context import act, now, shared
from web.description_fields import stated_fields
from web.labels import error_words
from web.partner import picture_page
from web.partner.column_questions import choices_shown, columns_of
from web.partner.forms import FORMS, WHICH, BodyForm, LivingForm
from web.partner.pending_sheet import Pending, bring_back, can_bring_back, discard, keep, pending, set_aside, waits
from web.partner.picture_page import pictured_row
from web.partner.refused_rows import refusals_file
from web.partner.report_command import report_of
from web.partner.shared_searches import add_shared_searches
from web.pictures.body_choices import with_spots_read
from web.session_cookies import signed_in
from web.staff_sign_in import add_sign_in

pages = Blueprint("partner", __name__, template_folder="templates")
add_sign_in(pages)
add_shared_searches(pages)
pages.add_app_template_filter(stated_fields)


@pages.get("/")
def home() -> str:
    """What this organisation has sent, and the two ways to send more."""
    offered = [which for which, kinds in WHICH.items() if kinds & set(_may_report())]
    sheet = {"waiting": waits(), "undo": can_bring_back()}
    return render_template("home.html", count=act(own_report_count), offered=offered, **sheet)


@pages.get("/reports")
def reports() -> str:
    """The organisation's own reports, newest first."""
    count = act(own_report_count)
    typed = request.args.get("page", "")
    page = min(int(typed), count // PAGE + 1) if typed.isdecimal() and len(typed) < 7 else 1
    listed = act(own_reports, page=max(1, page))
    return render_template("reports.html", reports=listed, count=count, page=max(1, page), pages=-(-count // PAGE))


@pages.get("/report/<which>")
def report_form(which: str) -> str:
    """The empty form for a living person or a body."""
    return render_template("report.html", form=_form(which), which=which)


@pages.post("/report/<which>")
def report(which: str) -> str | tuple[str, int]:
    """Files one report, or adds rows to the form, and says what became of it."""
    sent = with_spots_read(request.form)
    form = _form(which, sent)
    if picture_page.ASK in sent:
        return _pictures(form, which, sent)
    if {"more", picture_page.BACK} & set(sent):
        form.add_rows(sent.get("more", ""))
        return render_template("report.html", form=form, which=which)
    if not form.validate():
        return render_template("report.html", form=form, which=which), 400
    try:
        receipt = act(report_found, report_of(form), now=now())
    except Refused as refusal:
        return render_template("report.html", form=form, which=which, message=error_words(refusal.code)), 400
    return render_template("reported.html", receipt=receipt, which=which)


def report_again(which: str) -> str:
    """The form with what was typed; nothing is filed."""
    return render_template("report.html", form=_form(which, with_spots_read(request.form)), which=which)


@pages.get("/sheets/new")
def new_sheet() -> str:
    """Asks for a file."""
    return _upload_page()


@pages.post("/sheets/new")
def upload() -> str | tuple[str, int]:
    """Reads a file and shows what was understood; nothing is stored but the file itself, sealed, for a while."""
    file = request.files.get("sheet")
    if file is None or not file.filename:
        return _upload_page(error_words("choose_a_file")), 400
    return _preview(ImportSheet(filename=file.filename, content=file.read()))


@pages.get("/sheets/preview")
def preview() -> str | Response | tuple[str, int]:
    """What was understood of the sheet that waits."""
    waiting = pending()
    return redirect(url_for(".new_sheet"), 303) if waiting is None else _preview(waiting.sheet)


@pages.post("/sheets/preview")
def correct_or_send() -> str | Response | tuple[str, int]:
    """Sends the sheet as it was shown; where a choice was changed, shows it again first."""
    waiting = pending()
    if waiting is None:
        return redirect(url_for(".new_sheet"), 303)
    answered = waiting.answered(request.form)
    if request.form.get("go") != "send" or not waiting.unchanged(request.form):
        return _preview(answered)
    receipt = act(import_sheet, answered, now=now())
    discard()
    return redirect(url_for(".receipt", batch_id=receipt.batch_id), 303)


@pages.get("/sheets/preview/refused.csv")
def refused_in_preview() -> Response:
    """The rows that would not be taken, to be mended before sending."""
    waiting = pending() or abort(404)
    return refusals_file(act(preview_sheet, waiting.sheet, now=now()).refused)


@pages.post("/sheets/discard")
def discard_sheet() -> Response | str:
    """Forgets the sheet that waits, once it was asked; nothing of it was stored."""
    if "sure" not in request.form:
        return render_template("discard.html")
    set_aside()
    return redirect(url_for(".home"), 303)


@pages.post("/sheets/discard/undo")
def undo_discard() -> Response:
    """Brings it back."""
    bring_back()
    return redirect(url_for(".preview"), 303)


@pages.get("/sheets/<uuid:batch_id>")
def receipt(batch_id: uuid.UUID) -> str:
    """What became of a sheet, row by row."""
    return render_template("receipt.html", receipt=act(read_receipt, batch_id), batch_id=batch_id)


@pages.get("/sheets/<uuid:batch_id>/refused.csv")
def refused(batch_id: uuid.UUID) -> Response:
    """The rows of a sheet that were not taken."""
    return refusals_file(one for one in act(read_receipt, batch_id).outcomes if one.outcome == "refused")


def _may_report() -> tuple[ReportKind, ...]:
    """The kinds of report that this organisation may file."""
    visitor = signed_in()
    return MAY_REPORT[visitor.organisation_kind] if visitor and visitor.organisation_kind else ()


def _form(which: str, sent: MultiDict[str, str] | None = None) -> LivingForm | BodyForm:
    """The form, where the organisation may file any report of its kind."""
    if not WHICH.get(which, frozenset()) & set(_may_report()):
        abort(404)
    return FORMS[which](sent).offer(_may_report())


def _preview(sheet: ImportSheet) -> str | tuple[str, int]:
    """Shows what was understood, and keeps the sheet with what was shown of it."""
    try:
        shown = act(preview_sheet, sheet, now=now())
    except SheetError as error:
        discard()
        return _upload_page(error_words(error.code, error.params)), 400
    keep(Pending(sheet, choices_shown(shown)))
    return render_template("preview.html", preview=shown, columns=columns_of(shown))


def _pictures(form: LivingForm | BodyForm, which: str, sent: MultiDict[str, str]) -> str:
    """The pictures of the row that they were asked for."""
    row = pictured_row(form, sent) or abort(404)
    return render_template("pictures_of_row.html", row=row, which=which, back=picture_page.BACK)


def _upload_page(message: str = "") -> str:
    return render_template("upload.html", megabytes=shared().settings.upload_megabytes, message=message)
