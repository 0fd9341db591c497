"""“It is me, I am not missing”: three short pages for a committee. Whoever asks here learns of no search."""

from dataclasses import dataclass

from flask import Blueprint, abort, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response

from i18n.translate import pgettext_noop as p_
from search.errors import TooManyAttempts
from search.filing.filing_quota import CountedFiling, count_filing
from search.filing.self_reports import SayItIsMe, SelfStatement, say_it_is_me
from web.context import now, shared, visitor_mark
from web.family.asked_texts import AskedText, keep_sent, lacking, typed_in
from web.family.draft_answers import Draft, discard, encoded, load
from web.going_elsewhere import keeps_only
from web.labels.field_words.entry import Marked
from web.locale import language
from web.session_cookies import ITS_ME, current_actor

its_me_pages = Blueprint("its_me", __name__, url_prefix="/its-me", template_folder="templates")
_SENT = "its-me-sent"


@dataclass(frozen=True, slots=True)
class _Step:
    slug: str
    title: Marked
    why: Marked
    asked: tuple[AskedText, ...]


STEPS = (
    _Step(
        "who",
        p_("its me", "What are you called?"),
        p_("its me", "So that a person of the committee can see whether a search may be about you."),
        (
            AskedText(
                name="called",
                label=p_("its me", "All your names, nicknames too"),
                missing=p_("its me", "Please write a name, or a nickname. Any script is good."),
            ),
            AskedText(
                name="origin",
                label=p_("its me", "Where are you from, and about how old are you?"),
                hint=p_("its me", "For example the country, the town, the year in which you were born."),
            ),
        ),
    ),
    _Step(
        "reach",
        p_("its me", "How can we reach you safely?"),
        p_("its me", "People of a family committee read this, and nobody else. No search changes by it."),
        (
            AskedText(
                name="reach",
                label=p_("its me", "A number, an address, or somebody you trust"),
                lines=2,
                missing=p_("its me", "Please write a way to reach you. Without one nobody can ask what you want."),
            ),
            AskedText(
                name="careful",
                label=p_("its me", "When is it safe, and what must we not say?"),
                hint=p_(
                    "its me",
                    "If you leave this empty, whoever calls you is told not to say why, and to leave no message.",
                ),
                lines=2,
            ),
        ),
    ),
    _Step(
        "proof",
        p_("its me", "What shows that it is you?"),
        p_("its me", "Somebody else could write in your name. You can leave this empty and say it later."),
        (
            AskedText(
                name="proof",
                label=p_("its me", "Something that only you and people close to you know"),
                hint=p_("its me", "For example the name of a pet, a scar, what you were given when you left."),
                lines=3,
            ),
            AskedText(
                name="papers",
                label=p_("its me", "Papers that you have"),
                hint=p_("its me", "Which kind is enough. You need not write a number here."),
            ),
            AskedText(name="who_knows", label=p_("its me", "Somebody who knows you, and whom we may ask")),
        ),
    ),
)


@its_me_pages.get("")
def start() -> str:
    """What this is for, and what nobody learns by it."""
    return render_template("its_me.html", begun=load(ITS_ME).begun, first=STEPS[0].slug)


@its_me_pages.get("/<slug>")
def question(slug: str) -> str:
    """One page, with what was typed before."""
    step = _step(slug)
    draft = load(ITS_ME)
    place = STEPS.index(step)
    frame = {
        "step": step,
        "typed": typed_in(draft),
        "lacking": lacking(draft, step.asked) if "check" in request.args else [],
        "previous": url_for("its_me.question", slug=STEPS[place - 1].slug) if place else url_for("its_me.start"),
        "number": place + 1,
        "of": len(STEPS),
        "later": "later" in request.args,
    }
    return render_template("its_me_question.html", **frame)


@its_me_pages.post("/<slug>")
def answer(slug: str) -> Response:
    """Keeps what was typed, then goes on; behind the last page it is sent."""
    step = _step(slug)
    draft = keep_sent(ITS_ME, step.asked)
    if keeps_only():
        return redirect(url_for("its_me.question", slug=slug), 303)
    # Pressed twice, the second finds nothing any more.
    if not draft.begun and _SENT in session:
        return redirect(url_for("its_me.sent"), 303)
    behind = STEPS[: STEPS.index(step) + 1]
    unfilled = next((one for one in behind if lacking(draft, one.asked)), None)
    if unfilled is not None:
        return redirect(url_for("its_me.question", slug=unfilled.slug, check=1), 303)
    if len(behind) < len(STEPS):
        return redirect(url_for("its_me.question", slug=STEPS[len(behind)].slug), 303)
    return _sent_off(draft)


def keep_later(slug: str) -> None:
    """Keeps what was typed without sending it."""
    keep_sent(ITS_ME, _step(slug).asked)


@its_me_pages.get("/sent")
def sent() -> str:
    """That it came, and nothing else: the same page for everybody."""
    return render_template("its_me_sent.html")


def _sent_off(draft: Draft) -> Response:
    try:
        _send(draft)
    except TooManyAttempts:
        return redirect(url_for("its_me.question", slug=STEPS[-1].slug, later=1), 303)
    discard(ITS_ME)
    session[_SENT] = 1
    return redirect(url_for("its_me.sent"), 303)


def _send(draft: Draft) -> None:
    command = SayItIsMe(statement=SelfStatement(**_statement(draft)), language=language(), key=draft.key)
    counted = CountedFiling(len(encoded(draft)), visitor_mark(), yields=True)
    with shared().database.transaction() as transaction:
        count_filing(transaction, current_actor(), counted, shared().filing_quota, now=now())
        say_it_is_me(transaction, current_actor(), command, now=now())


def _statement(draft: Draft) -> dict[str, str]:
    typed = typed_in(draft)
    return {one.name: typed.get(one.name, "") for step in STEPS for one in step.asked}


def _step(slug: str) -> _Step:
    return next((one for one in STEPS if one.slug == slug), None) or abort(404)
