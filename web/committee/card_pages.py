"""A card and its group."""

import uuid
from typing import Any

from flask import render_template

from search.commands import OpenCard, OpenGroup
from search.decision_summaries import Decisions
from search.documents import Description
from search.review.card import open_card
from search.review.group_view import open_group
from search.review.judging_duplicates import read_duplicates_of_pair
from search.review.pair_photos import photos_of_pair
from search.summaries import ProposalCard
from search.vocabulary import FieldCheck
from web.committee.age_bars import age_bars
from web.committee.blueprint import pages
from web.committee.decision_forms import TOGETHER, JudgementForm, MeetingForm, TakeBackForm, answers_to
from web.committee.field_checks import checks_of
from web.committee.forms import ANSWERS
from web.committee.outline_map import outline_map
from web.committee.side_by_side import language_of, rows, turned_names, values_met
from web.committee.timeline import timeline
from web.committee.waterfall import waterfall
from web.context import act, look, now
from web.pictures.marks_on_body import marked_body
from web.values_in_words import place_words


@pages.get("/cards/<uuid:proposal_id>")
def card(proposal_id: uuid.UUID) -> str:
    """One proposal with both sides and its evidence."""
    return show_card(proposal_id)


@pages.get("/cards/<uuid:proposal_id>/group")
def group(proposal_id: uuid.UUID) -> str:
    """Who may have travelled with the people of a pair."""
    return render_template("group.html", group=act(open_group, OpenGroup(proposal_id=proposal_id), now=now()))


def show_card(
    proposal_id: uuid.UUID,
    form: JudgementForm | None = None,
    *,
    back: TakeBackForm | None = None,
    changed: bool = False,
) -> str:
    """The card as it is now. `form` and `back` keep what was typed; `changed` says that somebody was faster."""
    shown = act(open_card, OpenCard(proposal_id=proposal_id), now=now())
    return render_template(
        "card.html",
        card=shown,
        form=(deciding := _form(form, shown.decisions)),
        checks=checks_of(shown, deciding.checks),
        field_checks=FieldCheck,
        back=back or TakeBackForm(),
        changed=changed,
        waterfall=waterfall(shown),
        **_sides(shown),
        timeline=timeline(shown),
        ages=age_bars(shown),
        map=outline_map(shown),
        places={side: place_words(person.event.place) for side, person in _people(shown) if person.event},
        turned=turned_names(shown),
        figure=marked_body(shown.sought.marks, shown.found.marks),
        judgement_kinds=TOGETHER if shown.decisions.may_decide_together else answers_to(shown.decisions),
        duplicates=act(read_duplicates_of_pair, proposal_id, now=now()),
        photos=look(photos_of_pair, proposal_id, now=now()),
        answers=ANSWERS,
    )


def _sides(shown: ProposalCard) -> dict[str, Any]:
    laid = rows(shown)
    return {"rows": laid, "met": values_met(laid), "language_of": language_of}


def _people(shown: ProposalCard) -> tuple[tuple[str, Description], ...]:
    return ("sought", shown.sought), ("found", shown.found)


def _form(typed: JudgementForm | None, decisions: Decisions) -> JudgementForm:
    """The form in which this reader decides: as who keeps the minutes of a meeting, or as one of the readers."""
    if decisions.may_decide_together and not isinstance(typed, MeetingForm):
        return MeetingForm(data=typed.data if typed else None)
    return typed or JudgementForm()
