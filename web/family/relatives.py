"""Whom a family lets in to its search: each with a reference and words of their own, and out again."""

import uuid

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import Form

from i18n.translate import gettext_noop as _
from search.access import ActorKind
from search.accounts.new_family_words import prepare_words, words_language
from search.accounts.relatives import MOST_AT_ONCE, add_relative, end_relative, read_relatives
from search.errors import Conflict, Refused
from web.context import act, look, now
from web.family import waiting_words
from web.family.form_keys import form_key
from web.forms import line
from web.labels import error_words
from web.locale import language
from web.session_cookies import current_actor

relative_pages = Blueprint("relatives", __name__, template_folder="templates")


class RelativeForm(Form):
    """How whoever began the search calls them."""

    called = line(_("What do you call this person?"), _("Only you read it, and whoever speaks with your family."))


@relative_pages.app_context_processor
def who_is_here() -> dict[str, bool]:
    """For every page of a family: whether whoever reads it may do everything, or was let in."""
    return {"is_second": current_actor().kind is ActorKind.RELATIVE}


@relative_pages.get("/case/relatives")
def show() -> str:
    """Who may come in."""
    return _page(RelativeForm())


def add_again() -> str:
    """What was typed, once more; nobody is let in yet."""
    return _page(RelativeForm(request.form))


@relative_pages.post("/case/relatives")
def add() -> Response | str:
    """Lets one more in, and shows their reference and words; the same form sent again shows the same."""
    form = RelativeForm(request.form)
    called = form.called.data or ""
    key, waiting = form_key(called), waiting_words.waiting_reference()
    if waiting is None or waiting.key != key:
        try:
            _let_in(called, key)
        except (Refused, Conflict) as refused:
            return _page(form, refused.code)
    return redirect(url_for("relatives.words"), 303)


def _let_in(called: str, key: str) -> None:
    words = prepare_words(words_language(language()))
    reference = act(add_relative, called, words, now=now(), key=key)
    waiting_words.show_once(words.words, reference, key)


@relative_pages.get("/case/relatives/words")
def words() -> Response | str:
    """The reference and the words of whoever was just let in, until they are written down."""
    shown = waiting_words.waiting_reference()
    if shown is None:
        return redirect(url_for("relatives.show"), 303)
    return render_template("relative_words.html", words=shown.words, reference=shown.reference)


@relative_pages.post("/case/relatives/words")
def noted() -> Response:
    """Forgets the words: they are written down."""
    if waiting_words.waiting_reference() is not None:
        waiting_words.forget()
    return redirect(url_for("relatives.show"), 303)


@relative_pages.post("/case/relatives/<uuid:relative_id>/end")
def end(relative_id: uuid.UUID) -> Response:
    """Lets somebody in no longer."""
    act(end_relative, relative_id, now=now())
    return redirect(url_for("relatives.show"), 303)


def _page(form: RelativeForm, refused: str = "") -> str:
    known = ("relative_unnamed", "too_many_relatives", "sent_already")
    message = error_words(refused, {"most": MOST_AT_ONCE}) if refused in known else ""
    return render_template("relatives.html", relatives=look(read_relatives), form=form, message=message)
