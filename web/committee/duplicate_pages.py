"""Searches and reports that may be about one person, and the answers to them."""

import uuid

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from search.commands import TakeBackDuplicateJudgement
from search.errors import Conflict
from search.review.judging_duplicates import judge_duplicate, read_duplicates, take_back_duplicate_judgement
from web.committee.blueprint import pages
from web.committee.card_pages import show_card
from web.committee.forms import ANSWERS, DuplicateForm, DuplicateTakeBackForm, chosen_page
from web.context import act, now


@pages.get("/duplicates")
def duplicates() -> str:
    """The committee's searches that may be about one person."""
    return _duplicates(settled=request.args.get("settled") == "1")


@pages.post("/duplicates/<uuid:duplicate_id>/judgements")
def judge_duplicate_pair(duplicate_id: uuid.UUID) -> Response | tuple[str, int]:
    """Appends an answer; nothing is merged by it."""
    form = DuplicateForm(request.form)
    if not form.validate():
        return _duplicates_again(form.card_id), 400
    try:
        act(judge_duplicate, form.command(duplicate_id), now=now())
    except Conflict:
        return _duplicates_again(form.card_id), 409
    return _back(form.card_id)


@pages.post("/duplicates/<uuid:duplicate_id>/judgements/<uuid:judgement_id>/take-back")
def take_back_duplicate(duplicate_id: uuid.UUID, judgement_id: uuid.UUID) -> Response | tuple[str, int]:  # noqa: ARG001 - the address names the pair
    """Appends that an own answer no longer counts."""
    form = DuplicateTakeBackForm(request.form)
    if not form.validate():
        return _duplicates_again(form.card_id), 400
    command = TakeBackDuplicateJudgement(judgement_id=judgement_id, seen_revision=form.seen_revision.data or 0)
    try:
        act(take_back_duplicate_judgement, command, now=now())
    except Conflict:
        return _duplicates_again(form.card_id), 409
    return _back(form.card_id)


def _duplicates(*, settled: bool = False, changed: bool = False) -> str:
    found = act(read_duplicates, now=now(), page=chosen_page(request.args.get("page", "")), settled=settled)
    return render_template("duplicates.html", found=found, settled=settled, changed=changed, answers=ANSWERS)


def _duplicates_again(card_id: uuid.UUID | None) -> str:
    """The page on which an answer could not be taken, as it stands now."""
    return show_card(card_id, changed=True) if card_id else _duplicates(changed=True)


def _back(card_id: uuid.UUID | None) -> Response:
    """To the page on which the answer was given."""
    if card_id:
        return redirect(url_for(".card", proposal_id=card_id, _anchor="duplicates"), 303)
    return redirect(url_for(".duplicates"), 303)
