"""Coming in with a reference and five words, or sixteen digits."""

from collections.abc import Callable

from flask import redirect, render_template, url_for

from search.accounts.sessions import FAMILY
from search.accounts.waiting_tickets import Attempt
from search.errors import Conflict, NotYet
from web.family.secret_form import DIGITS_SLIPPED, DO_NOT_FIT, SecretForm
from web.locale import gettext
from web.sign_in_turns import Answer, waiting_page
from web.typed_again import after_sign_in


def attempt_of(reference: str, words: str) -> Attempt:
    """What was typed, as an attempt to come in at this portal."""
    return Attempt(portal=FAMILY, name=reference, secret=words)


def answer_to(came_in: Callable[[], bool], form: SecretForm) -> Answer:
    """Where an attempt leads: to the case, to the page that waits for a turn, or back to the form with a kind word."""
    try:
        if came_in():
            return after_sign_in("case.show")
    except NotYet:
        return waiting_page("family.turn", "base.html")
    except Conflict:
        # The same page came twice, and the other answer carries the cookie.
        return redirect(url_for("case.show"), 303)
    return ask_again(form)


def ask_again(form: SecretForm) -> str:
    """The form with what was typed and a kind word; digits that are no secret at all are said to be none."""
    message = gettext(DIGITS_SLIPPED if form.slipped else DO_NOT_FIT)
    return render_template("open.html", form=form, message=message)
