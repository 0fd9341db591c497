"""First words that whoever asks a person passes on: a family's to the person, and the person's to the family."""

import uuid

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import Form, HiddenField

from i18n.translate import gettext_noop as _
from search.errors import Conflict, NotFound, Refused
from search.telling.passing_on import note_passed_on, read_to_pass_on, take_back_for_person, write_for_person
from search.telling_commands import WriteForPerson
from web.context import act, now
from web.forms import text
from web.labels import error_words

message_pages = Blueprint("messages", __name__, url_prefix="/approaches", template_folder="templates")
_OF_ONE = "/<uuid:approach_id>/messages"


class WordsForm(Form):
    """The person's words, for one family."""

    pair = HiddenField()
    words = text(
        _("What does the person want to say to this family?"), _("Write it as they say it, in their language.")
    )


@message_pages.get(_OF_ONE)
def show(approach_id: uuid.UUID) -> str:
    """The words of families, and a form for the person's own."""
    return _page(approach_id, WordsForm())


@message_pages.post(_OF_ONE)
def write(approach_id: uuid.UUID) -> Response | tuple[str, int]:
    """Keeps the person's words for one family."""
    form = WordsForm(request.form)
    if "lang" in request.form:
        return _page(approach_id, form), 200
    form.validate()
    command = WriteForPerson(approach_id=approach_id, proposal_id=_id(form.pair.data), words=form.words.data or "")
    try:
        act(write_for_person, command, now=now())
    except Refused as refused:
        form.words.errors = [error_words(refused.code)]
        return _page(approach_id, form), 400
    return redirect(url_for(".show", approach_id=approach_id), 303)


@message_pages.post(f"{_OF_ONE}/<uuid:message_id>/passed-on")
def passed_on(approach_id: uuid.UUID, message_id: uuid.UUID) -> Response | tuple[str, int]:
    """Keeps that the person was given a family's words."""
    try:
        act(note_passed_on, approach_id, message_id, now=now())
    except Conflict as already:
        return _page(approach_id, WordsForm(), error_words(already.code)), 409
    return redirect(url_for(".show", approach_id=approach_id), 303)


@message_pages.post(f"{_OF_ONE}/<uuid:message_id>/take-back")
def take_back(approach_id: uuid.UUID, message_id: uuid.UUID) -> Response | tuple[str, int]:
    """Undoes the person's words before the family reads them."""
    try:
        act(take_back_for_person, approach_id, message_id, now=now())
    except Conflict as late:
        return _page(approach_id, WordsForm(), error_words(late.code)), 409
    return redirect(url_for(".show", approach_id=approach_id), 303)


def again(approach_id: uuid.UUID) -> str:
    """The page with the words that were typed; nothing is kept yet."""
    return _page(approach_id, WordsForm(request.form))


def _page(approach_id: uuid.UUID, form: WordsForm, message: str = "") -> str:
    messages = act(read_to_pass_on, approach_id, now=now())
    return render_template("messages.html", approach_id=approach_id, messages=messages, form=form, message=message)


def _id(typed: str | None) -> uuid.UUID:
    try:
        return uuid.UUID(typed or "")
    except ValueError:
        raise NotFound("not_found") from None
