"""A card, its decision and its group."""

import uuid
from typing import Any

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from search.commands import OpenCard, OpenGroup, TakeBackJudgement
from search.documents import Description
from search.errors import Conflict
from search.review.card import open_card
from search.review.group_view import open_group
from search.review.judging_duplicates import read_duplicates_of_pair
from search.review.judging_proposals import judge, take_back
from search.review.pair_photos import photos_of_pair
from search.summaries import ProposalCard
from search.vocabulary import JudgementKind
from web.committee.age_bars import age_bars
from web.committee.blueprint import pages
from web.committee.forms import ANSWERS, JudgementForm, TakeBackForm
from web.committee.outline_map import outline_map
from web.committee.queue_choices import walk
from web.committee.side_by_side import language_of, rows, turned_names, values_met
from web.committee.timeline import timeline
from web.committee.waterfall import waterfall
from web.context import act, look, now
from web.pictures.marks_on_body import marked_body
from web.typed_again import Shows
from web.values_in_words import place_words


@pages.get("/cards/<uuid:proposal_id>")
def card(proposal_id: uuid.UUID) -> str:
    """One proposal with both sides and its evidence."""
    return show_card(proposal_id, JudgementForm())


@pages.post("/cards/<uuid:proposal_id>/judgements")
def judge_card(proposal_id: uuid.UUID) -> Response | tuple[str, int]:
    """Appends a decision; what was typed is kept when another language is chosen or somebody else decided meanwhile."""
    form = JudgementForm(request.form)
    if "lang" in request.form:
        return show_card(proposal_id, form), 200
    if not form.validate():
        return show_card(proposal_id, form), 400
    try:
        act(judge, form.command(proposal_id), now=now())
    except Conflict:
        if not _is_said(proposal_id, form):
            return show_card(proposal_id, form, changed=True), 409
    return _onward(proposal_id)


@pages.post("/cards/<uuid:proposal_id>/judgements/<uuid:judgement_id>/take-back")
def take_back_judgement(proposal_id: uuid.UUID, judgement_id: uuid.UUID) -> Response | tuple[str, int]:
    """Appends that an own decision no longer counts."""
    form = TakeBackForm(request.form)
    if not form.validate():
        return show_card(proposal_id, JudgementForm()), 400
    command = TakeBackJudgement(judgement_id=judgement_id, seen_revision=form.seen_revision.data or 0)
    try:
        act(take_back, command, now=now())
    except Conflict:
        if not _is_taken_back(proposal_id, judgement_id):
            return show_card(proposal_id, JudgementForm(), changed=True), 409
    return redirect(url_for(".card", proposal_id=proposal_id, _anchor="judgements"), 303)


@pages.get("/cards/<uuid:proposal_id>/group")
def group(proposal_id: uuid.UUID) -> str:
    """Who may have travelled with the people of a pair."""
    return render_template("group.html", group=act(open_group, OpenGroup(proposal_id=proposal_id), now=now()))


def show_card(proposal_id: uuid.UUID, form: JudgementForm, *, changed: bool = False) -> str:
    """The card as it is now. `form` keeps what was typed; `changed` says that somebody was faster."""
    shown = act(open_card, OpenCard(proposal_id=proposal_id), now=now())
    return render_template(
        "card.html",
        card=shown,
        form=form,
        changed=changed,
        waterfall=waterfall(shown),
        **_sides(shown),
        timeline=timeline(shown),
        ages=age_bars(shown),
        map=outline_map(shown),
        places={side: place_words(person.event.place) for side, person in _people(shown) if person.event},
        turned=turned_names(shown),
        figure=marked_body(shown.sought.marks, shown.found.marks),
        judgement_kinds=JudgementKind,
        duplicates=act(read_duplicates_of_pair, proposal_id, now=now()),
        photos=look(photos_of_pair, proposal_id, now=now()),
        answers=ANSWERS,
    )


def _onward(proposal_id: uuid.UUID) -> Response:
    """To the next pair for whoever works a list; whoever came in another way sees what they decided."""
    kept = walk(request.args)
    if kept:
        return redirect(url_for(".next_card", **kept, after=proposal_id, decided=proposal_id), 303)
    return redirect(url_for(".card", proposal_id=proposal_id, _anchor="judgements"), 303)


def _sides(shown: ProposalCard) -> dict[str, Any]:
    laid = rows(shown)
    return {"rows": laid, "met": values_met(laid), "language_of": language_of}


def _people(shown: ProposalCard) -> tuple[tuple[str, Description], ...]:
    return ("sought", shown.sought), ("found", shown.found)


def _is_said(proposal_id: uuid.UUID, form: JudgementForm) -> bool:
    """Whether the newest judgement is this very one: it came twice, because its answer was lost on the way."""
    said, judgements = (
        form.command(proposal_id),
        act(open_card, OpenCard(proposal_id=proposal_id), now=now()).judgements,
    )
    if not judgements or not judgements[-1].by_me or judgements[-1].taken_back:
        return False
    newest = judgements[-1]
    return (newest.kind, frozenset(newest.reasons), newest.words) == (said.kind, said.reasons, said.words or "")


def _is_taken_back(proposal_id: uuid.UUID, judgement_id: uuid.UUID) -> bool:
    """Whether this own judgement counts no longer: that too can come twice."""
    judgements = act(open_card, OpenCard(proposal_id=proposal_id), now=now()).judgements
    return any(one.judgement_id == judgement_id and one.by_me and one.taken_back for one in judgements)


def _judgement_again(proposal_id: uuid.UUID) -> str:
    """The card with the words that were typed for a decision; nothing is decided."""
    return show_card(proposal_id, JudgementForm(request.form))


# Where a reader types (`web.typed_again`).
TYPED_AGAIN: dict[str, Shows] = {"committee.judge_card": _judgement_again}
