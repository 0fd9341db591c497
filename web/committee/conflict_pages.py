"""Before a card opens: whether its reader knows the people. Whoever does leaves it to others and says no reason."""

import uuid

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from search.committee_commands import AnswerConflict
from search.committees.conflicts import answer_conflict, read_question
from search.errors import AskedFirst
from web.committee.blueprint import pages
from web.committee.queue_choices import on_the_way
from web.context import act, now

_ANSWERS = {"go_on": True, "leave": False}


@pages.get("/cards/<uuid:proposal_id>/open")
def ask_conflict(proposal_id: uuid.UUID) -> str:
    """Asks whether the reader knows the people of a pair; right after they left it to others, offers to undo that."""
    return render_template("conflict.html", asked=act(read_question, proposal_id, now=now()), unanswered=False)


@pages.post("/cards/<uuid:proposal_id>/open")
def say_conflict(proposal_id: uuid.UUID) -> Response | tuple[str, int]:
    """Opens the card, or leaves it to others."""
    said = request.form.get("answer", "")
    if said not in _ANSWERS:
        asked = act(read_question, proposal_id, now=now())
        return render_template("conflict.html", asked=asked, unanswered=True), 400
    act(answer_conflict, AnswerConflict(proposal_id=proposal_id, goes_on=_ANSWERS[said]), now=now())
    back = ".card" if _ANSWERS[said] else ".ask_conflict"
    return redirect(url_for(back, proposal_id=proposal_id, **on_the_way(request.args)), 303)


@pages.errorhandler(AskedFirst)
def ask_first(error: AskedFirst) -> Response:
    """From whatever page of a pair to what comes before it: practice, or the question."""
    if error.code == "practice_first":
        return redirect(url_for(".practice"), 303)
    proposal_id = (request.view_args or {})["proposal_id"]
    return redirect(url_for(".ask_conflict", proposal_id=proposal_id, **on_the_way(request.args)), 303)
