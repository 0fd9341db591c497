"""The partner's pages: its own reports, one report by form, a whole sheet."""

import uuid

from flask import Blueprint, abort, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from search.commands import ImportSheet
from search.erasing.asked_erasures import asked_of_us
from search.erasing.erasing_reports import bodies_to_confirm
from search.errors import Busy, Refused
from search.filing.importing_sheets import read_receipt
from search.filing.listing_missing import list_missing
from search.filing.missing_lists import is_answered_so
from search.filing.reporting_found_persons import own_report_count
from search.filing.sends import read_send
from search.filing.sheet_storing import FEW, SheetStoring, file_digest
from search.summaries import ImportReceipt
from search.vocabulary import StaffRole
from web.context import act, now, shared
from web.description_fields import stated_fields
from web.labels import error_words
from web.labels.changed_values import changed_value
from web.labels.field_words import changed_field
from web.labels.sheets import doubt_words, hint_words
from web.partner import pending_sheet
from web.partner.approaches import add_approaches
from web.partner.children import add_children
from web.partner.draft_photos import add_draft_photos
from web.partner.handed import add_handed
from web.partner.layouts import add_layouts
from web.partner.own_reports import add_own_reports
from web.partner.pending_sheet import PASTED, bring_back, can_bring_back, discard, keep, set_aside, waits
from web.partner.questions import add_questions
from web.partner.refused_rows import refusals_file
from web.partner.report_changing import add_report_changing
from web.partner.report_drafts import begun
from web.partner.report_follow_up import add_report_follow_ups
from web.partner.report_form import add_report_form
from web.partner.report_history import add_report_history
from web.partner.report_of_another import add_report_numbers
from web.partner.report_parts import add_report_parts
from web.partner.report_review import add_report_review
from web.partner.sends import add_sends
from web.partner.shared_searches import add_shared_searches
from web.partner.sheet_preview import preview_page
from web.partner.sheet_reader import BeingRead
from web.partner.tokens import add_tokens
from web.partner.what_became import add_what_became
from web.partner.whole_report import fields_of_row
from web.qr_picture import qr_picture
from web.session_cookies import current_actor
from web.staff import add_staff_pages
from web.staff_sign_in import add_sign_in

Answer = str | Response | tuple[str, int]

# Of a file's name nobody shows more.
_LONGEST_NAME = 200
_ASK_AGAIN_SECONDS = 3

pages = Blueprint("partner", __name__, template_folder="templates")
add_sign_in(pages)
add_shared_searches(pages)
add_staff_pages(pages)
add_tokens(pages)
add_report_form(pages)
add_report_parts(pages)
add_report_review(pages)
add_draft_photos(pages)
add_own_reports(pages)
add_report_history(pages)
add_report_changing(pages)
add_report_numbers(pages)
add_report_follow_ups(pages)
add_sends(pages)
add_what_became(pages)
add_questions(pages)
add_layouts(pages)
add_approaches(pages)
add_children(pages)
add_handed(pages)
pages.add_app_template_filter(stated_fields)
pages.add_app_template_filter(fields_of_row)
pages.add_app_template_filter(doubt_words)
pages.add_app_template_filter(hint_words)
pages.add_app_template_filter(changed_field)
pages.add_app_template_filter(changed_value)


@pages.get("/")
def home() -> str:
    """What this organisation has sent, and the two ways to send more; for whoever does not report, what they do."""
    if StaffRole.REPORTER not in current_actor().roles:
        return render_template("staff_home.html")
    sheet = {"waiting": waits(), "undo": can_bring_back()}
    to_erase = len(act(asked_of_us)) + len(act(bodies_to_confirm, now=now()))
    return render_template("home.html", count=act(own_report_count), to_erase=to_erase, begun=begun(), **sheet)


@pages.get("/sheets/new")
def new_sheet() -> str:
    """Asks for a file."""
    return _upload_page()


@pages.post("/sheets/new")
def upload() -> Answer:
    """Keeps a file or pasted records, sealed, for a while, and shows what was understood; nothing else is stored."""
    file, pasted = request.files.get("sheet"), request.form.get("pasted", "")
    if (file is None or not file.filename) and not pasted.strip():
        return _upload_page(error_words("choose_a_file")), 400
    try:
        if file is not None and file.filename:
            keep(ImportSheet(filename=file.filename[:_LONGEST_NAME], content=file.read()))
        else:
            keep(ImportSheet(filename=PASTED, content=pasted.encode()))
    except Refused as refusal:
        return _upload_page(error_words(refusal.code, refusal.params), pasted), 503
    # An address of its own, where the page can be asked again, and read in another language.
    return redirect(url_for(".preview"), 303)


@pages.get("/sheets/preview")
def preview() -> Answer:
    """What was understood of the sheet that waits."""
    return _preview()


@pages.post("/sheets/preview")
def correct_or_send() -> Answer:
    """Sends the sheet as it was shown; where a choice was changed or a question is open, shows it again first."""
    if pending_sheet.is_of_another(request.form.get("waiting", "")):
        return _preview(replaced=True)
    answers = pending_sheet.answers()
    touched = pending_sheet.touched(answers, request.form)
    if touched != (answers.given or {}):
        pending_sheet.read_again(touched)
    elif request.form.get("go") == "send" and answers.shown and pending_sheet.may_be_sent():
        return _send()
    return _preview()


@pages.get("/sheets/preview/refused.csv")
def refused_in_preview() -> Response:
    """The rows that would not be taken, whole, to be mended before sending."""
    waiting = pending_sheet.to_send()
    if waiting is None:
        abort(404)
    return refusals_file(waiting[1].headers, waiting[1].refused, separator=waiting[1].separator)


@pages.post("/sheets/discard")
def discard_sheet() -> Answer:
    """Forgets the sheet that waits, once it was asked; nothing of it was stored."""
    if pending_sheet.is_of_another(request.form.get("waiting", "")):
        return _preview(replaced=True)
    if "sure" not in request.form:
        return render_template("discard.html", signed=pending_sheet.sign())
    set_aside()
    return redirect(url_for(".home"), 303)


@pages.post("/sheets/discard/undo")
def undo_discard() -> Response:
    """Brings it back."""
    bring_back()
    return redirect(url_for(".preview"), 303)


@pages.get("/sheets/<uuid:batch_id>")
def receipt(batch_id: uuid.UUID) -> Answer:
    """What became of a sheet, row by row; while it is stored, how far that is."""
    read = act(read_receipt, batch_id)
    if read.stored:
        send = act(read_send, batch_id)
        picture = qr_picture(send.name)
        return render_template("receipt.html", receipt=read, batch_id=batch_id, send=send, picture=picture)
    return _ask_again(
        render_template("being_stored.html", receipt=read, message=""), url_for(".receipt", batch_id=batch_id), read
    )


def _preview(*, replaced: bool = False) -> Answer:
    """Shows what was understood of the sheet that waits, or that it is being read.

    `replaced`: what was pressed stood on the page of another sheet, and was not done.
    """
    read = pending_sheet.understood()
    if read is None:
        return redirect(url_for(".new_sheet"), 303)
    if isinstance(read, BeingRead):
        return _ask_again(
            render_template(
                "being_read.html", ahead=read.ahead, behind_own=read.behind_own, sheet=pending_sheet.underway()
            ),
            url_for(".preview"),
        )
    if read.preview is None:
        pasted = pending_sheet.pasted()
        discard()
        return _upload_page(error_words(read.code, read.params), pasted), 400
    page = preview_page(read.preview, replaced=replaced)
    return (page, 409) if replaced else page


def _send() -> Answer:
    """Stores a sheet of few rows at once, and takes over a large one, which is then stored by a worker."""
    waiting = pending_sheet.to_send()
    if waiting is None:
        return _preview()
    (sheet, reading), context = waiting, shared()
    storing, digest = SheetStoring(context.database, now), file_digest(context.database, sheet.content)
    try:
        if is_answered_so(sheet.profile):
            batch_id = list_missing(context.database, current_actor(), reading, digest, clock=now).batch_id
        elif len(reading.rows) <= FEW:
            batch_id = storing.store(current_actor(), reading, digest, sheet.profile).batch_id
        else:
            batch_id = storing.receive(current_actor(), reading, digest, sheet.profile)
    except Busy as busy:
        return render_template("being_stored.html", receipt=None, message=error_words(busy.code)), 503
    discard()
    return redirect(url_for(".receipt", batch_id=batch_id), 303)


def _ask_again(page: str, address: str, read: ImportReceipt | None = None) -> Answer:
    """A page that asks again by itself, without a script, unless there is nothing more to come."""
    response = make_response(page)
    if read is None or not read.given_up:
        response.headers["Refresh"] = f"{_ASK_AGAIN_SECONDS}; url={address}"
    return response


def _upload_page(message: str = "", pasted: str = "") -> str:
    megabytes = shared().settings.upload_megabytes
    return render_template("upload.html", megabytes=megabytes, message=message, pasted=pasted)
