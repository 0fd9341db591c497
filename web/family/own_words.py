"""New words for whoever has the old ones: the old ones are typed once more, and count until the new ones are noted."""

from collections.abc import Callable

from flask import Blueprint, redirect, render_template, request, url_for

from search.accounts.new_family_words import prepared
from search.accounts.renewing_words import own_reference, renew_words
from search.accounts.sessions import FAMILY
from search.accounts.sign_in import Proven
from search.accounts.waiting_tickets import RENEWING, Attempt
from search.asking.lost_words import stop_lost_words
from search.errors import Conflict, NotFound, NotYet
from web.context import act, look, now
from web.family import waiting_words
from web.family.compared_words import compared_lines
from web.family.own_case import own_case
from web.family.secret_again import NOT_THESE, ask_again, asked
from web.family.secret_form import SecretForm, typed_before
from web.going_elsewhere import keeps_only
from web.session_cookies import current_actor, go_on_as
from web.sign_in_turns import Answer, prove_again, try_to_prove, waiting_attempt, waiting_page

words_pages = Blueprint("words", __name__, template_folder="templates")
words_pages.app_template_filter("compared_lines")(compared_lines)


@words_pages.get("/case/words")
def ask() -> str:
    """Asks for the words of now, before any others are shown: an open page alone gets none."""
    shown = asked("words.ask")
    return render_template("own_words.html", form=shown.form, message=shown.message)


@words_pages.post("/case/words")
def prove() -> Answer:
    """Goes on to the new words where these are the search's own, or those of the relative who is here."""
    form = SecretForm(request.form)
    if keeps_only():
        return ask_again("words.ask", form)
    typed = Attempt(portal=FAMILY, name=look(own_reference), secret=form.secret, purpose=RENEWING)
    return _answer_to(lambda: try_to_prove(typed), form)


@words_pages.get("/case/words/turn")
def turn() -> Answer:
    """Tries once more what waits for its turn."""
    typed = waiting_attempt(RENEWING)
    form = SecretForm(data=typed_before("", typed.secret) if typed else {})
    return _answer_to(lambda: prove_again(RENEWING), form)


@words_pages.get("/case/words/new")
def show() -> Answer:
    """The new words, the same ones until they are noted."""
    shown = waiting_words.waiting(renewing=True)
    if shown is None:
        return redirect(url_for("words.ask"), 303)
    return render_template("renewed_words.html", words=shown.words)


@words_pages.post("/case/words/new")
def take() -> Answer:
    """From here on the new words open the search, and the old ones nothing."""
    shown = waiting_words.waiting(renewing=True)
    if shown is None:
        return redirect(url_for("words.ask"), 303)
    try:
        visit = act(renew_words, shown.proven, prepared(shown.words), now=now())
    except NotFound:
        waiting_words.forget()
        return ask_again("words.ask", SecretForm(), NOT_THESE)
    go_on_as(visit.token)
    waiting_words.forget()
    return redirect(url_for("case.show"), 303)


@words_pages.post("/case/words/stop")
def stop() -> Answer:
    """Stops new words that somebody else asked for."""
    act(stop_lost_words, own_case(), now=now())
    return redirect(url_for("case.show", stopped=1), 303)


def _answer_to(prove_it: Callable[[], Proven | None], form: SecretForm) -> Answer:
    """Where typing the old words leads: to new ones, to the page that waits, or back with what was typed."""
    try:
        proven = prove_it()
    except NotYet:
        return waiting_page("words.turn", "base.html")
    except Conflict:
        # The same page came twice, and the other answer carries the cookie.
        return redirect(url_for("words.show"), 303)
    actor = current_actor()
    if proven is None or proven.id != (actor.relative_id or actor.case_id):
        return ask_again("words.ask", form, NOT_THESE)
    waiting_words.choose(proven.hashed)
    return redirect(url_for("words.show"), 303)
