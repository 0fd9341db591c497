"""Coming in with a reference and five words."""

from collections.abc import Callable

from flask import redirect, render_template, url_for
from wtforms import Form

from i18n.translate import gettext_noop as _
from search.accounts.sessions import FAMILY
from search.accounts.waiting_tickets import Attempt
from search.errors import Conflict, NotYet
from web.forms import code_line, line
from web.locale import gettext
from web.sign_in_turns import Answer, waiting_page
from web.typed_again import after_sign_in

# One sentence for a wrong reference, wrong words and a reference that never was.
DO_NOT_FIT = _("These do not fit together. Please look at each letter and word again, and take your time.")


class OpenForm(Form):
    """What a family wrote down when it filed."""

    reference = code_line(_("Your reference"), _("Capital or small letters, with or without the dashes."))
    words = line(_("Your five words"), _("In the order in which you wrote them down, with spaces between them."))


def attempt_of(reference: str, words: str) -> Attempt:
    """What was typed, as an attempt to come in at this portal."""
    return Attempt(portal=FAMILY, name=reference, secret=words)


def answer_to(came_in: Callable[[], bool], form: OpenForm) -> Answer:
    """Where an attempt leads: to the case, to the page that waits for a turn, or back to the form with a kind word."""
    try:
        if came_in():
            return after_sign_in("case.show")
    except NotYet:
        return waiting_page("family.turn", "base.html")
    except Conflict:
        # The same page came twice, and the other answer carries the cookie.
        return redirect(url_for("case.show"), 303)
    return render_template("open.html", form=form, message=gettext(DO_NOT_FIT))
