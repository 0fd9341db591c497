"""Coming in with a reference and five words, or sixteen digits."""

from collections.abc import Callable

from flask import redirect, url_for
from werkzeug.wrappers import Response

from search.accounts.sessions import FAMILY
from search.accounts.waiting_tickets import Attempt
from search.errors import Conflict, NotYet
from web.family.secret_again import NOT_FITTING, SLIPPED, ask_again
from web.family.secret_form import SecretForm
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
    return ask_once_more(form)


def ask_once_more(form: SecretForm) -> Response:
    """Back to the form with a kind word; digits that are no secret at all are said to be none."""
    return ask_again("family.open_search", form, SLIPPED if form.slipped else NOT_FITTING)
