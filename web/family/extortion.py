"""A family reports that somebody asked it for money."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import Form

from i18n.translate import gettext_noop as _
from search.casework.extortion import report_extortion
from search.casework_commands import ReportExtortion
from search.errors import Refused
from web.context import act, now
from web.family.form_keys import form_key
from web.family.own_case import own_case
from web.forms import code_line, line, text
from web.labels import error_words

extortion_pages = Blueprint("extortion", __name__, template_folder="templates")


class ExtortionForm(Form):
    """Who called, when, and what they said."""

    number = code_line(_("From which number or account?"), _("As it stood in your phone."))
    when = line(_("When was it?"), _("As you would say it: last Friday, in the evening."))
    said = text(_("What did they say, and what did they want?"))


@extortion_pages.get("/case/extortion")
def ask() -> str:
    """Says what to do first, and asks."""
    return _page(ExtortionForm())


@extortion_pages.post("/case/extortion")
def report() -> Response | tuple[str, int]:
    """Keeps what the family says."""
    form = ExtortionForm(request.form)
    said = {field.name: field.data or "" for field in form}
    command = ReportExtortion(case_id=own_case(), **said, key=form_key(*said.values()))
    try:
        act(report_extortion, command, now=now())
    except Refused as refused:
        return _page(form, error_words(refused.code, refused.params)), 400
    return redirect(url_for("extortion.ask", kept=1), 303)


def report_again() -> str:
    """The page with what was typed; nothing is kept yet."""
    return _page(ExtortionForm(request.form))


def _page(form: ExtortionForm, message: str = "") -> str:
    return render_template("extortion.html", form=form, message=message, kept="kept" in request.args)
