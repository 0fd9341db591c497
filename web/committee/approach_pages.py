"""What follows an agreed pair: who is asked, what waits and why, and answers for the one coordinator who reads them."""

import uuid

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from search.access import Action, is_switched_on
from search.approaching.answer_reading import read_answers, read_my_answers
from search.approaching.starting import read_course, start_approach, take_back_approach
from search.approaching.waiting_list import read_waiting
from search.errors import Conflict, Refused
from search.located_commands import StartApproach
from web.committee.blueprint import pages
from web.committee.decision_forms import TakeBackForm
from web.committee.forms import chosen_page
from web.context import act, look, now
from web.labels import error_words

_NOBODY = uuid.UUID(int=0)
_APPROACH = "/cards/<uuid:proposal_id>/approach"
pages.app_context_processor(lambda: {"switched_on": lambda action: is_switched_on(Action(action))})


@pages.get(_APPROACH)
def approach(proposal_id: uuid.UUID) -> str:
    """How far a pair has come, and the button that begins."""
    return _page(proposal_id)


@pages.post(_APPROACH)
def start(proposal_id: uuid.UUID) -> Response | tuple[str, int]:
    """Has the person asked; nothing happens within the hour in which it can be taken back."""
    form = TakeBackForm(request.form)
    coordinator = _chosen(request.form.get("coordinator", ""))
    command = StartApproach(
        proposal_id=proposal_id, seen_revision=form.seen_revision.data or 0, coordinator_id=coordinator
    )
    try:
        act(start_approach, command, now=now())
    except Conflict as conflict:
        return _page(proposal_id, error_words(conflict.code)), 409
    except Refused as refused:
        return _page(proposal_id, error_words(refused.code)), 400
    return redirect(url_for(".approach", proposal_id=proposal_id), 303)


@pages.post(f"{_APPROACH}/take-back")
def take_back_start(proposal_id: uuid.UUID) -> Response | tuple[str, int]:
    """Takes it back, as if it had not begun."""
    try:
        act(take_back_approach, proposal_id, now=now())
    except Refused as refused:
        return _page(proposal_id, error_words(refused.code)), 409
    return redirect(url_for(".approach", proposal_id=proposal_id), 303)


@pages.get("/waiting")
def waiting() -> str:
    """The agreed pairs about which nobody is approached yet, and why."""
    found = act(read_waiting, page=chosen_page(request.args.get("page", "")), now=now())
    return render_template("waiting_pairs.html", found=found)


@pages.get("/answers")
def answers() -> str:
    """The pairs whose answers the visitor alone reads."""
    return render_template("answers.html", lines=look(read_my_answers, now=now()))


@pages.get("/cards/<uuid:proposal_id>/answers")
def answer(proposal_id: uuid.UUID) -> str:
    """What the person of a pair answered."""
    return render_template("answer.html", said=act(read_answers, proposal_id, now=now()))


def _page(proposal_id: uuid.UUID, message: str = "") -> str:
    course = act(read_course, proposal_id, now=now())
    return render_template("approach_pair.html", course=course, message=message)


def _chosen(typed: str) -> uuid.UUID:
    """The account that was chosen; nobody's where none was."""
    try:
        return uuid.UUID(typed)
    except ValueError:
        return _NOBODY
