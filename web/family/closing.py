"""A family closes its search because it knows where the person is, or says once a year that it still searches."""

from typing import TypeVar

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import Form

from i18n.translate import gettext_noop as _
from search.commands import CloseFound
from search.errors import Conflict, Refused
from search.filing.closing_searches import close_found, still_searching
from search.vocabulary import ClosingOutcome, ToldBy
from web.context import act, now
from web.family.own_case import own_case
from web.forms import coded, radios, text
from web.labels import error_words

T = TypeVar("T", ClosingOutcome, ToldBy)

closing_pages = Blueprint("closing", __name__, template_folder="templates")


class CloseForm(Form):
    """What the family knows and who told it; it need say neither."""

    outcome = radios(_("What do you know?"), coded(ClosingOutcome))
    told_by = radios(_("Who told you?"), coded(ToldBy))
    words = text(_("Do you want to add anything?"), _("You can leave this empty."))


@closing_pages.get("/case/close")
def ask() -> str:
    """Says what closing means, and asks what the family is willing to say."""
    return _page(CloseForm())


@closing_pages.post("/case/close")
def close() -> Response | tuple[str, int]:
    """Closes the search; it can be opened again."""
    form = CloseForm(request.form)
    command = CloseFound(
        case_id=own_case(),
        outcome=_chosen(ClosingOutcome, form.outcome.data, ClosingOutcome.NOT_SAID),
        told_by=_chosen(ToldBy, form.told_by.data, ToldBy.NOT_SAID),
        words=form.words.data or "",
    )
    try:
        act(close_found, command, now=now())
    except (Refused, Conflict) as refused:
        return _page(form, error_words(refused.code, refused.params)), 400
    return redirect(url_for("case.show"), 303)


@closing_pages.post("/case/still")
def still() -> Response:
    """Writes down that the family still searches."""
    act(still_searching, own_case(), now=now())
    return redirect(url_for("case.show", searching=1), 303)


def close_again() -> str:
    """The page with what was typed; nothing is closed yet."""
    return _page(CloseForm(request.form))


def _chosen(kind: type[T], typed: str, otherwise: T) -> T:
    return kind(typed) if typed in [one.value for one in kind] else otherwise


def _page(form: CloseForm, message: str = "") -> str:
    return render_template("close.html", form=form, message=message)
