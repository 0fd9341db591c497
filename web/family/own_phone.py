"""Whether this phone is its reader's alone: asked beside the words, and until it is answered it counts as everybody's.

The answer stands in this browser's cookie and nowhere else. It decides how long what was begun stays here.
"""

from flask import Blueprint, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response

from search.filing.drafting import keep_draft_for
from web.context import act, now
from web.family import receipts
from web.session_cookies import CHANGE, DRAFT, NO, OWN_PHONE, WITNESS, YES, draft_lasts, keep_cookie

phone_pages = Blueprint("phone", __name__, template_folder="templates")
phone_pages.app_context_processor(lambda: {"phone_said": phone_said()})

# Where the question is asked, and the page that one goes back to.
_BACK = {"filed": "filing.receipt", "case": "case.show"}


@phone_pages.get("/phone")
def ask() -> str:
    """The question, and what follows from each answer."""
    asked_at = request.args.get("to", "")
    return render_template("phone.html", to=asked_at, back=_back(asked_at))


@phone_pages.post("/phone")
def answer() -> Response:
    """Keeps the answer, and what was begun here as long as goes with it."""
    said, asked_at = request.form.get("answer"), request.form.get("to", "")
    if said not in (YES, NO):
        return redirect(url_for("phone.ask", to=asked_at), 303)
    session[OWN_PHONE] = said
    keep_cookie()
    for draft in (DRAFT, CHANGE, WITNESS):
        if draft in session:
            act(keep_draft_for, session[draft], draft_lasts(), now=now())
    receipts.keep_by_phone()
    return redirect(_back(asked_at), 303)


def phone_said() -> str:
    """What was answered here, empty for nothing yet."""
    return str(session.get(OWN_PHONE) or "")


def _back(asked_at: str) -> str:
    return url_for(_BACK.get(asked_at, "family.start"))
