"""The pages before anything is filed: what this is, how it works, opening a search."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from search.errors import TooManyAttempts
from web.error_pages import retry_after, status_of
from web.family import receipts
from web.family.case_sign_in import DO_NOT_FIT, OpenForm, enter
from web.family.draft_answers import load
from web.family.new_search import FILING
from web.labels import error_words
from web.locale import gettext

pages = Blueprint("family", __name__, template_folder="templates")


@pages.get("/")
def start() -> str:
    """What this is, and the two ways in."""
    return render_template("start.html", begun=bool(load(FILING.draft).answers), receipt=receipts.newest())


@pages.get("/how-it-works")
def how_it_works() -> str:
    """What happens with a search, and what never happens."""
    return render_template("how_it_works.html")


@pages.get("/open")
def open_search() -> str:
    """Asks for the reference and the five words."""
    return render_template("open.html", form=OpenForm(), message="")


@pages.post("/open")
def enter_search() -> Response | str | tuple[str, int, dict[str, str]]:
    """Opens the case, or says kindly that something does not fit."""
    form = OpenForm(request.form)
    try:
        if form.validate() and enter(form.reference.data, form.words.data):
            return redirect(url_for("case.show"), 303)
    except TooManyAttempts as slowed:
        message = error_words(slowed.code, slowed.params)
        return render_template("open.html", form=form, message=message), status_of(slowed), retry_after(slowed)
    return render_template("open.html", form=form, message=gettext(DO_NOT_FIT))
