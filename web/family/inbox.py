"""A family asks about its search, and reads what it is answered: the same page whatever became of it."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from search.asking.letters import LONGEST, read_letters, write_letter
from search.asking.slot_days import answered_by
from search.asking_commands import WriteLetter
from search.errors import Refused
from web.context import act, look, now
from web.family.form_keys import form_key
from web.family.own_case import own_case
from web.family.talking import own_ways
from web.labels import error_words
from web.locale import language

inbox_pages = Blueprint("inbox", __name__, url_prefix="/case/inbox", template_folder="templates")


@inbox_pages.get("")
def show() -> str:
    """What was asked and answered, and room for a question."""
    return _page(sent="sent" in request.args)


@inbox_pages.post("")
def write() -> Response | tuple[str, int]:
    """Keeps a letter with the day by which it is answered."""
    typed = request.form.get("words", "")
    command = WriteLetter(case_id=own_case(), words=typed, language=language(), key=form_key(typed))
    try:
        act(write_letter, command, now=now())
    except Refused as refused:
        return _page(typed, error_words(refused.code, refused.params)), 400
    return redirect(url_for("inbox.show", sent=1), 303)


def write_again() -> str:
    """What was typed, once more, after signing in again."""
    return _page(request.form.get("words", ""))


def _page(typed: str = "", problem: str = "", *, sent: bool = False) -> str:
    letters = look(read_letters, own_case(), now=now())
    frame = {"sent": sent, "due": answered_by(now()), "most": LONGEST, "today": now().date(), "ways": own_ways()}
    return render_template("inbox.html", letters=letters, typed=typed, problem=problem, **frame)
