"""Somebody who travelled with a person, or saw them, tells it without an account: few questions, a look over, sent."""

from dataclasses import dataclass, replace
from typing import cast

from flask import Blueprint, abort, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response

from search.commands import FileWitness
from search.errors import Refused, TooManyAttempts
from search.fields.contradictions import contradicts
from search.filing.filing_quota import CountedFiling, count_filing
from search.filing.witnessing import file_witness
from web.context import now, shared, visitor_mark
from web.error_pages import retry_after, status_of
from web.family.case_draft import CaseDraft
from web.family.course import ENOUGH, Course, Progress, saving, way
from web.family.draft_answers import Draft, discard, encoded, load, store
from web.family.draft_erasing import ask_or_set_aside, bring_back, can_bring_back
from web.family.draft_reading import setting_of
from web.family.page_fields import draw, must_look_again, sent_fields, skips, with_answers, wrote
from web.family.pages import Page
from web.family.witness_days import open_days, settle_days
from web.family.witness_fields import PAGES, page_of, told
from web.fields.drawing import DrawnField
from web.fields.showing import shown
from web.going_elsewhere import keeps_only
from web.labels import error_words
from web.labels.witness_words import asked as words_for
from web.labels.witness_words import title, why
from web.session_cookies import WITNESS, current_actor, is_own_phone
from web.values_in_words import Value

witness_pages = Blueprint("witness", __name__, url_prefix="/witness", template_folder="templates")
TELLING = Course(
    draft=WITNESS,
    question="witness.question",
    element="witness.question",
    review="witness.review",
    erase="witness.erase",
    base=CaseDraft,
    in_order=True,
)
_SENT = "witness-sent"
Answer = str | Response | tuple[str, int] | tuple[str, int, dict[str, str]]


@dataclass(frozen=True, slots=True)
class _Row:
    label: str
    values: tuple[Value, ...]
    twice: bool


@witness_pages.get("")
def start() -> str:
    """What this is for, and what becomes of it."""
    return render_template(
        "witness.html",
        begun=load(WITNESS).begun,
        undo=can_bring_back(TELLING),
        first=PAGES[0].slug,
        own_phone=is_own_phone(),
    )


@witness_pages.get("/<slug>")
def question(slug: str) -> str:
    """One page with what was told before."""
    asked = page_of(slug) or abort(404)
    draft = load(WITNESS)
    typed = {row.path: draft.answers.get(row.path, {}) for row in asked.rows}
    drawn = draw(asked, asked.rows, typed, setting_of(CaseDraft()))
    fields = cast("list[DrawnField]", drawn["fields"])
    # The hints of these fields speak of a search.
    drawn["fields"] = [
        replace(field, label=words_for(row.path), hint="", heads=False)
        for row, field in zip(asked.rows, fields, strict=True)
    ]
    place = PAGES.index(asked)
    previous = url_for("witness.question", slug=PAGES[place - 1].slug) if place else url_for("witness.start")
    progress = Progress(place + 1, len(PAGES), len(PAGES) - place, previous)
    frame = {"course": TELLING, "page": asked, "title": title(slug), "why": why(slug), "progress": progress}
    return render_template("witness_question.html", saving=saving(), **frame, **drawn)


@witness_pages.post("/<slug>")
def answer(slug: str) -> Response:
    """Saves what was typed, then goes on, or back to what could not be read."""
    asked = page_of(slug) or abort(404)
    draft = load(WITNESS)
    sent, answered = with_answers(asked.rows, sent_fields(asked), lambda: setting_of(CaseDraft()))
    seen = {**{path: draft.answers.get(path, {}) for path in sent}, **answered}
    writes = wrote(asked.rows, sent, seen)
    draft.answers.update({} if skips() and not writes else sent)
    store(WITNESS, draft)
    if skips() and writes:
        return redirect(url_for("witness.question", slug=slug, skipped=1, way=way()), 303)
    again = not skips() and must_look_again(asked.rows, sent, seen, setting_of(CaseDraft()))
    return redirect(_behind(slug, asked, again=again), 303)


@witness_pages.get("/review")
def review() -> str:
    """Everything once more, before it is sent."""
    return _review()


@witness_pages.post("/review")
def send() -> Answer:
    """Sends the statement, once every day in it is one day; pressed twice, it is kept once."""
    draft = load(WITNESS)
    if not draft.begun:
        return redirect(url_for("witness.sent" if _SENT in session else "witness.start"), 303)
    if settle_days(draft, request.form):
        store(WITNESS, draft)
    return (_review(asked=True), 409) if open_days(draft) else _sent_off(draft)


def settle_again() -> str:
    """The look over once more, with the days that were chosen; nothing is sent yet."""
    draft = load(WITNESS)
    if settle_days(draft, request.form):
        store(WITNESS, draft)
    return _review()


@witness_pages.get("/sent")
def sent() -> str:
    """That it came, and nothing else: whoever asks here learns of no search."""
    return render_template("witness_sent.html")


@witness_pages.post("/erase")
def erase() -> Response | str:
    """Forgets what was not sent, once it was asked."""
    return ask_or_set_aside(TELLING, "witness.start")


@witness_pages.post("/erase/undo")
def undo_erase() -> Response:
    """Brings it back."""
    return bring_back(TELLING)


def _behind(slug: str, asked: Page, *, again: bool) -> str:
    """The page itself, where it is only kept or to be looked at again; else the next one, or the look over."""
    if keeps_only() or "add" in request.form:
        return url_for("witness.question", slug=slug, way=way())
    if again:
        return url_for("witness.question", slug=slug, check=1, way=way())
    place = PAGES.index(asked) + 1
    if way() or place == len(PAGES) or request.form.get("go") == ENOUGH:
        return url_for("witness.review")
    return url_for("witness.question", slug=PAGES[place].slug)


def _sent_off(draft: Draft) -> Answer:
    try:
        _send(draft)
    except Refused as refused:
        return _review(error_words(refused.code, refused.params)), 400
    except TooManyAttempts as many:
        return _review(error_words(many.code, many.params)), status_of(many), retry_after(many)
    discard(WITNESS)
    session[_SENT] = 1
    return redirect(url_for("witness.sent"), 303)


def _send(draft: Draft) -> None:
    seen = told(draft)
    command = FileWitness(
        seen=seen.description,
        told_by=seen.provenance.told_by,
        told_by_contact=seen.provenance.told_by_contact,
        key=draft.key,
    )
    counted = CountedFiling(len(encoded(draft)), visitor_mark(), yields=True)
    with shared().database.transaction() as transaction:
        count_filing(transaction, current_actor(), counted, shared().filing_quota, now=now())
        file_witness(transaction, current_actor(), command, now=now())


def _review(message: str = "", *, asked: bool = False) -> str:
    draft = load(WITNESS)
    said = told(draft).answers
    parts = []
    for one in PAGES:
        rows = [
            _Row(words_for(row.path), values, contradicts(said[row.path].value, said[row.path].note))
            for row in one.rows
            if row.path in said and (values := shown(row, said[row.path].value, said[row.path].note))
        ]
        parts.append((one.slug, title(one.slug), rows))
    review = {"parts": parts, "begun": draft.begun, "message": message}
    return render_template("witness_review.html", **review, days=open_days(draft), asked=asked)
