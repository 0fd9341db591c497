"""What families ask their committee: a list with the days, answered with one of the fixed sentences."""

import uuid

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from search.asking.letter_replies import reply, waiting_letters
from search.asking_commands import ReplyToLetter
from search.errors import Conflict
from search.vocabulary import ReplySentence
from web.committee.blueprint import pages
from web.context import act, now


@pages.get("/letters")
def letters() -> str:
    """The letters that wait, the longest overdue first."""
    return _page(done="done" in request.args)


@pages.post("/letters/<uuid:letter_id>")
def answer_letter(letter_id: uuid.UUID) -> Response | tuple[str, int]:
    """Answers one letter; the family reads it on the day that it was promised."""
    sentence = request.form.get("sentence", "")
    if sentence not in set(ReplySentence):
        return _page(unanswered=letter_id), 400
    try:
        act(reply, ReplyToLetter(letter_id=letter_id, sentence=ReplySentence(sentence)), now=now())
    except Conflict:
        return _page(taken=True), 409
    return redirect(url_for(".letters", done=1), 303)


def _page(*, done: bool = False, taken: bool = False, unanswered: uuid.UUID | None = None) -> str:
    waiting = act(waiting_letters, now=now())
    frame = {"done": done, "taken": taken, "unanswered": unanswered}
    return render_template("letters.html", waiting=waiting, sentences=tuple(ReplySentence), **frame)
