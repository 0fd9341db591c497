"""The pages before anything is filed: what this is, how it works, opening a search."""

from flask import Blueprint, redirect, render_template, request, url_for

from search.access import ActorKind
from web.family import receipts
from web.family.case_sign_in import answer_to, ask_once_more, attempt_of
from web.family.draft_answers import load
from web.family.draft_erasing import can_bring_back
from web.family.helping import helper_here
from web.family.new_search import FILING
from web.family.secret_again import ask_again, asked
from web.family.secret_form import SecretForm, typed_before
from web.going_elsewhere import keeps_only
from web.session_cookies import WITNESS, current_actor, is_own_phone, was_left
from web.sign_in_turns import Answer, try_again, try_to_enter, waiting_attempt

pages = Blueprint("family", __name__, template_folder="templates")


@pages.get("/")
def start() -> str:
    """What this is, and the two ways in."""
    return render_template(
        "start.html",
        begun=load(FILING.draft).begun,
        undo=can_bring_back(FILING),
        receipt=receipts.newest(),
        own_phone=is_own_phone(),
        left=was_left(),
        witness=was_left() and load(WITNESS).begun,
        helper=helper_here(),
        home=current_actor().kind is ActorKind.FAMILY,
    )


@pages.get("/how-it-works")
def how_it_works() -> str:
    """What happens with a search, and what never happens."""
    return render_template("how_it_works.html")


@pages.get("/open")
def open_search() -> str:
    """Asks for the reference and the five words."""
    shown = asked("family.open_search")
    return render_template("open.html", form=shown.form, message=shown.message)


@pages.post("/open")
def enter_search() -> Answer:
    """Opens the case, or says kindly that something does not fit."""
    form = SecretForm(request.form)
    if keeps_only():
        return ask_again("family.open_search", form)
    if not form.validate() or form.slipped:
        return ask_once_more(form)
    return answer_to(lambda: try_to_enter(attempt_of(form.reference.data, form.secret)), form)


@pages.get("/open/turn")
def turn() -> Answer:
    """Tries once more for somebody who waits; the page that waits comes here by itself."""
    attempt = waiting_attempt()
    if attempt is None:
        return redirect(url_for("case.show"), 303)
    return answer_to(try_again, SecretForm(data=typed_before(attempt.name, attempt.secret)))
