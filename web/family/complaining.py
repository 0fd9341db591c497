"""Complaining without an account: a few words, to whom, and a number under which one can ask about it.

The same form takes what readers have to say about the words of their language. Those go to a committee in any case:
they are about nobody, and one that speaks the language can judge them.
"""

from typing import Any

from flask import Blueprint, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response

from i18n.translate import pgettext_noop as p_
from search.errors import TooManyAttempts
from search.files.information_pages import COMPLAINTS
from search.filing.complaints import ABOUT_WORDS, Complain, ComplaintWords, complain
from search.filing.filing_quota import CountedFiling, count_filing
from web.context import now, shared, visitor_mark
from web.family.asked_texts import AskedText, keep_sent, lacking, typed_in
from web.family.draft_answers import Draft, discard, encoded, load
from web.family.form_keys import form_key
from web.family.information import readers_own
from web.going_elsewhere import keeps_only
from web.locale import language
from web.session_cookies import COMPLAINT, current_actor

complaint_pages = Blueprint("complaints", __name__, url_prefix="/complain", template_folder="templates")
_NUMBER = "complaint-number"
TO_COMMITTEE, TO_OPERATOR = "committee", "operator"
_WORDS = AskedText(
    name="words",
    label=p_("complaint", "What happened?"),
    hint=p_("complaint", "You need not say who you are."),
    lines=6,
    missing=p_("complaint", "Please write a few words about what happened."),
)
_REACH = AskedText(
    name="reach",
    label=p_("complaint", "How can we answer you?"),
    hint=p_("complaint", "If you leave this empty, nobody can answer you. It can be read all the same."),
)
_TO = AskedText(name="to", label=p_("complaint", "Who is to read it?"))
_WRONG_WORDS = AskedText(
    name="words",
    label=p_("complaint", "Which words are wrong? What would be better?"),
    hint=p_("complaint", "You need not say who you are."),
    lines=6,
    missing=p_("complaint", "Please write which words are wrong."),
)
ASKED = (_WORDS, _TO, _REACH)


@complaint_pages.get("")
def show() -> str:
    """The form, with what was typed before, and what the operator adds."""
    draft = load(COMPLAINT)
    frame = {
        "words": _words(),
        "about": _about(),
        "to": _TO,
        "reach": _REACH,
        "typed": typed_in(draft),
        "lacking": lacking(draft, [_words()]) if "check" in request.args else [],
        "later": "later" in request.args,
        "shown": readers_own(shared().information.about("", COMPLAINTS)),
    }
    return render_template("complain.html", **frame)


@complaint_pages.post("")
def send() -> Response:
    """Keeps what was typed, then sends it; pressed twice, it is sent once."""
    draft = keep_sent(COMPLAINT, ASKED)
    if keeps_only():
        return redirect(_again(), 303)
    if lacking(draft, [_words()]):
        return redirect(_again(check=1), 303)
    try:
        number = _send(draft)
    except TooManyAttempts:
        return redirect(_again(later=1), 303)
    # Nobody asks later what became of a word; of a complaint people do.
    session[_NUMBER] = "" if _about() else number
    discard(COMPLAINT)
    return redirect(url_for("complaints.sent"), 303)


def keep_later() -> Response:
    """Keeps what was typed without sending it, and shows the form again."""
    keep_sent(COMPLAINT, ASKED)
    return redirect(_again(), 303)


@complaint_pages.get("/sent")
def sent() -> str:
    """That it came, with its number."""
    return render_template("complaint_sent.html", number=session.get(_NUMBER, ""))


def _about() -> str:
    """What it is about, where that is the words of these pages."""
    return ABOUT_WORDS if request.values.get("about") == ABOUT_WORDS else ""


def _words() -> AskedText:
    return _WRONG_WORDS if _about() else _WORDS


def _again(**said: Any) -> str:
    """The form once more, about what it was about."""
    arguments = {"about": _about() or None, **said}
    return url_for("complaints.show", **arguments)


def _send(draft: Draft) -> str:
    typed = typed_in(draft)
    command = Complain(
        said=ComplaintWords(words=typed.get("words", ""), reach=typed.get("reach", ""), about=_about()),
        # Not answered is the narrower of both: whoever runs these pages, alone.
        to_committee=bool(_about()) or typed.get("to") == TO_COMMITTEE,
        language=language(),
        # Once it is sent its draft is forgotten; the same form from the same page is known again all the same.
        key=form_key(*(typed.get(one.name, "") for one in ASKED)) or draft.key,
    )
    counted = CountedFiling(len(encoded(draft)), visitor_mark(), yields=True)
    with shared().database.transaction() as transaction:
        count_filing(transaction, current_actor(), counted, shared().filing_quota, now=now())
        return complain(transaction, current_actor(), command, now=now())
