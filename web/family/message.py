"""First words between a family and a person who was found: there for nobody before it was told and it was allowed."""

import uuid

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import Form

from i18n.translate import gettext_noop as _
from search.errors import Conflict, Refused
from search.telling.relaying import read_messages, take_back_message, write_message
from search.telling_commands import WriteMessage
from web.context import act, now
from web.family.form_keys import form_key
from web.family.own_case import own_case
from web.forms import text
from web.labels import error_words

message_pages = Blueprint("message", __name__, url_prefix="/case/message", template_folder="templates")


class MessageForm(Form):
    """What a family writes."""

    words = text(_("Your words"), _("Only the person reads this, and whoever brings it to them."))


@message_pages.get("")
def show() -> str:
    """The words of both, and a form for more."""
    return _page(MessageForm())


@message_pages.post("")
def write() -> Response | tuple[str, int]:
    """Keeps the family's words."""
    form = MessageForm(request.form)
    form.validate()
    words = form.words.data or ""
    try:
        act(write_message, WriteMessage(case_id=own_case(), words=words, key=form_key(words)), now=now())
    except Refused as refused:
        form.words.errors = [error_words(refused.code)]
        return _page(form), 400
    return redirect(url_for("message.show"), 303)


@message_pages.post("/<uuid:message_id>/take-back")
def take_back(message_id: uuid.UUID) -> Response | tuple[str, int]:
    """Undoes own words before anybody reads them."""
    try:
        act(take_back_message, own_case(), message_id, now=now())
    except Conflict as late:
        return _page(MessageForm(), error_words(late.code)), 409
    return redirect(url_for("message.show"), 303)


def again() -> str:
    """The page with the words that were typed; nothing is kept yet."""
    return _page(MessageForm(request.form))


def _page(form: MessageForm, message: str = "") -> str:
    messages = act(read_messages, own_case(), now=now())
    return render_template("message.html", messages=messages, form=form, message=message)
