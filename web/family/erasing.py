"""A family erases its search for good, once it typed its reference and its words again; and what it sees afterwards."""

from collections.abc import Callable

from flask import Blueprint, redirect, render_template, request, url_for

from search.accounts.sessions import FAMILY
from search.accounts.sign_in import Proven
from search.accounts.waiting_tickets import ERASING, Attempt
from search.commands import EraseSearch
from search.erasing.erasing_searches import erase_search
from search.errors import Conflict, NotYet, Refused
from search.filing.case_view import read_case
from web.context import act, now, scrub
from web.family.draft_answers import discard
from web.family.new_search import FILING
from web.family.own_case import CHANGING, own_case
from web.family.secret_again import SLIPPED, ask_again, asked
from web.family.secret_form import SecretForm, typed_before
from web.going_elsewhere import keeps_only
from web.session_cookies import close_session, undo_of
from web.sign_in_turns import Answer, prove_again, try_to_prove, waiting_attempt, waiting_page

erasing_pages = Blueprint("erasing", __name__, template_folder="templates")


@erasing_pages.get("/case/erase")
def ask() -> Answer:
    """Says what goes, what cannot be undone, and what would be milder, before anything is done."""
    shown, case = asked("erasing.ask"), act(read_case, own_case(), now=now())
    page = render_template("erase.html", case=case, form=shown.form, message=shown.message)
    return (page, 400) if shown.message else page


@erasing_pages.post("/case/erase")
def erase() -> Answer:
    """Erases the search where reference and words are its own; a language chosen instead keeps what was typed."""
    form = SecretForm(request.form)
    if keeps_only():
        return ask_again("erasing.ask", form)
    if form.slipped:
        return ask_again("erasing.ask", form, SLIPPED)
    typed = Attempt(portal=FAMILY, name=form.reference.data or "", secret=form.secret, purpose=ERASING)
    return _answer_to(lambda: try_to_prove(typed), form)


@erasing_pages.get("/case/erase/turn")
def turn() -> Answer:
    """Tries once more what was sent off and waits; the page that waits comes here by itself."""
    typed = waiting_attempt(ERASING)
    if typed is None:
        return redirect(url_for("erasing.ask"), 303)
    return _answer_to(lambda: prove_again(ERASING), SecretForm(data=typed_before(typed.name, typed.secret)))


@erasing_pages.get("/erased")
def erased() -> str:
    """Says that it is done; the page is the same for everybody and knows of nobody."""
    return render_template("erased.html")


def erase_again() -> Answer:
    """What was typed, once more; nothing is erased yet."""
    return ask_again("erasing.ask", SecretForm(request.form))


def _answer_to(prove: Callable[[], Proven | None], form: SecretForm) -> Answer:
    """Where a confirmation leads: to the end, to the page that waits for a turn, or back with what was typed."""
    try:
        proven = prove()
        _erase(form.reference.data or "", proven.hashed if proven else "")
    except NotYet:
        return waiting_page("erasing.turn", "base.html")
    except Conflict:
        # The same page came twice, and the other answer carries the cookie.
        return redirect(url_for("erasing.ask"), 303)
    except Refused as refused:
        return ask_again("erasing.ask", form, refused.code)
    return redirect(url_for("erasing.erased"), 303)


def _erase(typed: str, proven: str) -> None:
    """Erases the search, ends its sessions, and forgets what this browser had half typed of it."""
    act(erase_search, EraseSearch(case_id=own_case(), typed=typed, proven=proven), now=now())
    scrub()
    for draft in (CHANGING.draft, FILING.draft):
        discard(draft)
        discard(undo_of(draft))
    close_session()
