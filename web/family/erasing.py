"""A family erases its search for good, once it typed its reference again; and what it sees afterwards."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import Form

from i18n.translate import gettext_noop as _
from search.commands import EraseSearch
from search.erasing.erasing_searches import erase_search
from search.errors import Refused
from search.filing.case_view import read_case
from web.context import act, now, scrub
from web.family.draft_answers import discard
from web.family.new_search import FILING
from web.family.own_case import CHANGING, own_case
from web.forms import code_line
from web.labels import error_words
from web.session_cookies import close_session, undo_of

erasing_pages = Blueprint("erasing", __name__, template_folder="templates")


class EraseForm(Form):
    """The reference, typed again."""

    reference = code_line(_("Your reference"), _("Capital or small letters, with or without the dashes."))


@erasing_pages.get("/case/erase")
def ask() -> str:
    """Says what goes, what cannot be undone, and what would be milder, before anything is done."""
    return _page(EraseForm())


@erasing_pages.post("/case/erase")
def erase() -> Response | tuple[str, int]:
    """Erases the search, ends its sessions, and forgets what this browser had half typed of it."""
    form = EraseForm(request.form)
    try:
        act(erase_search, EraseSearch(case_id=own_case(), typed=form.reference.data or ""), now=now())
    except Refused as refused:
        return _page(form, error_words(refused.code)), 400
    scrub()
    for draft in (CHANGING.draft, FILING.draft):
        discard(draft)
        discard(undo_of(draft))
    close_session()
    return redirect(url_for("erasing.erased"), 303)


@erasing_pages.get("/erased")
def erased() -> str:
    """Says that it is done; the page is the same for everybody and knows of nobody."""
    return render_template("erased.html")


def _page(form: Form, message: str = "") -> str:
    case = act(read_case, own_case(), now=now())
    return render_template("erase.html", case=case, form=form, message=message)
