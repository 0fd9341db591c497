"""A family at its own case: reading it, changing it, taking it back. The same whatever was proposed or decided."""

import uuid
from dataclasses import replace

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from search.access import ActorKind
from search.accounts.parties import read_party
from search.accounts.sessions import log_out
from search.commands import WithdrawSearch
from search.filing.case_view import read_case
from search.filing.registering_searches import reopen_search, withdraw_search
from search.summaries import CaseSummary, PartyMember
from search.telling.told_reading import read_told
from web.context import act, look, now, shared
from web.family import receipts, review_sections
from web.family.case_draft import CaseDraft
from web.family.case_saving import filed_case, hold, save_now
from web.family.compared_words import last_visit
from web.family.consent_lines import purposes
from web.family.course import Course, saving
from web.family.draft_answers import Draft, discard, load
from web.family.draft_erasing import ask_or_set_aside, bring_back, can_bring_back
from web.family.new_search import FILING
from web.family.pages import is_beginners, page
from web.family.sharing_step import SPECIAL_PAGES
from web.family.tasks import shown_tasks
from web.family.wizard import keep_answers, keep_element, show_element, show_question, show_review
from web.labels import error_words
from web.session_cookies import CHANGE, close_session, current_actor, session_token, undo_of

case_pages = Blueprint("case", __name__, url_prefix="/case", template_folder="templates")


@case_pages.get("")
def show() -> str:
    """The family's own words, and what was compared."""
    case = act(read_case, own_case(), now=now(), since=last_visit())
    said, told, changing = CaseDraft.of(case), look(read_told, own_case(), now=now()), load(CHANGING.draft).held
    return render_template(
        "case.html",
        case=case,
        told=told,
        purposes=purposes(case.consents),
        changing=changing,
        main_button=_main_button(case, may_write=told.may_write, changing=changing),
        saving=saving(),
        undo=can_bring_back(CHANGING),
        tasks=shown_tasks(case, reachable=said.reachable),
        party=_party(),
        **_said(said),
    )


def _said(said: CaseDraft) -> dict[str, object]:
    """What the case says, where it is changed, and whether anybody can be told anything by it."""
    return {
        "sections": review_sections.described(said),
        "change": CHANGING.single_page,
        "reachable": said.reachable,
        "wrote_a_way": said.wrote_a_way,
    }


@case_pages.get("/change/<slug>")
def question(slug: str) -> str | Response:
    """A question with the answers that were filed; who may see the search has a page of its own and counts at once."""
    if slug in SPECIAL_PAGES:
        return redirect(url_for("consents.show"), 303)
    return _away(slug) or show_question(CHANGING, slug)


@case_pages.post("/change/<slug>")
def answer(slug: str) -> Response:
    """Its new answers; they count at once."""
    if slug in SPECIAL_PAGES:
        return redirect(url_for("consents.show"), 303)
    return _away(slug) or keep_answers(CHANGING, slug)


def answer_later(slug: str) -> Response:
    """Its new answers, kept until the family has looked at them and saves them itself."""
    return keep_answers(WAITING, slug)


@case_pages.get("/change/<slug>/<int:number>")
def element(slug: str, number: int) -> str | Response:
    """One question about one mark, one paper, one number."""
    return _away(slug) or show_element(CHANGING, slug, number)


@case_pages.post("/change/<slug>/<int:number>")
def answer_element(slug: str, number: int) -> Response:
    """Its new answers; they count at once."""
    return _away(slug) or keep_element(CHANGING, slug, number)


def answer_element_later(slug: str, number: int) -> Response:
    """Its new answers, kept likewise."""
    return keep_element(WAITING, slug, number)


@case_pages.get("/change/review")
def review() -> str:
    """What the case says, and what waits to be saved."""
    return show_review(CHANGING)


@case_pages.post("/change/review")
def save_changes() -> Response | str:
    """Saves what waited."""
    problem = _save(load(CHANGING.draft))
    return show_review(CHANGING, error_words(problem)) if problem else redirect(url_for("case.show", saved=1), 303)


@case_pages.post("/change/erase")
def forget_changes() -> Response | str:
    """Forgets the changes that were not saved, once it was asked."""
    return ask_or_set_aside(CHANGING, "case.show")


@case_pages.post("/change/erase/undo")
def undo_forget() -> Response:
    """Brings them back."""
    return bring_back(CHANGING)


@case_pages.get("/withdraw")
def ask_withdraw() -> str:
    """Says what withdrawing means before it is done."""
    return render_template("withdraw.html")


@case_pages.post("/withdraw")
def withdraw() -> Response:
    """Stops the search; it can be opened again."""
    act(withdraw_search, WithdrawSearch(case_id=own_case()), now=now())
    return redirect(url_for("case.show"), 303)


@case_pages.post("/reopen")
def reopen() -> Response:
    """Takes the withdrawal back."""
    act(reopen_search, WithdrawSearch(case_id=own_case()), now=now())
    return redirect(url_for("case.show"), 303)


@case_pages.post("/sign-out")
def sign_out() -> Response:
    """Ends the session on the server and forgets everything in the cookie but the language."""
    with shared().database.transaction() as session:
        log_out(session, session_token())
    for draft in (CHANGING.draft, FILING.draft):
        discard(draft)
        discard(undo_of(draft))
    receipts.forget_all()
    close_session()
    return redirect(url_for("family.start"), 303)


def _main_button(case: CaseSummary, *, may_write: bool, changing: bool) -> str:
    """Which button of the page is the main one: what is asked of the family comes before what it can always do."""
    began = not _is_second()
    in_order = {
        "stop": began and case.words_asked_for,
        "save": changing,
        "still": case.asked_if_still,
        "write": began and may_write,
        "reopen": began and case.withdrawn,
    }
    return next((name for name, there in in_order.items() if there), "change")


def _party() -> tuple[PartyMember, ...]:
    """Whom else the family seeks; nobody whom it let in sees that."""
    return () if _is_second() else look(read_party, own_case())


def _away(slug: str) -> Response | None:
    """Leads a relative away from a page that whoever began the search alone writes; None for every other page."""
    asked = page(slug)
    kept = asked is not None and any(map(is_beginners, asked.rows))
    return redirect(url_for("case.show"), 303) if kept and _is_second() else None


def _is_second() -> bool:
    return current_actor().kind is ActorKind.RELATIVE


def own_case() -> uuid.UUID:
    """The case that this visitor opened; the guard lets nobody else come here."""
    case_id = current_actor().case_id
    if case_id is None:
        raise LookupError("no_case")
    return case_id


def _filed() -> CaseDraft:
    return CaseDraft.of(filed_case(own_case()))


def _save(draft: Draft) -> str:
    return save_now(own_case(), draft)


CHANGING = Course(
    draft=CHANGE,
    question="case.question",
    element="case.element",
    review="case.review",
    erase="case.forget_changes",
    base=_filed,
    in_order=False,
    save=_save,
)
# The same pages where what was sent was not looked at yet: nothing counts before.
WAITING = replace(CHANGING, save=hold)
