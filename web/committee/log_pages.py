"""The search log of a case, and what a family asks its committee for by its reference: who read the search."""

import uuid

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from search.committees.office_log import find_log, note_request, read_log, settle_request, take_back_request
from search.errors import AccessDenied, Conflict, NotFound, Refused
from search.telling.readings_account import account_of_readings
from web.committee.blueprint import pages
from web.committee.telling_forms import OfficeForm, ReferenceForm, SettleForm
from web.context import act, now
from web.labels import error_words
from web.typed_again import Shows

_LOG = "/cases/<uuid:case_id>/log"


@pages.get("/readings")
def readings() -> str:
    """Asks for the reference of a search."""
    return render_template("readings.html", form=ReferenceForm(), account=None)


@pages.post("/readings")
def show_readings() -> Response | str | tuple[str, int]:
    """Prints who read a search, or opens the log of what was done for it."""
    form = ReferenceForm(request.form)
    form.validate()
    if "lang" in request.form:
        return render_template("readings.html", form=form, account=None)
    reference = form.reference.data or ""
    try:
        if "log" in request.form:
            return redirect(url_for(".log", case_id=act(find_log, reference, now=now())), 303)
        account = act(account_of_readings, reference, now=now())
    except (AccessDenied, NotFound):
        form.reference.errors = [error_words("no_such_search")]
        return render_template("readings.html", form=form, account=None), 404
    return render_template("readings.html", form=form, account=account)


@pages.get(_LOG)
def log(case_id: uuid.UUID) -> str:
    """Which offices were asked, and a form for one more."""
    return _page(case_id)


@pages.post(_LOG)
def note_office(case_id: uuid.UUID) -> Response | tuple[str, int]:
    """Enters an office or a number."""
    form = OfficeForm(request.form)
    if "lang" in request.form:
        return _page(case_id, form), 200
    if not form.validate():
        return _page(case_id, form), 400
    try:
        act(note_request, form.command(case_id), now=now())
    except Refused as refused:
        return _page(case_id, form, message=error_words(refused.code)), 400
    return redirect(url_for(".log", case_id=case_id), 303)


@pages.post(f"{_LOG}/<uuid:request_id>")
def settle_office(case_id: uuid.UUID, request_id: uuid.UUID) -> Response | tuple[str, int]:
    """Enters when an office answered."""
    form = SettleForm(request.form)
    if not form.validate():
        return _page(case_id, message=error_words("day_not_read")), 400
    try:
        act(settle_request, form.command(request_id), now=now())
    except Refused as refused:
        return _page(case_id, message=error_words(refused.code)), 400
    return redirect(url_for(".log", case_id=case_id), 303)


@pages.post(f"{_LOG}/<uuid:request_id>/take-back")
def take_back_office(case_id: uuid.UUID, request_id: uuid.UUID) -> Response | tuple[str, int]:
    """Takes a slip back within minutes."""
    try:
        act(take_back_request, request_id, now=now())
    except Conflict as late:
        return _page(case_id, message=error_words(late.code)), 409
    return redirect(url_for(".log", case_id=case_id), 303)


def _page(case_id: uuid.UUID, form: OfficeForm | None = None, *, message: str = "") -> str:
    """The log. Each pair of the search can be the reason of an entry, named by nothing but its turn."""
    shown = act(read_log, case_id, now=now())
    return render_template(
        "log.html",
        log=shown,
        form=form or OfficeForm(),
        settled=SettleForm(),
        message=message,
        pair=request.args.get("pair", ""),
    )


def _office_again(case_id: uuid.UUID) -> str:
    return _page(case_id, OfficeForm(request.form))


def _settle_again(case_id: uuid.UUID, request_id: uuid.UUID) -> str:  # noqa: ARG001 - the address names the entry
    return _page(case_id)


def _reference_again() -> str:
    return render_template("readings.html", form=ReferenceForm(request.form), account=None)


# Where somebody types (`web.typed_again`).
TYPED_AGAIN: dict[str, Shows] = {
    "committee.note_office": _office_again,
    "committee.settle_office": _settle_again,
    "committee.show_readings": _reference_again,
}
